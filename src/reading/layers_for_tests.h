// The layers of a scene made by hand.
#pragma once

#include "events/scene_for_tests.h"
#include "events/trace.h"
#include "reading/layers.h"

namespace casus {

inline Layers layers_of(const Scene& scene, const Lexicon& lexicon, const Ontology& ontology, EventsTrace& trace) {
  Layers layers;
  layers.document = scene.text.document;
  layers.language = "en";
  layers.tokens = scene.text.tokens;
  layers.structure.parse = scene.text.parse;
  layers.structure.factuality = scene.factuality;
  layers.structure.proposals = scene.proposals;
  layers.dates = scene.dates;
  layers.actors = scene.actors;
  layers.statements = scene.statements;
  layers.events = find_events(
      {layers.document, layers.tokens, layers.structure.parse, layers.structure.factuality, layers.structure.proposals, layers.actors,
       layers.dates, layers.quantities, layers.places, layers.statements, place_rules_for_tests(), lexicon, ontology},
      &trace);
  return layers;
}

}  // namespace casus
