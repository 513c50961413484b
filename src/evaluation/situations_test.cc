#include "evaluation/situations.h"

#include <gtest/gtest.h>

namespace casus {
namespace {

using Counted = std::vector<std::size_t>;

SituationReport report(std::vector<NamedSituation> situations) {
  return {.id = "a", .published = "2001-02-03", .text = "", .situations = std::move(situations)};
}

TEST(SituationScores, ReportsAreRead) {
  const auto read = read_situation_reports(
      R"({"id": "a", "published": "2001-02-03", "text": "t", "situations": [{"kind": "war", "names": ["Cod War", "War"], )"
      R"("parties": ["ISL"], "began": "1972", "ended": null, "status": "ongoing"}], "split": "s"})",
      "f");
  ASSERT_TRUE(read) << read.error().message;
  const NamedSituation& situation = read->at(0).situations.at(0);
  EXPECT_EQ(situation.names, (std::vector<std::string>{"Cod War", "War"}));
  EXPECT_EQ(situation.began, "1972");
  EXPECT_EQ(situation.ended, std::nullopt);
  EXPECT_TRUE(read_situation_reports("{\"id\": \"a\"}", "f").error().message.starts_with("f:1: "));
}

TEST(SituationScores, OneIsFoundByItsKindAndAnyOfItsNames) {
  const auto gold = report({{.kind = "war", .names = {"Cod War", "war on cod"}, .parties = {"ISL", "GBR"}, .status = "ended"}});
  const auto found = score_situations({gold}, {report({{.kind = "war", .names = {"War on cod"}, .parties = {"ISL"}, .status = "ended"},
                                                       {.kind = "crisis", .names = {"Cod War"}, .status = "ended"}})});
  EXPECT_EQ(found.found[0].counts, (Counted{1, 1, 0}));
  EXPECT_EQ(found.found[1].counts, (Counted{1, 0, 1}));
  EXPECT_EQ(found.told[2].counts, (Counted{1, 1}));
}

TEST(SituationScores, DatesAndStatusAreJudgedWhereItIsFound) {
  const auto gold = report({{.kind = "war", .names = {"Cod War"}, .began = "1972", .status = "ended"},
                            {.kind = "election", .names = {"vote"}, .began = "1973", .status = "ended"}});
  const auto found = score_situations({gold}, {report({{.kind = "war", .names = {"Cod War"}, .began = "1973", .status = "ended"}})});
  EXPECT_EQ(found.told[0].counts, (Counted{0, 1}));
  EXPECT_EQ(found.told[1].counts, (Counted{1, 1}));
  EXPECT_EQ(found.told[2].counts, (Counted{1, 1}));
}

}  // namespace
}  // namespace casus
