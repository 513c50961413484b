#include "evaluation/document_events.h"

#include <gtest/gtest.h>

namespace casus {
namespace {

using Counted = std::vector<std::size_t>;

CodedEvent assault(Span trigger, Spans also = {}) {
  return {.type = "ASSAULT", .actors = {"XAAMIL"}, .recipients = {"XBB"}, .trigger = {trigger}, .also = std::move(also)};
}

const Score& score(const std::vector<Score>& scores, std::string_view name) {
  for (const Score& one : scores)
    if (one.measure == name) return one;
  static const Score none;
  ADD_FAILURE() << "no " << name;
  return none;
}

DocumentEventScores scores_of(const std::vector<CodedEvent>& gold, const std::vector<CodedEvent>& predicted) {
  return score_document_events({{.id = "d", .source = "s", .events = gold}}, {{"d", predicted}});
}

Counted figure(const std::vector<CodedEvent>& gold, const std::vector<CodedEvent>& predicted, std::string_view name) {
  return score(scores_of(gold, predicted).figures, name).counts;
}

TEST(DocumentEvents, AreRead) {
  const auto read = read_event_documents(
      R"({"id": "d", "set": "tuning", "source": "data/s.jsonl", "published": null, "sha256": "ab", "read": 90, "events": [{"trigger": [3, 8],)"
      R"( "type": "ASSAULT", "mode": null, "actors": ["XAAMIL"], "recipients": ["XBB"], "status": "asserted", "date": null}]})",
      "f");
  ASSERT_TRUE(read) << read.error().message;
  const EventDocument& document = read->at(0);
  EXPECT_EQ(document.id, "d");
  EXPECT_EQ(document.source, "data/s.jsonl");
  EXPECT_FALSE(document.published);
  EXPECT_EQ(document.sha256, "ab");
  EXPECT_EQ(document.read, 90u);
  EXPECT_EQ(document.events, std::vector{assault({3, 8})});
  EXPECT_TRUE(read_event_documents("{}", "f").error().message.starts_with("f:1: "));
}

TEST(DocumentEvents, WhatIsNotMarkedIsFalse) {
  const std::vector gold = {assault({0, 5}), assault({20, 25})};
  EXPECT_EQ(figure(gold, {assault({3, 8}), assault({30, 35})}, "type"), (Counted{1, 1, 1}));
  EXPECT_EQ(score_document_events({{.id = "d", .source = "s", .events = gold}}, {}).figures.front().counts, (Counted{0, 0, 2}));
}

TEST(DocumentEvents, EachIsInOnePair) {
  EXPECT_EQ(figure({assault({0, 5})}, {assault({0, 5}), assault({0, 5})}, "type"), (Counted{1, 1, 0}));
}

TEST(DocumentEvents, LaterMentionsAreTheEventOrNothing) {
  const std::vector gold = {assault({0, 5}, {{20, 25}, {40, 45}})};
  EXPECT_EQ(figure(gold, {assault({20, 25})}, "type"), (Counted{1, 0, 0}));
  EXPECT_EQ(figure(gold, {assault({0, 5}), assault({20, 25}), assault({40, 45})}, "type"), (Counted{1, 0, 0}));
  CodedEvent other = assault({20, 25});
  other.type = "ACCUSE";
  EXPECT_EQ(figure(gold, {assault({0, 5}), other}, "type"), (Counted{1, 1, 0}));
  EXPECT_EQ(figure(gold, {assault({0, 5}), other}, "trigger"), (Counted{1, 0, 0}));
}

TEST(DocumentEvents, ThePairAtTheTriggerIsJudged) {
  CodedEvent wrong = assault({0, 5});
  wrong.status = Status::denied;
  EXPECT_EQ(figure({assault({0, 5}, {{20, 25}})}, {wrong, assault({20, 25})}, "type, countries, status"), (Counted{0, 1, 1}));
}

TEST(DocumentEvents, TypeThenCountriesThenStatusMustAgree) {
  CodedEvent type = assault({0, 5}), actors = type, recipients = type, status = type;
  type.type = "COERCE";
  actors.actors = {"XCCMIL"};
  recipients.recipients = {};
  status.status = Status::denied;
  const std::vector gold = {assault({0, 5})};
  EXPECT_EQ(figure(gold, {type}, "trigger"), (Counted{1, 0, 0}));
  EXPECT_EQ(figure(gold, {type}, "type"), (Counted{0, 1, 1}));
  EXPECT_EQ(figure(gold, {actors}, "type"), (Counted{1, 0, 0}));
  EXPECT_EQ(figure(gold, {actors}, "type, countries"), (Counted{0, 1, 1}));
  EXPECT_EQ(figure(gold, {recipients}, "type, countries"), (Counted{0, 1, 1}));
  EXPECT_EQ(figure(gold, {status}, "type, countries"), (Counted{1, 0, 0}));
  EXPECT_EQ(figure(gold, {status}, "type, countries, status"), (Counted{0, 1, 1}));
  const auto shares = scores_of(gold, {recipients}).shares;
  EXPECT_EQ(score(shares, "actors").counts, (Counted{1, 1}));
  EXPECT_EQ(score(shares, "recipients").counts, (Counted{0, 1}));
  EXPECT_EQ(score(shares, "status").counts, (Counted{1, 1}));
}

TEST(DocumentEvents, DatesAgreeWhereTheyAreTheSame) {
  CodedEvent dated = assault({0, 5}), other = assault({20, 25}), none = assault({30, 35});
  dated.date = "2020-10-05";
  other.date = "2020-10";
  const auto shares = scores_of({dated, assault({20, 25}), none}, {dated, other, none}).shares;
  EXPECT_EQ(score(shares, "date").counts, (Counted{2, 3}));
  EXPECT_EQ(score(shares, "date, where the gold has one").counts, (Counted{1, 1}));
}

TEST(DocumentEvents, CountriesAreThoseOfTheCodes) {
  CodedEvent gold = assault({0, 5}), predicted = gold;
  const auto agree = [&](std::vector<std::string> ours, std::vector<std::string> theirs) {
    gold.actors = std::move(ours);
    predicted.actors = std::move(theirs);
    return figure({gold}, {predicted}, "type, countries").front() == 1;
  };
  EXPECT_TRUE(agree({"XAAGOV"}, {"XAA"}));
  EXPECT_TRUE(agree({"XAA", "XBB"}, {"XBBMIL"}));
  EXPECT_TRUE(agree({"UNO"}, {"IGOUNO"}));
  EXPECT_TRUE(agree({"IGO"}, {"IGONAT"}));
  EXPECT_TRUE(agree({"CVL"}, {}));
  EXPECT_TRUE(agree({}, {"UAF"}));
  EXPECT_FALSE(agree({"UNO"}, {"IGOEUR"}));
  EXPECT_FALSE(agree({}, {"XAA"}));
}

TEST(DocumentEvents, ReciprocalEventsMayStandOnEitherSide) {
  CodedEvent gold = assault({0, 5}), predicted = gold;
  gold.actors = {"XAA", "XBB"};
  gold.recipients = {};
  predicted.actors = {"XBB"};
  predicted.recipients = {"XAA"};
  EXPECT_EQ(figure({gold}, {predicted}, "type, countries"), (Counted{1, 0, 0}));
  predicted.recipients = {};
  EXPECT_EQ(figure({gold}, {predicted}, "type, countries"), (Counted{1, 0, 0}));
  predicted.recipients = {"XCC"};
  EXPECT_EQ(figure({gold}, {predicted}, "type, countries"), (Counted{0, 1, 1}));
}

}  // namespace
}  // namespace casus
