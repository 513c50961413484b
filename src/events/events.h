// What happened: events found by frames over dependency trees.
#pragma once

#include <vector>

#include "actors/actors.h"
#include "casus/record.h"
#include "eventhead/event_proposals.h"
#include "events/lexicon.h"
#include "events/ontology.h"
#include "factuality/factuality.h"
#include "places/place_rules.h"
#include "places/places.h"
#include "quantities/quantities.h"
#include "statements/statements.h"
#include "syntax/parse.h"
#include "timeplace/dates.h"
#include "token/tokens.h"

namespace casus {

// By their first span.
struct Events {
  std::vector<Event> events;
};

// What events are found in. All must outlive whoever holds it.
struct EventInput {
  const Document& document;
  const Tokens& tokens;
  const Parse& parse;
  const Factuality& factuality;
  const EventProposals& proposals;
  const Actors& actors;
  const Dates& dates;
  const Quantities& quantities;
  const Places& places;
  const Statements& statements;
  const PlaceRules& place_rules;
  const Lexicon& lexicon;
  const Ontology& ontology;
};

struct EventsTrace;

// `trace` is filled where somebody asks why.
Events find_events(const EventInput& input, EventsTrace* trace = nullptr);

}  // namespace casus
