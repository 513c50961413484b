// Days, weeks, months and years of the Gregorian calendar, and how ISO 8601 writes them.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace casus {

using Day = std::chrono::sys_days;
using Month = std::chrono::year_month;

inline constexpr int kFirstYear = 1000;
inline constexpr int kLastYear = 2999;

// Nothing where the calendar has no such day ("February 30") or the year is outside kFirstYear to kLastYear.
std::optional<Day> make_day(int year, unsigned month, unsigned day);
// "2020-10-07", also where a time follows ("2020-10-07T09:00Z").
std::optional<Day> parse_day(std::string_view iso);

Month month_of(Day day);
Day first_day(Month month);
Day last_day(Month month);
Day monday_of(Day day);  // of its calendar week, Monday to Sunday

// Both included.
struct Days {
  Day first;
  Day last;
};
// Of "2020-10-05", "2020-10", "2020" or an interval of these; nothing where it is none of them.
std::optional<Days> days_of(std::string_view iso);

std::string iso_day(Day day);
std::string iso_month(Month month);
std::string iso_year(int year);
std::string iso_interval(Day first, Day last);  // one day where both are the same

}  // namespace casus
