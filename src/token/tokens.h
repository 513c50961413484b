// Tokens by the conventions of UD English (EWT), in sentences.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "casus/span.h"
#include "document/document.h"
#include "token/token_rules.h"

namespace casus {

// [first, last) in Tokens::tokens.
struct TokenRange {
  std::size_t first = 0;
  std::size_t last = 0;

  auto operator<=>(const TokenRange&) const = default;
  std::size_t size() const { return last - first; }
  bool contains(std::size_t token) const { return first <= token && token < last; }
};

struct Token {
  std::string form;  // the text's characters without invisible ones; UTF-8
  Span span;
  bool space_after = true;
  bool paragraph_start = false;
};

// Spans ascend and do not overlap; every visible character that is no white space lies in one of them. Sentences follow each
// other without a gap and never run over the end of a paragraph.
struct Tokens {
  std::vector<Token> tokens;
  std::vector<TokenRange> sentences;

  std::size_t sentence_of(std::size_t token) const;
  Span span(TokenRange range) const;
  // Their forms, with a space where the text has white space between.
  std::string forms(TokenRange range) const;
  Spans sentence_spans() const;
};

// Sentences [first, last) as tokens of their own, with the spans that they have.
Tokens sentences_of(const Tokens& tokens, std::size_t first, std::size_t last);

inline constexpr std::size_t kLongestSentence = 200;  // tokens; a longer one is cut

// In time linear in the text's length, whatever the text. A text without visible characters has no tokens.
Tokens split(const Document& document, const TokenRules& rules);
Tokens split(Document&&, const TokenRules&) = delete;

// "en", another ISO 639-1 code, or "und"; by function words and script.
std::string guess_language(const Document& document, const Tokens& tokens, const TokenRules& rules);

}  // namespace casus
