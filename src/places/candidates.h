// What a name may mean: places, states and territories of the knowledge base.
#pragma once

#include <string_view>
#include <vector>

#include "knowledge/knowledge.h"
#include "places/place_names.h"
#include "places/place_rules.h"

namespace casus {

struct PlaceCandidate {
  const KnownPlace* place = nullptr;  // null where only a territory of this name is known
  std::string_view country;           // ISO 3166 alpha-3; may be empty
  bool state = false;

  bool operator==(const PlaceCandidate&) const = default;
};

// Those that the noun beside the name fits, where it fits some; else all, where a thing of that kind stands in or by a town; else none.
std::vector<PlaceCandidate> candidates_of(const PlaceName& name, const Knowledge& knowledge, const PlaceRules& rules,
                                          std::string_view date);

// The state itself as a place; null where the knowledge base has none.
const KnownPlace* state_as_place(std::string_view country, const Knowledge& knowledge);

bool is_state(const KnownPlace& place);
bool is_division(const KnownPlace& place);
bool is_populated(const KnownPlace& place);

double distance_between(const KnownPlace& a, const KnownPlace& b);  // km

// Does the one lie in the other, as far as is known?
bool lies_in(const PlaceCandidate& inner, const PlaceCandidate& outer);

}  // namespace casus
