#include "timeplace/calendar_periods.h"

#include <algorithm>

#include "timeplace/calendar_expressions.h"
#include "timeplace/written_days.h"

namespace casus {
namespace {

using std::chrono::days;
using std::chrono::months;
using std::chrono::years;

constexpr int kMonthsOfYear = 12;
constexpr int kDaysOfWeek = 7;
constexpr int kNext = 1;

// One end of a range, whatever of it is told.
struct End {
  std::size_t last = 0;  // the token behind it
  std::optional<int> year;
  std::optional<unsigned> month, day, weekday;

  bool is_day() const { return month && day; }
  bool is_bare_day() const { return day && !month; }
  bool is_month() const { return month && !day; }
  bool is_year() const { return year && !month; }
};

std::optional<End> end_at(const TimeText& text, std::size_t at) {
  if (text.is(TimeUse::portion, at)) ++at;
  if (at >= text.end()) return std::nullopt;
  if (const auto written = written_day(text.tokens, at, text.end(), text.rules); written && !written->last_day)
    return End{.last = written->last, .year = written->year, .month = written->month, .day = written->day};
  if (const auto weekday = text.value(TimeUse::weekday, at)) return End{.last = at + 1, .weekday = static_cast<unsigned>(*weekday)};
  if (const auto month = text.is_verb(at) ? std::nullopt : month_number(text.form(at), text.rules)) {
    const auto year = at + 1 < text.end() ? year_number(text.form(at + 1)) : std::nullopt;
    return End{.last = at + (year ? 2 : 1), .year = year, .month = month};
  }
  if (const auto year = text.form(at).size() == 4 ? year_number(text.form(at)) : std::nullopt) return End{.last = at + 1, .year = year};
  if (const auto day = day_number(text.form(at))) return End{.last = at + 1, .day = day};
  return std::nullopt;
}

// "2014-15": the second in two digits.
void complete_century(const End& first, End& second) {
  if (!first.is_year() || !second.is_bare_day() || *second.day <= static_cast<unsigned>(*first.year % 100)) return;
  second.year = *first.year / 100 * 100 + static_cast<int>(*second.day);
  second.day.reset();
}

bool is_put_off(const TimeText& text, std::size_t at) {
  const std::size_t head = text.parse.words[at].head;
  return head != kRoot && text.rules.is(ClauseUse::put_off, text.parse.words[head].lemma);
}

// "on Thursday and Friday"
bool are_consecutive(const End& first, const End& second) {
  return first.weekday && second.weekday && *second.weekday == (*first.weekday + 1) % kDaysOfWeek;
}

// Whether the words around the two ends make a range of them.
bool are_joined(const TimeText& text, std::size_t at, const End& first, const End& second) {
  const bool from = text.rules.is(TimeUse::from, text.before(at)), between = text.rules.is(TimeUse::between, text.before(at));
  if (text.is(TimeUse::conjunction, first.last))
    return between || (first.is_bare_day() && second.is_day()) || are_consecutive(first, second);
  const bool dash = text.is(TimeUse::dash, first.last);
  if (!text.is(TimeUse::to, first.last) && !dash) return false;
  if (first.is_year()) return from || (dash && (text.rules.is(TimeUse::before_year, text.before(at)) || text.before(at) == "the"));
  if (first.is_month() || first.weekday) return dash || (from && !is_put_off(text, at));
  return dash || from || first.is_bare_day() || second.is_day() || text.value(TimeUse::to, first.last) == 1;
}

// The ends of a range are of one kind; what one of them leaves out the other tells.
bool complete(End& first, End& second) {
  complete_century(first, second);
  if (first.is_bare_day() && second.is_day()) {
    first.month = second.month;
    if (*first.day >= *second.day) return false;
  }
  if (second.is_bare_day() && first.is_day()) second.month = first.month;
  return (first.is_day() && second.is_day()) || (first.is_month() && second.is_month()) || (first.is_year() && second.is_year()) ||
         (first.weekday && second.weekday && first.weekday != second.weekday);
}

bool is_later_in_year(const End& a, const End& b) {
  return std::pair(a.month.value_or(0), a.day.value_or(0)) > std::pair(b.month.value_or(0), b.day.value_or(0));
}

std::optional<Day> begin_of(const End& end) { return make_day(*end.year, end.month.value_or(1), end.day.value_or(1)); }

std::optional<Day> finish_of(const End& end) {
  if (end.day) return make_day(*end.year, *end.month, *end.day);
  return last_day(std::chrono::year(*end.year) / std::chrono::month(end.month.value_or(kMonthsOfYear)));
}

std::optional<CalendarSpan> weekdays_between(const TimeText& text, const End& first, const End& second, Tense tense) {
  if (!text.published) return std::nullopt;
  const std::chrono::weekday a(*first.weekday), b(*second.weekday);
  if (looks_ahead(tense)) {
    const Day begin = weekday_near(text, *first.weekday, {}, tense).first;
    return period_of(begin, begin + (b - a));
  }
  const Day finish = weekday_near(text, *second.weekday, {}, tense).first;
  return period_of(finish - (b - a), finish);
}

std::optional<CalendarSpan> between(const TimeText& text, End first, End second, Tense tense) {
  if (first.weekday) return weekdays_between(text, first, second, tense);
  if (!second.year && first.year) second.year = *first.year + (is_later_in_year(first, second) ? 1 : 0);
  if (!second.year) {
    if (!text.published) return std::nullopt;
    const int now = static_cast<int>(month_of(*text.published).year());
    std::optional<CalendarSpan> behind, beyond;
    for (int year = now - 1; year <= now + 1; ++year) {
      second.year = year;
      const auto begin = begin_of(second), finish = finish_of(second);
      if (!begin || !finish) continue;
      if (*begin <= *text.published) behind = period_of(*begin, *finish);
      if (*finish >= *text.published && !beyond) beyond = period_of(*begin, *finish);
    }
    if (!behind || !beyond) return std::nullopt;
    second.year = static_cast<int>(month_of(text.nearest(*behind, *beyond, tense).first).year());
  }
  if (!first.year) first.year = *second.year - (is_later_in_year(first, second) ? 1 : 0);
  const auto begin = begin_of(first), finish = finish_of(second);
  if (!begin || !finish || *begin > *finish) return std::nullopt;
  return period_of(*begin, *finish);
}

// A year that stands alone, or as seen from publication: "2014", "last year", "the year".
std::optional<std::pair<int, std::size_t>> year_or_way_at(const TimeText& text, std::size_t at) {
  if (at >= text.end()) return std::nullopt;
  if (const auto year = text.form(at).size() == 4 ? year_number(text.form(at)) : std::nullopt) return std::pair(*year, at + 1);
  const auto unit = text.rules.unit(text.low(at + 1));
  const auto way = text.low(at) == "the" ? std::optional(0) : text.value(TimeUse::way, at);
  if (!text.published || !unit || unit->unit != TimeUnit::year || unit->size != 1 || unit->plural || !way) return std::nullopt;
  return std::pair(static_cast<int>(month_of(*text.published).year()) + std::min(*way, kNext), at + 2);
}

CalendarSpan part_of_year(int year, int part, int parts) {
  const int length = kMonthsOfYear / parts;
  const Month begin = std::chrono::year(year) / std::chrono::January + months(length * (part - 1));
  return period_of(first_day(begin), last_day(begin + months(length - 1)));
}

// The nearer one that has begun, or that lies ahead.
std::optional<CalendarSpan> part_near(const TimeText& text, int part, int parts, Tense tense) {
  if (!text.published) return std::nullopt;
  const int now = static_cast<int>(month_of(*text.published).year());
  std::optional<CalendarSpan> behind, beyond;
  for (int year = now - 1; year <= now + 1; ++year) {
    const CalendarSpan each = part_of_year(year, part, parts);
    if (each.first <= *text.published) behind = each;
    if (each.last >= *text.published && !beyond) beyond = each;
  }
  return text.nearest(*behind, *beyond, tense);
}

std::optional<TimeReading> half_of_month_at(const TimeText& text, std::size_t at, int part) {
  constexpr int kFirstHalf = 15;
  const auto month = at < text.end() ? month_number(text.form(at), text.rules) : std::nullopt;
  if (!month) return std::nullopt;
  const auto year = at + 1 < text.end() ? year_number(text.form(at + 1)) : std::nullopt;
  if (!year && !text.published) return std::nullopt;
  const Month whole =
      year ? std::chrono::year(*year) / std::chrono::month(*month) : month_of(month_near(text, *month, {}, text.tense(at, at + 1)).first);
  const Day middle = first_day(whole) + days(kFirstHalf);
  return TimeReading{.last = at + (year ? 2 : 1),
                     .period = part == 1 ? period_of(first_day(whole), middle - days(1)) : period_of(middle, last_day(whole))};
}

}  // namespace

std::optional<TimeReading> range_at(const TimeText& text, std::size_t at) {
  auto first = end_at(text, at);
  if (!first || first->last + 1 >= text.end()) return std::nullopt;
  auto second = end_at(text, first->last + 1);
  if (!second || !are_joined(text, at, *first, *second) || !complete(*first, *second)) return std::nullopt;
  const bool relative = first->weekday.has_value();
  const auto period = between(text, *first, *second, text.tense(at, second->last));
  return TimeReading{.last = second->last, .period = period, .from = relative ? DateFrom::relative : DateFrom::text};
}

std::optional<TimeReading> season_at(const TimeText& text, std::size_t at) {
  const auto way = text.value(TimeUse::way, at);
  const std::size_t name = way ? at + 1 : at;
  const auto month = text.value(TimeUse::season, name);
  if (!month || text.is_verb(name)) return std::nullopt;
  constexpr int kMonthsOfSeason = 3;
  const auto season_of = [&](int year) {
    const Month begin = std::chrono::year(year) / std::chrono::month(static_cast<unsigned>(*month));
    return period_of(first_day(begin), last_day(begin + months(kMonthsOfSeason - 1)));
  };
  const std::size_t behind = text.low(name + 1) == "of" ? name + 2 : name + 1;
  if (const auto year = year_or_way_at(text, behind); year && text.low(behind) != "the")
    return TimeReading{.last = year->second, .period = season_of(year->first)};
  const bool alone = text.rules.is(TimeUse::before_month, text.before(at)) ||
                     (text.before(at) == "the" && at >= text.begin() + 2 && text.rules.is(TimeUse::before_month, text.before(at - 1)));
  if (!text.published || (!way && !alone)) return std::nullopt;
  const int now = static_cast<int>(month_of(*text.published).year());
  std::optional<CalendarSpan> done, behind_or_now, beyond;
  for (int year = now - 1; year <= now + 1; ++year) {
    const CalendarSpan each = season_of(year);
    if (each.last < *text.published) done = each;
    if (each.first <= *text.published) behind_or_now = each;
    if ((way ? each.first : each.last) >= *text.published && !beyond) beyond = each;
  }
  if (!done || !behind_or_now || !beyond) return std::nullopt;
  const Tense tense = text.tense(at, name + 1);
  const CalendarSpan period = way == -1 ? *done : way == 0 ? season_of(now) : way ? *beyond : text.nearest(*behind_or_now, *beyond, tense);
  return TimeReading{.last = name + 1, .period = period, .from = way ? DateFrom::relative : DateFrom::text};
}

std::optional<TimeReading> fraction_at(const TimeText& text, std::size_t at) {
  const std::string& form = text.low(at);
  const auto ordinal = text.value(TimeUse::ordinal, at);
  const auto parts = text.value(TimeUse::fraction, at + 1);
  constexpr int kQuarters = 4;
  if (form.size() == 2 && form[0] == 'q' && form[1] >= '1' && form[1] <= '4') {
    const int part = form[1] - '0';
    const std::size_t behind = text.low(at + 1) == "of" ? at + 2 : at + 1;
    if (const auto year = year_or_way_at(text, behind))
      return TimeReading{.last = year->second, .period = part_of_year(year->first, part, kQuarters)};
    return TimeReading{.last = at + 1, .period = part_near(text, part, kQuarters, text.tense(at, at + 1))};
  }
  if (!ordinal || !parts || *ordinal > *parts) return std::nullopt;
  const std::size_t behind = text.low(at + 2) == "of" ? at + 3 : at + 2;
  if (const auto year = year_or_way_at(text, behind))
    return TimeReading{.last = year->second, .period = part_of_year(year->first, *ordinal, *parts)};
  if (*parts == 2) return half_of_month_at(text, behind, *ordinal);
  return TimeReading{.last = at + 2, .period = part_near(text, *ordinal, *parts, text.tense(at, at + 2))};
}

std::optional<TimeReading> fiscal_year_at(const TimeText& text, std::size_t at) {
  std::optional<int> month = text.value(TimeUse::fiscal, at), year;
  std::size_t last = at + 1;
  const std::string& form = text.low(at);
  if (month) {
    while (last < text.end() && (text.low(last) == "-" || text.low(last) == "year")) ++last;
    year = last < text.end() ? year_number(text.form(last)) : std::nullopt;
    if (!year) return std::nullopt;
    ++last;
  } else if (const auto glued = text.rules.value(TimeUse::fiscal, form.substr(0, 2)); glued && form.size() == 6) {
    month = glued;
    year = year_number(form.substr(2));
  } else if (const auto before = form.size() == 4 ? year_number(form) : std::nullopt; before && text.is(TimeUse::fiscal, at + 1)) {
    month = text.value(TimeUse::fiscal, at + 1);
    year = before;
    last = at + 2;
    if (text.low(last) == "year") ++last;
  }
  if (!month || !year) return std::nullopt;
  const Month begin = std::chrono::year(*year - 1) / std::chrono::month(static_cast<unsigned>(*month));
  return TimeReading{.last = last, .period = period_of(first_day(begin), last_day(begin + months(kMonthsOfYear - 1)))};
}

std::optional<TimeReading> weekday_of_month_at(const TimeText& text, std::size_t at) {
  const bool last = text.value(TimeUse::way, at) == -1;
  const auto nth = text.value(TimeUse::ordinal, at);
  const auto weekday = text.value(TimeUse::weekday, at + 1);
  if ((!last && !nth) || !weekday || !text.rules.is(TimeUse::before_month, text.low(at + 2)) || at + 3 >= text.end()) return std::nullopt;
  const auto month = month_number(text.form(at + 3), text.rules);
  const auto year = at + 4 < text.end() ? year_number(text.form(at + 4)) : std::nullopt;
  if (!month || (!year && !text.published)) return std::nullopt;
  const std::size_t behind = at + (year ? 5 : 4);
  const Month whole =
      year ? std::chrono::year(*year) / std::chrono::month(*month) : month_of(month_near(text, *month, {}, text.tense(at, behind)).first);
  const std::chrono::weekday wanted(static_cast<unsigned>(*weekday));
  const Day first = first_day(whole) + (wanted - std::chrono::weekday(first_day(whole)));
  const Day end = last_day(whole) - (std::chrono::weekday(last_day(whole)) - wanted);
  const Day day = last ? end : first + days(kDaysOfWeek * (*nth - 1));
  return TimeReading{.last = behind, .period = day > end ? std::nullopt : std::optional(period_of(day))};
}

std::optional<TimeReading> calendar_date_at(const TimeText& text, std::size_t at) {
  constexpr std::optional<TimeReading> (*kKinds[])(const TimeText&, std::size_t) = {
      numeric_day_at, range_at, weekday_of_month_at, written_day_at, holiday_at, fraction_at, fiscal_year_at, season_at,
      month_at,       year_at,  weekday_at,          day_of_month_at};
  for (const auto& kind : kKinds)
    if (auto found = kind(text, at)) return found;
  return std::nullopt;
}

}  // namespace casus
