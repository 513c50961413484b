#include "document/reports.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "document/document.h"

namespace casus {
namespace {

namespace fs = std::filesystem;

// A folder of its own for each test, gone afterwards.
class ReportReaderTest : public testing::Test {
 protected:
  ReportReaderTest() {
    const auto* test = testing::UnitTest::GetInstance()->current_test_info();
    folder_ = fs::temp_directory_path() / ("casus-" + std::string(test->name()) + "-" + std::to_string(getpid()));
    fs::create_directories(folder_);
  }
  ~ReportReaderTest() override { fs::remove_all(folder_); }

  std::string write(const std::string& name, const std::string& content) {
    const fs::path path = folder_ / name;
    fs::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << content;
    return path.string();
  }

  // "name: text" or "name: ! message", names without the folder.
  std::vector<std::string> read(std::vector<std::string> paths, const std::string& standard_input = "") {
    std::istringstream input(standard_input);
    ReportReader reader(std::move(paths), input);
    std::vector<std::string> lines;
    while (const auto read = reader.next()) {
      std::string origin = read->origin;
      if (origin.starts_with(folder_.string())) origin.erase(0, folder_.string().size() + 1);
      lines.push_back(origin + ": " + (read->report ? read->report->text : "! " + read->report.error().message));
    }
    return lines;
  }

