#include "situations/situations.h"

#include <gtest/gtest.h>

#include "events/scene_for_tests.h"

namespace casus {
namespace {

const Ontology& ontology() {
  static const auto loaded = Ontology::load("rules/ontology");
  if (!loaded) throw std::runtime_error(loaded.error().message);
  return *loaded;
}

const SituationRules& rules() {
  static const auto loaded = SituationRules::load("rules/situations", ontology());
  if (!loaded) throw std::runtime_error(loaded.error().message);
  return *loaded;
}

const Knowledge& knowledge() {
  static const auto loaded = Knowledge::load("tests/data/knowledge");
  if (!loaded) throw std::runtime_error(loaded.error().message);
  return *loaded;
}

const Lexicon& lexicon() {
  static const auto loaded = Lexicon::load("rules/lexicon", ontology());
  if (!loaded) throw std::runtime_error(loaded.error().message);
  return *loaded;
}

void date(Scene& scene, const std::string& form, const std::string& value) {
  const std::size_t at = scene.at(form);
  scene.dates.mentions.push_back({.range = {at, at + 1}, .date = {.value = value}});
}

const TimeRules& time_rules() {
  static const auto loaded = TimeRules::load("rules/time");
  if (!loaded) throw std::runtime_error(loaded.error().message);
  return *loaded;
}

std::vector<Situation> situations(Scene& scene) {
  scene.dates.published = Date{.value = "2021-03-10"};
  return find_situations(scene.text.document, scene.text.tokens, scene.text.parse, scene.actors, scene.dates, {}, time_rules(), lexicon(),
                         knowledge(), rules())
      .situations;
}

// "The war in Rur broke out on Monday."
std::string war_breaks_out() {
  return R"(
    The the DET DT 2 det
    war war NOUN NN 5 nsubj
    in in ADP IN 4 case
    Rur Rur PROPN NNP 2 nmod
    broke break VERB VBD 0 root
    out out ADP RP 5 compound:prt
    on on ADP IN 8 case
    Monday Monday PROPN NNP 5 obl
    . . PUNCT . 5 punct
  )";
}

TEST(Situations, AreNamedDatedAndGoOn) {
  Scene scene(war_breaks_out());
  scene.actor("RUR", {"Rur"});
  date(scene, "Monday", "2021-03-08");
  const auto found = situations(scene);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].kind, "war");
  EXPECT_EQ(found[0].name, "war in Rur");
  EXPECT_EQ(found[0].parties, std::vector{ActorId{0}});
  ASSERT_TRUE(found[0].began);
  EXPECT_EQ(found[0].began->value, "2021-03-08");
  EXPECT_EQ(found[0].status, "ongoing");
}

TEST(Situations, WhatPointsBackIsToldOfThem) {
  Scene scene(war_breaks_out() + R"(

    The the DET DT 2 det
    fighting fighting NOUN NN 3 nsubj
    ended end VERB VBD 0 root
    yesterday yesterday NOUN NN 3 obl:tmod
    . . PUNCT . 3 punct
  )");
  scene.actor("RUR", {"Rur"});
  date(scene, "Monday", "2021-03-08");
  date(scene, "yesterday", "2021-03-09");
  const auto found = situations(scene);
  ASSERT_EQ(found.size(), 1u);
  ASSERT_TRUE(found[0].ended);
  EXPECT_EQ(found[0].ended->value, "2021-03-09");
  EXPECT_EQ(found[0].status, "ended");
}

TEST(Situations, WordsThatOnlyLookLikeOneAreNone) {
  Scene scene(R"(
    The the DET DT 3 det
    price price NOUN NN 3 compound
    war war NOUN NN 6 nsubj
    in in ADP IN 5 case
    Rur Rur PROPN NNP 3 nmod
    hurt hurt VERB VBD 0 root
    shops shop NOUN NNS 6 obj
  )");
  EXPECT_TRUE(situations(scene).empty());
}

TEST(Situations, OneThatIsOnlyThoughtOfIsNone) {
  Scene scene(R"(
    They they PRON PRP 2 nsubj
    fear fear VERB VBP 0 root
    a a DET DT 4 det
    war war NOUN NN 2 obj
    in in ADP IN 6 case
    Rur Rur PROPN NNP 4 nmod
  )");
  scene.actor("RUR", {"Rur"});
  EXPECT_TRUE(situations(scene).empty());
}

