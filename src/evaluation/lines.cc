#include "evaluation/lines.h"

#include <charconv>

namespace casus {

std::vector<std::string_view> cells_of(std::string_view line, char separator) {
  std::vector<std::string_view> cells;
  std::size_t at = 0;
  while (true) {
    const std::size_t end = std::min(line.find(separator, at), line.size());
    cells.push_back(line.substr(at, end - at));
    if (end == line.size()) return cells;
    at = end + 1;
  }
}

std::vector<std::string_view> lines_of(std::string_view text) {
  if (text.ends_with('\n')) text.remove_suffix(1);
  std::vector<std::string_view> lines = cells_of(text, '\n');
  for (std::string_view& line : lines)
    if (line.ends_with('\r')) line.remove_suffix(1);
  return lines;
}

std::optional<double> number_of(std::string_view cell) {
  double value = 0;
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
  if (error != std::errc() || end != cell.data() + cell.size()) return std::nullopt;
  return value;
}

Error error_at(std::string_view origin, std::size_t line, const std::string& what) {
  return {std::string(origin) + ":" + std::to_string(line) + ": " + what};
}

}  // namespace casus
