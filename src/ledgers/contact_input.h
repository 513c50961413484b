// What contacts are found in.
#pragma once

#include "actors/actors.h"
#include "document/document.h"
#include "events/events.h"
#include "events/grammar.h"
#include "events/lexicon.h"
#include "events/roles.h"
#include "ledgers/contact_rules.h"
#include "statements/statements.h"
#include "syntax/parse.h"
#include "timeplace/dates.h"
#include "token/tokens.h"

namespace casus {

// All must outlive whoever holds it.
struct ContactInput {
  const Document& document;
  const Tokens& tokens;
  const Parse& parse;
  const Actors& actors;
  const Dates& dates;
  const Statements& statements;
  const Events& events;
  const Lexicon& lexicon;
  const ContactRules& rules;
};

// With the trees of the report.
struct ContactScene : ContactInput {
  const Tree& tree;
  const Grammar& grammar;

  const Event& event(EventId id) const { return events.events[id.index]; }
  const Actor& actor(ActorId id) const { return actors.actors[id.index]; }
  // The tokens that the spans touch, in order.
  TokenList tokens_in(const Spans& spans) const;
  // Whom the phrase headed by the token means.
  std::vector<ActorId> meant_by(std::size_t token) const;
};

}  // namespace casus
