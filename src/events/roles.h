// From phrases to actors: whom the words in a role mean.
#pragma once

#include <vector>

#include "actors/actors.h"
#include "events/grammar.h"

namespace casus {

struct Resolved {
  std::vector<ActorId> actors;
  TokenList tokens;    // the heads of the mentions that they were found by
  bool named = false;  // a phrase in the role is headed by a name, whether or not it is known whose
  bool direct = true;  // false where only a part of the phrase names them ("the situation in Syria")
};

enum class RoleKind { doer, affected };

// Adds whom the phrase headed by `token` means, with its coordinated phrases. Doers are not found by where they are.
void resolve(std::size_t token, RoleKind kind, const Grammar& grammar, const Actors& actors, const Lexicon& lexicon, Resolved& result);

// Adds the first that is named anywhere within the phrase headed by `token`: "the failure to stop the bombing of villages by Chad".
void resolve_within(std::size_t token, const Grammar& grammar, const Actors& actors, const Lexicon& lexicon, Resolved& result);

// The same two states, or two with one and the same country.
bool same_side(const Actor& one, const Actor& other);

}  // namespace casus
