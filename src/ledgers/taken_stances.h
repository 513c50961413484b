// Where somebody takes a stance on a matter: statements, the words of answers.tsv, and what the report tells itself.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "actors/actors.h"
#include "events/events.h"
#include "ledgers/ledger_rules.h"
#include "statements/statements.h"
#include "syntax/parse.h"
#include "token/tokens.h"

namespace casus {

// All must outlive whoever holds it.
struct ClaimInput {
  const Document& document;
  const Tokens& tokens;
  const Parse& parse;
  const Actors& actors;
  const Statements& statements;
  const Events& events;
  const Cues& cues;
  const LedgerRules& rules;
};

// The matter that a stance is taken on, as far as the words there tell it.
struct Matter {
  std::vector<TokenRange> tokens;
  std::vector<EventId> events;
  std::set<ActorId> doers;  // who is said to have done it
  std::set<ActorId> named;
  std::vector<std::string> lemmas;  // of its nouns, verbs and adjectives but those that refer to a claim
  std::vector<std::string> names;   // lemmas of its names
  std::set<ActorId> pronouns;       // actors meant by its pronouns
  bool refers = false;              // by a pronoun or a noun such as "charge"
  bool is_definite = false;         // "the raid": a noun for what is known already
  bool is_only_actors = false;      // names those it is about, and not what they did
  bool refers_elsewhere = false;    // "a different charge"
  bool is_negated = false;
  bool is_first_person = false;  // "we", "our"
};

struct TakenStance {
  std::optional<StatementId> statement;
  std::vector<ActorId> speakers;
  std::string stance;  // empty: told by the report itself
  ClaimOpening opens = ClaimOpening::never;
  std::size_t at = 0;  // token of its cue
  std::size_t sentence = 0;
  Matter matter;
  bool accuses = false;
  bool asks = false;           // whether it is so
  bool agrees = false;         // with whoever asserts: "confirmed"
  bool replies = false;        // by a cue that answers somebody: "replied"
  bool contradicts = false;    // by one that says the contrary: "countered"
  bool is_by_pronoun = false;  // "he said"
  Spans spans;
};

Matter find_matter(const ClaimInput& input, const std::vector<TokenRange>& tokens);

// By their first token.
std::vector<TakenStance> find_taken_stances(const ClaimInput& input);

}  // namespace casus
