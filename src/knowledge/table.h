// A table of kb/: UTF-8, tab-separated, one header line, one fact a line, no quoting.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "casus/result.h"

namespace casus {

// One row; the views point into the table's text.
class Row {
 public:
  Row(std::span<const std::string_view> cells, std::size_t line) : cells_(cells), line_(line) {}

  std::string_view operator[](std::size_t column) const { return cells_[column]; }
  std::size_t line() const { return line_; }

 private:
  std::span<const std::string_view> cells_;
  std::size_t line_;
};

// Owns its text, which does not move with it. Rows are sorted bytewise and no line stands twice: reading checks both.
class Table {
 public:
  // `header` are the column names wanted, tab-separated. Errors name file, line and remedy.
  static Result<Table> read(const std::string& path, std::string_view header);

  std::size_t size() const { return lines_.size(); }
  Row row(std::size_t index) const { return {cells(index), index + 2}; }
  std::span<const std::string_view> cells(std::size_t row) const { return std::span(cells_).subspan(row * columns_, columns_); }
  std::string_view text() const { return *text_; }
  Error error(const Row& row, std::string_view what) const;

 private:
  std::string path_;
  std::unique_ptr<const std::string> text_;
  std::size_t columns_ = 0;
  std::vector<std::string_view> lines_;
  std::vector<std::string_view> cells_;
};

// "2020", "2020-10" or "2020-10-07".
bool is_date(std::string_view text);

}  // namespace casus
