// Places in whole texts, in the form common in geoparsing: spans with GeoNames ids and coordinates (gold/places).
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "casus/record.h"
#include "casus/result.h"
#include "evaluation/score.h"

namespace casus {

// One mention.
struct MarkedPlace {
  Span span;  // code points
  std::optional<std::int64_t> geonames_id;
  std::optional<double> latitude;  // degrees, WGS 84
  std::optional<double> longitude;
  bool ambiguous = false;
  bool operator==(const MarkedPlace&) const = default;
};

struct PlacedTrigger {
  Spans trigger;
  std::optional<Place> place;
};

struct PlaceText {
  std::string id;
  std::string text;  // UTF-8
  std::string published;
  std::vector<MarkedPlace> places;
  Spans none;  // names that are no places here
  // The event to judge. Where no named place is told, `vague` has the words that tell it, or nothing.
  struct Placing {
    Span trigger;
    std::optional<std::size_t> place;  // index
    std::optional<std::string> vague;
  };
  std::optional<Placing> event;
};

struct FoundPlaces {
  std::vector<MarkedPlace> places;
  std::vector<PlacedTrigger> events;
};

using PlacesById = std::map<std::string, FoundPlaces, std::less<>>;  // by text

// JSON Lines: {"id", "text", "published", "places": [{"span", "geonames_id", "latitude", "longitude", "ambiguous"}], "none", "event"}.
// Errors name `origin` and the line.
Result<std::vector<PlaceText>> read_place_texts(std::string_view text, std::string_view origin);

// JSON Lines: {"id", "places": [as above], "events": [{"trigger", "place": {"name", "geonames_id", "latitude", "longitude", "spans"}}]};
// events may be missing.
Result<PlacesById> read_found_places(std::string_view text, std::string_view origin);
std::string write_found_places(const PlacesById& places);

// Shares of the gold's mentions: found (spans overlap), found with the right GeoNames id, of all and of ambiguous names, and found within
// 161 km (100 miles, the field's measure) or with the right id; then of the names that are none those that were taken for places, and of
// the events those that got the right place: its id, or the words of a vague one, or none. Counts: how many of how many; units are texts.
std::vector<Score> score_places(const std::vector<PlaceText>& gold, const PlacesById& found);

}  // namespace casus
