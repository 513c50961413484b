#include "attribution/tidy_ranges.h"

#include <gtest/gtest.h>

#include <sstream>
#include <string>

namespace casus {
namespace {

Tokens tokens_of(const std::string& text) {
  Tokens tokens;
  std::istringstream words(text);
  for (std::string word; words >> word;) tokens.tokens.push_back({.form = word});
  tokens.sentences = {{0, tokens.tokens.size()}};
  return tokens;
}

std::string show(const Tokens& tokens, const std::vector<TokenRange>& ranges) {
  std::string text;
  for (const TokenRange range : ranges) {
    text += "[";
    for (std::size_t i = range.first; i < range.last; ++i) text += (i > range.first ? " " : "") + tokens.tokens[i].form;
    text += "]";
  }
  return text;
}

TEST(TidyRanges, EndWhereAReaderWouldEndThem) {
  const struct {
    const char* text;
    std::vector<TokenRange> ranges;
    const char* want;
  } table[] = {
      {"He said , it rains .", {{2, 6}}, "[it rains]"},
      {"\u201c It rains , \u201d he said", {{0, 5}}, "[\u201c It rains , \u201d]"},
      {"\u201c It rains , \u201d he said", {{0, 3}}, "[\u201c It rains]"},
      {"\u201c It rains \u201d he said", {{0, 3}}, "[\u201c It rains \u201d]"},
      {"\u201c It rains \u201d he said", {{1, 4}}, "[\u201c It rains \u201d]"},
      {"\" It rains \" he said", {{0, 3}}, "[\" It rains \"]"},
      {"\" It rains \" he said", {{1, 4}}, "[\" It rains \"]"},
      {"a \" b \" c \" d", {{1, 5}}, "[\" b \" c]"},
      {"he said , -- .", {{2, 5}}, ""},
      {"he said ?", {{2, 3}}, ""},
      {"rain -- and , snow", {{0, 2}, {3, 5}}, "[rain][snow]"},
  };
  for (const auto& row : table) {
    const Tokens tokens = tokens_of(row.text);
    EXPECT_EQ(show(tokens, tidy_ranges(tokens, row.ranges)), row.want) << row.text;
  }
}

}  // namespace
}  // namespace casus
