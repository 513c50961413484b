#include "timeplace/time_reading.h"

#include "core/unicode.h"

namespace casus {
namespace {

// Of a date without its year, beside a noun or in the present: the other side of the report's day has to be this many times nearer.
constexpr int kPreference = 3;

}  // namespace

const std::string TimeText::kNothing;

TimeText::TimeText(const Tokens& all_tokens, const Parse& all_words, const Tree& trees, const TimeRules& time_rules,
                   std::optional<Day> day_of_publication)
    : tokens(all_tokens), parse(all_words), tree(trees), rules(time_rules), published(day_of_publication) {
  words_.reserve(tokens.tokens.size());
  for (const Token& token : tokens.tokens) words_.push_back(token.form == "’s" ? "'s" : lower(token.form));
}

bool TimeText::starts_upper(std::size_t token) const {
  const auto letters = from_utf8(form(token));
  return letters && !letters->empty() && is_upper(letters->front());
}

Tense TimeText::tense(std::size_t first, std::size_t last) const {
  for (std::size_t at = first; at < last; ++at) {
    const std::size_t head = parse.words[at].head;
    if (head == kRoot) return Tense::unknown;
    if (head < first || head >= last) return tense_of_clause(at, tokens, tree, rules);
  }
  return Tense::unknown;
}

CalendarSpan TimeText::nearest(const CalendarSpan& behind, const CalendarSpan& beyond, Tense tense) const {
  if (tense == Tense::future) return beyond;
  if (tense == Tense::past) return behind;
  const auto ahead = beyond.first - *published, ago = *published - behind.last;
  if (tense == Tense::unknown) return ahead * kPreference < ago ? beyond : behind;
  if (tense == Tense::present) return ahead > ago * kPreference ? behind : beyond;
  return ahead > ago ? behind : beyond;
}

bool looks_ahead(Tense tense) { return tense == Tense::future || tense == Tense::present || tense == Tense::aimed; }

}  // namespace casus
