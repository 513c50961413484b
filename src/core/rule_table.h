// Tables of rules: tab-separated files with a header line; lines that start with # are comments. Every row knows its place for error
// messages.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "casus/result.h"

namespace casus {

struct RuleTable {
  std::string file;
  std::vector<std::string> columns;
  std::vector<std::vector<std::string>> rows;  // each as long as `columns`
  std::vector<std::size_t> lines;              // one a row, from 1

  std::string place(std::size_t row) const { return file + ":" + std::to_string(lines[row]); }
};

// Fails where the file cannot be read, its header is not `columns`, or a row has more cells. Missing last cells are empty. Where `needed`
// is given, the header may leave out the columns after the first so many, and their cells are empty.
Result<RuleTable> read_rules(const std::string& file, const std::vector<std::string>& columns, std::optional<std::size_t> needed = {});
Result<RuleTable> parse_rules(std::string_view text, const std::string& file, const std::vector<std::string>& columns,
                              std::optional<std::size_t> needed = {});

std::vector<std::string> split(std::string_view text, char separator);  // without empty parts

}  // namespace casus
