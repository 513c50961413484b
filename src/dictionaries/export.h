// The tables of kb/ as actor and agent dictionaries of TABARI and PETRARCH.
#pragma once

#include <string>

#include "casus/result.h"
#include "dictionaries/actor_codes.h"

namespace casus {

struct ExportedDictionaries {
  std::string actors;
  std::string agents;
};

// Reads the tables of `folder`, which has the form of kb/. The same tables give the same bytes.
Result<ExportedDictionaries> export_dictionaries(const std::string& folder, const ActorCodes& codes, CodeScheme scheme);

}  // namespace casus
