// What words may mean on a day, and why, in words for people.
#pragma once

#include <string>
#include <string_view>

#include "knowledge/knowledge.h"

namespace casus {

// Every reading of the words, each with its facts, table, line and source; which wins, and why. `date` is ISO 8601, or empty.
std::string explain(const Knowledge& knowledge, std::string_view words, std::string_view date);

}  // namespace casus
