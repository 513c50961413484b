#include "timeplace/dates.h"

#include "timeplace/calendar.h"
#include "timeplace/dateline.h"
#include "timeplace/predicate_dates.h"
#include "timeplace/publication.h"
#include "timeplace/time_expressions.h"

namespace casus {
namespace {

void date_predicates(const Tree& tree, std::size_t tokens, const TimeRules& rules, Dates& dates) {
  if (dates.mentions.empty()) return;
  std::vector<TokenRange> ranges;
  for (const DateMention& mention : dates.mentions) ranges.push_back(mention.range);
  const PredicateDates predicates(ranges, tree, rules);
  for (std::size_t token = 0; token < tokens; ++token) {
    dates.dating.push_back(predicates.of(token));
    dates.dating_above.push_back(predicates.above(token));
  }
}

}  // namespace

const DateMention* Dates::of_predicate(std::size_t token) const {
  return token < dating.size() && dating[token] ? &mentions[*dating[token]] : nullptr;
}

const DateMention* Dates::above_predicate(std::size_t token) const {
  return token < dating_above.size() && dating_above[token] ? &mentions[*dating_above[token]] : nullptr;
}

Dates find_dates(const Document& document, const Tokens& tokens, const Parse& parse, const TimeRules& rules) {
  Dates dates;
  const Tree tree(tokens, parse);
  const auto dateline = find_dateline(tokens, rules);
  if (dateline) dates.dateline_place = dateline->place;
  dates.published = day_of_publication(document, tokens, parse, tree, dateline, rules);
  TimeText text(tokens, parse, tree, rules, dates.published ? parse_day(dates.published->value) : std::nullopt);
  for (const ReadExpression& each : find_time_expressions(text))
    dates.mentions.push_back({each.range, {iso(*each.reading.period), each.reading.from, {tokens.span(each.range)}}});
  date_predicates(tree, tokens.tokens.size(), rules, dates);
  return dates;
}

}  // namespace casus
