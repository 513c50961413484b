// Datelines: "YEREVAN, Oct 7 (Reuters) -", "(BAKU, 7 October 2020)", "MOSCOW, October 7. /TASS/".
#pragma once

#include <optional>
#include <string>

#include "timeplace/written_days.h"
#include "token/tokens.h"

namespace casus {

struct Dateline {
  std::optional<std::string> place;  // as written, the first of its parts: "BAKU" of "BAKU, Azerbaijan"
  std::optional<WrittenDay> day;
  TokenRange day_range;
};

// The first that opens one of the first paragraphs; nothing where there is none.
std::optional<Dateline> find_dateline(const Tokens& tokens, const TimeRules& rules);

}  // namespace casus
