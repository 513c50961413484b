#include "evaluation/numbers.h"

#include <gtest/gtest.h>

namespace casus {
namespace {

Figure figure(Span span, std::string what, double low, std::optional<std::string> of = {}) {
  return {.span = span, .what = std::move(what), .low = low, .high = low, .unit = {}, .of = std::move(of)};
}

const Score& named(const std::vector<Score>& scores, const std::string& measure) {
  for (const Score& score : scores)
    if (score.measure == measure) return score;
  throw std::runtime_error("no measure " + measure);
}

TEST(Numbers, GoldIsRead) {
  const auto read = read_number_gold(
      R"({"id": "a", "published": "2020-01-02", "text": "Two of 12 guards fell.", "numbers": [{"span": [0, 3], "what": "killed", "low": 2, )"
      R"("high": null, "unit": null, "of": "MLI", "superseded": true}], "none": [[7, 9]], "split": "s"})"
      "\n",
      "f");
  ASSERT_TRUE(read) << read.error().message;
  ASSERT_EQ(read->size(), 1u);
  EXPECT_EQ(read->front().published, "2020-01-02");
  ASSERT_EQ(read->front().figures.size(), 1u);
  EXPECT_EQ(read->front().figures[0].low, 2.0);
  EXPECT_FALSE(read->front().figures[0].high);
  EXPECT_EQ(read->front().figures[0].of, "MLI");
  EXPECT_TRUE(read->front().figures[0].superseded);
  EXPECT_EQ(read->front().none, (Spans{{7, 9}}));
  EXPECT_NE(read_number_gold("{}\n", "f").error().message.find("f:1: "), std::string::npos);
}

TEST(Numbers, PredictionsAreReadAsWritten) {
  Figure one = figure({3, 9}, "troops", 40, "MLIMIL");
  one.unit = "brigade";
  one.in_event = true;
  const auto read = read_figures(write_figures({{"a", {one}}}), "f");
  ASSERT_TRUE(read) << read.error().message;
  const Figure& again = read->at("a").at(0);
  EXPECT_EQ(again.span, one.span);
  EXPECT_EQ(again.unit, "brigade");
  EXPECT_EQ(again.of, "MLIMIL");
  EXPECT_TRUE(again.in_event);
}

TEST(Numbers, WhoseIsAStateOrABody) {
  EXPECT_TRUE(is_of("MLI", "MLIMIL"));
  EXPECT_TRUE(is_of("UNO", "IGOUNO"));
  EXPECT_TRUE(is_of("IGO", "IGOAFU"));
  EXPECT_TRUE(is_of({}, {}));
  EXPECT_FALSE(is_of("MLI", "NERMIL"));
  EXPECT_FALSE(is_of("MLI", {}));
  EXPECT_FALSE(is_of({}, "MLI"));
}

TEST(Numbers, SharesAreOfAllFiguresThatStand) {
  Figure withdrawn = figure({20, 22}, "killed", 7);
  withdrawn.superseded = true;
  const std::vector<NumberText> gold = {{.id = "a",
                                         .text = "",
                                         .published = {},
                                         .figures = {figure({0, 5}, "killed", 3, "MLI"), figure({8, 12}, "injured", 4), withdrawn},
                                         .none = {}},
                                        {.id = "b",
                                         .text = "",
                                         .published = {},
                                         .figures = {figure({0, 5}, "killed", 2), figure({6, 9}, "killed", 1)},
                                         .none = {{10, 12}, {14, 15}}}};
  Figure told = figure({2, 6}, "killed", 3, "MLIMIL");
  told.in_event = true;
  const FiguresById predicted = {{"a", {told, figure({9, 10}, "injured", 5)}},
                                 {"b", {figure({0, 5}, "killed", 2, "NER"), figure({11, 12}, "killed", 9)}}};
  const auto scores = score_numbers(gold, predicted);
  EXPECT_DOUBLE_EQ(named(scores, "figures").value, 0.25);
  EXPECT_EQ(named(scores, "figures").counts, (std::vector<std::size_t>{1, 2, 1}));
  EXPECT_DOUBLE_EQ(named(scores, "kind, bounds and unit").value, 0.5);
  EXPECT_DOUBLE_EQ(named(scores, "in an event").value, 0.25);
  EXPECT_DOUBLE_EQ(named(scores, "false alarms").value, 0.5);
  EXPECT_EQ(named(scores, "killed").counts, (std::vector<std::size_t>{1, 1, 1}));
}

}  // namespace
}  // namespace casus
