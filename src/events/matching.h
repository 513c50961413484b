// Which frames and operators the words of a report fit, and with whom in which role.
#pragma once

#include <optional>
#include <utility>
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
  bool agentless = false;            // a passive that does not say who did it
  std::optional<float> probability;  // by the event head, that it is an event of the frame's type
};

struct OperatorMatch {
  const Operator* entry = nullptr;
  std::size_t token = 0;
  TokenList hosts;
};

// What became of a frame at a word of its lemma.
enum class Outcome {
  chosen,
  outranked,        // fits, but another asks for more
  part_of_another,  // fits, but the word belongs to the predicate at `other`
  attribute,        // the word is a participle before a noun: "jailed activists"
  another_part_of_speech,
  missing_dependent,   // `child` is not there; `found` stands in its slot
  unwanted_dependent,  // `found` is what `child` rules out
  no_occasion,         // a purpose, where the frame asks for what happened
  unmet_condition,     // `condition`; `found` are the mentions in its role
  outweighed,          // fits, but names the word alone, and the event head says that it is none
  missing_party        // fits, but lacks somebody whom its type needs; one that asks for less does not
};

struct Attempt {
  const Frame* frame = nullptr;
  std::size_t token = 0;
  Outcome outcome = Outcome::chosen;
  const Child* child = nullptr;
  const Condition* condition = nullptr;
  TokenList found;
  std::vector<std::pair<const Child*, std::size_t>> filled;  // the dependents that are there, and the word that is each
  std::size_t other = 0;
};

// What a frame asks for beside its predicate.
int demand(const Frame& frame);

// Whether a frame is tried before another at one word: a codebook's before the built-in ones, what is no event before events, then those
// that ask for more. Of equals the order of the files decides.
bool goes_before(const Frame& one, const Frame& other);

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
  TokenList refused;  // words of predicates that are no event, as a row says; sorted
};

// `attempts`, where somebody asks for them: every frame at every word that is its lemma, in the order of the words and of what frames ask
// for.
Matches find_matches(const Grammar& grammar, const Actors& actors, const Statements& statements, const Lexicon& lexicon, std::size_t tokens,
                     std::vector<Attempt>* attempts = nullptr);

// A frame at a word that it need not name, with those who fill its roles there.
Match match_at(std::size_t token, const Frame& frame, const Grammar& grammar, const Actors& actors, const Statements& statements,
               const Lexicon& lexicon);

}  // namespace casus
