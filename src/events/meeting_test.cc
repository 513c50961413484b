#include "events/meeting.h"

#include <gtest/gtest.h>

#include "events/scene_for_tests.h"

namespace casus {
namespace {

// Turkey VERB Greece over a strait.
Scene scene_with(const std::string& verb, const std::string& lemma) {
  Scene scene(
      "Turkey Turkey PROPN NNP 2 nsubj\n" + verb + " " + lemma +
      " VERB VBD 0 root\nGreece Greece PROPN NNP 2 obj\nover over ADP IN 6 case\na a DET DT 6 det\nstrait strait NOUN NN 2 obl\n. . "
      "PUNCT . 2 punct");
  scene.actor("TUR", {"Turkey"}).actor("GRC", {"Greece"});
  return scene;
}

Scene& told(Scene& scene, const std::string& form, float event, float accuse, const std::string& mode = "") {
  scene.proposals.types = {"ACCUSE", "ASSAULT"};
  scene.proposals.proposals.push_back({.token = scene.at(form), .event = event, .types = {accuse, 1 - accuse}, .mode = mode});
  return scene;
}

TEST(Meeting, TheHeadProposesWhereNoFrameKnowsTheWord) {
  Scene scene = scene_with("glorbed", "glorb");
  EXPECT_EQ(scene.summary(), "");
  told(scene, "glorbed", 0.9F, 0.9F, "disapprove");
  EXPECT_EQ(scene.summary(), "ACCUSE disapprove TUR -> GRC asserted");
  EXPECT_EQ(scene.events().events.at(0).rule, "head.ACCUSE");
}

TEST(Meeting, TheHeadMustBeSure) {
  Scene doubtful = scene_with("glorbed", "glorb"), undecided = doubtful;
  EXPECT_EQ(told(doubtful, "glorbed", 0.3F, 0.9F).summary(), "");
  EXPECT_EQ(told(undecided, "glorbed", 0.9F, 0.5F).events().events.size(), 1u);
  Scene of_no_type = scene_with("glorbed", "glorb");
  told(of_no_type, "glorbed", 0.9F, 0.4F);
  of_no_type.proposals.types.push_back("AID");
  of_no_type.proposals.proposals[0].types = {0.4F, 0.3F, 0.3F};
  EXPECT_EQ(of_no_type.summary(), "");
}

TEST(Meeting, AgreementRaisesConfidence) {
  Scene alone = scene_with("condemned", "condemn"), both = alone, apart = alone;
  told(both, "condemned", 0.9F, 0.9F);
  told(apart, "condemned", 0.9F, 0.1F);
  ASSERT_EQ(alone.events().events.size(), 1u);
  EXPECT_TRUE(both.events().events.at(0).rule.ends_with("+head"));
  EXPECT_GT(both.events().events[0].confidence, alone.events().events[0].confidence);
  EXPECT_FALSE(apart.events().events.at(0).rule.ends_with("+head"));
}

TEST(Meeting, AFrameHasItsWordForItself) {
  Scene scene = scene_with("condemned", "condemn");
  EXPECT_EQ(told(scene, "condemned", 0.95F, 0.03F).summary(), "ACCUSE disapprove TUR -> GRC asserted");
}

TEST(Meeting, OfAVerbAndItsNounTheLikelierTellsIt) {
  Scene scene = scene_with("glorbed", "glorb");
  told(scene, "glorbed", 0.8F, 0.9F);
  told(scene, "strait", 0.78F, 0.9F);
  ASSERT_EQ(scene.events().events.size(), 1u);
  EXPECT_EQ(scene.events().events[0].trigger.text, "glorbed");
}

}  // namespace
}  // namespace casus
