// Where a report is at home: reports on the affairs of one state do not say whose its mayors, lawmakers and courts are.
#pragma once

#include "actors/drafts.h"

namespace casus {

// The state that nearly all words of a report with a country speak of; empty where there is none, or where too few words tell.
std::string home_country(const Drafts& drafts);
// Who is of no country yet is taken for one of it, unless he is of those who are often elsewhere (refugees, reporters, rebels).
void settle_at_home(Drafts& drafts, DraftId d, const std::string& country);

}  // namespace casus
