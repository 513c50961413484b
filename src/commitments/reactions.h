// What others, or those bound, say of an obligation that was told: that it is not due, or that it is broken.
#pragma once

#include <vector>

#include "commitments/duty_tellings.h"
#include "commitments/obligation_text.h"

namespace casus {

// Statements near the sentence that tell nothing of the obligation in words of their own: those who are bound deny something ("replied that
// no soldier of theirs was there"), or others accuse them of something; and what the report itself sets against it in the sentence after
// ("But its tanks still stand there."). `told`: the statements that the obligation is already known from.
std::vector<DutyTelling> find_reactions(const PartyList& bound, const std::string& duty, const std::vector<StatementId>& told,
                                        std::size_t sentence, const ObligationText& text);

}  // namespace casus
