#include "timeplace/feasts.h"

#include <unicode/ucal.h>

#include <algorithm>
#include <memory>

namespace casus {
namespace {

using std::chrono::days;

// The Julian calendar's lag behind the Gregorian.
int julian_lag(int year) { return year / 100 - year / 400 - 2; }

Day of_month_and_day(int year, int month, int day) {
  return Day(std::chrono::year(year) / std::chrono::month(static_cast<unsigned>(month)) / std::chrono::day(static_cast<unsigned>(day)));
}

// "11-4-4": the fourth Thursday of November; the fifth is the last.
Day nth_weekday(int year, const std::vector<int>& numbers) {
  const Month month = std::chrono::year(year) / std::chrono::month(static_cast<unsigned>(numbers[0]));
  const std::chrono::weekday weekday(static_cast<unsigned>(numbers[1]));
  const Day first = first_day(month);
  Day day = first + (weekday - std::chrono::weekday(first)) + days(7 * (numbers[2] - 1));
  while (day > last_day(month)) day -= days(7);
  return day;
}

class ForeignCalendar {
 public:
  explicit ForeignCalendar(const char* locale) {
    UErrorCode error = U_ZERO_ERROR;
    static constexpr UChar kUtc[] = u"Etc/UTC";
    calendar_.reset(ucal_open(kUtc, -1, locale, UCAL_DEFAULT, &error));
    if (U_FAILURE(error)) calendar_.reset();
  }

  // Of the calendar's years around it, the days with this month and day (from 1).
  std::vector<Day> around(int gregorian_year, const std::vector<int>& month_and_day) const {
    std::vector<Day> found;
    if (!calendar_) return found;
    UErrorCode error = U_ZERO_ERROR;
    ucal_setMillis(calendar_.get(), millis(of_month_and_day(gregorian_year, 7, 1)), &error);
    const int year = ucal_get(calendar_.get(), UCAL_EXTENDED_YEAR, &error);
    for (int y = year - 1; y <= year + 1 && U_SUCCESS(error); ++y) {
      ucal_clear(calendar_.get());
      ucal_set(calendar_.get(), UCAL_EXTENDED_YEAR, y);
      ucal_set(calendar_.get(), UCAL_MONTH, month_and_day[0] - 1);
      ucal_set(calendar_.get(), UCAL_DATE, std::min(month_and_day[1], length_of_month(error)));
      found.push_back(Day(days(static_cast<int>(ucal_getMillis(calendar_.get(), &error) / kMillisOfDay))));
    }
    return U_SUCCESS(error) ? found : std::vector<Day>();
  }

 private:
  static constexpr double kMillisOfDay = 86'400'000;
  static double millis(Day day) { return static_cast<double>(day.time_since_epoch().count()) * kMillisOfDay; }

  int length_of_month(UErrorCode& error) const {
    ucal_set(calendar_.get(), UCAL_DATE, 1);
    return ucal_getLimit(calendar_.get(), UCAL_DATE, UCAL_ACTUAL_MAXIMUM, &error);
  }

  struct Close {
    void operator()(void** calendar) const { ucal_close(calendar); }
  };
  std::unique_ptr<UCalendar, Close> calendar_;
};

const char* calendar_of(HolidayRule rule) {
  switch (rule) {
    case HolidayRule::islamic:
      return "en@calendar=islamic-umalqura";
    case HolidayRule::hebrew:
      return "en@calendar=hebrew";
    case HolidayRule::chinese:
      return "en@calendar=chinese";
    default:
      return nullptr;
  }
}

std::vector<CalendarSpan> in_foreign_calendar(const Holiday& holiday, const ForeignCalendar& calendar, int year) {
  std::vector<CalendarSpan> found;
  const auto firsts = calendar.around(year, holiday.first);
  const auto lasts = holiday.last.empty() ? firsts : calendar.around(year, holiday.last);
  for (std::size_t i = 0; i < firsts.size() && i < lasts.size(); ++i)
    if (static_cast<int>(month_of(firsts[i]).year()) == year) found.push_back(period_of(firsts[i], lasts[i]));
  return found;
}

std::optional<Day> day_in(HolidayRule rule, const std::vector<int>& numbers, int year) {
  switch (rule) {
    case HolidayRule::fixed:
      return make_day(year, static_cast<unsigned>(numbers[0]), static_cast<unsigned>(numbers[1]));
    case HolidayRule::day:
      return numbers[0] == year ? make_day(year, static_cast<unsigned>(numbers[1]), static_cast<unsigned>(numbers[2])) : std::nullopt;
    case HolidayRule::weekday:
      return nth_weekday(year, numbers);
    case HolidayRule::easter:
      return easter(year) + days(numbers[0]);
    case HolidayRule::orthodox_easter:
      return orthodox_easter(year) + days(numbers[0]);
    default:
      return std::nullopt;
  }
}

}  // namespace

Day easter(int year) {
  // Butcher's form of Gauss's computus.
  const int a = year % 19, b = year / 100, c = year % 100;
  const int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
  const int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
  const int m = (a + 11 * h + 22 * l) / 451;
  const int n = h + l - 7 * m + 114;
  return of_month_and_day(year, n / 31, n % 31 + 1);
}

Day orthodox_easter(int year) {
  // Meeus's computus of the Julian calendar.
  const int d = (19 * (year % 19) + 15) % 30;
  const int e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
  const int n = d + e + 114;
  return of_month_and_day(year, n / 31, n % 31 + 1) + days(julian_lag(year));
}

std::vector<CalendarSpan> occurrences(const Holiday& holiday, int first_year, int last_year) {
  std::vector<CalendarSpan> found;
  if (holiday.rule == HolidayRule::day) {
    if (const auto day = day_in(holiday.rule, holiday.first, holiday.first[0])) found.push_back(period_of(*day, *day));
    return found;
  }
  const char* locale = calendar_of(holiday.rule);
  const auto calendar = locale ? std::make_unique<ForeignCalendar>(locale) : nullptr;
  for (int year = first_year; year <= last_year; ++year) {
    if (calendar) {
      const auto in_year = in_foreign_calendar(holiday, *calendar, year);
      found.insert(found.end(), in_year.begin(), in_year.end());
      continue;
    }
    const auto first = day_in(holiday.rule, holiday.first, year);
    const auto last = holiday.last.empty() ? first : day_in(holiday.rule, holiday.last, year);
    if (first && last) found.push_back(period_of(*first, *last));
  }
  return found;
}

}  // namespace casus
