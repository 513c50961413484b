// Counting in units of time from a day or period.
#pragma once

#include <optional>

#include "timeplace/time_reading.h"

namespace casus {

// `from`, so many units on. Nothing where it is not known precisely enough.
std::optional<CalendarSpan> shifted(const CalendarSpan& from, const Anchored& by, std::optional<Day> published);

}  // namespace casus
