#include "format/html.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "casus/casus.h"
#include "format/example_record.h"

namespace casus {
namespace {

Record record_of(const std::string& text) {
  Record record;
  record.document.text = text;
  return record;
}

TEST(Html, IsTheRecordWithoutCharactersThatEndAScript) {
  for (const std::string text :
       {"</script><script>alert(1)</script>", "<!-- <script>", "a & b\u2028c\u2029d < e > f", "\u202Eabc \U0001F600 \"\\"}) {
    const std::string written = html_record(record_of(text));
    EXPECT_EQ(written.find_first_of("<>&"), std::string::npos) << text;
    EXPECT_EQ(written.find("\u2028"), std::string::npos);
    EXPECT_EQ(written.find("\u2029"), std::string::npos);
    EXPECT_EQ(nlohmann::json::parse(written)["document"]["text"], text);
  }
  EXPECT_EQ(nlohmann::json::parse(html_record(example_record())), nlohmann::json::parse(to_json(example_record())));
}

TEST(Html, PagesHoldTheirRecordsInOneScript) {
  const std::string page = std::string(html_head()) + html_record(example_record()) + std::string(kHtmlSeparator) +
                           html_record(record_of("</script>")) + std::string(html_tail());
  const std::string opening = "<script type=\"application/json\" id=\"records\">";
  const std::size_t start = page.find(opening) + opening.size();
  ASSERT_NE(page.find(opening), std::string::npos);
  const auto records = nlohmann::json::parse(page.substr(start, page.find("</script>", start) - start));
  ASSERT_EQ(records.size(), 2U);
  EXPECT_EQ(records[1]["document"]["text"], "</script>");
  EXPECT_TRUE(page.starts_with("<!doctype html>"));
  EXPECT_TRUE(page.ends_with("</html>\n"));
}

TEST(Html, PagesStandAlone) {
  const std::string page = std::string(html_head()) + std::string(html_tail());
  for (const std::string outside : {"src=", "http://", "https://", "@import", "url("})
    EXPECT_EQ(page.find(outside), std::string::npos) << outside;
  EXPECT_NE(page.find("default-src 'none'"), std::string::npos);
}

}  // namespace
}  // namespace casus
