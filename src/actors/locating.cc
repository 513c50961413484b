#include "actors/locating.h"

#include <algorithm>
#include <vector>

namespace casus {
namespace {

// Divisions, regions and waters have no count of people, and are meant more often than a town of their name.
constexpr std::uint32_t kPeopleOfRegion = 500'000;
// A smaller place abroad is meant where its country is told.
constexpr std::uint32_t kKnownEverywhere = 100'000;
// How much more populous than its rivals a place abroad must be to be meant without a word on its country.
constexpr std::uint32_t kFarMore = 4;

std::uint32_t weight(const KnownPlace& place) {
  return place.population == 0 && !place.feature.starts_with("PPL") ? kPeopleOfRegion : place.population;
}

}  // namespace

const KnownPlace* locate(std::string_view name, const Knowledge& knowledge, std::string_view date,
                         const std::function<bool(std::string_view country)>& mentions) {
  const KnownPlace* best = nullptr;
  bool best_mentioned = false;
  std::uint32_t rival = 0;
  for (const KnownPlace* place : knowledge.places_named(name)) {
    const bool state = place->feature.starts_with("PCL");  // an actor by its own name
    if (state || !place->period.contains(date)) continue;
    const bool mentioned = !place->country.empty() && mentions(place->country);
    const bool better = !best || (mentioned != best_mentioned ? mentioned : weight(*place) > weight(*best));
    const KnownPlace* other = better ? best : place;
    if (better) {
      best = place;
      best_mentioned = mentioned;
    }
    if (other && other->country != best->country) rival = std::max(rival, weight(*other));
  }
  const bool stands_out = best && weight(*best) >= kKnownEverywhere && weight(*best) >= kFarMore * rival;
  return best_mentioned || stands_out ? best : nullptr;
}

}  // namespace casus
