#include "commitments/commitment_rules.h"

namespace casus {

Result<CommitmentRules> CommitmentRules::load(const std::string&) { return CommitmentRules{}; }

}  // namespace casus
