// What the learned heads find in a report's tokens.
#pragma once

#include "attribution/attributions.h"
#include "casus/casus.h"
#include "coreference/coreference.h"
#include "eventhead/event_proposals.h"
#include "factuality/factuality.h"
#include "names/names.h"
#include "syntax/parse.h"
#include "token/tokens.h"

namespace casus {

struct Structure {
  Parse parse;
  Names names;
  Attributions attributions;
  Factuality factuality;
  EventProposals proposals;
  Coreference coreference;
};

// Long reports are read in parts of whole sentences, so that memory stays bounded; the parts depend on the report alone.
Structure find_structure(const Tokens& tokens, const Engine::Parts& engine);

// `part` is of the tokens that follow those of `all`.
void append(Structure& all, Structure part);

}  // namespace casus
