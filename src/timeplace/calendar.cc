#include "timeplace/calendar.h"

namespace casus {
namespace {

std::string digits(int value, int width) {
  std::string text = std::to_string(value);
  if (text.size() < static_cast<std::size_t>(width)) text.insert(0, static_cast<std::size_t>(width) - text.size(), '0');
  return text;
}

std::optional<int> number(std::string_view text) {
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

}  // namespace

std::optional<Day> make_day(int year, unsigned month, unsigned day) {
  if (year < kFirstYear || year > kLastYear) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)};
  if (!date.ok()) return std::nullopt;
  return Day(date);
}

std::optional<Day> parse_day(std::string_view iso) {
  constexpr std::size_t kLength = 10;
  if (iso.size() < kLength || iso[4] != '-' || iso[7] != '-') return std::nullopt;
  if (iso.size() > kLength && iso[kLength] != 'T' && iso[kLength] != ' ') return std::nullopt;
  const auto year = number(iso.substr(0, 4)), month = number(iso.substr(5, 2)), day = number(iso.substr(8, 2));
  if (!year || !month || !day) return std::nullopt;
  return make_day(*year, static_cast<unsigned>(*month), static_cast<unsigned>(*day));
}

Month month_of(Day day) {
  const std::chrono::year_month_day date(day);
  return date.year() / date.month();
}

Day first_day(Month month) { return Day(month / std::chrono::day(1)); }
Day last_day(Month month) { return Day(month / std::chrono::last); }

Day monday_of(Day day) { return day - (std::chrono::weekday(day) - std::chrono::Monday); }

std::optional<Days> days_of(std::string_view iso) {
  if (const std::size_t slash = iso.find('/'); slash != std::string_view::npos) {
    const auto first = days_of(iso.substr(0, slash)), last = days_of(iso.substr(slash + 1));
    if (!first || !last) return std::nullopt;
    return Days{first->first, last->last};
  }
  if (const auto day = parse_day(iso)) return Days{*day, *day};
  constexpr std::size_t kYear = 4, kYearMonth = 7;
  const auto year = number(iso.substr(0, kYear));
  if (!year || *year < kFirstYear || *year > kLastYear) return std::nullopt;
  if (iso.size() == kYear) return Days{Day(std::chrono::year(*year) / 1 / 1), Day(std::chrono::year(*year) / 12 / 31)};
  if (iso.size() != kYearMonth || iso[kYear] != '-') return std::nullopt;
  const auto month = number(iso.substr(kYear + 1));
  if (!month || *month < 1 || *month > 12) return std::nullopt;
  const Month of_year = std::chrono::year(*year) / *month;
  return Days{first_day(of_year), last_day(of_year)};
}

bool name_the_same_days(const std::string& one, const std::string& other) {
  if (one == other) return true;
  const auto a = days_of(one), b = days_of(other);
  return a && b && a->first == b->first && a->last == b->last;
}

std::string iso_day(Day day) {
  const std::chrono::year_month_day date(day);
  return iso_month(date.year() / date.month()) + "-" + digits(static_cast<int>(static_cast<unsigned>(date.day())), 2);
}

std::string iso_month(Month month) {
  return iso_year(static_cast<int>(month.year())) + "-" + digits(static_cast<int>(static_cast<unsigned>(month.month())), 2);
}

std::string iso_year(int year) { return digits(year, 4); }

std::string iso_interval(Day first, Day last) { return first == last ? iso_day(first) : iso_day(first) + "/" + iso_day(last); }

CalendarSpan period_of(Day day) { return {day, day, Precision::day}; }
CalendarSpan period_of(Month month) { return {first_day(month), last_day(month), Precision::month}; }
CalendarSpan period_of_year(int year) {
  const std::chrono::year y(year);
  return {first_day(y / std::chrono::January), last_day(y / std::chrono::December), Precision::year};
}
CalendarSpan period_of(Day first, Day last) { return {first, last, first == last ? Precision::day : Precision::days}; }

std::string iso(const CalendarSpan& period) {
  switch (period.precision) {
    case Precision::day:
      return iso_day(period.first);
    case Precision::month:
      return iso_month(month_of(period.first));
    case Precision::year:
      return iso_year(static_cast<int>(month_of(period.first).year()));
    case Precision::days:
      return iso_interval(period.first, period.last);
  }
  return "";
}

}  // namespace casus
