// What each step of reading makes of a report, for the program's own tools; not part of the public API.
#pragma once

#include <string>

#include "actors/actors.h"
#include "casus/casus.h"
#include "document/document.h"
#include "events/events.h"
#include "places/places.h"
#include "quantities/quantities.h"
#include "reading/structure.h"
#include "situations/situations.h"
#include "statements/statements.h"
#include "timeplace/dates.h"
#include "token/tokens.h"

namespace casus {

struct Layers {
  Document document;
  std::string language;  // as guess_language has it
  Tokens tokens;
  Structure structure;
  Dates dates;
  Actors actors;
  Quantities quantities;
  Places places;
  Statements statements;
  Events events;
  Situations situations;
};

// Fails as Engine::read does. Of a text that is not English there are only document, language and tokens.
// `trace` is filled where somebody asks why the events are what they are.
Result<Layers> read_layers(const Report& report, const Engine::Parts& engine, EventsTrace* trace = nullptr);

}  // namespace casus
