#include "format/html.h"

#include <array>
#include <utility>

#include "casus/casus.h"
#include "core/check.h"
#include "format/reading_page.h"

namespace casus {
namespace {

constexpr std::string_view kPlace = "{{records}}";

std::size_t place() {
  const std::size_t found = kReadingPage.find(kPlace);
  CASUS_CHECK(found != std::string_view::npos);
  return found;
}

// Outside of strings JSON has none of these. The last two end a line in scripts, and would do so in strings.
constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kEscapes = {
    {{"<", "\\u003c"}, {">", "\\u003e"}, {"&", "\\u0026"}, {"\u2028", "\\u2028"}, {"\u2029", "\\u2029"}}};

}  // namespace

std::string_view html_head() {
  static const std::string head = std::string(kReadingPage.substr(0, place())) + "[\n";
  return head;
}

std::string html_record(const Record& record) {
  const std::string json = to_json(record);
  std::string out;
  out.reserve(json.size() + json.size() / 16);
  for (std::size_t i = 0; i < json.size();) {
    const std::string_view rest = std::string_view(json).substr(i);
    std::string_view written = rest.substr(0, 1);
    std::size_t read = 1;
    for (const auto& [character, escape] : kEscapes) {
      if (!rest.starts_with(character)) continue;
      written = escape;
      read = character.size();
    }
    out += written;
    i += read;
  }
  return out;
}

std::string_view html_tail() {
  static const std::string tail = "\n]" + std::string(kReadingPage.substr(place() + kPlace.size()));
  return tail;
}

}  // namespace casus
