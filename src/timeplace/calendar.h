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
// "2020" and "2020-01-01/2020-12-31" do.
bool name_the_same_days(const std::string& one, const std::string& other);

std::string iso_day(Day day);
std::string iso_month(Month month);
std::string iso_year(int year);
std::string iso_interval(Day first, Day last);  // one day where both are the same

// What ISO 8601 writes as a day, month or year, or `days`: as an interval.
enum class Precision { day, month, year, days };

struct CalendarSpan {
  Day first;
  Day last;  // included
  Precision precision = Precision::day;

  auto operator<=>(const CalendarSpan&) const = default;
};

CalendarSpan period_of(Day day);
CalendarSpan period_of(Month month);
CalendarSpan period_of_year(int year);
CalendarSpan period_of(Day first, Day last);
std::string iso(const CalendarSpan& period);

}  // namespace casus
