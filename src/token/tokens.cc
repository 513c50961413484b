#include "token/tokens.h"

#include <algorithm>

#include "core/check.h"

namespace casus {

std::size_t Tokens::sentence_of(std::size_t token) const {
  CASUS_CHECK(token < tokens.size());
  const auto after = std::upper_bound(sentences.begin(), sentences.end(), token,
                                      [](std::size_t wanted, const TokenRange& sentence) { return wanted < sentence.last; });
  return static_cast<std::size_t>(after - sentences.begin());
}

Span Tokens::span(TokenRange range) const {
  CASUS_CHECK(range.first < range.last && range.last <= tokens.size());
  return {tokens[range.first].span.start, tokens[range.last - 1].span.end};
}

std::string Tokens::forms(TokenRange range) const {
  std::string text;
  for (std::size_t token = range.first; token < range.last; ++token) {
    text += tokens[token].form;
    if (tokens[token].space_after && token + 1 < range.last) text += ' ';
  }
  return text;
}

Spans Tokens::sentence_spans() const {
  Spans spans;
  spans.reserve(sentences.size());
  for (const TokenRange& sentence : sentences) spans.push_back(span(sentence));
  return spans;
}

Tokens sentences_of(const Tokens& tokens, std::size_t first, std::size_t last) {
  Tokens part;
  const std::size_t from = tokens.sentences[first].first;
  const std::size_t until = tokens.sentences[last - 1].last;
  part.tokens.assign(tokens.tokens.begin() + static_cast<std::ptrdiff_t>(from), tokens.tokens.begin() + static_cast<std::ptrdiff_t>(until));
  for (std::size_t s = first; s < last; ++s) part.sentences.push_back({tokens.sentences[s].first - from, tokens.sentences[s].last - from});
  return part;
}

}  // namespace casus
