#include "timeplace/shifting.h"

#include <algorithm>
#include <cstdlib>

namespace casus {
namespace {

using std::chrono::days;
using std::chrono::months;

constexpr int kDaysOfWeek = 7;
constexpr int kMonthsOfYear = 12;

Day exact(Day from, int shift, TimeUnit unit) {
  if (unit == TimeUnit::day) return from + days(shift);
  if (unit == TimeUnit::week || unit == TimeUnit::weekend) return from + days(kDaysOfWeek * shift);
  const std::chrono::year_month_day date(from);
  const Month month = month_of(from) + months(unit == TimeUnit::month ? shift : kMonthsOfYear * shift);
  const auto same = month / date.day();
  return same.ok() ? Day(same) : last_day(month);
}

// The day, calendar week, month or year that holds the day.
CalendarSpan around(Day day, TimeUnit unit) {
  switch (unit) {
    case TimeUnit::day:
      return period_of(day);
    case TimeUnit::week:
      return period_of(monday_of(day), monday_of(day) + days(kDaysOfWeek - 1));
    case TimeUnit::weekend:
      return period_of(monday_of(day) + days(kDaysOfWeek - 2), monday_of(day) + days(kDaysOfWeek - 1));
    case TimeUnit::month:
      return period_of(month_of(day));
    case TimeUnit::year:
      return period_of_year(static_cast<int>(month_of(day).year()));
  }
  return period_of(day);
}

Day weekday_of_week(Day day, unsigned weekday) { return monday_of(day) + (std::chrono::weekday(weekday) - std::chrono::Monday); }

// The one nearest to publication.
Day anniversary_near(Day of, std::optional<Day> published) {
  const std::chrono::year_month_day day(published.value_or(of));
  const int now = static_cast<int>(day.year()), then = static_cast<int>(month_of(of).year());
  Day nearest = exact(of, now - then, TimeUnit::year);
  for (const int year : {now - 1, now + 1})
    if (const Day other = exact(of, year - then, TimeUnit::year);
        std::abs((other - Day(day)).count()) < std::abs((nearest - Day(day)).count()))
      nearest = other;
  return nearest;
}

bool is_fine_enough(const CalendarSpan& from, TimeUnit unit) {
  switch (from.precision) {
    case Precision::year:
      return unit == TimeUnit::year;
    case Precision::month:
      return unit == TimeUnit::year || unit == TimeUnit::month;
    default:
      return true;
  }
}

}  // namespace

std::optional<CalendarSpan> shifted(const CalendarSpan& from, const Anchored& by, std::optional<Day> published) {
  const bool whole_period = by.shape == TimeShape::last_day || (by.shape == TimeShape::count_from && by.anchor == TimeAnchor::date);
  if (!whole_period && !is_fine_enough(from, by.unit)) return std::nullopt;
  const Day base = by.shift < 0 ? from.first : from.last;
  const Day there = exact(base, by.shift, by.unit);
  switch (by.shape) {
    case TimeShape::whole:
      return around(there, by.unit);
    case TimeShape::exact:
      return period_of(there);
    case TimeShape::stretch:
      return period_of(std::min(base, there), std::max(base, there));
    case TimeShape::so_far:
      return period_of(around(base, by.unit).first, base);
    case TimeShape::still_ahead:
      return period_of(base, around(base, by.unit).last);
    case TimeShape::weekday:
      return period_of(weekday_of_week(there, *by.weekday));
    case TimeShape::next_weekday:
      return period_of(base + days(1) + (std::chrono::weekday(*by.weekday) - std::chrono::weekday(base + days(1))));
    case TimeShape::last_weekday:
      return period_of(base - days(1) - (std::chrono::weekday(base - days(1)) - std::chrono::weekday(*by.weekday)));
    case TimeShape::anniversary:
      if (from.precision == Precision::year) return period_of_year(static_cast<int>(month_of(from.first).year()) + by.shift);
      return period_of(by.shift == 0 ? anniversary_near(from.first, published) : exact(from.first, by.shift, TimeUnit::year));
    case TimeShape::nth_day: {
      const CalendarSpan unit = around(there, by.unit);
      const Day day = unit.first + days(by.ordinal - 1);
      return day > unit.last ? std::nullopt : std::optional(period_of(day));
    }
    case TimeShape::nth_month:
      return period_of(month_of(there).year() / std::chrono::month(static_cast<unsigned>(by.ordinal)));
    case TimeShape::last_day:
      return period_of(from.last);
    case TimeShape::count_from:
      return period_of(from.first + days(by.shift - 1));
  }
  return std::nullopt;
}

}  // namespace casus