  fs::path folder_;
};

using Lines = std::vector<std::string>;

TEST_F(ReportReaderTest, ReadsDirectoriesInOrderAndPassesOverOtherFiles) {
  write("b.txt", "second");
  write("a/z.TXT", "first");
  write("c.jsonl", "{\"text\":\"third\"}\n\n{\"text\":\"fourth\"}");
  write(".hidden.txt", "no");
  write(".git/x.txt", "no");
  write("README", "no");
  write("d.pdf", "no");
  EXPECT_EQ(read({folder_.string()}), (Lines{"a/z.TXT: first", "b.txt: second", "c.jsonl:1: third", "c.jsonl:3: fourth"}));
}

TEST_F(ReportReaderTest, ReadsNamedFilesWhateverTheirName) {
  const std::string page = write("REPORT", "text");
  EXPECT_EQ(read({page, "-"}, "\n piped"), (Lines{"REPORT: text", "standard input: \n piped"}));
}

TEST_F(ReportReaderTest, TellsJsonLinesOnStandardInput) {
  EXPECT_EQ(read({"-"}, "\xEF\xBB\xBF\n{\"text\":\"a\"}\n[1]\n"),
            (Lines{"standard input:2: a", "standard input:3: ! not a JSON object with a \"text\""}));
}

TEST_F(ReportReaderTest, GoesOnAfterWhatFails) {
  const std::string good = write("good.txt", "good");
  fs::create_directories(folder_ / "empty");
  const Lines lines = read({(folder_ / "missing.txt").string(), (folder_ / "empty").string(), write("none.jsonl", "\n"), good});
  ASSERT_EQ(lines.size(), 4U);
  EXPECT_EQ(lines[0], "missing.txt: ! no such file or directory: check the path");
  EXPECT_TRUE(lines[1].starts_with("empty: ! no reports in this directory")) << lines[1];
  EXPECT_EQ(lines[2], "none.jsonl: ! empty: nothing to read");
  EXPECT_EQ(lines[3], "good.txt: good");
}

TEST_F(ReportReaderTest, RefusesBadLinesAlone) {
  struct Case {
    std::string line;
    std::string message;  // its begin
  };
  const Case cases[] = {
      {"{\"text\":\"a\"", "not JSON"},
      {"{\"text\":\"\xE9\"}", "not JSON"},
      {"7", "not a JSON object"},
      {"{\"title\":\"a\"}", "no \"text\""},
      {"{\"text\":\"\"}", "no \"text\""},
      {"{\"text\":[]}", "\"text\" is not a string"},
      {"{\"text\":\"a\",\"published\":\"7 Oct\"}", "\"published\" is not an ISO 8601 day"},
      {"{\"text\":\"a\",\"published\":\"2021-02-29\"}", "\"published\" is not an ISO 8601 day"},
      {"{\"text\":\"a\",\"url\":\"not a url\"}", "\"url\" has spaces"},
      {"{\"text\":\"a\",\"url\":\"" + std::string(3000, 'u') + "\"}", "\"url\" is longer than 2048 bytes"},
      {"{\"text\":\"a\",\"id\":\"x\\ny\"}", "\"id\" has control characters"},
      {std::string(9 << 20, ' ') + "{}", "line longer than"},
      {"{\"text\":\"" + std::string(2 << 20, 'a') + "\"}", "\"text\" is longer than 1048576 bytes"},
  };
  std::string archive;
  for (const Case& wanted : cases) archive += wanted.line + "\n{\"text\":\"good\"}\n";
  const Lines lines = read({write("archive.jsonl", archive)});
  ASSERT_EQ(lines.size(), 2 * std::size(cases));
  for (std::size_t i = 0; i < std::size(cases); ++i) {
    const std::string begin = "archive.jsonl:" + std::to_string(2 * i + 1) + ": ! " + cases[i].message;
    EXPECT_TRUE(lines[2 * i].starts_with(begin)) << lines[2 * i];
    EXPECT_EQ(lines[2 * i + 1], "archive.jsonl:" + std::to_string(2 * i + 2) + ": good");
  }
}

TEST_F(ReportReaderTest, TakesEveryFieldAndIgnoresOthers) {
  const std::string path = write("a.ndjson",
                                 "{\"text\":\"t\",\"id\":17,\"title\":\"h\",\"published\":\"2020-10-07T06:00:00+04:00\",\"outlet\":\"o\","
                                 "\"url\":\"https://example.org/1\",\"tags\":{\"deep\":[1,[2]]},\"x\":null}\n"
                                 "{\"text\":\"t\",\"id\":null,\"title\":\"\"}\n");
  std::istringstream none;
  ReportReader reader({path}, none);
  const auto full = reader.next();
  ASSERT_TRUE(full && full->report);
  EXPECT_EQ(full->report->id, "17");
  EXPECT_EQ(full->report->title, "h");
  EXPECT_EQ(full->report->published, "2020-10-07");
  EXPECT_EQ(full->report->outlet, "o");
  EXPECT_EQ(full->report->url, "https://example.org/1");
  const auto bare = reader.next();
  ASSERT_TRUE(bare && bare->report);
  EXPECT_FALSE(bare->report->id || bare->report->title || bare->report->published);
  EXPECT_FALSE(reader.next());
  EXPECT_EQ(reader.bytes_read(), fs::file_size(path));
}

TEST_F(ReportReaderTest, DoesNotLoadAFileThatIsTooLong) {
  const std::string path = write("long.txt", "");
  fs::resize_file(path, std::uintmax_t{50} << 30);  // sparse
  const Lines lines = read({path});
  ASSERT_EQ(lines.size(), 1U);
  EXPECT_TRUE(lines[0].starts_with("long.txt: ! longer than 1048576 bytes (53687091200)")) << lines[0];
  const Lines piped = read({"-"}, std::string(kLongestReport + 5, 'a'));
  ASSERT_EQ(piped.size(), 1U);
  EXPECT_TRUE(piped[0].starts_with("standard input: ! text longer than")) << piped[0];
}

TEST_F(ReportReaderTest, DoesNotFollowLinksToDirectories) {
  write("a/one.txt", "one");
  fs::create_directory_symlink(folder_, folder_ / "a" / "up");
  EXPECT_EQ(read({folder_.string()}), (Lines{"a/one.txt: one"}));
}

TEST_F(ReportReaderTest, AddsUpTheBytes) {
  write("a/one.txt", "12345");
  write("two.jsonl", "123");
  write("three.pdf", "1234567");
  EXPECT_EQ(total_bytes({folder_.string(), "-", (folder_ / "missing").string()}), 8U);
}

}  // namespace
}  // namespace casus
