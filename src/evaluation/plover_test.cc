#include "evaluation/plover.h"

#include <gtest/gtest.h>

namespace casus {
namespace {

const Score& score(const std::vector<Score>& scores, std::string_view name) {
  for (const Score& one : scores)
    if (one.measure == name) return one;
  static const Score none;
  ADD_FAILURE() << "no " << name;
  return none;
}

PloverEvent event(std::string type, std::vector<std::string> sources, std::vector<std::string> targets) {
  return {.type = std::move(type), .sources = std::move(sources), .targets = std::move(targets)};
}

PloverScores scores_of(const std::vector<PloverEvent>& gold, const std::vector<PloverEvent>& predicted) {
  return score_plover({.sentences = {{.id = "a", .events = gold}}}, {{.id = "a", .events = predicted}});
}

TEST(Plover, GoldIsRead) {
  const auto gold = read_plover(
      R"({"id": "a", "text": "T.", "date": "2000-01-01", "events": [{"type": "FIGHT", "mode": "troops", "source": [{"country": "XAA"},)"
      R"( {"country": null, "org": "IGO"}, {"country": "", "org": null, "code": "REB"}], "target": "XBBMIL"}, {"type": "AID", "mode": null,)"
      R"( "source": null, "target": ["XAA", null]}]})",
      "f");
  ASSERT_TRUE(gold) << gold.error().message;
  EXPECT_FALSE(gold->roots);
  const PloverSentence& sentence = gold->sentences.at(0);
  EXPECT_EQ(sentence.text, "T.");
  EXPECT_EQ(sentence.date, "2000-01-01");
  const std::vector<PloverEvent> expected = {{.type = "ASSAULT", .mode = "troops", .sources = {"XAA", "IGO", "REB"}, .targets = {"XBBMIL"}},
                                             event("AID", {}, {"XAA"})};
  EXPECT_EQ(sentence.events, expected);
  EXPECT_EQ(read_plover(write_plover(gold->sentences), "f")->sentences.at(0).events, expected);
  EXPECT_TRUE(read_plover("\n{\"id\": \"a\"}\n", "f").error().message.starts_with("f:2: "));
}

TEST(Plover, OfPlvTheRootIsScored) {
  const auto gold = read_plover(R"({"id": "a", "text": "T.", "source": "They", "target": "us", "root": "YIELD", "quad": "M-coop"})", "f");
  ASSERT_TRUE(gold) << gold.error().message;
  EXPECT_TRUE(gold->roots);
  const auto scores = score_plover(*gold, {{.id = "a", .events = {event("CONCEDE", {}, {}), event("RETREAT", {}, {})}}});
  ASSERT_EQ(scores.figures.size(), 2u);
  EXPECT_DOUBLE_EQ(score(scores.figures, "TYPE").value, 100);
  EXPECT_DOUBLE_EQ(score(scores.figures, "QUAD").value, 100);
}

TEST(Plover, TypesAndQuadClassesAreSets) {
  const auto scores = scores_of({event("ASSAULT", {}, {}), event("ASSAULT", {}, {}), event("AID", {}, {})},
                                {event("ASSAULT", {}, {}), event("COERCE", {}, {}), event("REJECT", {}, {})});
  EXPECT_EQ(score(scores.figures, "TYPE").counts, (std::vector<std::size_t>{1, 2, 1}));
  EXPECT_EQ(score(scores.figures, "QUAD").counts, (std::vector<std::size_t>{1, 1, 1}));
  EXPECT_DOUBLE_EQ(score(scores.shares, "HIT").value, 1);
  EXPECT_DOUBLE_EQ(score(scores.shares, "EXACT").value, 0);
  EXPECT_DOUBLE_EQ(score(scores.shares, "EMPTY").value, 0);
  EXPECT_DOUBLE_EQ(score(scores.shares, "macro F1").value, 0.5);
  EXPECT_EQ(score(scores.types, "REJECT").counts, (std::vector<std::size_t>{0, 1, 0}));
}

TEST(Plover, SentencesThatArePredictedNowhereAreEmpty) {
  const auto scores = score_plover({.sentences = {{.id = "a", .events = {event("AID", {}, {})}}}}, {});
  EXPECT_DOUBLE_EQ(score(scores.shares, "EMPTY").value, 1);
  EXPECT_DOUBLE_EQ(score(scores.figures, "TYPE").value, 0);
}

TEST(Plover, CountriesAreComparedByThreeLettersAndAsIso) {
  const auto scores = scores_of({event("AID", {"JAPGOV"}, {"UNO"})}, {event("AID", {"jpn"}, {"IGOXXX"})});
  EXPECT_DOUBLE_EQ(score(scores.figures, "STRICT").value, 100);
}

TEST(Plover, EachSideIsAskedForAlone) {
  const auto scores = scores_of({event("AID", {"XAA"}, {"XBB"})}, {event("AID", {"XAA", "XCC"}, {"XDD"})});
  EXPECT_DOUBLE_EQ(score(scores.figures, "STRICT").value, 0);
  EXPECT_DOUBLE_EQ(*score(scores.figures, "SRC").precision, 50);
  EXPECT_DOUBLE_EQ(*score(scores.figures, "SRC").recall, 100);
  EXPECT_DOUBLE_EQ(score(scores.figures, "TGT").value, 0);
}

TEST(Plover, AGoldEventWithoutATargetTakesAny) {
  EXPECT_DOUBLE_EQ(score(scores_of({event("AID", {"XAA"}, {})}, {event("AID", {"XAA"}, {"XBB"})}).figures, "STRICT").value, 100);
}

TEST(Plover, ReciprocalEventsMatchEitherWayRound) {
  const std::vector<PloverEvent> gold = {event("CONSULT", {"XAA", "XBB"}, {})};
  EXPECT_DOUBLE_EQ(score(scores_of(gold, {event("CONSULT", {"XBB"}, {"XAA"})}).figures, "STRICT").value, 100);
  EXPECT_DOUBLE_EQ(score(scores_of(gold, {event("CONSULT", {"XBB"}, {})}).figures, "STRICT").value, 100);
  EXPECT_DOUBLE_EQ(score(scores_of(gold, {event("CONSULT", {"XBB"}, {"XCC"})}).figures, "STRICT").value, 0);
}

TEST(Plover, RecallIsOverEventsWithASource) {
  const auto scores = scores_of({event("AID", {}, {"XBB"}), event("ACCUSE", {"XAA"}, {})}, {event("AID", {"XCC"}, {"XBB"})});
  EXPECT_DOUBLE_EQ(*score(scores.figures, "STRICT").precision, 100);
  EXPECT_DOUBLE_EQ(*score(scores.figures, "STRICT").recall, 0);
}

TEST(Plover, ModesAreAskedForWhereTheTypeWasFound) {
  const std::vector<PloverEvent> gold = {
      {.type = "PROTEST", .mode = "demo-org"}, {.type = "COERCE", .mode = "detain"}, {.type = "ASSAULT", .mode = "beat"}};
  const auto scores = scores_of(gold, {{.type = "PROTEST", .mode = "demo"}, {.type = "COERCE"}});
  EXPECT_EQ(score(scores.shares, "MODE").counts, (std::vector<std::size_t>{1, 2}));
}

}  // namespace
}  // namespace casus
