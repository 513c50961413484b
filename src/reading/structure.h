// What the learned heads find in a report's tokens.
#pragma once

#include "attribution/attributions.h"
#include "casus/casus.h"
#include "coreference/coreference.h"
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
  Coreference coreference;
};

Structure find_structure(const Tokens& tokens, const Engine::Parts& engine);

}  // namespace casus
