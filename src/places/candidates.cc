#include "places/candidates.h"

#include <algorithm>

#include "core/geodesy.h"

namespace casus {
namespace {

// Natural features and regions have no bounds in the knowledge base, only a point inside.
constexpr double kReachOfRegion = 300;  // km
// Quarters and suburbs lie so near to their town.
constexpr double kReachOfTown = 40;  // km

void add(std::vector<PlaceCandidate>& all, PlaceCandidate candidate) {
  if (std::find(all.begin(), all.end(), candidate) == all.end()) all.push_back(candidate);
}

void add_places(const std::string& key, const Knowledge& knowledge, std::string_view date, std::vector<PlaceCandidate>& all) {
  for (const KnownPlace* place : knowledge.places_named(key))
    if (place->period.contains(date)) add(all, {.place = place, .country = place->country, .state = is_state(*place)});
}

void add_states(const std::string& key, const Knowledge& knowledge, std::string_view date, std::vector<PlaceCandidate>& all) {
  for (const Entry& entry : knowledge.find(key)) {
    if (!entry.period.contains(date)) continue;
    if (entry.sense == Sense::state) {
      const std::string_view code = knowledge.state(entry.row).code;
      add(all, {.place = state_as_place(code, knowledge), .country = code, .state = true});
    } else if (entry.sense == Sense::territory && all.empty()) {
      add(all, {.place = nullptr, .country = knowledge.territory(entry.row).country});
    }
  }
}

// "Lutz Province" and "Lutz Governorate" for "the province of Lutz".
void add_divisions(const PlaceName& name, const Knowledge& knowledge, const PlaceRules& rules, std::string_view date,
                   std::vector<PlaceCandidate>& all) {
  std::vector<PlaceCandidate> divisions;
  for (const std::string& noun : rules.nouns_of("ADM1")) add_places(name.key + " " + noun, knowledge, date, divisions);
  for (const PlaceCandidate& candidate : divisions)
    if (is_division(*candidate.place)) add(all, candidate);
}

bool fits(const PlaceCandidate& candidate, const PlaceNoun& noun) {
  return candidate.place ? noun.fits(candidate.place->feature) : candidate.state ? noun.fits("PCL") : noun.fits("RGN");
}

// Divisions that the knowledge base lacks, airports, camps and crossings are known by the town whose name they bear; waters and mountains
// lie elsewhere.
bool stands_by_its_town(const PlaceNoun& noun, const PlaceRules& rules) {
  return std::any_of(noun.features.begin(), noun.features.end(), [&](const std::string& feature) {
    const std::string_view known = rules.feature_class(feature);
    return feature == "ADM" || feature == "ADM2" || feature.starts_with("PPL") || known == "S" || known == "P" || known == "A";
  });
}

}  // namespace

bool is_state(const KnownPlace& place) { return place.feature.starts_with("PCL"); }
bool is_division(const KnownPlace& place) { return place.feature.starts_with("ADM"); }
bool is_populated(const KnownPlace& place) { return place.feature.starts_with("PPL"); }

const KnownPlace* state_as_place(std::string_view country, const Knowledge& knowledge) {
  const KnownState* state = knowledge.state(country);
  if (!state) return nullptr;
  for (const KnownPlace* place : knowledge.places_named(state->name))
    if (is_state(*place) && place->country == country) return place;
  return nullptr;
}

std::vector<PlaceCandidate> candidates_of(const PlaceName& name, const Knowledge& knowledge, const PlaceRules& rules,
                                          std::string_view date) {
  std::vector<PlaceCandidate> all;
  add_places(name.key, knowledge, date, all);
  add_states(name.key, knowledge, date, all);
  if (!name.noun) return all;
  if (name.noun->fits("ADM1")) add_divisions(name, knowledge, rules, date, all);
  add_places(name.key + " " + name.noun_lemma, knowledge, date, all);
  std::vector<PlaceCandidate> fitting;
  for (const PlaceCandidate& candidate : all)
    if (fits(candidate, *name.noun)) fitting.push_back(candidate);
  if (!fitting.empty()) return fitting;
  // "the valley of Lutz" lies there, but "Lutz River" is another thing.
  const bool before = name.phrase < name.range.first;
  return before || stands_by_its_town(*name.noun, rules) ? all : fitting;
}

double distance_between(const KnownPlace& a, const KnownPlace& b) {
  return kilometres({a.latitude, a.longitude}, {b.latitude, b.longitude});
}

bool lies_in(const PlaceCandidate& inner, const PlaceCandidate& outer) {
  if (inner == outer || inner.state) return false;
  if (outer.state) return inner.country == outer.country;
  if (!outer.place) return inner.country == outer.country && inner.place;
  if (!inner.place || inner.place == outer.place) return false;
  if (is_division(*outer.place)) return inner.country == outer.country && inner.place->admin1 == outer.place->name;
  const double distance = distance_between(*inner.place, *outer.place);
  if (is_populated(*outer.place)) return is_populated(*inner.place) && distance < kReachOfTown;
  return (outer.country.empty() || inner.country == outer.country) && distance < kReachOfRegion;
}

}  // namespace casus
