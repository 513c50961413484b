// How an event is meant: what the words around its predicate, and those above it in the tree, say of whether it happened.
#pragma once

#include <bitset>
#include <optional>

#include "events/matching.h"
#include "timeplace/dates.h"

namespace casus {

// One bit a Status.
class StatusSet {
 public:
  void add(Status status) { bits_.set(static_cast<std::size_t>(status)); }
  void remove(Status status) { bits_.reset(static_cast<std::size_t>(status)); }
  bool has(Status status) const { return bits_.test(static_cast<std::size_t>(status)); }
  // The first that fits in the order of the record's contract: negated, denied, demanded, hypothetical, future, alleged, historical,
  // asserted.
  Status first() const;

 private:
  std::bitset<8> bits_;
};

struct Standing {
  StatusSet statuses;
  bool conditional = false;          // "would attack if ..."
  std::optional<std::size_t> outer;  // index of the match in whose content this one stands
};

// One for each of matches.frames.
std::vector<Standing> find_standings(const Matches& matches, const Grammar& grammar, const Statements& statements, const Lexicon& lexicon);

}  // namespace casus
