#include "actors/speakers.h"

#include <algorithm>
#include <limits>
#include <map>

namespace casus {
namespace {

bool is_one_of(std::string_view form, std::initializer_list<std::string_view> wanted) {
  return std::find(wanted.begin(), wanted.end(), form) != wanted.end();
}

std::size_t size_of(const std::vector<TokenRange>& ranges) {
  std::size_t size = 0;
  for (const TokenRange& range : ranges) size += range.size();
  return size;
}

// For each quotation, the attribution that says the most of its words, its source outside; else `none`.
std::vector<std::size_t> attributions_of(const std::vector<Attribution>& attributions, const Quotations& quotations, std::size_t none) {
  std::vector<std::size_t> best(quotations.all().size(), none);
  std::vector<std::size_t> most(best.size());
  for (std::size_t a = 0; a < attributions.size(); ++a) {
    if (attributions[a].source.empty()) continue;
    const auto around_source = quotations.of_token(attributions[a].source.front().first);
    std::map<std::size_t, std::size_t> said;
    for (const TokenRange& range : attributions[a].content)
      for (std::size_t token = range.first; token < range.last; ++token)
        if (const auto quotation = quotations.of_token(token); quotation && quotation != around_source) ++said[*quotation];
    for (const auto& [quotation, words] : said) {
      if (words <= most[quotation]) continue;
      most[quotation] = words;
      best[quotation] = a;
    }
  }
  return best;
}

// Of the words of a quotation, those within single or double marks of their own.
std::vector<bool> nested_words(const Tokens& tokens, TokenRange quotation) {
  std::vector<bool> nested(quotation.size());
  bool inside = false;
  std::size_t opened = 0;
  for (std::size_t i = quotation.first; i < quotation.last; ++i) {
    const Token& token = tokens.tokens[i];
    const bool after_space = i == quotation.first || tokens.tokens[i - 1].space_after;
    if (!inside && after_space && !token.space_after && is_one_of(token.form, {"‘", "'", "`", "“", "\""})) {
      inside = true;
      opened = i;
    } else if (inside && is_one_of(token.form, {"’", "'", "”", "\""})) {
      for (std::size_t k = opened; k < i; ++k) nested[k - quotation.first] = true;
      inside = false;
    }
  }
  return nested;
}

}  // namespace

Speakers::Speakers(const Tokens& tokens, const Attributions& attributions, const Quotations& quotations) {
  const std::size_t none = attributions.attributions.size();
  quoted_.assign(tokens.tokens.size(), none);
  told_ = quoted_;
  for (const Attribution& attribution : attributions.attributions) sources_.push_back(attribution.source);
  sources_.emplace_back();

  std::vector<std::size_t> said_by = attributions_of(attributions.attributions, quotations, none);
  for (std::size_t q = 0; q < said_by.size(); ++q) {
    const Quotation& quotation = quotations.all()[q];
    if (said_by[q] == none && quotation.continues) said_by[q] = said_by[*quotation.continues];
    const std::vector<bool> nested = nested_words(tokens, quotation.tokens);
    for (std::size_t i = quotation.tokens.first; i < quotation.tokens.last; ++i)
      if (!nested[i - quotation.tokens.first]) quoted_[i] = said_by[q];
  }
  std::vector<std::size_t> least(tokens.tokens.size(), std::numeric_limits<std::size_t>::max());
  for (std::size_t a = 0; a < none; ++a) {
    const std::size_t size = size_of(sources_[a].empty() ? sources_[a] : attributions.attributions[a].content);
    for (const TokenRange& range : attributions.attributions[a].content)
      for (std::size_t i = range.first; i < range.last && size > 0; ++i)
        if (size < least[i]) {
          least[i] = size;
          told_[i] = a;
        }
  }
}

}  // namespace casus
