// Why an event is coded as it is, and why a sentence gave none, in words for people.
#pragma once

#include <string>

#include "events/trace.h"
#include "reading/layers.h"

namespace casus {

// `trace` is that of the reading that made `layers`.
//
// The sentence's tree, the frame that fired, how each role was found, what gave type, status and confidence, and the frames that lost.
std::string explain_event(const Layers& layers, const EventsTrace& trace, EventId event);
// `sentence` is an index of layers.tokens.sentences. Its tree, its events, and for every other word that the lexicon knows as a predicate
// what each of its frames lacks.
std::string explain_sentence(const Layers& layers, const EventsTrace& trace, std::size_t sentence);

}  // namespace casus
