// Where: the places that a report names, resolved in the gazetteer.
#pragma once

#include <optional>
#include <vector>

#include "actors/actors.h"
#include "attribution/attributions.h"
#include "casus/record.h"
#include "knowledge/knowledge.h"
#include "names/names.h"
#include "places/place_rules.h"
#include "syntax/parse.h"
#include "timeplace/dates.h"
#include "token/tokens.h"

namespace casus {

// How much of the world: the narrower says more of where something happened.
enum class Breadth { town, division, region, state, unknown };

struct PlaceMention {
  TokenRange range;
  std::size_t head = 0;
  std::size_t phrase = 0;  // the noun that means the same place ("city" in "the city of Tripoli"), else the head
  Place place;             // without an id where the name is not known, or it is not told which of its bearers is meant
  Breadth breadth = Breadth::unknown;
  bool located = false;  // something is said to be or happen there
};

// In the order of the text.
struct Places {
  std::vector<PlaceMention> mentions;

  // The mention whose head or phrase is the token; may be null.
  const PlaceMention* headed_by(std::size_t token) const;
};

// A disputed place is of the state that most recognise as its own.
Places find_places(const Tokens& tokens, const Parse& parse, const Names& names, const Attributions& attributions, const Actors& actors,
                   const Dates& dates, const Knowledge& knowledge, const PlaceRules& rules);

// Each place once, with the spans of all its mentions, by the first. States only where something is said to be or happen in them.
std::vector<Place> distinct_places(const Places& places);

}  // namespace casus
