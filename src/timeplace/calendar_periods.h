// What spans several days, months or years: from one to another, seasons, halves, quarters, fiscal years.
#pragma once

#include <optional>

#include "timeplace/time_reading.h"

namespace casus {

// "between 27 and 29 September", "from Monday to Wednesday", "2014-15"
std::optional<TimeReading> range_at(const TimeText& text, std::size_t at);
// "the spring of 2022", "last summer"
std::optional<TimeReading> season_at(const TimeText& text, std::size_t at);
// "the first half of 2014", "the second quarter", "Q2 2019"
std::optional<TimeReading> fraction_at(const TimeText& text, std::size_t at);
// "fiscal year 2019"
std::optional<TimeReading> fiscal_year_at(const TimeText& text, std::size_t at);

// "the last Saturday of August"
std::optional<TimeReading> weekday_of_month_at(const TimeText& text, std::size_t at);

// Whatever the calendar names at `at`, the longest kinds first.
std::optional<TimeReading> calendar_date_at(const TimeText& text, std::size_t at);

}  // namespace casus
