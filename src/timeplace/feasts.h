// Days with a name: fixed, bound to a weekday, to Easter, or to the months of another calendar.
#pragma once

#include <vector>

#include "timeplace/calendar.h"
#include "timeplace/time_rules.h"

namespace casus {

// Gregorian, by the computus; of the Orthodox churches, by that of the Julian calendar, as a Gregorian day.
Day easter(int year);
Day orthodox_easter(int year);

// All that begin in these Gregorian years, in order. Islamic months are those of Umm al-Qura, as calculated in advance.
std::vector<CalendarSpan> occurrences(const Holiday& holiday, int first_year, int last_year);

}  // namespace casus
