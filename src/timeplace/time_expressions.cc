// Each token is tried as the start of an expression, the longest kinds first. What an expression names is worked out from the day of
// publication P and, where words such as "Friday" leave two readings, from the tense of the clause that it modifies:
//
//   "Friday"         the last Friday up to P, or, where the clause looks ahead, the first from P on
//   "last week"      the calendar week (Monday to Sunday) before P's
//   "the past week"  the seven days up to P
//   "October 9"      the year that puts it before P, or after P where the clause looks ahead
//   "a week later"   the calendar week after that of the day told before
//
// "May", "March" and years are words and numbers too: they need a neighbour that makes them dates.
#include "timeplace/time_expressions.h"

#include <algorithm>

#include "timeplace/calendar_periods.h"
#include "timeplace/phrases.h"

namespace casus {
namespace {

std::optional<TimeReading> reading_at(const TimeText& text, std::size_t at) {
  auto date = calendar_date_at(text, at);
  auto phrase = phrase_at(text, at, date);
  if (phrase && date && date->last > phrase->last) return date;
  return phrase ? phrase : date;
}

bool is_day(const TimeReading& reading) { return !reading.period || reading.period->precision == Precision::day; }

void read_sentence(const TimeText& text, std::vector<ReadExpression>& found) {
  for (std::size_t at = text.begin(); at < text.end();) {
    auto reading = reading_at(text, at);
    if (!reading) {
      ++at;
      continue;
    }
    if (text.is(TimeUse::part_of_day, reading->last) && is_day(*reading)) ++reading->last;
    const TokenRange range{at, reading->last};
    at = reading->last;
    if (reading->period || reading->anchored) found.push_back({range, std::move(*reading)});
  }
}

}  // namespace

std::vector<ReadExpression> find_time_expressions(TimeText& text) {
  std::vector<ReadExpression> found;
  for (const TokenRange& sentence : text.tokens.sentences) {
    text.enter(sentence);
    read_sentence(text, found);
  }
  resolve_in_narrative(text, found);
  std::erase_if(found, [](const ReadExpression& each) { return !each.reading.period; });
  return found;
}

}  // namespace casus
