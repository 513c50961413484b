// What is wrong with the rows of a lexicon: those that can never win, words that can never fit, and what no row uses.
#pragma once

#include <string>
#include <vector>

#include "events/lexicon.h"
#include "events/ontology.h"

namespace casus {

// error: the row cannot do what it says; hint: look whether it is meant so.
enum class Gravity { error, hint };

struct Remark {
  Gravity gravity = Gravity::error;
  std::string place;    // file and line
  std::string message;  // with the remedy
};

// `folder` is that of the lexicon, whose parts/ are read again for their places, as is ontology/embedding.tsv beside it; a file that cannot be
// read is passed over.
std::vector<Remark> check_lexicon(const Lexicon& lexicon, const Ontology& ontology, const std::string& folder);

}  // namespace casus
