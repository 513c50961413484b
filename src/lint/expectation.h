// What a row of the lexicon expects of its example: "TYPE [mode] [ACTORS] [-> RECIPIENTS] [status]", or "none [status]".
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "casus/record.h"

namespace casus {

struct Expectation {
  std::optional<std::string> type;  // nothing: no event
  std::string mode;
  std::vector<std::string> actors;  // beginnings of their codes; empty: not asked
  std::vector<std::string> recipients;
  std::optional<Status> status;  // of an event: asserted where none is given
};

std::optional<Expectation> read_expectation(std::string_view text);
bool is_met(const Expectation& expectation, const Record& record);

// "ASSAULT aerial ISR -> SYR asserted"
std::string describe(const Event& event, const Record& record);

}  // namespace casus
