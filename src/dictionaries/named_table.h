// A table of kb/ or rules/ whose columns are found by the names in its header, whatever stands beside them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "casus/result.h"
#include "knowledge/table.h"

namespace casus {

class NamedTable {
 public:
  // Fails as Table::read does, and where one of `wanted` is not in the header.
  static Result<NamedTable> read(const std::string& path, const std::vector<std::string>& wanted);

  std::size_t size() const { return table_.size(); }
  // Empty where the table has no such column.
  std::string_view cell(std::size_t row, std::string_view column) const;
  const std::vector<std::string>& columns() const { return columns_; }
  Error error(std::size_t row, std::string_view what) const { return table_.error(table_.row(row), what); }

 private:
  NamedTable(Table table, std::vector<std::string> columns) : table_(std::move(table)), columns_(std::move(columns)) {}

  Table table_;
  std::vector<std::string> columns_;
};

}  // namespace casus
