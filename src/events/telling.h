// Drafts become events, with all that is told beside them.
#pragma once

#include <vector>

#include "events/drafts.h"

namespace casus {

struct ToldEvent {
  Event event;
  std::size_t draft = 0;   // index
  bool of_its_own = true;  // else it only tells more of another
  std::vector<Deduction> deductions;
};

ToldEvent tell(const Given& given, const EventDraft& draft);
// "for the first time since the war began": the day is told elsewhere, where the report dates the outbreak.
void date_ordinals(const Given& given, const std::vector<EventDraft>& drafts, std::vector<ToldEvent>& told);

}  // namespace casus
