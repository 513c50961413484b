// What is told beside an event: the how-manieth time.
#pragma once

#include <optional>
#include <vector>

#include "actors/actors.h"
#include "document/document.h"
#include "events/matching.h"
#include "timeplace/dates.h"

namespace casus {

// "for the fourth time since the war began", "their first meeting in two years": without the date of the outbreak, which only the whole
// report tells, unless the phrase has it. `hosts`: the predicate and the words that make one predicate with it.
std::optional<Ordinal> find_ordinal(const TokenList& hosts, const Tokens& tokens, const Grammar& grammar, const Dates& dates,
                                    const Lexicon& lexicon);

// The tokens as spans, neighbours joined.
Spans spans_of(TokenList tokens, const Tokens& all);

}  // namespace casus
