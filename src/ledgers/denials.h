// What the ledger of claims says of events.
#pragma once

#include "events/events.h"
#include "ledgers/claims.h"

namespace casus {

// An event on the word of one that another denies in its claim is denied, wherever in the report the denial stands ("The ministry denied
// it.").
Events with_denials(Events events, const Claims& claims);

}  // namespace casus
