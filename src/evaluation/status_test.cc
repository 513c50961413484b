#include "evaluation/status.h"

#include <gtest/gtest.h>

namespace casus {
namespace {

CodedEvent event(std::string type, Status status, Spans trigger) { return {.type = type, .status = status, .trigger = std::move(trigger)}; }

StatusSentence sentence(std::string id, Status status) {
  return {.id = std::move(id), .text = "", .trigger = {10, 20}, .type = "ASSAULT", .status = status};
}

TEST(Status, GoldIsRead) {
  const auto read = read_status_gold(
      R"({"id": "a-1", "text": "They fled.", "trigger": [5, 9], "type": "RETREAT", "status": "historical", "why": "w", "split": "s"})"
      "\n",
      "f");
  ASSERT_TRUE(read) << read.error().message;
  ASSERT_EQ(read->size(), 1u);
  EXPECT_EQ(read->front().id, "a-1");
  EXPECT_EQ(read->front().text, "They fled.");
  EXPECT_EQ(read->front().trigger, (Span{5, 9}));
  EXPECT_EQ(read->front().type, "RETREAT");
  EXPECT_EQ(read->front().status, Status::historical);
  EXPECT_EQ(read_status_gold(R"({"type": "flee"})", "f").error().message,
            "f:1: type \"flee\" is no type's name: capital letters, digits and hyphens");
}

TEST(Status, OfTheEventsAtTheTriggerTheOneOfTheTypeIsJudged) {
  const std::vector<CodedEvent> events = {event("ASSAULT", Status::denied, {{0, 10}}), event("ACCUSE", Status::asserted, {{10, 20}}),
                                          event("ASSAULT", Status::alleged, {{18, 22}})};
  EXPECT_EQ(judged_event(sentence("a", Status::alleged), events), &events[2]);
}

TEST(Status, ElseTheOneThatOverlapsMostElseTheFirst) {
  const std::vector<CodedEvent> events = {event("AID", Status::denied, {{10, 12}}), event("ACCUSE", Status::asserted, {{12, 15}}),
                                          event("COERCE", Status::alleged, {{15, 18}})};
  EXPECT_EQ(judged_event(sentence("a", Status::alleged), events), &events[1]);
  EXPECT_EQ(judged_event(sentence("a", Status::alleged), {}), nullptr);
}

TEST(Status, SharesAreOfAllSentences) {
  const std::vector<StatusSentence> gold = {sentence("a", Status::asserted), sentence("b", Status::asserted), sentence("c", Status::denied),
                                            sentence("d", Status::denied)};
  const EventsById predicted = {{"a", {event("COERCE", Status::asserted, {{10, 20}})}},
                                {"b", {event("ASSAULT", Status::denied, {{10, 20}})}},
                                {"c", {event("ASSAULT", Status::denied, {{20, 30}})}}};
  const auto scores = score_status(gold, predicted);
  ASSERT_EQ(scores.size(), 4u);
  EXPECT_EQ(scores[0].measure, "asserted");
  EXPECT_DOUBLE_EQ(scores[0].value, 0.5);
  EXPECT_EQ(scores[0].counts, (std::vector<std::size_t>{1, 1, 0}));
  EXPECT_EQ(scores[1].measure, "denied");
  EXPECT_EQ(scores[1].counts, (std::vector<std::size_t>{0, 0, 2}));
  EXPECT_EQ(scores[2].measure, "status");
  EXPECT_DOUBLE_EQ(scores[2].value, 0.25);
  EXPECT_EQ(scores[3].measure, "type");
  EXPECT_EQ(scores[3].counts, (std::vector<std::size_t>{1, 1, 2}));
}

}  // namespace
}  // namespace casus
