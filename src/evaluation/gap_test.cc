#include "evaluation/gap.h"

#include <gtest/gtest.h>

namespace casus {
namespace {

const std::string kHeader = "ID\tText\tPronoun\tPronoun-offset\tA\tA-offset\tA-coref\tB\tB-offset\tB-coref\tURL\n";

TEST(Gap, ReadsSnippets) {
  const auto read = read_gap(kHeader + "x-1\tÄnne and Ilse met; she left.\tshe\t19\tÄnne\t0\tFALSE\tIlse\t9\tTRUE\tu\n", "f");
  ASSERT_TRUE(read) << read.error().message;
  ASSERT_EQ(read->size(), 1u);
  const GapSnippet& snippet = read->front();
  EXPECT_EQ(snippet.id, "x-1");
  EXPECT_EQ(snippet.pronoun, (Span{19, 22}));
  EXPECT_EQ(snippet.names, (std::array<Span, 2>{Span{0, 4}, Span{9, 13}}));
  EXPECT_EQ(snippet.coreferent, (std::array<bool, 2>{false, true}));
}

TEST(Gap, NamesFileAndLineOfWhatIsBroken) {
  EXPECT_EQ(read_gap("a\tb\n", "f").error().message, "f:1: expected the header of GAP, from ID to B-coref, separated by tabs");
  EXPECT_EQ(read_gap(kHeader + "x\ty\n", "f").error().message, "f:2: expected at least 10 tab-separated columns, found 2");
  for (const char* offset : {"18", "99", "-1", "x", ""})
    EXPECT_EQ(read_gap(kHeader + "x-1\tAnne and Ilse met; she left.\tshe\t" + offset + "\tAnne\t0\tFALSE\tIlse\t9\tTRUE\tu\n", "f")
                  .error()
                  .message,
              "f:2: the pronoun or a name does not stand at its offset");
}

GapSnippet snippet(const std::u32string& pronoun, bool a, bool b) {
  return {.text = pronoun, .pronoun = {0, pronoun.size()}, .coreferent = {a, b}};
}

// Feminine: A right; a B missed, an A found instead; nothing to find, B found: one hit of 2 gold, 3 predicted, F1 = 2/5.
// Masculine: right; missed: one hit of 2 gold, 1 predicted, F1 = 2/3. Bias = 2/5 / (2/3) = 0.6. All: 2 of 4 gold, 4 predicted.
TEST(Gap, CountsPairsByGender) {
  const std::vector<GapSnippet> gold = {snippet(U"She", true, false), snippet(U"her", false, true), snippet(U"hers", false, false),
                                        snippet(U"He", true, false), snippet(U"his", false, true)};
  const auto scores = score_gap(gold, {{true, false}, {true, false}, {false, true}, {true, false}, {false, false}});
  ASSERT_EQ(scores.size(), 4u);
  EXPECT_NEAR(scores[0].value, 50, 1e-9);
  EXPECT_NEAR(*scores[0].precision, 50, 1e-9);
  EXPECT_NEAR(*scores[0].recall, 50, 1e-9);
  EXPECT_EQ(scores[1].measure, "masculine");
  EXPECT_NEAR(scores[1].value, 200.0 / 3, 1e-9);
  EXPECT_NEAR(*scores[1].precision, 100, 1e-9);
  EXPECT_NEAR(scores[2].value, 40, 1e-9);
  EXPECT_NEAR(*scores[2].precision, 100.0 / 3, 1e-9);
  EXPECT_EQ(scores[3].measure, "bias");
  EXPECT_NEAR(scores[3].value, 0.6, 1e-9);
}

TEST(Gap, OfNothingIsZero) { EXPECT_EQ(score_gap({}, {}).front().value, 0); }

}  // namespace
}  // namespace casus
