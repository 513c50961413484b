// Whose a minister, a general or a spokesperson is where the report does not say so: of the state that it speaks of right before.
#pragma once

#include <string>

#include "actors/drafts.h"
#include "actors/parsed_report.h"
#include "quotation/quotations.h"

namespace casus {

// ISO 3166 alpha-3; empty where several states are spoken of or none, where the report knows better, and for those posted abroad.
std::string state_before(const ParsedReport& report, const Drafts& drafts, const Quotations& quotations, DraftId d);

}  // namespace casus
