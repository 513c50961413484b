// Which expression of time dates which event.
#pragma once

#include <optional>

#include "casus/record.h"
#include "events/drafts.h"

namespace casus {

const DateMention* date_mention_of(const EventDraft& draft, const Given& given);

// Nothing where the words give none.
std::optional<Date> date_of(const EventDraft& draft, const Given& given);

}  // namespace casus
