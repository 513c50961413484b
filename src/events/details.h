// What is told beside an event: numbers, the how-manieth time, and where.
#pragma once

#include <optional>
#include <vector>

#include "actors/actors.h"
#include "document/document.h"
#include "events/matching.h"
#include "timeplace/dates.h"

namespace casus {

// "killed at least 20 soldiers": the objects' numerals, with their bounds; also troops and vehicles that are sent.
std::vector<Number> find_numbers(const Match& match, const Document& document, const Tokens& tokens, const Grammar& grammar,
                                 const Actors& actors, const Lexicon& lexicon);
Casualties casualties_of(const std::vector<Number>& numbers);
// "for the fourth time since the war began": without the date of the outbreak, which only the whole report tells, unless the phrase has it.
std::optional<Ordinal> find_ordinal(const Match& match, const Tokens& tokens, const Grammar& grammar, const Dates& dates,
                                    const Lexicon& lexicon);
// A named place after "in", "at" or "near".
std::optional<Place> find_place(const Match& match, const Document& document, const Tokens& tokens, const Grammar& grammar,
                                const Actors& actors);

// The tokens as spans, neighbours joined.
Spans spans_of(TokenList tokens, const Tokens& all);

}  // namespace casus
