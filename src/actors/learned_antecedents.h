// What the learned coreference holds of a token, in terms of who is meant.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <vector>

#include "coreference/coreference.h"

namespace casus {

// An entity before a token, in the token's window.
struct LearnedAntecedent {
  std::vector<std::size_t> means;  // as the caller names those who are meant; empty: nobody of his
  std::size_t last_head = 0;       // token of its last mention
  float probability = 0;           // that the token refers to it
};

class LearnedAntecedents {
 public:
  // Must outlive it.
  explicit LearnedAntecedents(const Coreference& coreference);

  // Who is meant at a token, by its mention there; nothing where it has none.
  using Meant = std::function<const std::vector<std::size_t>*(std::size_t token)>;

  // The likelier first. Mentions without a meaning have that of the first of their chain that has one; probabilities add up over an
  // entity's mentions, to 1 together with the probability of having no antecedent.
  std::vector<LearnedAntecedent> of(std::size_t token, const Meant& meant) const;

 private:
  const Coreference& coreference_;
  std::map<std::size_t, std::size_t> markable_at_;  // by head and by first word
};

}  // namespace casus
