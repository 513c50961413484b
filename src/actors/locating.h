// Which known place a name means in a report.
#pragma once

#include <functional>
#include <string_view>

#include "knowledge/knowledge.h"

namespace casus {

// Of several places of a name the one whose country the report mentions, else a large one that is by far the most populous. Null where none
// is known, or none stands out.
const KnownPlace* locate(std::string_view name, const Knowledge& knowledge, std::string_view date,
                         const std::function<bool(std::string_view country)>& mentions);

}  // namespace casus
