#include "evaluation/coded_events.h"

#include <gtest/gtest.h>

namespace casus {
namespace {

TEST(CodedEvents, AreReadAsWritten) {
  const EventsById events = {{"a", {}},
                             {"b",
                              {{.type = "ASSAULT",
                                .mode = "aerial",
                                .status = Status::alleged,
                                .actors = {"XAMIL"},
                                .recipients = {"XBCVL", "XCCVL"},
                                .trigger = {{3, 8}, {10, 16}}},
                               {.type = "REQUEST", .status = Status::demanded, .trigger = {{20, 21}}}}}};
  const auto read = read_coded_events(write_coded_events(events), "f");
  ASSERT_TRUE(read) << read.error().message;
  EXPECT_EQ(*read, events);
}

TEST(CodedEvents, MayHaveOneSpanAndLaterMentions) {
  const auto read = read_coded_events(
      R"({"id": "a", "events": [{"trigger": [3, 8], "type": "AID", "mode": null, "status": "future", "also": [[9, 12]], "note": "n"}]})",
      "f");
  ASSERT_TRUE(read) << read.error().message;
  const CodedEvent expected = {.type = "AID", .status = Status::future, .trigger = {{3, 8}}, .also = {{9, 12}}};
  EXPECT_EQ(read->at("a"), std::vector{expected});
}

TEST(CodedEvents, NameFileAndLineOfWhatIsBroken) {
  const auto message = [](const std::string& event) {
    return read_coded_events("\n{\"id\": \"a\", \"events\": [" + event + "]}\n", "f").error().message;
  };
  EXPECT_EQ(message(R"({"trigger": [0, 1], "type": "Aid", "status": "future"})"),
            "f:2: type \"Aid\" is no type's name: capital letters, digits and hyphens");
  EXPECT_EQ(message(R"({"trigger": [0, 1], "type": "AID", "status": "past"})"), "f:2: status \"past\" is none of the record's");
  EXPECT_TRUE(message(R"({"type": "AID", "status": "future"})").starts_with("f:2: "));
}

TEST(CodedEvents, OverlapCountsCodePoints) {
  EXPECT_EQ(overlap({{0, 4}}, {{4, 8}}), 0u);
  EXPECT_EQ(overlap({{0, 4}, {6, 9}}, {{2, 8}}), 4u);
}

}  // namespace
}  // namespace casus
