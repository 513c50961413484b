// Who is bound to whom, by what instrument, to what duty, on which condition and within which scope, and whether it is due, as the report
// and those who speak in it say.
#pragma once

#include <vector>

#include "actors/actors.h"
#include "casus/record.h"
#include "commitments/commitment_rules.h"
#include "commitments/instruments.h"
#include "document/document.h"
#include "events/lexicon.h"
#include "places/places.h"
#include "statements/statements.h"
#include "syntax/parse.h"
#include "token/tokens.h"

namespace casus {

// By their first span.
struct Commitments {
  std::vector<Commitment> commitments;
};

// `instruments` are those that the report names.
Commitments find_commitments(const Document& document, const Tokens& tokens, const Parse& parse, const Actors& actors, const Places& places,
                             const Statements& statements, const std::vector<InstrumentMention>& instruments, const Lexicon& lexicon,
                             const CommitmentRules& rules);

}  // namespace casus
