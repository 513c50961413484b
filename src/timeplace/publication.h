// When the report was published.
#pragma once

#include <optional>

#include "timeplace/dateline.h"
#include "timeplace/time_reading.h"

namespace casus {

// What was given with the report, else what its dateline says, else a line of its head or foot such as "Published 5 March 2021"; else
// nothing.
std::optional<Date> day_of_publication(const Document& document, const Tokens& tokens, const Parse& parse, const Tree& tree,
                                       const std::optional<Dateline>& dateline, const TimeRules& rules);

}  // namespace casus
