// What events are about: by the words of their sentences, by the events themselves, and by what the whole report speaks of.
#pragma once

#include <vector>

#include "events/drafts.h"
#include "events/telling.h"

namespace casus {

// The contexts of each, sorted.
void add_contexts(const Given& given, const std::vector<EventDraft>& drafts, std::vector<ToldEvent>& told);

}  // namespace casus
