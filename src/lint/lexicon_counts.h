// How much a lexicon holds. A predicate is a lemma with its part of speech together with the dependents that its row demands: "call" with
// "on" and "call" alone are two.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "events/lexicon.h"
#include "events/ontology.h"

namespace casus {

struct FrameCounts {
  std::size_t rows = 0;
  std::size_t lemmas = 0;      // distinct, with part of speech
  std::size_t predicates = 0;  // distinct
};

struct ModeCounts {
  std::string type;
  std::string mode;  // empty: rows without one
  FrameCounts counts;
};

// Rows that say what is no event are left out.
struct LexiconCounts {
  FrameCounts all;
  std::size_t operators = 0;
  std::vector<ModeCounts> modes;  // every type and mode of the ontology, by name, with rows or without
};

LexiconCounts count_lexicon(const Lexicon& lexicon, const Ontology& ontology);

}  // namespace casus
