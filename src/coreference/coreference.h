// Which words stand for the same thing: markables, their antecedents, and the chains that follow.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

namespace casus {

// A pronoun or noun phrase that may refer to what another one does; tokens.
struct Markable {
  std::size_t head = 0;   // by the tree: "Bank" of "the World Bank"
  std::size_t first = 0;  // of its minimal span: the first word of a name ("World"), else the head
  auto operator<=>(const Markable&) const = default;
};

// Indices are those of `markables`.
struct AntecedentChoice {
  std::optional<std::size_t> antecedent;  // an earlier markable of the same window, or none
  float probability = 1;                  // of this choice among all earlier markables of the window and none
  std::vector<float> scores;              // of the earlier markables of the window, in order; that of none is 0
};

struct Coreference {
  std::vector<Markable> markables;               // by their first words
  std::vector<AntecedentChoice> choices;         // one a markable
  std::vector<std::vector<std::size_t>> chains;  // of two or more markables each, in order
};

}  // namespace casus
