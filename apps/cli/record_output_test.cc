#include "record_output.h"

#include <gtest/gtest.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace casus {
namespace {

// What stands in the file after these records; nothing is a report that failed.
std::string written(Format format, const std::vector<std::optional<std::string>>& records) {
  const std::string name = ::testing::TempDir() + "/casus_record_output_test";
  auto output = Output::open(name);
  EXPECT_TRUE(output);
  RecordOutput all(format, *output);
  all.begin();
  for (const auto& record : records) EXPECT_TRUE(all.add(record));
  all.end();
  EXPECT_TRUE(output->close());
  std::ifstream file(name);
  std::string text(std::istreambuf_iterator<char>(file), {});
  std::filesystem::remove(name);
  return text;
}

TEST(RecordOutput, JsonIsAnObjectForOneReportAndAnArrayForSeveral) {
  EXPECT_EQ(written(Format::json, {}), "");
  EXPECT_EQ(written(Format::json, {std::nullopt}), "");
  EXPECT_EQ(written(Format::json, {"{}"}), "{}\n");
  EXPECT_EQ(written(Format::json, {"{1}", "{2}"}), "[\n{1},\n{2}\n]\n");
  EXPECT_EQ(written(Format::json, {std::nullopt, "{2}"}), "[\n{2}\n]\n");
  EXPECT_EQ(written(Format::json, {"{1}", std::nullopt, "{3}"}), "[\n{1},\n{3}\n]\n");
  EXPECT_EQ(written(Format::json, {std::nullopt, std::nullopt}), "[\n]\n");
}

TEST(RecordOutput, OthersFollowEachOther) {
  EXPECT_EQ(written(Format::jsonl, {"{1}\n", std::nullopt, "{3}\n"}), "{1}\n{3}\n");
  EXPECT_TRUE(written(Format::tsv, {"a\tb\n"}).ends_with("\ttext\na\tb\n"));
  const std::string briefs = written(Format::brief, {std::nullopt, "A\n", "B\n"});
  EXPECT_TRUE(briefs.starts_with("A\n\n─") && briefs.ends_with("─\n\nB\n")) << briefs;
}

TEST(RecordOutput, HtmlIsOnePage) {
  const std::string page = written(Format::html, {"{1}", std::nullopt, "{3}"});
  EXPECT_TRUE(page.starts_with("<!doctype html>") && page.ends_with("</html>\n")) << page;
  EXPECT_NE(page.find(">[\n{1},\n{3}\n]</script>"), std::string::npos) << page;
  EXPECT_NE(written(Format::html, {std::nullopt}).find(">[\n\n]</script>"), std::string::npos);
}

}  // namespace
}  // namespace casus
