// What words tell of obligations: who is bound, to what, when and where it holds, and whether it is due. Files: rules/commitments/.
#pragma once

#include <string>

#include "casus/result.h"

namespace casus {

struct CommitmentRules {
  // `folder` is rules/commitments. Errors name file and line.
  static Result<CommitmentRules> load(const std::string& folder);
};

}  // namespace casus
