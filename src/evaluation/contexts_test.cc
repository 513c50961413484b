#include "evaluation/contexts.h"

#include <gtest/gtest.h>

namespace casus {
namespace {

using Counted = std::vector<std::size_t>;

TEST(Contexts, GoldIsRead) {
  const auto read = read_context_gold(
      R"({"id": "a", "published": "2001-02-03", "text": "They fled.", "trigger": [5, 9], "contexts": ["asylum"], "doubtful": ["legal"]})",
      "f");
  ASSERT_TRUE(read) << read.error().message;
  ASSERT_EQ(read->size(), 1u);
  EXPECT_EQ(read->front().trigger, (Span{5, 9}));
  EXPECT_EQ(read->front().contexts, std::vector<std::string>{"asylum"});
  EXPECT_EQ(read->front().doubtful, std::vector<std::string>{"legal"});
  EXPECT_TRUE(read_context_gold("{\"id\": \"a\"}", "f").error().message.starts_with("f:1: "));
}

TEST(Contexts, AreThoseOfTheEventThatOverlapsMostAndDoubtfulOnesDoNotCount) {
  const ContextSentence sentence = {
      .id = "a", .published = "", .text = "", .trigger = {10, 20}, .contexts = {"legal", "crime"}, .doubtful = {"executive"}};
  const EventsById predicted = {{"a",
                                 {{.type = "COERCE", .trigger = {{8, 12}}, .contexts = {"crime"}},
                                  {.type = "ACCUSE", .trigger = {{12, 20}}, .contexts = {"executive", "legal", "health"}}}}};
  const auto result = score_contexts({sentence}, predicted);
  EXPECT_EQ(result.scores[0].counts, (Counted{1, 1, 1}));
  EXPECT_EQ(result.without_event, 0u);
}

TEST(Contexts, OfSentencesWithoutAnEventAreMissed) {
  const ContextSentence sentence = {.id = "a", .published = "", .text = "", .trigger = {0, 3}, .contexts = {"legal"}, .doubtful = {}};
  const auto result = score_contexts({sentence}, {{"a", {{.type = "AID", .trigger = {{4, 6}}, .contexts = {"legal"}}}}});
  EXPECT_EQ(result.scores[0].counts, (Counted{0, 0, 0}));
  EXPECT_EQ(result.scores[1].counts, (Counted{0, 0, 1}));
  EXPECT_EQ(result.without_event, 1u);
}

}  // namespace
}  // namespace casus
