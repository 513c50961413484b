// Why the events of a report are what they are, for who asks: every frame that was tried, and what became of every match.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "events/matching.h"
#include "events/ontology.h"
#include "events/standing.h"

namespace casus {

// absorbed: by the event at `other`, as part of it; repeated: the event at `other` says the same; habit: what holds or recurs, told in the
// present; without_politics: nobody political among the parties. What the parties must be the type says.
enum class Fate { event, absorbed, habit, without_parties, without_actor, without_recipient, without_politics, repeated };

// A row of the ontology made another event of it.
struct TypeChange {
  std::string type;  // before
  std::string mode;
  const Embedding* by = nullptr;       // lives as long as the ontology
  std::optional<std::size_t> inner;    // index of the match inside; none where the future did it
  std::optional<std::size_t> because;  // the word that told of the future
};

// What lowers the confidence in an event: a factor each.
enum class Weakness { indirect_actor, indirect_recipient, no_actor, bare_noun, witness_disagrees };

struct Deduction {
  Weakness weakness = Weakness::no_actor;
  double factor = 1;
};

// Indices are those of EventsTrace::matches.
struct TracedMatch {
  Match match;
  Standing standing;
  std::vector<TypeChange> changes;
  std::vector<Finding> complement;               // by which recipients were found in the complement
  std::optional<std::size_t> recipients_inside;  // the match whose parties are the recipients
  Fate fate = Fate::event;
  std::optional<std::size_t> other;
  std::optional<EventId> event;
  std::optional<float> witness;  // of the factuality head, about -2 to 2
  std::vector<Deduction> deductions;
};

struct EventsTrace {
  Parse parse;  // with the lemmas of the lexicon
  std::vector<Attempt> attempts;
  std::vector<TracedMatch> matches;
};

}  // namespace casus
