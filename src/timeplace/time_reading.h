// A report as the readers of expressions of time see it, and what they read.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "casus/record.h"
#include "syntax/parse.h"
#include "timeplace/calendar.h"
#include "timeplace/tense.h"
#include "timeplace/time_rules.h"
#include "token/tokens.h"

namespace casus {

// Counted from a day that the words before tell, or from something that the report dates elsewhere.
struct Anchored {
  TimeAnchor anchor = TimeAnchor::told;
  int shift = 0;
  TimeUnit unit = TimeUnit::day;
  TimeShape shape = TimeShape::whole;
  std::optional<unsigned> weekday;
  int ordinal = 1;
  std::optional<CalendarSpan> date;  // where it is counted from a date
  std::size_t event = kRoot;         // where it is counted from an event: its head
};

// Without period and anchor: an expression of time that names no one day; nothing inside it is read again.
struct TimeReading {
  std::size_t last = 0;  // the token behind it
  std::optional<CalendarSpan> period;
  DateFrom from = DateFrom::text;
  std::optional<Anchored> anchored;
};

class TimeText {
 public:
  // All must outlive this.
  TimeText(const Tokens& tokens, const Parse& parse, const Tree& tree, const TimeRules& rules, std::optional<Day> published);

  void enter(TokenRange sentence) { sentence_ = sentence; }
  std::size_t begin() const { return sentence_.first; }
  std::size_t end() const { return sentence_.last; }

  // Lower case; empty outside the sentence.
  const std::string& low(std::size_t token) const { return token >= begin() && token < end() ? words_[token] : kNothing; }
  const std::string& before(std::size_t token) const { return token > begin() ? words_[token - 1] : kNothing; }
  const std::string& form(std::size_t token) const { return tokens.tokens[token].form; }
  bool is(TimeUse use, std::size_t token) const { return rules.is(use, low(token)); }
  std::optional<int> value(TimeUse use, std::size_t token) const { return rules.value(use, low(token)); }
  bool is_verb(std::size_t token) const { return parse.words[token].upos == "VERB" || parse.words[token].upos == "AUX"; }
  bool starts_upper(std::size_t token) const;

  // Of the clause that the expression modifies.
  Tense tense(std::size_t first, std::size_t last) const;
  // Of two readings, the one that the clause means; where it does not say, the nearer one, the past preferred beside nouns, what lies ahead
  // in the present.
  CalendarSpan nearest(const CalendarSpan& behind, const CalendarSpan& beyond, Tense tense) const;

  const Tokens& tokens;
  const Parse& parse;
  const Tree& tree;
  const TimeRules& rules;
  const std::optional<Day> published;

 private:
  static const std::string kNothing;
  std::vector<std::string> words_;
  TokenRange sentence_;
};

bool looks_ahead(Tense tense);

}  // namespace casus
