#include "core/unicode.h"

#include <gtest/gtest.h>

namespace casus {
namespace {

TEST(Unicode, RoundTripsEveryPlane) {
  const std::string text = "a\u00e9\u0531\u4e2d\U0001F600";
  const auto points = from_utf8(text);
  ASSERT_TRUE(points);
  EXPECT_EQ(points->size(), 5u);
  EXPECT_EQ(to_utf8(*points), text);
}

TEST(Unicode, NamesTheFirstBrokenByte) {
  EXPECT_EQ(first_invalid_byte("sound"), std::nullopt);
  EXPECT_EQ(first_invalid_byte("ab\xff"
                               "cd"),
            2u);
  EXPECT_EQ(first_invalid_byte("\xc0\xaf"), 0u);      // overlong
  EXPECT_EQ(first_invalid_byte("\xed\xa0\x80"), 0u);  // surrogate
  EXPECT_EQ(first_invalid_byte("a\xe2\x82"), 1u);     // cut short
  EXPECT_FALSE(from_utf8("a\xe2\x82"));
}

TEST(Unicode, FoldsAccentsCaseAndTypography) {
  EXPECT_EQ(fold("Erdo\u011fan"), "erdogan");
  EXPECT_EQ(fold("S\u00e3o Tom\u00e9"), "sao tome");
  EXPECT_EQ(fold("C\u00f4te d\u2019Ivoire"), "cote d'ivoire");
  EXPECT_EQ(fold("\u0130stanbul"), "istanbul");
  EXPECT_EQ(fold("PLAIN-Text"), "plain-text");
}

}  // namespace
}  // namespace casus
