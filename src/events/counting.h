// To which event a figure belongs, and what its casualties are together.
#pragma once

#include <vector>

#include "events/drafts.h"
#include "events/telling.h"

namespace casus {

// Adds to each event told the figures of its clause, and those told of it in the next sentences ("The toll rose to 31"); what the report
// withdraws and what belongs to no event is left out. `told` must be in the order of the text.
void add_numbers(const Given& given, const std::vector<EventDraft>& drafts, std::vector<ToldEvent>& told);

// A total wins over what it sums; a part adds nothing to its whole.
Casualties casualties_of(const std::vector<Number>& numbers);

}  // namespace casus
