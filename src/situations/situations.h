// What lasts: the wars, crises, talks, protests and the like that a report names, when they began and ended, between whom, and the events
// that belong to them.
#pragma once

#include <vector>

#include "actors/actors.h"
#include "casus/record.h"
#include "document/document.h"
#include "events/events.h"
#include "events/lexicon.h"
#include "knowledge/knowledge.h"
#include "situations/situation_rules.h"
#include "syntax/parse.h"
#include "timeplace/dates.h"
#include "timeplace/time_rules.h"
#include "token/tokens.h"

namespace casus {

// By their first span.
struct Situations {
  std::vector<Situation> situations;
};

Situations find_situations(const Document& document, const Tokens& tokens, const Parse& parse, const Actors& actors, const Dates& dates,
                           const Events& events, const TimeRules& time_rules, const Lexicon& lexicon, const Knowledge& knowledge,
                           const SituationRules& rules);

// The events with the situations that their ordinals count from: "for the fourth time since the outbreak of the war".
Events with_ordinals_dated(const Events& events, const Situations& situations);

}  // namespace casus
