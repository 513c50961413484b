// To whom the actors of a report belong.
#pragma once

#include "actors/drafts.h"

namespace casus {

void inherit_from_owner(const Knowledge& knowledge, Drafts& drafts, DraftId d);
void join_state(Drafts& drafts, DraftId d);

}  // namespace casus
