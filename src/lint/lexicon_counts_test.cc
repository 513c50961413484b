#include "lint/lexicon_counts.h"

#include "events/lexicon_for_tests.h"

namespace casus {
namespace {

class Counts : public LexiconFiles {};

TEST_F(Counts, LemmasAndPredicatesAreCountedOnce) {
  write_frames(
      "fire\tfire|launch object:@weapon\t\t\tASSAULT\theavy-weapons\t\t\tX fired a shell.\tASSAULT\n"
      "fire-on\tfire on:*\t\t\tASSAULT\t\t\t\tX fired on Y.\tASSAULT\n"
      "fire-not\tfire on:* with:!shell\t\t\tASSAULT\t\t\t\tX fired on Y.\tASSAULT\n"
      "fire-noun\tfire/NOUN\t\t\tASSAULT\t\t\t\tThe fire ended.\tASSAULT\n"
      "fire-up\tfire prt:up\t\t\t-\t\t\t\tX fired up Y.\tnone\n");
  const LexiconCounts counts = count_lexicon(lexicon(), ontology());
  EXPECT_EQ(counts.all.rows, 4u);
  EXPECT_EQ(counts.all.lemmas, 3u);  // fire/VERB, launch/VERB, fire/NOUN
  EXPECT_EQ(counts.all.predicates, 4u);
  EXPECT_EQ(counts.operators, 1u);
  for (const ModeCounts& each : counts.modes) {
    const bool plain = each.type == "ASSAULT" && each.mode.empty();
    const bool heavy = each.type == "ASSAULT" && each.mode == "heavy-weapons";
    EXPECT_EQ(each.counts.rows, plain ? 3u : heavy ? 1u : 0u) << each.type << " " << each.mode;
  }
  EXPECT_GT(counts.modes.size(), 60u);
}

}  // namespace
}  // namespace casus
