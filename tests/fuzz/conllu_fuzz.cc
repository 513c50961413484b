// Bytes -> CoNLL-U: what is read can be written, and reads back as the same words and trees.
#include "fuzz.h"
#include "syntax/conllu.h"

namespace {

void check_round_trip(const casus::Conllu& read) {
  const std::string written = casus::write_conllu(read.document, read.tokens, read.parse, read.misc);
  const auto again = casus::read_conllu(written, "written");
  require(again.has_value(), "what is written can be read");
  require(again->tokens.tokens.size() == read.tokens.tokens.size(), "no word is lost");
  require(again->tokens.sentences == read.tokens.sentences, "no sentence is lost");
  for (std::size_t i = 0; i < read.parse.words.size(); ++i)
    if (!read.parse.words[i].relation.empty()) require(again->parse.words[i].head == read.parse.words[i].head, "heads stay");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto read = casus::read_conllu(as_text(data, size), "input");
  if (read) check_round_trip(*read);
  (void)casus::read_conllu(as_text(data, size), "input", casus::ConlluStyle::loose);
  return 0;
}
