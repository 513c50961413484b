// What the ledger of claims says of events.
#pragma once

#include "actors/actors.h"
#include "events/events.h"
#include "ledgers/claims.h"

namespace casus {

// A deed told on somebody's word that its doer's side denies in the claim is denied, wherever in the report the denial stands ("The
// ministry denied it."); where nothing tells who did it, whoever denies that very deed.
Events with_denials(Events events, const Claims& claims, const Actors& actors);

}  // namespace casus
