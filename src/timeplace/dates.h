// When: expressions of time in the text as ISO 8601 dates against the date of publication.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "casus/record.h"
#include "syntax/parse.h"
#include "timeplace/time_rules.h"
#include "token/tokens.h"

namespace casus {

struct DateMention {
  TokenRange range;
  Date date;
};

struct Dates {
  std::optional<Date> published;
  std::optional<std::string> dateline_place;
  std::vector<DateMention> mentions;  // in the order of the text
  // One a token: the index of the mention that dates it as a predicate, and of the one that dates the predicate above at whose time it was.
  std::vector<std::optional<std::size_t>> dating;
  std::vector<std::optional<std::size_t>> dating_above;

  // The expression that dates the predicate at `token`: attached to it in the tree, or shared with another, else nothing.
  const DateMention* of_predicate(std::size_t token) const;
  // For what has none: that of a predicate above at whose time it was.
  const DateMention* above_predicate(std::size_t token) const;
};

Dates find_dates(const Document& document, const Tokens& tokens, const Parse& parse, const TimeRules& rules);

}  // namespace casus
