#include <gtest/gtest.h>

#include "events/scene_for_tests.h"

namespace casus {
namespace {

// The place of the first event of this type: its name, or "-".
std::string where(const Scene& scene, const std::string& type = "ASSAULT") {
  for (const Event& event : scene.events().events)
    if (event.type == type) return event.place ? event.place->name : "-";
  return "no event";
}

const std::string kAttacked = "Eritrea Eritrea PROPN NNP 2 nsubj\nattacked attack VERB VBD 0 root\n";

Scene attack(const std::string& rest) {
  Scene scene(kAttacked + rest);
  scene.actor("ERI", {"Eritrea"})
      .actor("ETHMIL", {"troops", "checkpoint", "station"}, ActorKind::organisation)
      .place("Lutz", 1)
      .place("Roda", 2)
      .place("Sandt", 3)
      .place("Nordland", 4, Breadth::division);
  return scene;
}

TEST(Placing, APrepositionOrTheObjectTellsThePlace) {
  EXPECT_EQ(where(attack("troops troop NOUN NNS 2 obj\nnear near ADP IN 5 case\nLutz Lutz PROPN NNP 2 obl\n")), "Lutz");
  EXPECT_EQ(where(attack("Lutz Lutz PROPN NNP 2 obj\n")), "Lutz");
  EXPECT_EQ(where(attack("troops troop NOUN NNS 2 obj\nfrom from ADP IN 5 case\nLutz Lutz PROPN NNP 2 obl\n")), "-")
      << "whence is not where";
}

TEST(Placing, WhatLiesThereTellsItToo) {
  EXPECT_EQ(where(attack("a a DET DT 4 det\ncheckpoint checkpoint NOUN NN 2 obj\nnear near ADP IN 6 case\nLutz Lutz PROPN NNP 4 nmod\n")),
            "Lutz");
  EXPECT_EQ(where(attack("the the DET DT 5 det\nbus bus NOUN NN 5 compound\nstation station NOUN NN 2 obj\nof of ADP IN 7 case\nLutz Lutz "
                         "PROPN NNP 5 nmod\n")),
            "Lutz");
}

TEST(Placing, TheNarrowerOfTwoIsMeant) {
  EXPECT_EQ(where(attack("troops troop NOUN NNS 2 obj\nin in ADP IN 5 case\nNordland Nordland PROPN NNP 2 obl\nat at ADP IN 7 case\nLutz "
                         "Lutz PROPN NNP 2 obl\n")),
            "Lutz");
}

TEST(Placing, ClausesShareTheirPlace) {
  EXPECT_EQ(where(Scene("Rebels rebel NOUN NNS 2 nsubj\nmarched march VERB VBD 0 root\nin in ADP IN 4 case\nLutz Lutz PROPN NNP 2 obl\nand "
                        "and CCONJ CC 6 cc\n"
                        "attacked attack VERB VBD 2 conj\ntroops troop NOUN NNS 6 obj\n")
                      .actor("ERIREB", {"Rebels"}, ActorKind::group)
                      .actor("ETHMIL", {"troops"}, ActorKind::group)
                      .place("Lutz", 1)),
            "Lutz");
}

TEST(Placing, TheTownIsTheOneNamedBefore) {
  EXPECT_EQ(where(Scene("Lutz Lutz PROPN NNP 2 nsubj\nslept sleep VERB VBD 0 root\n\nEritrea Eritrea PROPN NNP 2 nsubj\nattacked attack "
                        "VERB VBD 0 root\n"
                        "troops troop NOUN NNS 2 obj\nthere there ADV RB 2 advmod\n")
                      .actor("ERI", {"Eritrea"})
                      .actor("ETHMIL", {"troops"}, ActorKind::group)
                      .place("Lutz", 1)),
            "Lutz");
}

TEST(Placing, AVaguePhraseIsKeptInItsWords) {
  EXPECT_EQ(where(attack("troops troop NOUN NNS 2 obj\nbetween between ADP IN 5 case\nLutz Lutz PROPN NNP 2 obl\nand and CCONJ CC 7 "
                         "cc\nRoda Roda PROPN NNP 5 conj\n")),
            "between Lutz and Roda");
  EXPECT_EQ(where(attack("troops troop NOUN NNS 2 obj\nin in ADP IN 5 case\nwinter winter NOUN NN 2 obl\n")), "-");
}

}  // namespace
}  // namespace casus
