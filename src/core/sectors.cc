#include "core/sectors.h"

#include <algorithm>
#include <array>

namespace casus {
namespace {

constexpr std::array<std::string_view, 25> kSectors{"COP", "GOV", "JUD", "LEG", "MIL", "PRM", "PTY", "REB", "SPY",
                                                    "UAF", "UNK", "AGR", "BUS", "CRM", "CVL", "EDU", "ELI", "JRN",
                                                    "LAB", "MED", "OPP", "PRE", "REL", "SOC", "REF"};

}  // namespace

bool is_sector(std::string_view code) { return std::find(kSectors.begin(), kSectors.end(), code) != kSectors.end(); }

}  // namespace casus
