#include "knowledge/table.h"

#include <algorithm>
#include <cstdio>

#include "core/unicode.h"

namespace casus {
namespace {

struct FileCloser {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

std::optional<std::string> contents(const std::string& path) {
  const std::unique_ptr<std::FILE, FileCloser> file(std::fopen(path.c_str(), "rb"));
  if (!file) return std::nullopt;
  std::string text;
  char block[1 << 16];
  while (const std::size_t n = std::fread(block, 1, sizeof block, file.get())) text.append(block, n);
  if (std::ferror(file.get())) return std::nullopt;
  return text;
}

Error at(const std::string& path, std::size_t line, std::string_view what) {
  return {path + ":" + std::to_string(line) + ": " + std::string(what)};
}

}  // namespace

Result<Table> Table::read(const std::string& path, std::string_view header) {
  auto text = contents(path);
  if (!text) return Error{path + ": cannot be read; the knowledge base is incomplete, install casus again"};
  Table table;
  table.path_ = path;
  table.text_ = std::make_unique<const std::string>(std::move(*text));
  table.columns_ = static_cast<std::size_t>(std::count(header.begin(), header.end(), '\t')) + 1;
  const std::string_view all = *table.text_;
  if (const auto invalid = first_invalid_byte(all))
    return at(path, static_cast<std::size_t>(std::count(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(*invalid), '\n')) + 1,
              "is not UTF-8; save it as UTF-8");
  std::size_t number = 0;
  for (std::size_t start = 0; start < all.size();) {
    const std::size_t end = std::min(all.find('\n', start), all.size());
    const std::string_view line = all.substr(start, end - start);
    start = end + 1;
    ++number;
    if (line.ends_with('\r')) return at(path, number, "ends with a carriage return; save it with the line ends of Unix");
    if (number == 1) {
      if (line != header) return at(path, 1, "expected the header \"" + std::string(header) + "\"");
      continue;
    }
    if (!table.lines_.empty() && line <= table.lines_.back())
      return at(path, number, line == table.lines_.back() ? "the same line stands twice" : "out of order; sort the lines bytewise");
    table.lines_.push_back(line);
    std::size_t cells = 0;
    for (std::size_t from = 0; from <= line.size(); ++cells) {
      const std::size_t to = std::min(line.find('\t', from), line.size());
      table.cells_.push_back(line.substr(from, to - from));
      from = to + 1;
    }
    if (cells != table.columns_)
      return at(path, number, "expected " + std::to_string(table.columns_) + " columns, found " + std::to_string(cells));
  }
  if (number == 0) return at(path, 1, "expected the header \"" + std::string(header) + "\"");
  return table;
}

Error Table::error(const Row& row, std::string_view what) const { return at(path_, row.line(), what); }

bool is_date(std::string_view text) {
  constexpr std::string_view pattern = "dddd-dd-dd";
  if (text.size() != 4 && text.size() != 7 && text.size() != 10) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool digit = text[i] >= '0' && text[i] <= '9';
    if (pattern[i] == 'd' ? !digit : text[i] != '-') return false;
  }
  const auto number = [&](std::size_t i) { return (text[i] - '0') * 10 + (text[i + 1] - '0'); };
  if (text.size() >= 7 && (number(5) < 1 || number(5) > 12)) return false;
  return text.size() < 10 || (number(8) >= 1 && number(8) <= 31);
}

}  // namespace casus
