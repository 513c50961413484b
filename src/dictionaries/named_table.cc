#include "dictionaries/named_table.h"

#include <algorithm>
#include <fstream>
#include <utility>

namespace casus {
namespace {

std::vector<std::string> cells_of(std::string_view line) {
  std::vector<std::string> cells{""};
  for (const char c : line)
    if (c == '\t') cells.emplace_back();
    else cells.back() += c;
  return cells;
}

}  // namespace

Result<NamedTable> NamedTable::read(const std::string& path, const std::vector<std::string>& wanted) {
  std::string header;
  std::getline(std::ifstream(path), header);
  std::vector<std::string> columns = cells_of(header);
  auto table = Table::read(path, header);
  if (!table) return table.error();
  for (const std::string& name : wanted)
    if (std::find(columns.begin(), columns.end(), name) == columns.end())
      return Error{path + ":1: no column \"" + name + "\" in the header"};
  return NamedTable(std::move(*table), std::move(columns));
}

std::string_view NamedTable::cell(std::size_t row, std::string_view column) const {
  const auto found = std::find(columns_.begin(), columns_.end(), column);
  return found == columns_.end() ? std::string_view() : table_.row(row)[static_cast<std::size_t>(found - columns_.begin())];
}

}  // namespace casus
