#include "attribution/tidy_ranges.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "core/unicode.h"

namespace casus {
namespace {

bool has_word(const Token& token) {
  const auto text = from_utf8(token.form);
  return text && std::any_of(text->begin(), text->end(), [](char32_t c) { return is_letter(c) || is_digit(c); });
}

bool is_loose(const Token& token) {
  constexpr std::array<std::string_view, 10> kLoose = {",", ".", ":", ";", "-", "--", "\u2013", "\u2014", "\u2015", "_"};
  return std::find(kLoose.begin(), kLoose.end(), token.form) != kLoose.end();
}

// The mark that closes what this one opens; empty for other tokens.
std::string_view closing_mark(std::string_view form) {
  constexpr std::pair<std::string_view, std::string_view> kMarks[] = {
      {"\u201c", "\u201d"}, {"``", "''"}, {"\"", "\""}, {"''", "''"}, {"\u2018", "\u2019"}, {"\u00ab", "\u00bb"}, {"\u201e", "\u201c"}};
  for (const auto& [opening, closing] : kMarks)
    if (form == opening) return closing;
  return {};
}

TokenRange without_loose_ends(const Tokens& tokens, TokenRange range) {
  while (range.size() > 0 && is_loose(tokens.tokens[range.first])) ++range.first;
  while (range.size() > 0 && is_loose(tokens.tokens[range.last - 1])) --range.last;
  return range;
}

TokenRange with_partners(const Tokens& tokens, TokenRange range) {
  const auto& all = tokens.tokens;
  const auto count = [&](std::string_view form) {
    std::size_t found = 0;
    for (std::size_t i = range.first; i < range.last; ++i) found += all[i].form == form;
    return found;
  };
  const std::string_view after = closing_mark(all[range.first].form);
  if (!after.empty() && range.last < all.size() && all[range.last].form == after &&
      count(after) == (after == all[range.first].form ? 1u : 0u))
    return {range.first, range.last + 1};
  if (range.first == 0) return range;
  const std::string_view before = all[range.first - 1].form, closing = closing_mark(before);
  if (!closing.empty() && all[range.last - 1].form == closing && count(before) == (closing == before ? 1u : 0u))
    return {range.first - 1, range.last};
  return range;
}

}  // namespace

std::vector<TokenRange> tidy_ranges(const Tokens& tokens, std::vector<TokenRange> ranges) {
  std::vector<TokenRange> tidy;
  for (const TokenRange& range : ranges) {
    const TokenRange kept = without_loose_ends(tokens, range);
    const auto begin = tokens.tokens.begin();
    if (!std::any_of(begin + static_cast<std::ptrdiff_t>(kept.first), begin + static_cast<std::ptrdiff_t>(kept.last), has_word)) continue;
    tidy.push_back(with_partners(tokens, kept));
  }
  return tidy;
}

}  // namespace casus
