#include "core/rule_table.h"

#include <algorithm>
#include <fstream>
#include <sstream>

namespace casus {
namespace {

std::vector<std::string> cells_of(std::string_view line) {
  std::vector<std::string> cells;
  std::size_t at = 0;
  for (;;) {
    const std::size_t tab = std::min(line.find('\t', at), line.size());
    cells.emplace_back(line.substr(at, tab - at));
    if (tab == line.size()) return cells;
    at = tab + 1;
  }
}

std::string joined(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
  return text;
}

bool is_header(const std::vector<std::string>& cells, const std::vector<std::string>& columns, std::size_t needed) {
  return cells.size() >= needed && cells.size() <= columns.size() && std::equal(cells.begin(), cells.end(), columns.begin());
}

}  // namespace

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t end = std::min(text.find(separator, at), text.size());
    if (end > at) parts.emplace_back(text.substr(at, end - at));
    at = end + 1;
  }
  return parts;
}

Result<RuleTable> parse_rules(std::string_view text, const std::string& file, const std::vector<std::string>& columns,
                              std::optional<std::size_t> needed) {
  RuleTable table{.file = file, .columns = columns, .rows = {}, .lines = {}};
  std::size_t header_size = 0;
  std::size_t line_number = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    std::string_view line = text.substr(at, end - at);
    at = end + 1;
    ++line_number;
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty() || line.starts_with('#')) continue;
    auto cells = cells_of(line);
    const std::string place = file + ":" + std::to_string(line_number);
    if (header_size == 0) {
      if (!is_header(cells, columns, needed.value_or(columns.size())))
        return Error{place + ": the header must be: " + joined(columns) +
                     (needed ? "; those after " + columns[*needed - 1] + " may be left out from the end" : "")};
      header_size = cells.size();
      continue;
    }
    if (cells.size() > header_size)
      return Error{place + ": " + std::to_string(cells.size()) + " cells, but the header has " + std::to_string(header_size)};
    cells.resize(columns.size());
    table.rows.push_back(std::move(cells));
    table.lines.push_back(line_number);
  }
  if (header_size == 0) return Error{file + ": no header line; it must be: " + joined(columns)};
  return table;
}

Result<RuleTable> read_rules(const std::string& file, const std::vector<std::string>& columns, std::optional<std::size_t> needed) {
  std::ifstream stream(file, std::ios::binary);
  if (!stream) return Error{file + ": cannot be read; check that the folder of the rules is complete"};
  std::ostringstream text;
  text << stream.rdbuf();
  return parse_rules(text.view(), file, columns, needed);
}

}  // namespace casus
