// Propositions on which somebody takes a position: accusations, denials, doubts, confirmations, and those who will not say.
#pragma once

#include <vector>

#include "casus/record.h"
#include "ledgers/taken_stances.h"

namespace casus {

// By their first span.
struct Claims {
  std::vector<Claim> claims;
};

// A claim is kept where it is an accusation, a denial or a doubt, or where somebody else takes a position on what is told.
Claims find_claims(const ClaimInput& input);

}  // namespace casus
