// Calls, meetings, visits, letters and talks between persons or states.
#pragma once

#include <vector>

#include "actors/actors.h"
#include "casus/record.h"
#include "events/events.h"
#include "ledgers/ledger_rules.h"
#include "statements/statements.h"
#include "syntax/parse.h"
#include "token/tokens.h"

namespace casus {

// By their first span. A contact that is told twice (same kind, same parties, no other date) is one.
struct Contacts {
  std::vector<Contact> contacts;
};

Contacts find_contacts(const Document& document, const Tokens& tokens, const Parse& parse, const Actors& actors,
                       const Statements& statements, const Events& events, const LedgerRules& rules);

}  // namespace casus
