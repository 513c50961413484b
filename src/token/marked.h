// For tests: a text with the ends of its tokens and sentences shown, "They do¦n't know¦.‖ We do¦."
#pragma once

#include <string>

#include "core/unicode.h"
#include "token/tokens.h"

namespace casus {

// "¦" where a token ends and the next one follows without a space, "‖" where a sentence ends and another follows.
inline std::string marked(const Document& document, const Tokens& tokens) {
  std::string text;
  std::size_t at = 0;
  std::size_t sentence = 0;
  for (std::size_t i = 0; i < tokens.tokens.size(); ++i) {
    const Token& token = tokens.tokens[i];
    text += slice(document, {at, token.span.end});
    at = token.span.end;
    if (i + 1 == tokens.tokens.size()) break;
    if (i + 1 == tokens.sentences[sentence].last) {
      text += "‖";
      ++sentence;
    } else if (!token.space_after) {
      text += "¦";
    }
  }
  return text + slice(document, {at, document.text.size()});
}

inline std::string without_marks(const std::string& marked) {
  std::u32string text;
  const std::u32string characters = *from_utf8(marked);
  for (const char32_t c : characters)
    if (c != U'¦' && c != U'‖') text.push_back(c);
  return to_utf8(text);
}

inline Document document_of(const std::string& text) {
  Report report;
  report.text = text;
  return *make_document(report);
}

inline const TokenRules& token_rules() {
  static const TokenRules kRules = *TokenRules::load("rules/tokens");
  return kRules;
}

// Splits the text without its marks and marks it again.
inline std::string split_again(const std::string& marked_text) {
  const Document document = document_of(without_marks(marked_text));
  return marked(document, split(document, token_rules()));
}

}  // namespace casus
