// PLOVER's sectors of actors (manual of 2023).
#pragma once

#include <string_view>

namespace casus {

bool is_sector(std::string_view code);

}  // namespace casus
