#include "terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <charconv>
#include <cstdlib>
#include <string_view>

namespace casus {
namespace {

constexpr std::size_t kUsualColumns = 80;

std::string_view environment(const char* name) {
  const char* value = std::getenv(name);
  return value ? value : "";
}

std::optional<std::size_t> columns_of_environment() {
  const std::string_view text = environment("COLUMNS");
  std::size_t columns = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), columns);
  if (error != std::errc() || end != text.data() + text.size() || columns == 0) return std::nullopt;
  return columns;
}

}  // namespace

bool is_terminal(int descriptor) { return isatty(descriptor) == 1; }

std::optional<std::size_t> columns_of(int descriptor) {
  if (const auto columns = columns_of_environment()) return columns;
  if (!is_terminal(descriptor)) return std::nullopt;
  winsize size{};
  if (ioctl(descriptor, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  return kUsualColumns;
}

Colour colour_of(const std::string& when, int descriptor) {
  if (when != "auto") return when == "always" ? Colour::yes : Colour::no;
  const bool wanted = is_terminal(descriptor) && environment("NO_COLOR").empty() && environment("TERM") != "dumb";
  return wanted ? Colour::yes : Colour::no;
}

}  // namespace casus
