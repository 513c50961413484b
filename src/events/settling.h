// What matches come to: promises, threats, demands and what stands inside them.
#pragma once

#include <vector>

#include "events/drafts.h"

namespace casus {

// One for each of matches.frames, then those of matches.parts that are demanded. They point into `matches`.
std::vector<EventDraft> settle(const Given& given, const Matches& matches);

}  // namespace casus
