// Which way in time a clause looks: what "on Friday" and "in November" depend on.
#pragma once

#include <cstddef>

#include "syntax/parse.h"
#include "timeplace/time_rules.h"

namespace casus {

// `aimed`: what something is meant for ("announced for Friday"); `unknown` where only a noun says it ("the meeting on Friday") and its
// clause is not about the future.
enum class Tense { past, present, future, aimed, unknown };

// Of the clause that the word `token` (the head of an expression of time) modifies.
Tense tense_of_clause(std::size_t token, const Tokens& tokens, const Tree& tree, const TimeRules& rules);

}  // namespace casus
