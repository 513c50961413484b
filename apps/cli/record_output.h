// How the texts of several records become one output.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "output.h"

namespace casus {

enum class Format { brief, json, jsonl, tsv, html };

// json is one object for one report and an array for several, also where all but one failed; jsonl is a record a line; tsv has
// its header first; html is one page; briefs are parted by a line.
class RecordOutput {
 public:
  RecordOutput(Format format, Output& output) : format_(format), output_(output) {}

  void begin();
  // The next report's record, or nothing where it failed. False once nothing can be written any more.
  bool add(const std::optional<std::string>& record);
  void end();

 private:
  bool add_json(const std::optional<std::string>& record);

  Format format_;
  Output& output_;  // owned by the caller, who keeps it alive
  std::size_t reports_ = 0;
  std::size_t written_ = 0;
  std::optional<std::string> first_;  // held back until it is known whether others follow
};

}  // namespace casus
