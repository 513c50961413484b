// Which expression of time dates which event.
#pragma once

#include <optional>
#include <vector>

#include "casus/record.h"
#include "events/drafts.h"
#include "events/telling.h"

namespace casus {

const DateMention* date_mention_of(const EventDraft& draft, const Given& given);

// Nothing where the words give none.
std::optional<Date> date_of(const EventDraft& draft, const Given& given);

// "also called him": on the day of the event of its kind told shortly before, which shares a party with it. In the order of the text.
void date_additions(const Given& given, const std::vector<EventDraft>& drafts, std::vector<ToldEvent>& told);

}  // namespace casus
