// What several places of a report tell of one obligation becomes one commitment.
#pragma once

#include <vector>

#include "casus/record.h"
#include "commitments/duty_tellings.h"
#include "commitments/obligation_text.h"

namespace casus {

// By their first span. One for the same bound, beneficiaries, instrument and duty; words that tell no duty of their own, such as a denial
// that it is due, are of the one that they stand nearest to.
std::vector<Commitment> join(std::vector<DutyTelling> tellings, const ObligationText& text);

}  // namespace casus
