#include "actors/sectors.h"

#include <algorithm>
#include <initializer_list>

namespace casus {
namespace {

bool is_among(std::string_view sector, std::initializer_list<std::string_view> sectors) {
  return std::find(sectors.begin(), sectors.end(), sector) != sectors.end();
}

}  // namespace

bool is_of_state(std::string_view sector) { return is_among(sector, {"GOV", "MIL", "SPY", "COP", "LEG", "JUD"}); }

bool speaks_for_state(std::string_view sector) { return is_among(sector, {"GOV", "MIL", "SPY"}); }

bool contends_for_state(std::string_view sector) { return is_among(sector, {"REB", "OPP", "PTY"}); }

bool ends_with_office(std::string_view sector) { return sector.empty() || is_of_state(sector) || sector == "PTY"; }

bool is_domestic(std::string_view sector) { return is_among(sector, {"LEG", "PTY", "JUD"}); }

bool governs(std::string_view sector) { return is_among(sector, {"GOV", "COP", "ELI"}); }

bool is_often_foreign(std::string_view sector) { return is_among(sector, {"", "REF", "JRN", "UAF", "UNK"}); }

}  // namespace casus
