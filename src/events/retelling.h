// One event once: what a report tells again, in the headline, the lead and the background, is one event with several spans.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "events/drafts.h"
#include "events/telling.h"

namespace casus {

// The events of a report, each with all words that tell of it, and for each of `told`, which must be in the order of the text, the index of
// the event that it became part of, if it did. A draft that is no event of its own for want of parties may still point back ("the call").
// Two are the same where type, status, date, place, numbers and parties do not speak against it, and
// something beyond the type speaks for it: parties that both name and, of speech, words of its content.
struct Retold {
  std::vector<ToldEvent> events;
  std::vector<std::optional<std::size_t>> event_of;
};
Retold join_retellings(const Given& given, const std::vector<EventDraft>& drafts, std::vector<ToldEvent> told);

// "the attack", "this attack": a noun that points back, whoever its parties are.
bool points_back(const Given& given, const EventDraft& draft);

}  // namespace casus