TEST(Situations, TheirLengthIsReckonedBack) {
  Scene scene(R"(
    The the DET DT 5 det
    two two NUM CD 3 nummod
    year year NOUN NN 5 compound
    Rurian Rurian PROPN NNP 5 compound
    war war NOUN NN 6 nsubj
    ended end VERB VBD 0 root
    yesterday yesterday NOUN NN 6 obl:tmod
  )");
  date(scene, "yesterday", "2021-03-09");
  const auto found = situations(scene);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].name, "Rurian war");
  ASSERT_TRUE(found[0].began);
  EXPECT_EQ(found[0].began->value, "2019");
}

TEST(Situations, TalksAreBetweenThoseWhoOpenARound) {
  Scene scene(R"(
    Rur Rur PROPN NNP 4 nsubj
    and and CCONJ CC 3 cc
    Lahn Lahn PROPN NNP 1 conj
    opened open VERB VBD 0 root
    a a DET DT 6 det
    round round NOUN NN 4 obj
    of of ADP IN 9 case
    peace peace NOUN NN 9 compound
    talks talk NOUN NNS 6 nmod
    yesterday yesterday NOUN NN 4 obl:tmod
  )");
  scene.actor("RUR", {"Rur"});
  scene.actor("LAH", {"Lahn"});
  date(scene, "yesterday", "2021-03-09");
  const auto found = situations(scene);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].name, "peace talks");
  EXPECT_EQ(found[0].parties, (std::vector{ActorId{0}, ActorId{1}}));
  EXPECT_FALSE(found[0].began);
  EXPECT_EQ(found[0].status, "ongoing");
}

TEST(Situations, TheirAgeIsReckonedBack) {
  Scene scene(R"(
    The the DET DT 7 det
    19 19 NUM CD 4 nummod
    - - PUNCT HYPH 2 punct
    month month NOUN NN 5 obl:unmarked
    old old ADJ JJ 7 amod
    Rurian Rurian PROPN NNP 7 compound
    war war NOUN NN 8 nsubj
    spread spread VERB VBD 0 root
  )");
  const auto found = situations(scene);
  ASSERT_EQ(found.size(), 1u);
  ASSERT_TRUE(found[0].began);
  EXPECT_EQ(found[0].began->value, "2019-08");
  EXPECT_EQ(found[0].status, "ongoing");
}

TEST(Situations, TheyDateBackToAYear) {
  Scene scene(R"(
    The the DET DT 2 det
    conflict conflict NOUN NN 5 nsubj
    in in ADP IN 4 case
    Rur Rur PROPN NNP 2 nmod
    dates date VERB VBZ 0 root
    back back ADV RB 5 advmod
    to to ADP IN 8 case
    1991 1991 NUM CD 5 obl
  )");
  scene.actor("RUR", {"Rur"});
  const auto found = situations(scene);
  ASSERT_EQ(found.size(), 1u);
  ASSERT_TRUE(found[0].began);
  EXPECT_EQ(found[0].began->value, "1991");
}

TEST(Situations, TalksAreBetweenThoseAtWar) {
  Scene scene(R"(
    The the DET DT 2 det
    war war NOUN NN 7 nsubj
    between between ADP IN 4 case
    Rur Rur PROPN NNP 2 nmod
    and and CCONJ CC 6 cc
    Lahn Lahn PROPN NNP 4 conj
    rages rage VERB VBZ 0 root

    Talks talk NOUN NNS 4 nsubj
    in in ADP IN 3 case
    Doha Doha PROPN NNP 1 nmod
    continue continue VERB VBP 0 root
  )");
  scene.actor("RUR", {"Rur"});
  scene.actor("LAH", {"Lahn"});
  const auto found = situations(scene);
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[1].kind, "negotiation");
  EXPECT_EQ(found[1].parties, (std::vector{ActorId{0}, ActorId{1}}));
}

TEST(Situations, OrdinalsCountFromThem) {
  Events events;
  events.events.push_back({.type = "CONSULT", .ordinal = Ordinal{.n = 4, .spans = {{10, 40}}}});
  events.events.push_back({.type = "CONSULT", .ordinal = Ordinal{.n = 2, .spans = {{50, 60}}}});
  const Situations war = {{{.kind = "war", .began = Date{.value = "2020-09-27"}, .spans = {{30, 40}}}}};
  const Events dated = with_ordinals_dated(events, war);
  EXPECT_EQ(dated.events[0].ordinal->since, SituationId{0});
  EXPECT_EQ(dated.events[0].ordinal->since_date, "2020-09-27");
  EXPECT_EQ(dated.events[1].ordinal->since, std::nullopt);
}

}  // namespace
}  // namespace casus
