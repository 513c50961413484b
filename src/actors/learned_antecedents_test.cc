#include "actors/learned_antecedents.h"

#include <gtest/gtest.h>

#include <cmath>

namespace casus {
namespace {

using Meaning = std::vector<std::size_t>;

// Four markables, each of one token; the last has scores for the others.
Coreference with_scores(std::vector<float> scores) {
  Coreference made;
  for (std::size_t i = 0; i < 4; ++i) made.markables.push_back({.head = 10 * i, .first = 10 * i});
  made.choices.resize(4);
  for (std::size_t i = 0; i < 3; ++i) made.choices[i].scores.assign(i, -9.0F);
  made.choices[3].scores = std::move(scores);
  return made;
}

TEST(LearnedAntecedents, AddUpOverTheMentionsOfWhoIsMeant) {
  const Coreference coreference = with_scores({0, 0, 0});
  const Meaning kern = {7}, moss = {8};
  const auto found = LearnedAntecedents(coreference).of(30, [&](std::size_t token) { return token == 10 ? &moss : &kern; });
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0].means, kern);
  EXPECT_EQ(found[0].last_head, 20u);
  EXPECT_FLOAT_EQ(found[0].probability, 0.5F) << "two of three equal candidates and none";
  EXPECT_FLOAT_EQ(found[1].probability, 0.25F);
}

TEST(LearnedAntecedents, AMentionWithoutAMeaningHasThatOfItsChain) {
  Coreference coreference = with_scores({-9, 2, -9});
  coreference.choices[1].antecedent = 0;
  const Meaning kern = {7};
  const auto found = LearnedAntecedents(coreference).of(30, [&](std::size_t token) { return token == 0 ? &kern : nullptr; });
  EXPECT_EQ(found[0].means, kern);
  EXPECT_EQ(found[0].last_head, 10u);
  EXPECT_TRUE(found[1].means.empty());
}

TEST(LearnedAntecedents, AreNoneAtATokenThatIsNoMarkable) {
  const Coreference coreference = with_scores({1, 1, 1});
  EXPECT_TRUE(LearnedAntecedents(coreference).of(31, [](std::size_t) { return nullptr; }).empty());
}

}  // namespace
}  // namespace casus
