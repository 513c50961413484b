// split_conllu RULES TEXT: the tokens and sentences of a text file as CoNLL-U whose other columns are dummies, to be scored
// against a treebank. It reads files of any length, paragraph by paragraph.

#include <fstream>
#include <iostream>
#include <string>

#include "token/tokens.h"

namespace {

void print(const casus::Tokens& tokens) {
  for (const casus::TokenRange& sentence : tokens.sentences) {
    for (std::size_t i = sentence.first; i < sentence.last; ++i) {
      const std::size_t n = i - sentence.first;
      std::cout << n + 1 << '\t' << tokens.tokens[i].form << "\t_\tX\t_\t_\t" << n << '\t' << (n == 0 ? "root" : "dep") << "\t_\t"
                << (tokens.tokens[i].space_after ? "_" : "SpaceAfter=No") << '\n';
    }
    std::cout << '\n';
  }
}

int print_paragraph(const std::string& text, const casus::TokenRules& rules) {
  casus::Report report;
  report.text = text;
  const auto document = casus::make_document(report);
  if (!document) {
    std::cerr << document.error().message << '\n';
    return 2;
  }
  print(split(*document, rules));
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: split_conllu RULES/tokens TEXT\n";
    return 2;
  }
  const auto rules = casus::TokenRules::load(argv[1]);
  if (!rules) {
    std::cerr << rules.error().message << '\n';
    return 2;
  }
  std::ifstream file(argv[2]);
  std::string line, paragraph;
  int status = file ? 0 : 2;
  while (std::getline(file, line)) {
    if (!line.empty()) paragraph += line + "\n";
    else if (!paragraph.empty()) {
      status |= print_paragraph(paragraph, *rules);
      paragraph.clear();
    }
  }
  if (!paragraph.empty()) status |= print_paragraph(paragraph, *rules);
  return status;
}
