#include "actors/speakers.h"

#include <gtest/gtest.h>

#include <sstream>
#include <string>

#include "core/unicode.h"

namespace casus {
namespace {

// Tokens at spaces; "_" before a mark stands for no space.
struct Text {
  Document document;
  Tokens tokens;

  explicit Text(const std::string& words) {
    std::istringstream stream(words);
    for (std::string word; stream >> word;) {
      const bool attached = word[0] == '_';
      if (attached) word.erase(0, 1);
      const auto form = from_utf8(word);
      if (attached) tokens.tokens.back().space_after = false;
      else if (!document.text.empty()) document.text += U' ';
      const std::size_t start = document.text.size();
      document.text += *form;
      tokens.tokens.push_back({.form = word, .span = {start, document.text.size()}, .paragraph_start = tokens.tokens.empty()});
    }
    tokens.sentences = {{0, tokens.tokens.size()}};
  }
};

Attributions said(TokenRange source, TokenRange cue, std::vector<TokenRange> content) {
  return {.attributions = {{.source = {source}, .cue = cue, .content = std::move(content)}}};
}

TEST(Speakers, OfAQuotationAreItsSource) {
  //               0 1   2  3    4  5   6 7    8
  const Text text("“ _We won _, _” she said today .");
  const Speakers speakers(text.tokens, said({5, 6}, {6, 7}, {{1, 3}}), Quotations(text.document, text.tokens));
  EXPECT_EQ(speakers.quoted(1), (std::vector<TokenRange>{{5, 6}}));
  EXPECT_TRUE(speakers.quoted(7).empty());
}

TEST(Speakers, OfWhatIsToldWithoutMarksAreItsSourceToo) {
  const Text text("Kern said he won .");
  const Speakers speakers(text.tokens, said({0, 1}, {1, 2}, {{2, 4}}), Quotations(text.document, text.tokens));
  EXPECT_EQ(speakers.told(2), (std::vector<TokenRange>{{0, 1}}));
  EXPECT_TRUE(speakers.quoted(2).empty());
  EXPECT_TRUE(speakers.told(0).empty());
}

TEST(Speakers, ASourceWithinAQuotationIsNotItsSpeaker) {
  //               0 1     2    3  4    5 6
  const Text text("“ _Moss says we lost . _”");
  const Speakers speakers(text.tokens, said({1, 2}, {2, 3}, {{3, 5}}), Quotations(text.document, text.tokens));
  EXPECT_TRUE(speakers.quoted(3).empty());
}

TEST(Speakers, WordsQuotedWithinAQuotationAreNotItsSpeakers) {
  //               0 1   2    3 4   5    6  7  8  9    10
  const Text text("“ _He said ‘ _we lost _’ _. _” said Kern");
  const Speakers speakers(text.tokens, said({10, 11}, {9, 10}, {{1, 8}}), Quotations(text.document, text.tokens));
  EXPECT_FALSE(speakers.quoted(1).empty());
  EXPECT_TRUE(speakers.quoted(4).empty());
}

}  // namespace
}  // namespace casus
