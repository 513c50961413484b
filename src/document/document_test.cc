#include "document/document.h"

#include <gtest/gtest.h>

#include "core/unicode.h"

namespace casus {
namespace {

Report report_of(std::string text) {
  Report report;
  report.text = std::move(text);
  return report;
}

TEST(MakeDocument, KeepsTheTextButForMarkAndLineEnds) {
  const auto document = make_document(report_of("\xEF\xBB\xBFTalks\r\nresumed\r in  Ébry.\n"));
  ASSERT_TRUE(document);
  EXPECT_EQ(document->info.text, "Talks\nresumed\r in  Ébry.\n");
  EXPECT_EQ(to_utf8(document->text), document->info.text);
}

TEST(MakeDocument, PutsTheTitleBefore) {
  Report report = report_of("The envoy left.");
  report.title = " Envoy\nleaves  capital ";
  const auto document = make_document(report);
  ASSERT_TRUE(document);
  EXPECT_EQ(document->info.text, "Envoy leaves capital\n\nThe envoy left.");
  EXPECT_EQ(document->info.title, "Envoy leaves capital");
}

TEST(MakeDocument, DoesNotRepeatATitleThatTheTextBeginsWith) {
  Report report = report_of("Envoy leaves capital\nThe envoy left.");
  report.title = "Envoy leaves  capital";
  const auto document = make_document(report);
  ASSERT_TRUE(document);
  EXPECT_EQ(document->info.text, "Envoy leaves capital\nThe envoy left.");
}

TEST(MakeDocument, TakesTheGivenIdElseTheDigest) {
  Report report = report_of("abc");
  EXPECT_EQ(make_document(report)->info.id, "ba7816bf8f01cfea");  // SHA-256 of "abc", FIPS 180-2
  report.id = "wire/17";
  EXPECT_EQ(make_document(report)->info.id, "wire/17");
}

TEST(MakeDocument, KeepsWhereTheDateIsFrom) {
  Report report = report_of("abc");
  report.published = "2020-10-07";
  report.published_from = DateFrom::option;
  const auto document = make_document(report);
  ASSERT_TRUE(document);
  EXPECT_EQ(document->info.published->value, "2020-10-07");
  EXPECT_EQ(document->info.published->from, DateFrom::option);
}

TEST(MakeDocument, SaysWhatIsWrongAndWhere) {
  struct Case {
    std::string text;
    std::string message;
  };
  const Case cases[] = {
      {"", "empty: nothing to read"},
      {" \n\t\xC2\xA0\xE2\x80\x8B\n", "empty: nothing to read"},
      {"fine\nbad \xE9t\xE9", "not UTF-8 at byte 9 (line 2)"},
      {"\xFF\xFE"
       "a",
       "not UTF-8 at byte 0 (line 1)"},
      {std::string("a\nb\0c", 5), "NUL byte at byte 3 (line 2): is this a text file?"},
      {std::string(kLongestReport + 1, 'a'), "longer than 1048576 bytes (1048577)"},
  };
  for (const Case& wanted : cases) {
    const auto document = make_document(report_of(wanted.text));
    ASSERT_FALSE(document) << wanted.message;
    EXPECT_TRUE(document.error().message.starts_with(wanted.message)) << document.error().message;
    EXPECT_EQ(document.error().message.find('\n'), std::string::npos);
  }
  EXPECT_TRUE(make_document(report_of(std::string(kLongestReport, 'a'))));
}

TEST(MakeDocument, RefusesABadTitleOrDate) {
  Report report = report_of("abc");
  report.title = "\xE9t\xE9";
  EXPECT_TRUE(make_document(report).error().message.starts_with("title: not UTF-8 at byte 0"));
  report.title = std::nullopt;
  report.published = "yesterday";
  EXPECT_EQ(make_document(report).error().message, "published \"yesterday\": not an ISO 8601 day such as 2020-10-07");
}

TEST(Slice, CountsCodePoints) {
  const auto document = make_document(report_of("Ébry’s 🕊 left"));
  ASSERT_TRUE(document);
  EXPECT_EQ(slice(*document, {0, 6}), "Ébry’s");
  EXPECT_EQ(slice(*document, {7, 8}), "🕊");
  const Words joined = words(*document, {{0, 4}, {9, 13}});
  EXPECT_EQ(joined.text, "Ébry left");
  EXPECT_EQ(joined.spans, (Spans{{0, 4}, {9, 13}}));
}

TEST(IsoDay, CutsATimeAndRefusesDaysThatDoNotExist) {
  EXPECT_EQ(iso_day("2020-10-07"), "2020-10-07");
  EXPECT_EQ(iso_day("2020-02-29T23:59:59Z"), "2020-02-29");
  EXPECT_EQ(iso_day("2020-10-07 08:00"), "2020-10-07");
  for (const char* bad : {"", "2020-10", "2020-10-7", "2019-02-29", "1900-02-29", "2020-13-01", "2020-00-10", "2020-04-31", "20201007",
                          "2020-10-07x", "7 Oct 2020"})
    EXPECT_FALSE(iso_day(bad)) << bad;
}

}  // namespace
}  // namespace casus
