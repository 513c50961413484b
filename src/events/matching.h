// Which frames and operators the words of a report fit, and with whom in which role.
#pragma once

#include <optional>
#include <vector>

#include "actors/actors.h"
#include "events/grammar.h"
#include "events/lexicon.h"
#include "events/roles.h"
#include "statements/statements.h"

namespace casus {

struct Match {
  const Frame* frame = nullptr;
  std::size_t token = 0;   // the predicate
  std::size_t clause = 0;  // what stands for it in the sentence: the light verb of an event noun
  TokenList hosts;         // the predicate and the words that make one predicate with it; sorted
  Resolved actor;
  Resolved recipient;
  std::optional<ActorId> initiator;
  bool reciprocal = false;
};

struct OperatorMatch {
  const Operator* entry = nullptr;
  std::size_t token = 0;
  TokenList hosts;
};

// A predicate among the words of a larger one: the resignation in "demanded his resignation".
struct Part {
  Match match;
  std::size_t whole = 0;  // index of a frame
};

// At most one frame a predicate, the one that asks for most, and one of those for every verb. In the order of the tokens.
struct Matches {
  std::vector<Match> frames;
  std::vector<Part> parts;
  std::vector<OperatorMatch> operators;
};

Matches find_matches(const Grammar& grammar, const Actors& actors, const Statements& statements, const Lexicon& lexicon,
                     std::size_t tokens);

}  // namespace casus
