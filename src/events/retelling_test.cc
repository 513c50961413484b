#include "events/retelling.h"

#include <gtest/gtest.h>

#include "events/scene_for_tests.h"

namespace casus {
namespace {

// "Israel attacked Syria." and a sentence that follows; Chad and Mali are there to be named in it.
Scene after_attack(const std::string& rows) {
  Scene scene("Israel Israel PROPN NNP 2 nsubj\nattacked attack VERB VBD 0 root\nSyria Syria PROPN NNP 2 obj\n. . PUNCT . 2 punct\n\n" +
              rows);
  scene.actor("ISR", {"Israel"}).actor("SYR", {"Syria"}).actor("TCD", {"Chad"}).actor("MLI", {"Mali"});
  return scene;
}

std::string attack_on(const std::string& determiner, const std::string& whom) {
  return determiner + " " + determiner + " DET DT 2 det\nattack attack NOUN NN 5 nsubj\non on ADP IN 4 case\n" + whom + " " + whom +
         " PROPN NNP 2 nmod\nended end VERB VBD 0 root\n. . PUNCT . 5 punct\n";
}

TEST(Retelling, TheSameTypeAndPartiesAreOneEventWithAllSpans) {
  const Scene scene = after_attack(attack_on("The", "Syria"));
  ASSERT_EQ(scene.summary(), "ASSAULT ISR -> SYR asserted");
  const Event event = scene.events().events.front();
  EXPECT_EQ(event.trigger.text, "attacked");
  EXPECT_EQ(event.spans.back().end, scene.text.tokens.tokens[scene.at("on") + 1].span.end);
}

TEST(Retelling, OtherPartiesAreAnotherEvent) {
  EXPECT_EQ(after_attack(attack_on("The", "Mali")).summary(), "ASSAULT ISR -> SYR asserted\nASSAULT * -> MLI asserted");
}

TEST(Retelling, AFurtherOneIsAnother) {
  EXPECT_EQ(after_attack(attack_on("Another", "Syria")).summary(), "ASSAULT ISR -> SYR asserted\nASSAULT * -> SYR asserted");
}

TEST(Retelling, ANounWithoutPartiesPointsBackOrIsNothing) {
  const auto spans = [](const std::string& determiner) {
    Scene scene("Israel Israel PROPN NNP 2 nsubj\nphoned phone VERB VBD 0 root\nSyria Syria PROPN NNP 2 obj\n. . PUNCT . 2 punct\n\n" +
                determiner + " " + determiner + " DET DT 3 det\nphone phone NOUN NN 3 compound\ncall call NOUN NN 4 nsubj\n" +
                "ended end VERB VBD 0 root\n");
    scene.actor("ISR", {"Israel"}).actor("SYR", {"Syria"});
    EXPECT_EQ(scene.summary(), "CONSULT phone ISR+SYR asserted");
    return scene.events().events.front().spans.size();
  };
  EXPECT_EQ(spans("the"), 2U);
  EXPECT_EQ(spans("a"), 1U);
}

TEST(Retelling, ItWasTheSecondSuchAttackTellsTheSameAttack) {
  const Scene scene = after_attack(
      "It it PRON PRP 6 nsubj\nwas be AUX VBD 6 cop\nthe the DET DT 6 det\nsecond second ADJ JJ 6 amod\nsuch such ADJ JJ 6 amod\n"
      "attack attack NOUN NN 0 root\n");
  ASSERT_EQ(scene.summary(), "ASSAULT ISR -> SYR asserted");
  ASSERT_TRUE(scene.events().events.front().ordinal);
  EXPECT_EQ(scene.events().events.front().ordinal->n, 2);
}

TEST(Retelling, ANounNamedAgainTellsWhoDidIt) {
  Scene scene(
      "Mali Mali PROPN NNP 3 nsubj:pass\nwas be AUX VBD 3 aux:pass\ngiven give VERB VBN 0 root\nweeks week NOUN NNS 3 obj\nto to PART TO "
      "6 mark\nleave leave VERB VB 3 advcl\n\n"
      "The the DET DT 2 det\nultimatum ultimatum NOUN NN 3 nsubj\ncame come VERB VBD 0 root\nfrom from ADP IN 5 case\nChad Chad PROPN "
      "NNP 3 obl\n");
  EXPECT_EQ(scene.actor("MLI", {"Mali"}).actor("TCD", {"Chad"}).summary(), "THREATEN relations TCD -> MLI asserted");
}

TEST(Retelling, WordsAreTheSameOnlyWhereTheySayTheSame) {
  const auto accused = [](const std::string& deed) {
    return "Chad Chad PROPN NNP 2 nsubj\naccused accuse VERB VBD 0 root\nMali Mali PROPN NNP 2 obj\nof of SCONJ IN 5 mark\n" + deed + " " +
           deed + " NOUN NN 2 obl\n. . PUNCT . 2 punct\n";
  };
  const auto summary = [&](const std::string& first, const std::string& second) {
    Scene scene(accused(first) + "\n" + accused(second));
    return scene.actor("TCD", {"Chad"}).actor("MLI", {"Mali"}).summary();
  };
  EXPECT_EQ(summary("fraud", "fraud"), "ACCUSE allege TCD -> MLI asserted");
  EXPECT_EQ(summary("fraud", "piracy"), "ACCUSE allege TCD -> MLI asserted\nACCUSE allege TCD -> MLI asserted");
}

TEST(Retelling, AnotherDateIsAnotherEvent) {
  const auto dated = [](const std::string& day) {
    return "Israel Israel PROPN NNP 2 nsubj\nattacked attack VERB VBD 0 root\nSyria Syria PROPN NNP 2 obj\non on ADP IN 5 case\n" + day +
           " " + day + " PROPN NNP 2 obl\n. . PUNCT . 2 punct\n";
  };
  const auto events = [&](const std::string& second_date) {
    Scene scene(dated("Monday") + "\n" + dated("Friday"));
    scene.actor("ISR", {"Israel"}).actor("SYR", {"Syria"});
    scene.dates.published = Date{"2020-10-07", DateFrom::option, {}};
    scene.dates.mentions = {{{scene.at("Monday"), scene.at("Monday") + 1}, {"2020-10-05", DateFrom::relative, {}}},
                            {{scene.at("Friday"), scene.at("Friday") + 1}, {second_date, DateFrom::relative, {}}}};
    scene.dates.dating.resize(scene.text.tokens.tokens.size());
    scene.dates.dating[scene.at("Monday") - 3] = 0;
    scene.dates.dating[scene.at("Friday") - 3] = 1;
    return scene.events().events.size();
  };
  EXPECT_EQ(events("2020-10-02"), 2U);
  EXPECT_EQ(events("2020-10-05"), 1U);
}

}  // namespace
}  // namespace casus
