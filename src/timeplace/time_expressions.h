// Expressions of time in the text, and what they name as seen from the day of publication.
#pragma once

#include <optional>
#include <vector>

#include "casus/record.h"
#include "syntax/parse.h"
#include "timeplace/calendar.h"
#include "timeplace/dates.h"
#include "token/tokens.h"

namespace casus {

// In the order of the text, without overlap. Without `published`, only those that say their year.
std::vector<DateMention> find_time_expressions(const Tokens& tokens, const Parse& parse, const Tree& tree, std::optional<Day> published);

// A day with its month and, if told, its year, that starts at `first` and ends before `end`.
struct WrittenDay {
  std::optional<int> year;
  unsigned month = 0;
  unsigned day = 0;
  std::optional<unsigned> last_day;  // "September 27-29"
  std::size_t last = 0;              // the token behind it
};
std::optional<WrittenDay> written_day(const Tokens& tokens, std::size_t first, std::size_t end);

}  // namespace casus
