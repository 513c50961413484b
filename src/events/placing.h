// Where an event happened: which place of the report is its own.
#pragma once

#include <optional>

#include "events/drafts.h"

namespace casus {

// By the phrases of place at the predicate, what it is done to, or what its clause is part of; of several the narrowest. A phrase that
// names none ("along the line of contact") is kept in its words, with a state where it tells one. Nothing where the words give none.
std::optional<Place> place_of(const EventDraft& draft, const Given& given);

}  // namespace casus
