// How an event is meant: what the words around its predicate, and those above it in the tree, say of whether it happened.
#pragma once

#include <optional>
#include <vector>

#include "events/matching.h"
#include "timeplace/dates.h"

namespace casus {

// frame: the row itself says so; cue: a word beside the predicate ("may"); governor: a word above it ("plans to"); outer: an event above it
// ("demanded that ..."); speech: the act of a statement; grammar: tense, mood, or a question; unvouched: an infinitive below words that say
// nothing of it; date: the day of the event; witness: the model's factuality.
enum class ReasonKind { frame, cue, governor, outer, speech, grammar, unvouched, date, witness };

struct Reason {
  Status status = Status::asserted;
  ReasonKind kind = ReasonKind::cue;
  std::size_t token = 0;  // the word that says it

  bool operator==(const Reason&) const = default;
};

// Everything that is said of how an event is meant, from the words nearest to it outwards.
class Standing {
 public:
  bool conditional = false;          // "would attack if ..."
  std::optional<std::size_t> outer;  // index of the match in whose content this one stands

  void add(Reason reason);
  // Of what stands below: where that is doubted, demanded or denied, its negation is no longer the report's own.
  void govern(Reason reason);
  void retract(Status status);
  // Its only doubt is that it is an infinitive that nothing vouches for.
  bool is_unvouched() const;
  bool has(Status status) const;
  // By a word beside it, and not only by an operator above ("had no plan to").
  bool is_negated_beside() const;
  // The word that says so first.
  std::optional<std::size_t> because(Status status) const;
  // The first that fits in the order of the record's contract: negated, denied, demanded, hypothetical, future, alleged, historical,
  // asserted.
  Status status() const;
  const std::vector<Reason>& reasons() const { return reasons_; }

 private:
  std::vector<Reason> reasons_;
};

// One for each of matches.frames.
std::vector<Standing> find_standings(const Matches& matches, const Grammar& grammar, const Statements& statements, const Lexicon& lexicon);

}  // namespace casus
