// Expressions of time in the text, and what they name as seen from the day of publication and from what is told before.
#pragma once

#include <vector>

#include "timeplace/narrative.h"
#include "timeplace/time_reading.h"

namespace casus {

// In the order of the text, without overlap; each has a period. Without a day of publication, only those that say their year, and what
// counts from them.
std::vector<ReadExpression> find_time_expressions(TimeText& text);

}  // namespace casus
