// Where the lexicon's frames and the learned head meet.
#pragma once

#include "eventhead/event_proposals.h"
#include "events/matching.h"

namespace casus {

// The head's probability for the type from which on it bears a frame out, for the record's `rule` and confidence.
inline constexpr float kBearsOut = 0.5F;

// Frames that the head bears out, weak ones that it contradicts, and those of words that no frame knows: `matches` with what it says of
// each, without those that it outweighs, and with what it proposes. Frames that ask for more than a word stand whatever it says.
Matches meet(const Matches& matches, const EventProposals& proposals, const Grammar& grammar, const Actors& actors,
             const Statements& statements, const Lexicon& lexicon, std::vector<Attempt>* attempts = nullptr);

}  // namespace casus
