// Text -> tokens: spans ascend, do not overlap, stay in the text and leave out nothing visible; sentences cover the tokens.
#include "core/unicode.h"
#include "document/document.h"
#include "fuzz.h"
#include "token/tokens.h"

namespace {

const casus::TokenRules& rules() {
  static const auto loaded = casus::TokenRules::load(CASUS_TREE "/rules/tokens");
  require(loaded.has_value(), loaded ? "" : loaded.error().message.c_str());
  return *loaded;
}

bool is_blank(char32_t c) { return casus::is_space(c) || casus::is_invisible(c) || casus::is_mark(c) || c < U' '; }

void check_words(const casus::Document& document, const casus::Tokens& tokens) {
  std::size_t at = 0;
  for (const casus::Token& token : tokens.tokens) {
    require(token.span.start >= at && token.span.start < token.span.end, "spans ascend and are not empty");
    require(token.span.end <= document.text.size(), "spans stay in the text");
    require(!token.form.empty(), "forms are not empty");
    for (; at < token.span.start; ++at) require(is_blank(document.text[at]), "nothing visible lies between tokens");
    at = token.span.end;
  }
  for (; at < document.text.size(); ++at) require(is_blank(document.text[at]), "nothing visible lies after the tokens");
}

void check_sentences(const casus::Tokens& tokens) {
  std::size_t at = 0;
  for (const casus::TokenRange& sentence : tokens.sentences) {
    require(sentence.first == at && sentence.last > at, "sentences follow each other without a gap");
    require(sentence.size() <= casus::kLongestSentence, "sentences are bounded");
    at = sentence.last;
  }
  require(at == tokens.tokens.size(), "sentences cover the tokens");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto document = casus::make_document({.text = std::string(as_text(data, size))});
  if (!document) return 0;
  const casus::Tokens tokens = casus::split(*document, rules());
  check_words(*document, tokens);
  check_sentences(tokens);
  casus::guess_language(*document, tokens, rules());
  return 0;
}
