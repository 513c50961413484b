// When: expressions of time in the text as ISO 8601 dates against the date of publication.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "casus/record.h"
#include "syntax/parse.h"
#include "token/tokens.h"

namespace casus {

struct DateMention {
  TokenRange range;
  Date date;
};

// In the order of the text. `published` is what was given, else what the dateline says, else nothing.
struct Dates {
  std::optional<Date> published;
  std::optional<std::string> dateline_place;
  std::vector<DateMention> mentions;

  // The expression that dates the predicate at `token`: attached to it in the tree, else nothing.
  const DateMention* of_predicate(std::size_t token, const Tree& tree) const;
};

Dates find_dates(const Document& document, const Tokens& tokens, const Parse& parse);

}  // namespace casus
