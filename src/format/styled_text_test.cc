#include "format/styled_text.h"

#include <gtest/gtest.h>

namespace casus {
namespace {

std::string cut(std::string_view text, std::size_t width) { return StyledText(text).cut(width).render(Colour::no); }

TEST(StyledText, MeasuresColumns) {
  struct Case {
    const char* text;
    std::size_t columns;
  };
  for (const auto& [text, columns] : {Case{"abc", 3}, Case{"e\u0301a\u0300", 2}, Case{"日本", 4}, Case{"😀", 2}, Case{"🇫🇷", 2},
                                      Case{"👩\u200d🚒", 2}, Case{"ﾊﾝ", 2}, Case{"“–”", 3}, Case{"", 0}, Case{"❤\ufe0f", 2}})
    EXPECT_EQ(StyledText(text).columns(), columns) << text;
}

TEST(StyledText, CutsBetweenCharacters) {
  EXPECT_EQ(cut("abcdef", 6), "abcdef");
  EXPECT_EQ(cut("abcdef", 5), "abcd…");
  EXPECT_EQ(cut("ab cdef", 4), "ab…");
  EXPECT_EQ(cut("日本語", 5), "日本…");
  EXPECT_EQ(cut("日本語", 4), "日…");
  EXPECT_EQ(cut("e\u0301e\u0301e\u0301", 2), "e\u0301…");
  EXPECT_EQ(cut("abc", 1), "…");
  EXPECT_EQ(cut("abc", 0), "");
}

TEST(StyledText, KeepsTheFocusInView) {
  const StyledText text("one two three four five six seven eight");
  const std::string shown = text.cut(20, 28, 33).render(Colour::no);
  EXPECT_EQ(shown, "…six seven eight");
  EXPECT_EQ(text.cut(16, 0, 3).render(Colour::no), "one two three f…");
  EXPECT_EQ(text.cut(16, 14, 18).render(Colour::no), "…four five six…");
}

TEST(StyledText, WrapsBetweenWords) {
  const auto wrapped = [](std::string_view text, std::size_t width) {
    std::vector<std::string> lines;
    for (const StyledText& line : StyledText(text).wrapped(width)) lines.push_back(line.render(Colour::no));
    return lines;
  };
  using Lines = std::vector<std::string>;
  EXPECT_EQ(wrapped("one two three", 20), Lines{"one two three"});
  EXPECT_EQ(wrapped("one two three", 7), (Lines{"one two", "three"}));
  EXPECT_EQ(wrapped("one two three", 6), (Lines{"one", "two", "three"}));
  EXPECT_EQ(wrapped("abcdefgh ij", 3), (Lines{"abc", "def", "gh", "ij"}));
  EXPECT_EQ(wrapped("日本語", 5), (Lines{"日本", "語"}));
  EXPECT_EQ(wrapped("", 5), Lines{""});
}

TEST(StyledText, NothingInATextMovesTheCursor) {
  EXPECT_EQ(printable("a\x1b[31mb"), "a␛[31mb");
  EXPECT_EQ(printable("a\t\n\r\v b"), "a b");
  EXPECT_EQ(printable(std::string_view("a\0b", 3)), "a␀b");
  EXPECT_EQ(printable("a\u009b1mb\u007f"), "a\ufffd1mb␡");
  EXPECT_EQ(printable("a\u202eb\u2066c\u00add\ufeff"), "abcd");
  EXPECT_EQ(printable("a\u2028b"), "a b");
  EXPECT_EQ(printable("a\xff"), "a\ufffd");
}

TEST(StyledText, MarksWithoutEndAreLimited) {
  std::string tower = "a";
  for (int i = 0; i < 1000; ++i) tower += "\u0300";
  EXPECT_LT(printable(tower).size(), 40u);
  EXPECT_EQ(StyledText(tower).columns(), 1u);
}

TEST(StyledText, ColoursOnlyWhenAsked) {
  const StyledText text = StyledText("a", Style::strong).add("b", Style::strong).add("c");
  EXPECT_EQ(text.render(Colour::no), "abc");
  EXPECT_EQ(text.render(Colour::yes), "\x1b[1mab\x1b[0mc");
  EXPECT_EQ(StyledText("a", Style::strong).render(Colour::yes), "\x1b[1ma\x1b[0m");
}

}  // namespace
}  // namespace casus
