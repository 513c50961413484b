#include "evaluation/duties.h"

#include <gtest/gtest.h>

namespace casus {
namespace {

using Counted = std::vector<std::size_t>;

constexpr std::string_view kLine =
    R"({"id": "a", "published": "2001-02-03", "text": "Rur must pay Lutz, but not in Oost.", "commitments": [{"bound": ["RUR"], )"
    R"("beneficiaries": ["LTZ"], "instrument": "the pact of Oost", "knowledge_id": null, "duty": "payment", "condition": [[4, 8]], )"
    R"("includes": [], "excludes": [{"text": "Oost", "code": null}], "triggered": "unknown", "because": null, "speakers": ["LTZGOV"]}]})";

DutyReport report() { return read_duty_reports(kLine, "f")->at(0); }

Counted fields(const DutyReport& predicted, std::size_t field) { return score_duties({report()}, {predicted}).fields[field].counts; }

TEST(DutyScores, ReportsAreRead) {
  const auto read = read_duty_reports(kLine, "f");
  ASSERT_TRUE(read) << read.error().message;
  const ToldDuty& duty = read->at(0).duties.at(0);
  EXPECT_EQ(duty.condition, (Spans{{4, 8}}));
  EXPECT_TRUE(duty.because.empty());
  EXPECT_EQ(duty.excludes.at(0).text, "Oost");
  EXPECT_TRUE(read_duty_reports("{\"id\": \"a\"}", "f").error().message.starts_with("f:1: "));
}

TEST(DutyScores, TheSameIsRightInAllFields) {
  EXPECT_EQ(fields(report(), 0), (Counted{9, 9}));
  EXPECT_EQ(score_duties({report()}, {report()}).found[0].counts, (Counted{1, 0, 0}));
}

TEST(DutyScores, WordsNeedOnlyOverlap) {
  DutyReport predicted = report();
  predicted.duties[0].condition = {{0, 5}};
  predicted.duties[0].instrument = "pact";
  predicted.duties[0].excludes[0] = {.text = "not in Oost", .code = "OST"};
  EXPECT_EQ(fields(predicted, 0), (Counted{9, 9}));
  predicted.duties[0].excludes.clear();
  EXPECT_EQ(fields(predicted, 6), (Counted{0, 1}));
}

TEST(DutyScores, OfOneThatIsMissedAllFieldsAreWrong) {
  DutyReport predicted = report();
  predicted.duties[0].bound = {"OST"};
  predicted.duties[0].duty = "aid";
  const DutyScores scores = score_duties({report()}, {predicted});
  EXPECT_EQ(scores.fields[0].counts, (Counted{0, 9}));
  EXPECT_EQ(scores.found[0].counts, (Counted{0, 1, 1}));
}

}  // namespace
}  // namespace casus
