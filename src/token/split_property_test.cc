// Laws that hold for every text, tried on random ones.
#include <gtest/gtest.h>

#include <random>

#include "token/marked.h"

namespace casus {
namespace {

constexpr int kTexts = 3000;

std::u32string random_text(std::mt19937& random) {
  // Pieces that the rules look at, and any code point at all.
  const std::u32string_view parts[] = {
      U" ",    U" ",      U"\n",      U"\n\n",   U".",      U",",      U"\"",     U"'", U"’",  U"“",    U"”",       U"(",          U")",
      U"[1]",  U"-",      U"—",       U"--",     U"...",    U"?",      U"!",      U"/", U"@",  U"www.", U"http://", U"the",        U"In",
      U"U.S.", U"Mr.",    U"p.m.",    U"n't",    U"don't",  U"cannot", U"co-",    U"$", U"%",  U"5",    U"1,200",   U"2020-10-07", U"9/11",
      U"km",   U"é",      U"e\u0301", U"\u00AD", U"\u200B", U"\u200D", U"\uFE0F", U"👩", U"🇺",  U"#a",   U":)",      U"&",          U"…",
      U"_",    U"\u0301", U"大",      U"ال",     U"a",      U"B",      U"Image",  U":", U"\t", U"\r",   U"\u2028",  U"\u3000",     U"\x01"};
  std::uniform_int_distribution<std::size_t> part(0, std::size(parts) - 1), length(1, 60);
  std::uniform_int_distribution<std::uint32_t> any(1, 0x10FFFF);
  std::u32string text;
  for (std::size_t n = length(random); n > 0; --n) {
    if (part(random) > 0) {
      text += parts[part(random)];
      continue;
    }
    const std::uint32_t c = any(random);
    if (c < 0xD800 || c > 0xDFFF) text.push_back(c);
  }
  return text;
}

class SplitLaws : public testing::TestWithParam<unsigned> {};

TEST_P(SplitLaws, HoldForRandomTexts) {
  std::mt19937 random(GetParam());
  for (int i = 0; i < kTexts; ++i) {
    Document document;
    document.text = random_text(random);
    document.info.text = to_utf8(document.text);
    const Tokens tokens = split(document, token_rules());
    SCOPED_TRACE(document.info.text);

    std::vector<bool> covered(document.text.size());
    std::size_t end = 0;
    for (const Token& token : tokens.tokens) {
      ASSERT_LE(end, token.span.start);
      ASSERT_LT(token.span.start, token.span.end);
      ASSERT_LE(token.span.end, document.text.size());
      end = token.span.end;
      std::u32string visible;
      for (std::size_t c = token.span.start; c < token.span.end; ++c) {
        covered[c] = true;
        ASSERT_FALSE(is_space(document.text[c]));
        if (!is_invisible(document.text[c])) visible.push_back(document.text[c]);
      }
      ASSERT_EQ(token.form, to_utf8(visible));
      ASSERT_FALSE(token.form.empty());
    }
    for (std::size_t c = 0; c < covered.size(); ++c)
      ASSERT_TRUE(covered[c] || is_space(document.text[c]) || is_invisible(document.text[c])) << c;

    std::size_t next = 0;
    for (const TokenRange& sentence : tokens.sentences) {
      ASSERT_EQ(sentence.first, next);
      ASSERT_LT(sentence.first, sentence.last);
      ASSERT_LE(sentence.size(), kLongestSentence);
      for (std::size_t t = sentence.first + 1; t < sentence.last; ++t) ASSERT_FALSE(tokens.tokens[t].paragraph_start);
      next = sentence.last;
    }
    ASSERT_EQ(next, tokens.tokens.size());
    guess_language(document, tokens, token_rules());
  }
}

INSTANTIATE_TEST_SUITE_P(Seeds, SplitLaws, testing::Values(1U, 2U, 3U, 4U));

}  // namespace
}  // namespace casus
