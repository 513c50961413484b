#include "evaluation/factuality.h"

#include <gtest/gtest.h>

#include <cmath>

namespace casus {
namespace {

TEST(Factuality, ReadsPredicates) {
  const auto read = read_factuality("sent_id\ttoken\tform\tfactuality\tconfidence\ns-1\t4\tget\t-1.4318\t1.0\n", "f");
  ASSERT_TRUE(read) << read.error().message;
  ASSERT_EQ(read->size(), 1u);
  EXPECT_EQ((*read)[0].sentence_id, "s-1");
  EXPECT_EQ((*read)[0].token, 4u);
  EXPECT_DOUBLE_EQ((*read)[0].factuality, -1.4318);
}

TEST(Factuality, NamesFileAndLineOfWhatIsBroken) {
  EXPECT_EQ(read_factuality("a\tb\n", "f").error().message, "f:1: expected the header sent_id, token, form, factuality, separated by tabs");
  EXPECT_EQ(read_factuality("sent_id\ttoken\tform\tfactuality\ns\t0\tx\t1\n", "f").error().message,
            "f:2: the token or the factuality is not a number");
  EXPECT_EQ(read_factuality("sent_id\ttoken\tform\tfactuality\ns\t1\n", "f").error().message,
            "f:2: expected at least 4 tab-separated columns, found 2");
}

// Four points whose correlation is easy by hand: deviations of x -1.5 -.5 .5 1.5, of y -1 -1 1 1: 4 / sqrt(5 * 4).
TEST(Factuality, CorrelatesByPearson) {
  const auto scores = score_factuality({{0, 0, 1}, {1, 1, 1}, {2, 2, 3}, {3, 3, 3}});
  ASSERT_EQ(scores.size(), 2u);
  EXPECT_NEAR(scores[0].value, 4 / std::sqrt(20.0), 1e-12);
  EXPECT_NEAR(scores[1].value, 0.5, 1e-12);
  EXPECT_LE(scores[0].low, scores[0].value);
  EXPECT_GE(scores[0].high, scores[0].value);
}

TEST(Factuality, IsZeroWhereNothingVaries) { EXPECT_EQ(score_factuality({{0, 1, 2}, {1, 1, 3}})[0].value, 0); }

}  // namespace
}  // namespace casus
