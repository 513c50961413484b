// What the reader of dates knows of words: tables under rules/time/, described in its README.md.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "casus/result.h"

namespace casus {

enum class TimeUse {
  month,     // its number
  name_too,  // a month that is a person's name as well
  weekday,   // days since Sunday
  weekday_short,
  number,
  ordinal,
  season,  // its first month
  part_of_day,
  portion,   // "early"
  way,       // last -1, this 0, next 1, coming 2
  fraction,  // of a year, or a month
  decade,    // its first year
  fiscal,    // the month in which the year begins, in the year before
  before_month,
  before_name,
  before_year,
  before_day,
  from,
  between,
  to,
  conjunction,
  dash,
  stamp,  // "published"
};

// Of lemmas: how a clause looks ahead, and which date is its own.
enum class ClauseUse {
  ahead,
  scheduled,
  put_off,
  goal,
  aim,
  birth,
  modal,
  future,
  elsewhere,
  apart,
  within,
  simultaneous,
  pointing,
  part,
  light,
  framing,
  framed,
  beside
};

enum class TimeUnit { day, week, weekend, month, year };

struct UnitWord {
  TimeUnit unit = TimeUnit::day;
  int size = 1;   // a decade is ten years
  int parts = 1;  // an hour is one of 24 parts of a day
  bool plural = false;
};

enum class TimeAnchor { none, report, told, date, event, birth };
enum class TimeShape {
  whole,
  exact,
  stretch,
  so_far,
  still_ahead,
  weekday,
  next_weekday,
  last_weekday,
  anniversary,
  count_from,
  nth_day,
  nth_month,
  last_day
};

struct PhraseWord {
  enum class Slot { words, count, ordinal, unit, units, weekday, part, portion, date, event };
  Slot slot = Slot::words;
  std::vector<std::string> words;
  bool optional = false;
};

struct Phrase {
  std::vector<PhraseWord> words;
  TimeAnchor anchor = TimeAnchor::none;
  int shift = 0;
  enum class Factor { one, count, ordinal } factor = Factor::one;  // what the shift is multiplied by
  std::optional<TimeUnit> unit;                                    // none: that of the slot
  TimeShape shape = TimeShape::whole;
};

enum class HolidayRule { fixed, day, weekday, easter, orthodox_easter, islamic, hebrew, chinese };

struct Holiday {
  std::vector<std::string> words;
  HolidayRule rule = HolidayRule::fixed;
  std::vector<int> first;  // the numbers of the value, by rule
  std::vector<int> last;   // of an interval; else empty
};

// Loaded once, then immutable. Words are in lower case.
class TimeRules {
 public:
  // The error names file and line.
  static Result<TimeRules> load(const std::string& folder);

  std::optional<int> value(TimeUse use, std::string_view word) const;
  bool is(TimeUse use, std::string_view word) const { return value(use, word).has_value(); }
  bool is(ClauseUse use, std::string_view lemma) const;
  std::optional<UnitWord> unit(std::string_view word) const;
  const std::vector<Phrase>& phrases() const { return phrases_; }
  // Indices of those that may begin with the word, in their order.
  const std::vector<std::size_t>& phrases_from(std::string_view word) const;
  // Whose names begin with the word, longest first.
  const std::vector<Holiday>& holidays(std::string_view first_word) const;

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
  };
  template <class Value>
  using Map = std::unordered_map<std::string, Value, Hash, std::equal_to<>>;

  std::optional<Error> load_words(const std::string& file);
  std::optional<Error> load_units(const std::string& file);
  std::optional<Error> load_clauses(const std::string& file);
  std::optional<Error> load_phrases(const std::string& file);
  std::optional<Error> load_holidays(const std::string& file);

  Map<std::vector<std::pair<TimeUse, int>>> words_;
  Map<std::vector<ClauseUse>> clauses_;
  Map<UnitWord> units_;
  void index_phrases();

  std::vector<Phrase> phrases_;
  Map<std::vector<std::size_t>> phrases_from_;
  std::vector<std::size_t> phrases_from_any_;  // that begin with a slot
  Map<std::vector<Holiday>> holidays_;
};

}  // namespace casus
