#include "explanation/tree_drawing.h"

#include <gtest/gtest.h>

namespace casus {
namespace {

Parse parse_of(const std::vector<std::size_t>& heads) {
  Parse parse;
  for (const std::size_t head : heads) parse.words.push_back({.head = head});
  return parse;
}

using Lines = std::vector<std::string>;

TEST(TreeDrawing, LinesRunFromHeadsToDependents) {
  // Mali 's army attacked a village
  EXPECT_EQ(draw_tree(parse_of({2, 0, 3, kRoot, 5, 3}), {0, 6}), (Lines{"   ╭─ ", "   │  ╰─ ", "╭─ ", "", "│  ╭─ ", "╰─ "}));
  EXPECT_EQ(draw_tree(parse_of({kRoot}), {0, 1}), (Lines{""}));
  EXPECT_EQ(draw_tree(parse_of({kRoot, 0, 0}), {0, 3}), (Lines{"", "├─ ", "╰─ "}));
}

TEST(TreeDrawing, OnlyTheSentenceIsDrawn) { EXPECT_EQ(draw_tree(parse_of({kRoot, 0, kRoot, 2}), {2, 4}), (Lines{"", "╰─ "})); }

TEST(TreeDrawing, CrossingEdgesBreakALine) {
  // The line from the fourth word to the second meets the third, which stands further to the left.
  EXPECT_EQ(draw_tree(parse_of({2, 3, kRoot, 2}), {0, 4}), (Lines{"╭─ ", "│  ╭─ ", "", "╰─ "}));
}

}  // namespace
}  // namespace casus
