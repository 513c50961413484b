#include "evaluation/ordinary.h"

#include <gtest/gtest.h>

namespace casus {
namespace {

OrdinarySentence sentence(std::string document) { return {.source = "s", .document = std::move(document), .span = {3, 9}, .sha256 = ""}; }

CodedEvent event(const std::string& type, Status status) { return {.type = type, .status = status, .trigger = {{0, 5}}}; }

TEST(Ordinary, SentencesAreRead) {
  const auto read = read_ordinary_sentences(R"({"source": "data/s.jsonl", "document": "d", "span": [3, 9], "sha256": "ab"})"
                                            "\n",
                                            "f");
  ASSERT_TRUE(read) << read.error().message;
  ASSERT_EQ(read->size(), 1u);
  EXPECT_EQ(read->front().source, "data/s.jsonl");
  EXPECT_EQ(read->front().span, (Span{3, 9}));
  EXPECT_EQ(read->front().sha256, "ab");
  EXPECT_EQ(id_of(read->front()), "d:3-9");
  EXPECT_TRUE(read_ordinary_sentences("{}", "f").error().message.starts_with("f:1: "));
}

TEST(Ordinary, SentencesWithAnEventAreCountedWhateverItsStatus) {
  const std::vector<OrdinarySentence> gold = {sentence("a"), sentence("b"), sentence("c"), sentence("d")};
  const EventsById predicted = {{"a:3-9", {event("ASSAULT", Status::asserted), event("ASSAULT", Status::denied)}},
                                {"b:3-9", {event("AID", Status::hypothetical), event("ASSAULT", Status::future)}},
                                {"c:3-9", {}},
                                {"e:3-9", {event("ACCUSE", Status::asserted)}}};
  const auto scores = score_false_alarms(gold, predicted);
  ASSERT_EQ(scores.size(), 3u);
  EXPECT_EQ(scores[0].measure, "AID");
  EXPECT_EQ(scores[0].counts, (std::vector<std::size_t>{1, 4}));
  EXPECT_EQ(scores[1].measure, "ASSAULT");
  EXPECT_EQ(scores[1].counts, (std::vector<std::size_t>{2, 4}));
  EXPECT_EQ(scores[2].measure, "any event");
  EXPECT_DOUBLE_EQ(scores[2].value, 0.5);
}

TEST(Ordinary, WithoutEventsTheShareIsNothing) {
  const auto scores = score_false_alarms({sentence("a")}, {});
  ASSERT_EQ(scores.size(), 1u);
  EXPECT_DOUBLE_EQ(scores[0].value, 0);
  EXPECT_EQ(scores[0].counts, (std::vector<std::size_t>{0, 1}));
}

}  // namespace
}  // namespace casus
