#include "attribution/link_ranges.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>
#include <sstream>
#include <string>

namespace casus {
namespace {

double worth(const std::vector<float>& scores, const std::vector<float>& ends, const std::vector<TokenRange>& ranges, double start) {
  double sum = 0;
  for (const TokenRange range : ranges) {
    sum -= start + (ends.empty() ? 0 : ends[range.last - 1]);
    for (std::size_t i = range.first; i < range.last; ++i) sum += scores[i];
  }
  return sum;
}

// All subsets of a few words are tried.
TEST(LinkRanges, AreTheBest) {
  std::mt19937 random(5);
  for (int round = 0; round < 300; ++round) {
    std::vector<float> scores(random() % 10);
    for (float& score : scores) score = static_cast<float>(random() % 801) / 100 - 4;
    std::vector<float> ends(round % 2 == 0 ? scores.size() : 0);
    for (float& end : ends) end = static_cast<float>(random() % 601) / 100 - 3;
    double best = 0;
    for (unsigned subset = 0; subset < 1u << scores.size(); ++subset) {
      std::vector<TokenRange> ranges;
      for (std::size_t i = 0; i < scores.size(); ++i) {
        if ((subset >> i & 1) == 0) continue;
        if (ranges.empty() || ranges.back().last != i) ranges.push_back({i, i});
        ranges.back().last = i + 1;
      }
      best = std::max(best, worth(scores, ends, ranges, 1.5));
    }
    const auto found = best_ranges(scores, 1.5f, ends);
    EXPECT_NEAR(worth(scores, ends, found, 1.5), best, 1e-5);
    for (std::size_t i = 0; i < found.size(); ++i) {
      EXPECT_LT(found[i].first, found[i].last);
      EXPECT_LE(found[i].last, scores.size());
      EXPECT_TRUE(i == 0 || found[i - 1].last < found[i].first);
    }
  }
  EXPECT_TRUE(best_ranges(std::vector<float>{NAN, -INFINITY, INFINITY}, 1).empty());
}

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

TEST(LinkRanges, AreTidied) {
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
