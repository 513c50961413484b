// Which expression of time dates which predicate, by the tree.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "syntax/parse.h"
#include "timeplace/time_rules.h"
#include "token/tokens.h"

namespace casus {

class PredicateDates {
 public:
  // `tree` and `rules` must outlive this. Empty ranges are no expressions.
  PredicateDates(const std::vector<TokenRange>& expressions, const Tree& tree, const TimeRules& rules);

  // The expression attached to the predicate, or to the one whose clause it shares: its index, else nothing.
  std::optional<std::size_t> of(std::size_t token) const;
  // For what has no expression of its own: that of a predicate above it in the tree that happens at its time.
  std::optional<std::size_t> above(std::size_t token) const;

 private:
  enum class Within { clause, phrase };
  std::optional<std::size_t> attached(std::size_t token, Within within) const;
  std::optional<std::size_t> before_infinitive(std::size_t token) const;
  std::optional<std::size_t> of_time_clause(std::size_t token) const;
  std::optional<std::size_t> beside_subject(std::size_t token) const;
  std::optional<std::size_t> day_as_subject(std::size_t token) const;
  bool frames_its_clause(std::size_t token) const;
  bool may_hold_date(std::size_t token, Within within) const;
  std::size_t covering(std::size_t token) const;
  std::size_t shared_clause(std::size_t token) const;
  std::size_t to_mark(std::size_t token) const;
  bool happens_with_head(std::size_t token) const;
  bool points_elsewhere(std::size_t token) const;
  bool has_word(std::size_t token, std::string_view relation, ClauseUse use) const;

  std::vector<std::size_t> covering_;  // one a token: the index of the expression, or kRoot
  const Tree& tree_;
  const TimeRules& rules_;
};

}  // namespace casus
