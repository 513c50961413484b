#include "timeplace/calendar_expressions.h"

#include <algorithm>

#include "timeplace/feasts.h"
#include "timeplace/written_days.h"

namespace casus {
namespace {

using std::chrono::days;
using std::chrono::months;
using std::chrono::years;

constexpr int kDaysOfWeek = 7;
constexpr int kLast = -1, kThis = 0, kNext = 1, kComing = 2;  // of rules/time/words.tsv

// "August" of "August Schulz": a name goes on behind it.
bool is_name_part(const TimeText& text, std::size_t at) {
  if (at + 1 >= text.end()) return false;
  const Word& word = text.parse.words[at];
  const Word& next = text.parse.words[at + 1];
  if (is_relation(next.relation, "flat") && next.head == at) return true;
  return next.upos == "PROPN" && next.head == word.head && next.relation == word.relation && !is_relation(word.relation, "compound");
}

bool may_stand_alone(const TimeText& text, std::size_t at, const std::string& name) {
  const Word& word = text.parse.words[at];
  // "an August speech"
  const bool modifies_noun = word.head != kRoot && word.head > at && word.head < text.end() && is_relation(word.relation, "compound") &&
                             !text.starts_upper(word.head) && at > text.begin() && text.parse.words[at - 1].upos == "DET";
  if (modifies_noun) return true;
  return text.rules.is(text.rules.is(TimeUse::name_too, name) ? TimeUse::before_name : TimeUse::before_month, text.before(at));
}

bool modifies(const std::string& relation) { return relation == "nummod" || relation == "amod" || relation == "compound"; }

// "the 2020 war", but not "the 2000 soldiers".
bool dates_noun(const TimeText& text, int year, std::size_t noun) {
  constexpr int kFirstLikely = 1800, kLastLikely = 2100;
  const std::string& tag = text.parse.words[noun].xpos;
  return year >= kFirstLikely && year <= kLastLikely && (tag == "NN" || tag == "NNP");
}

// "the Sunday Times", "Friday Mosque"
bool is_title(const TimeText& text, std::size_t at) {
  const Word& word = text.parse.words[at];
  return is_relation(word.relation, "compound") && word.head == at + 1 && word.head < text.end() && text.starts_upper(word.head);
}

bool matches(const TimeText& text, std::size_t at, const std::vector<std::string>& words) {
  for (std::size_t i = 0; i < words.size(); ++i)
    if (text.low(at + i) != words[i]) return false;
  return true;
}

// "(in December) of that year", "of the same year": the token behind it.
std::optional<std::size_t> year_told_before(const TimeText& text, std::size_t at) {
  if (text.low(at) != "of" || (text.low(at + 1) != "that" && text.low(at + 1) != "the")) return std::nullopt;
  const bool same = text.low(at + 2) == "same";
  if (!same && text.low(at + 1) != "that") return std::nullopt;
  const std::size_t year = at + (same ? 3 : 2);
  const auto unit = text.rules.unit(text.low(year));
  return unit && unit->unit == TimeUnit::year && unit->size == 1 ? std::optional(year + 1) : std::nullopt;
}

}  // namespace

CalendarSpan month_near(const TimeText& text, unsigned month, std::optional<int> way, Tense tense) {
  const Month now = month_of(*text.published), same_year = now.year() / std::chrono::month(month);
  const Month behind = same_year > now ? same_year - years(1) : same_year, beyond = same_year < now ? same_year + years(1) : same_year;
  if (way == kLast) return period_of(behind == now ? behind - years(1) : behind);
  if (way == kThis) return period_of(same_year);
  if (way) return period_of(beyond == now ? beyond + years(1) : beyond);
  return behind == beyond ? period_of(behind) : text.nearest(period_of(behind), period_of(beyond), tense);
}

// "October 2020", "last March", "in March", "mid-March"
std::optional<TimeReading> month_at(const TimeText& text, std::size_t at) {
  const auto way = text.value(TimeUse::way, at);
  const std::size_t name = way ? at + 1 : at;
  if (name >= text.end() || text.is_verb(name)) return std::nullopt;
  std::string form = text.form(name);
  const bool portion = form.starts_with("mid-") || form.starts_with("Mid-");
  if (portion) form = form.substr(std::string_view("mid-").size());
  const auto month = month_number(form, text.rules);
  if (!month) return std::nullopt;
  std::size_t last = name + 1;
  if (text.low(last) == "." && !text.tokens.tokens[name].space_after && text.form(name).size() <= 4) ++last;
  const std::size_t of = text.low(last) == "of" ? 1 : 0, comma = text.low(last) == "," ? 1 : 0;
  if (const std::size_t behind = last + of + comma; behind < text.end())
    if (const auto year = year_number(text.form(behind)))
      return TimeReading{.last = behind + 1, .period = period_of(std::chrono::year(*year) / std::chrono::month(*month))};
  if (const auto year = year_told_before(text, last))
    return TimeReading{.last = *year,
                       .from = DateFrom::relative,
                       .anchored = Anchored{.unit = TimeUnit::year, .shape = TimeShape::nth_month, .ordinal = static_cast<int>(*month)}};
  if (!way && !portion && !may_stand_alone(text, name, text.low(name))) return std::nullopt;
  if (!text.published || is_name_part(text, name) || is_title(text, name)) return std::nullopt;
  return TimeReading{
      .last = last, .period = month_near(text, *month, way, text.tense(at, last)), .from = way ? DateFrom::relative : DateFrom::text};
}

// "in 2016", "the 2020 war", "the 1990s", "mid-2014"
std::optional<TimeReading> year_at(const TimeText& text, std::size_t at) {
  std::string form = text.low(at);
  constexpr std::size_t kDecadeLength = 5, kYearLength = 4;
  const bool portion = form.starts_with("mid-");
  if (portion) form = form.substr(std::string_view("mid-").size());
  if (const auto decade = text.value(TimeUse::decade, at); decade && text.before(at) == "the")
    return TimeReading{.last = at + 1, .period = period_of(period_of_year(*decade).first, period_of_year(*decade + 9).last)};
  if (form.size() == kDecadeLength && form.ends_with("0s"))
    if (const auto year = year_number(form.substr(0, kYearLength)))
      return TimeReading{.last = at + 1, .period = period_of(period_of_year(*year).first, period_of_year(*year + 9).last)};
  const auto year = form.size() == kYearLength ? year_number(form) : std::nullopt;
  if (!year) return std::nullopt;
  const Word& word = text.parse.words[at];
  const bool before_noun = word.head != kRoot && word.head > at && modifies(word.relation);
  if (before_noun ? !dates_noun(text, *year, word.head) : !portion && !text.rules.is(TimeUse::before_year, text.before(at)))
    return std::nullopt;
  return TimeReading{.last = at + 1, .period = period_of_year(*year)};
}

CalendarSpan weekday_near(const TimeText& text, unsigned weekday, std::optional<int> way, Tense tense) {
  const std::chrono::weekday wanted(weekday), now(*text.published);
  const Day today = *text.published;
  const Day behind = today - (now - wanted), beyond = today + (wanted - now);
  const Day in_week = monday_of(today) + (wanted - std::chrono::Monday);
  if (way == kLast) return period_of(behind == today ? behind - days(kDaysOfWeek) : behind);
  if (way == kNext) return period_of(in_week + days(kDaysOfWeek));
  if (way == kComing) return period_of(beyond == today ? beyond + days(kDaysOfWeek) : beyond);
  if (way == kThis) return period_of(in_week);
  return period_of(looks_ahead(tense) ? beyond : behind);
}

// "Monday", "last Friday", "next Tuesday"
std::optional<TimeReading> weekday_at(const TimeText& text, std::size_t at) {
  const auto way = text.value(TimeUse::way, at);
  const std::size_t name = way ? at + 1 : at;
  const auto weekday = text.value(TimeUse::weekday, name);
  if (!weekday || is_title(text, name) || is_name_part(text, name)) return std::nullopt;
  // "the next Tuesday": seen from another day
  if (!text.published || (way && text.before(at) == "the")) return TimeReading{.last = name + 1};
  return TimeReading{.last = name + 1,
                     .period = weekday_near(text, static_cast<unsigned>(*weekday), way, text.tense(at, name + 1)),
                     .from = DateFrom::relative};
}

std::optional<TimeReading> day_of_month_at(const TimeText& text, std::size_t at) {
  const std::string& form = text.low(at);
  const auto day = form.size() > 2 && form.back() >= 'a' ? day_number(form) : std::nullopt;
  if (!day || !text.published || at < text.begin() + 2 || text.before(at) != "the" || !text.is(TimeUse::before_day, at - 2))
    return std::nullopt;
  const std::size_t last = at + 1;
  if (last < text.end() && (text.parse.words[last].upos == "NOUN" || text.parse.words[last].upos == "PROPN" ||
                            text.parse.words[last].upos == "ADJ" || text.low(last) == "of"))
    return std::nullopt;
  const Month now = month_of(*text.published);
  std::optional<CalendarSpan> behind, beyond;
  for (const Month month : {now - months(2), now - months(1), now, now + months(1), now + months(2)}) {
    const auto each = make_day(static_cast<int>(month.year()), static_cast<unsigned>(month.month()), *day);
    if (!each) continue;
    if (*each <= *text.published) behind = period_of(*each);
    if (*each >= *text.published && !beyond) beyond = period_of(*each);
  }
  if (!behind || !beyond) return std::nullopt;
  return TimeReading{.last = last, .period = text.nearest(*behind, *beyond, text.tense(at, last)), .from = DateFrom::relative};
}

// "Easter 2019", "last Christmas", "Ramadan"
std::optional<TimeReading> holiday_at(const TimeText& text, std::size_t at) {
  const auto way = text.value(TimeUse::way, at);
  const std::size_t name = way ? at + 1 : at;
  for (const Holiday& holiday : text.rules.holidays(text.low(name))) {
    if (!matches(text, name, holiday.words) || !(text.starts_upper(name) || holiday.rule == HolidayRule::day)) continue;
    std::size_t last = name + holiday.words.size();
    if (text.low(last) == "of" || text.low(last) == ",") ++last;
    if (const auto year = last < text.end() ? year_number(text.form(last)) : std::nullopt) {
      const auto found = occurrences(holiday, *year, *year);
      return TimeReading{.last = last + 1, .period = found.empty() ? std::nullopt : std::optional(found.front())};
    }
    last = name + holiday.words.size();
    if (holiday.rule == HolidayRule::day) return TimeReading{.last = last, .period = occurrences(holiday, 0, 0).front()};
    if (!text.published) return TimeReading{.last = last};
    const int now = static_cast<int>(month_of(*text.published).year());
    std::optional<CalendarSpan> behind, beyond;
    for (const CalendarSpan& each : occurrences(holiday, now - 1, now + 1)) {
      if (way == kThis && static_cast<int>(month_of(each.first).year()) == now) behind = beyond = each;
      if (way == kThis) continue;
      if (each.first <= *text.published) behind = each;
      if (each.last >= *text.published && !beyond) beyond = each;
    }
    if (!behind || !beyond) return TimeReading{.last = last};
    const Tense tense = way == kLast ? Tense::past : way ? Tense::future : text.tense(at, last);
    return TimeReading{.last = last, .period = text.nearest(*behind, *beyond, tense), .from = way ? DateFrom::relative : DateFrom::text};
  }
  return std::nullopt;
}

}  // namespace casus
