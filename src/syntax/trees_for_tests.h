// Trees made by hand: a line a word, "form lemma upos xpos head relation"; an empty line between sentences.
#pragma once

#include <gtest/gtest.h>

#include <sstream>
#include <string>
#include <vector>

#include "syntax/conllu.h"

namespace casus {

inline Conllu trees(const std::string& rows) {
  std::istringstream in(rows);
  std::string conllu;
  int number = 0;
  for (std::string line; std::getline(in, line);) {
    std::istringstream words(line);
    std::vector<std::string> row;
    for (std::string word; words >> word;) row.push_back(word);
    if (row.empty()) {
      if (number > 0) conllu += "\n";
      number = 0;
      continue;
    }
    conllu += std::to_string(++number) + "\t" + row[0] + "\t" + row[1] + "\t" + row[2] + "\t" + row[3] + "\t_\t" + row[4] + "\t" + row[5] +
              "\t_\t_\n";
  }
  if (number > 0) conllu += "\n";
  auto read = read_conllu(conllu, "test");
  EXPECT_TRUE(read) << (read ? "" : read.error().message);
  return *std::move(read);
}

}  // namespace casus
