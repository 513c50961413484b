// Where a report is at home: reports on the affairs of one state do not say whose its mayors, lawmakers and courts are.
#pragma once

#include <string>

#include "actors/drafts.h"

namespace casus {

struct Home {
  std::string country;   // the state that nearly all words of a report with a country speak of
  std::string domestic;  // the state of nearly all legislatures, parties and courts
};

// Both ISO 3166 alpha-3; empty where there is none, or where too few words tell.
Home find_home(const Drafts& drafts);
// Who is of no country yet: civilians are taken for those of the place of their sentence, others for those of the report's home, unless
// they are often elsewhere (refugees, reporters, rebels); what every state has only one of, for that of the domestic home.
void settle_at_home(Drafts& drafts, DraftId d, const Home& home);

}  // namespace casus
