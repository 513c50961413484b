// Where a report's trees have markables.
#pragma once

#include <vector>

#include "coreference/coreference.h"
#include "syntax/parse.h"
#include "token/tokens.h"

namespace casus {

// Personal, possessive and demonstrative pronouns, and the nouns and names that head a phrase, as GUM annotates entities (Zeldes 2017):
// a name is one inside another phrase too ("U.S." of "U.S. forces"), a common noun only as the head of its phrase.
// In the order of their first words, no two of which are the same.
std::vector<Markable> find_markables(const Tokens& tokens, const Parse& parse);

}  // namespace casus
