// What names sound like, whatever the transliteration.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "knowledge/lists.h"

namespace casus {

// The words of the name with each spelling replaced, in their order.
std::string sound_of(std::string_view name, std::span<const Spelling> spelling);

}  // namespace casus
