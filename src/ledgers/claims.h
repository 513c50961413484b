// Propositions on which somebody takes a position: accusations, denials, doubts, confirmations, and those who will not say.
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

// By their first span.
struct Claims {
  std::vector<Claim> claims;
};

// Positions meet in one claim where the accused answers, where a pronoun refers to what the claim is about, or where the words are the
// same.
Claims find_claims(const Tokens& tokens, const Parse& parse, const Actors& actors, const Statements& statements, const Events& events,
                   const LedgerRules& rules);

}  // namespace casus
