// Where reports come from: text files, JSON Lines, directories, standard input; one after the other in bounded memory.
//
// A text file is one report. In JSON Lines (.jsonl, .ndjson, .json) each line is an object with "text" and, where known, "id",
// "title", "published", "outlet" and "url"; other fields are ignored. In a directory, and those below it, the files ending
// in .txt, .text, .jsonl and .ndjson are read in the order of their names; hidden files and all other kinds are passed over
// (name such a file itself to have it read as text). Standard input is JSON Lines where it begins with "{", else one text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <iosfwd>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "casus/casus.h"
#include "casus/result.h"

namespace casus {

// The origin is what a message begins with: "reports/a.txt", "archive.jsonl:12", "standard input".
struct ReadReport {
  std::string origin;
  Result<Report> report;  // its message does not repeat the origin
};

// Reads with one thread at a time. What fails is returned in its place; the reports after it are still read.
class ReportReader {
 public:
  // `paths` are files, directories, and "-" for `standard_input`, which outlives the reader.
  ReportReader(std::vector<std::string> paths, std::istream& standard_input);
  ReportReader(ReportReader&&) noexcept;
  ~ReportReader();

  // Nothing when all has been read. At most one report is held in memory, and no line longer than eight times kLongestReport.
  std::optional<ReadReport> next();

  // Of the files' bytes so far; compare with total_bytes.
  std::uint64_t bytes_read() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// The size of all files that a ReportReader would read, for a progress bar; standard input counts as nothing.
std::uint64_t total_bytes(const std::vector<std::string>& paths);

}  // namespace casus
