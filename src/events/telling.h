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

}  // namespace casus
