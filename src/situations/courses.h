// What a report tells of the course of its situations: that and when they begin, end, go on, and for how long.
#pragma once

#include <optional>
#include <vector>

#include "casus/record.h"
#include "events/grammar.h"
#include "situations/phrases.h"
#include "situations/situation_rules.h"
#include "timeplace/dates.h"
#include "timeplace/time_rules.h"

namespace casus {

// Reckoned back from the day of publication, or from the end where that is told.
struct Duration {
  int n = 0;
  Unit unit = Unit::year;
  Spans spans;
};

struct ToldCourse {
  std::size_t phrase = 0;       // index
  std::optional<Course> tells;  // nothing: only how long
  bool happened = false;        // else it is ahead, wished for, or denied
  std::optional<Date> date;
  std::optional<Duration> since;
  std::vector<std::size_t> by;  // tokens: the heads of those who begin, hold or end it
};

// In the order of the words that tell it.
std::vector<ToldCourse> find_courses(const std::vector<SituationPhrase>& phrases, const Tokens& tokens, const Grammar& grammar,
                                     const Dates& dates, const TimeRules& time_rules, const Lexicon& lexicon, const SituationRules& rules);

}  // namespace casus
