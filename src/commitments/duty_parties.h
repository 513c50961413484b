// Who is bound and to whom: phrases become the states, bodies and groups that may be parties to a commitment.
#pragma once

#include <vector>

#include "commitments/obligation_text.h"
#include "events/roles.h"

namespace casus {

using PartyList = std::vector<ActorId>;  // without repetition

void add_parties(const PartyList& more, PartyList& parties);

// The parties that phrases mean: of ministers and governments the state. `phrases`: their heads.
PartyList parties_of(const TokenList& phrases, RoleKind kind, const ObligationText& text);
// Also those whose people or things the phrases mean: "Ukrainian prisoners".
PartyList sides_of(const TokenList& phrases, const ObligationText& text);
PartyList parties_of(const std::vector<ActorId>& actors, const ObligationText& text);

// What fills the first of the slots that anything fills.
TokenList first_filled(std::size_t predicate, const std::vector<Slot>& slots, const ObligationText& text);

// "each other", "one another".
bool is_reciprocal(std::size_t phrase, const ObligationText& text);

// The party named nearest before, or after, the token in its sentence.
PartyList party_before(std::size_t token, const ObligationText& text);
// All that are named before it in its sentence; where those are not two, also in the one before.
PartyList parties_before(std::size_t token, const ObligationText& text);
PartyList party_after(std::size_t token, const ObligationText& text);

// Named in the phrase of an instrument ("the Doha deal with the Taliban"), or all of its parties that its sentence names.
PartyList parties_in_phrase(const InstrumentMention& instrument, const ObligationText& text);

}  // namespace casus
