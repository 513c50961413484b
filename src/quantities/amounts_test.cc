#include "quantities/amounts.h"

#include <gtest/gtest.h>

#include <sstream>

#include "syntax/conllu.h"

namespace casus {
namespace {

// Words separated by spaces, all of them numerals to the tagger where they may be; "~" joins a word to the one before it.
Conllu words(const std::string& text) {
  std::istringstream in(text);
  std::string rows, word;
  for (int n = 1; in >> word; ++n) {
    const bool joined = word.front() == '~';
    if (joined) word.erase(0, 1);
    if (joined && rows.ends_with("\t_\n")) rows.replace(rows.size() - 2, 1, "SpaceAfter=No");
    rows += std::to_string(n) + "\t" + word + "\t" + word + "\tNUM\tCD\t_\t" + (n == 1 ? "0\troot" : "1\tdep") + "\t_\t_\n";
  }
  auto read = read_conllu(rows + "\n", "test");
  EXPECT_TRUE(read) << (read ? "" : read.error().message);
  return *std::move(read);
}

const QuantityRules& rules() {
  static const auto loaded = QuantityRules::load("rules");
  if (!loaded) throw std::runtime_error(loaded.error().message);
  return *loaded;
}

// "low..high [words]", "-" for a missing bound, of each numeral.
std::string amounts(const std::string& text) {
  const Conllu conllu = words(text);
  std::ostringstream out;
  for (const Amount& amount : find_amounts(conllu.tokens, conllu.parse, rules())) {
    if (out.tellp() > 0) out << " | ";
    if (amount.low) out << *amount.low;
    else out << "-";
    out << "..";
    if (amount.high) out << *amount.high;
    else out << "-";
    for (std::size_t token = amount.words.first; token < amount.words.last; ++token) out << " " << conllu.tokens.tokens[token].form;
  }
  return out.str();
}

TEST(Amounts, WordsAndDigits) {
  EXPECT_EQ(amounts("1,200 men"), "1200..1200 1,200");
  EXPECT_EQ(amounts("fifty ~- ~seven men"), "57..57 fifty - seven");
  EXPECT_EQ(amounts("fifteen hundred men"), "1500..1500 fifteen hundred");
  EXPECT_EQ(amounts("two hundred and fifty men"), "250..250 two hundred and fifty");
  EXPECT_EQ(amounts("2.5 million men"), "2.5e+06..2.5e+06 2.5 million");
  EXPECT_EQ(amounts("a hundred men"), "100..100 a hundred");
  EXPECT_EQ(amounts("half a million men"), "500000..500000 half a million");
  EXPECT_EQ(amounts("a quarter of a million men"), "250000..250000 a quarter of a million");
  EXPECT_EQ(amounts("two and a half million men"), "2.5e+06..2.5e+06 two and a half million");
  EXPECT_EQ(amounts("two dozen men"), "24..24 two dozen");
  EXPECT_EQ(amounts("a couple of men"), "2..2 a couple");
  EXPECT_EQ(amounts("three men and two women"), "3..3 three | 2..2 two");
}

TEST(Amounts, VagueOnesHaveALowerBound) {
  EXPECT_EQ(amounts("dozens of men"), "24..- dozens");
  EXPECT_EQ(amounts("tens of thousands of men"), "20000..- tens of thousands");
  EXPECT_EQ(amounts("hundreds of thousands"), "200000..- hundreds of thousands");
  EXPECT_EQ(amounts("several men"), "3..- several");
  EXPECT_EQ(amounts("several hundred men"), "200..- several hundred");
  EXPECT_EQ(amounts("a few dozen men"), "24..- a few dozen");
  EXPECT_EQ(amounts("a handful of men"), "3..- a handful");
}

TEST(Amounts, Ranges) {
  EXPECT_EQ(amounts("between 50 and 60 men"), "50..60 between 50 and 60");
  EXPECT_EQ(amounts("20 to 30 men"), "20..30 20 to 30");
  EXPECT_EQ(amounts("20 ~- ~30 men"), "20..30 20 - 30");
  EXPECT_EQ(amounts("two or three men"), "2..3 two or three");
  EXPECT_EQ(amounts("two or three dozen men"), "24..36 two or three dozen");
  EXPECT_EQ(amounts("2 to 3 million men"), "2e+06..3e+06 2 to 3 million");
  EXPECT_EQ(amounts("from 51 to 46"), "51..51 51 | 46..46 46");
}

TEST(Amounts, Bounds) {
  EXPECT_EQ(amounts("at least 20 men"), "20..- at least 20");
  EXPECT_EQ(amounts("no fewer than 20 men"), "20..- no fewer than 20");
  EXPECT_EQ(amounts("up to 20 men"), "-..20 up to 20");
  EXPECT_EQ(amounts("fewer than ten men"), "-..10 fewer than ten");
  EXPECT_EQ(amounts("some 20 men"), "20..20 some 20");
  EXPECT_EQ(amounts("50+ men"), "50..- 50+");
  EXPECT_EQ(amounts("20 or more men"), "20..- 20 or more");
}

TEST(Amounts, RatiosAreNone) { EXPECT_EQ(amounts("three in ten pumps stood"), ""); }

TEST(Amounts, FiguresInNamesAreNone) {
  EXPECT_EQ(amounts("an F ~- ~16 fell"), "");
  EXPECT_EQ(amounts("the G8 met"), "");
}

}  // namespace
}  // namespace casus
