// Tokens by the conventions of UD English (EWT), in sentences.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "casus/span.h"
#include "document/document.h"

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

struct Tokens {
  std::vector<Token> tokens;
  std::vector<TokenRange> sentences;

  std::size_t sentence_of(std::size_t token) const;
  Span span(TokenRange range) const;
  Spans sentence_spans() const;
};

inline constexpr std::size_t kLongestSentence = 200;  // tokens; a longer one is cut

Tokens split(const Document& document);
Tokens split(Document&&) = delete;

// "en", another ISO 639-1 code, or "und"; by function words and script.
std::string guess_language(const Document& document, const Tokens& tokens);

}  // namespace casus
