// Months, years, weekdays and days with a name.
#pragma once

#include <optional>

#include "timeplace/time_reading.h"

namespace casus {

// Each reads what starts at `at`. Without a day of publication, only what says its year.
std::optional<TimeReading> month_at(const TimeText& text, std::size_t at);
std::optional<TimeReading> year_at(const TimeText& text, std::size_t at);
std::optional<TimeReading> weekday_at(const TimeText& text, std::size_t at);
std::optional<TimeReading> day_of_month_at(const TimeText& text, std::size_t at);  // "on the 27th"
std::optional<TimeReading> holiday_at(const TimeText& text, std::size_t at);

// Seen from publication and the tense of the clause.
CalendarSpan weekday_near(const TimeText& text, unsigned weekday, std::optional<int> way, Tense tense);
CalendarSpan month_near(const TimeText& text, unsigned month, std::optional<int> way, Tense tense);

}  // namespace casus
