#include "commitments/treaties.h"

#include <gtest/gtest.h>

#include "events/scene_for_tests.h"

namespace casus {
namespace {

// Estmark, Vorland, Oldmark and the Northern Pact, who are party to treaties of tests/data/knowledge at various times.
Scene scene() {
  Scene made(R"(
    The the DET DT 3 det
    Northern Northern PROPN NNP 3 compound
    Treaty Treaty PROPN NNP 4 nsubj
    binds bind VERB VBZ 0 root
    Est Est PROPN NNP 4 obj
    Vor Vor PROPN NNP 4 obj
    Pact Pact PROPN NNP 4 obj
  )");
  made.actor("EST", {"Est"}).actor("VOR", {"Vor"}).actor("IGOPCT", {"Pact"}, ActorKind::organisation);
  made.actors.actors[2].country.reset();
  made.actors.actors[2].knowledge_id = "organisation/pact";
  return made;
}

constexpr ActorId kEst{0}, kVor{1}, kPact{2};

InstrumentMention naming(const char* treaty) {
  return {.range = {1, 3}, .head = 2, .name = "Northern Treaty", .treaty = Scene::knowledge().treaty(treaty)};
}

TreatyReading read(const Scene& scene, const std::vector<InstrumentMention>& instruments, const std::string& published,
                   const std::vector<Commitment>& told = {}) {
  Dates dates;
  dates.published = Date{.value = published};
  return read_treaties(scene.text.tokens, scene.actors, dates, instruments, told, Scene::knowledge());
}

Commitment told(ActorId bound, const char* treaty, const char* duty) {
  return {.bound = {bound}, .instrument = Instrument{"treaty", treaty, {}}, .duty = duty, .spans = {{0, 3}}};
}

TEST(Treaties, SayWhoIsBoundToWhat) {
  const auto found = read(scene(), {naming("treaty/pact-1990")}, "1996-05-01").commitments;
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].bound, std::vector{kPact});
  EXPECT_EQ(found[0].beneficiaries, (std::vector{kEst, kVor}));
  EXPECT_EQ(found[0].duty, "defence");
  EXPECT_EQ(found[0].instrument->article, "5");
  EXPECT_EQ(found[0].from, Source::knowledge);
  ASSERT_TRUE(found[0].terms);
  EXPECT_EQ(found[0].terms->condition, "armed attack");
  EXPECT_EQ(found[0].terms->source, "gazette");
  EXPECT_EQ(found[0].spans, Spans{scene().text.tokens.span({1, 3})});
}

TEST(Treaties, WhatAllOweEachOtherIsBetweenTheActorsOfTheReport) {
  const auto found = read(scene(), {naming("treaty/friendship-1994")}, "1996-05-01").commitments;
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].bound, (std::vector{kEst, kVor}));
  EXPECT_EQ(found[0].beneficiaries, found[0].bound);
  ASSERT_EQ(found[0].includes.size(), 2u);
  EXPECT_EQ(found[0].includes[0].code, "EST");
  EXPECT_FALSE(found[0].includes[0].text);
}

TEST(Treaties, NothingIsSaidOfOneThatIsNotInForce) {
  const auto reading = read(scene(), {naming("treaty/friendship-1994")}, "2005-05-01");
  EXPECT_TRUE(reading.commitments.empty());
  EXPECT_TRUE(reading.notes.empty());
}

TEST(Treaties, WhereTheReportDiffersANoteSaysSo) {
  const auto ended =
      read(scene(), {naming("treaty/friendship-1994")}, "2005-05-01", {told(kEst, "treaty/friendship-1994", "nonaggression")}).notes;
  ASSERT_EQ(ended.size(), 1u);
  EXPECT_EQ(ended[0].code, "treaty-differs");
  EXPECT_EQ(ended[0].message, "Treaty of Friendship was in force 1994-02-03 to 2004-02-03 by the knowledge base, not on 2005-05-01");
  const auto no_party = read(scene(), {naming("treaty/pact-1990")}, "1994-05-01", {told(kVor, "treaty/pact-1990", "defence")}).notes;
  ASSERT_EQ(no_party.size(), 1u);
  EXPECT_EQ(no_party[0].message, "VOR was no party to Northern Treaty on 1994-05-01 by the knowledge base");
  const auto suspended = read(scene(), {naming("treaty/pact-1990")}, "2011-05-01", {told(kVor, "treaty/pact-1990", "defence")}).notes;
  ASSERT_EQ(suspended.size(), 1u);
  EXPECT_EQ(suspended[0].message, "VOR was suspended from Northern Pact on 2011-05-01 by the knowledge base");
  const auto other_duty =
      read(scene(), {naming("treaty/friendship-1994")}, "1996-05-01", {told(kEst, "treaty/friendship-1994", "defence")}).notes;
  ASSERT_EQ(other_duty.size(), 1u);
  EXPECT_EQ(other_duty[0].message, "Treaty of Friendship binds to nonaggression, not to defence, by the knowledge base");
}

TEST(Treaties, NoNoteWhereBothSayTheSame) {
  EXPECT_TRUE(read(scene(), {naming("treaty/pact-1990")}, "1996-05-01", {told(kPact, "treaty/pact-1990", "defence")}).notes.empty());
}

}  // namespace
}  // namespace casus
