// From phrases to actors: whom the words in a role mean.
#pragma once

#include <vector>

#include "actors/actors.h"
#include "events/grammar.h"

namespace casus {

// What of a phrase names somebody: its head, a name beside it, those that a group is of ("hundreds of Syrians"), whom "by" or "of" brings
// in, an owner ("Turkey's efforts"), an adjective or noun before it ("Israeli tanks"), or where it is ("the situation in Syria").
enum class PhrasePart { head, apposition, members, agent, owner, modifier, of, place };

// The mention that somebody was found by.
struct Finding {
  std::size_t mention = 0;  // its head
  std::size_t phrase = 0;   // the head of the phrase in the role
  PhrasePart part = PhrasePart::head;
  const Slot* slot = nullptr;  // of the frame that the phrase fills; none where it was looked for elsewhere
};

struct Resolved {
  std::vector<ActorId> actors;
  std::vector<Finding> findings;
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
