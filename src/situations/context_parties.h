// Parties of situations whose own words name none, or too few, from the words around them.
#pragma once

#include <vector>

#include "actors/actors.h"
#include "casus/record.h"
#include "knowledge/knowledge.h"
#include "situations/phrases.h"
#include "situations/situation_rules.h"
#include "syntax/parse.h"
#include "token/tokens.h"

namespace casus {

struct ToldSituation {
  Situation situation;
  std::vector<const SituationPhrase*> phrases;  // that tell it, the first one made it
  const SituationPhrase* main = nullptr;        // its kind and name are this one's
};

// Talks are between those at war, and a war is between those who talk; what is told between states is so between the two that the report
// names most, where they stand beside it; what else names nobody is of the country that the report names most, else of its own place.
std::vector<ToldSituation> with_parties_of_context(std::vector<ToldSituation> told, const Tokens& tokens, const Tree& tree,
                                                   const Actors& actors, const Knowledge& knowledge, const SituationRules& rules);

}  // namespace casus
