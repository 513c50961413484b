#include "evaluation/places.h"

#include <algorithm>
#include <functional>

#include "core/geodesy.h"
#include "evaluation/coded_event_json.h"
#include "evaluation/json_lines.h"

namespace casus {
namespace {

using nlohmann::json;

constexpr double kAccuracyRadius = 161;  // km

template <class Value>
std::optional<Value> value_in(const json& object, const char* key) {
  if (!object.contains(key) || object.at(key).is_null()) return std::nullopt;
  return object.at(key).get<Value>();
}

MarkedPlace marked_place_in(const json& object) {
  return {.span = span_in(object.at("span")),
          .geonames_id = value_in<std::int64_t>(object, "geonames_id"),
          .latitude = value_in<double>(object, "latitude"),
          .longitude = value_in<double>(object, "longitude"),
          .ambiguous = object.value("ambiguous", false)};
}

std::vector<MarkedPlace> marked_places_in(const json& list) {
  std::vector<MarkedPlace> places;
  for (const json& object : list) places.push_back(marked_place_in(object));
  return places;
}

Spans list_of_spans(const json& list) {
  Spans spans;
  for (const json& pair : list) spans.push_back(span_in(pair));
  return spans;
}

template <class Value>
json or_null(const std::optional<Value>& value) {
  return value ? json(*value) : json(nullptr);
}

json pairs_of(const Spans& spans) {
  json pairs = json::array();
  for (const Span& span : spans) pairs.push_back({span.start, span.end});
  return pairs;
}

double distance(const MarkedPlace& a, const MarkedPlace& b) { return kilometres({*a.latitude, *a.longitude}, {*b.latitude, *b.longitude}); }

bool is_right(const MarkedPlace& gold, const MarkedPlace& found) { return gold.geonames_id && gold.geonames_id == found.geonames_id; }

bool is_near(const MarkedPlace& gold, const MarkedPlace& found) {
  return is_right(gold, found) ||
         (gold.latitude && gold.longitude && found.latitude && found.longitude && distance(gold, found) <= kAccuracyRadius);
}

// Of those that overlap the one that shares most.
const MarkedPlace* at(Span span, const std::vector<MarkedPlace>& places) {
  const MarkedPlace* best = nullptr;
  for (const MarkedPlace& place : places)
    if (place.span.overlaps(span) && (!best || overlap({span}, {place.span}) > overlap({span}, {best->span}))) best = &place;
  return best;
}

bool has(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

bool is_right_place(const PlaceText& gold, const std::optional<Place>& place) {
  const PlaceText::Placing& event = *gold.event;
  if (event.place) {
    if (!place) return false;
    const MarkedPlace& wanted = gold.places[*event.place];
    return wanted.geonames_id ? wanted.geonames_id == place->geonames_id : overlap({wanted.span}, place->spans) > 0;
  }
  if (event.vague) return place && !place->geonames_id && (has(*event.vague, place->name) || has(place->name, *event.vague));
  return !place;
}

// Of the events at the trigger the one that shares most of it.
bool is_placed_rightly(const PlaceText& gold, const std::vector<PlacedTrigger>& events) {
  const PlacedTrigger* best = nullptr;
  std::size_t most = 0;
  for (const PlacedTrigger& event : events)
    if (const std::size_t shared = overlap({gold.event->trigger}, event.trigger); shared > most) {
      best = &event;
      most = shared;
    }
  return best && is_right_place(gold, best->place);
}

}  // namespace

Result<std::vector<PlaceText>> read_place_texts(std::string_view text, std::string_view origin) {
  std::vector<PlaceText> texts;
  const auto error = for_each_object(text, origin, [&](const json& object) -> std::optional<Error> {
    PlaceText read{.id = object.at("id").get<std::string>(),
                   .text = object.at("text").get<std::string>(),
                   .published = object.at("published").get<std::string>(),
                   .places = marked_places_in(object.at("places")),
                   .none = list_of_spans(object.at("none")),
                   .event = std::nullopt};
    if (object.contains("event")) {
      const json& event = object.at("event");
      read.event = {.trigger = span_in(event.at("trigger")),
                    .place = value_in<std::size_t>(event, "place"),
                    .vague = value_in<std::string>(event, "vague")};
      if (read.event->place && *read.event->place >= read.places.size())
        return Error{"the event's place " + std::to_string(*read.event->place) + " is none of the places; count from 0"};
    }
    texts.push_back(std::move(read));
    return std::nullopt;
  });
  if (error) return *error;
  return texts;
}

Result<PlacesById> read_found_places(std::string_view text, std::string_view origin) {
  PlacesById found;
  const auto error = for_each_object(text, origin, [&](const json& object) -> std::optional<Error> {
    FoundPlaces read{.places = marked_places_in(object.at("places")), .events = {}};
    for (const json& event : object.value("events", json::array())) {
      PlacedTrigger placed{.trigger = list_of_spans(event.at("trigger")), .place = std::nullopt};
      if (const json& place = event.at("place"); !place.is_null()) {
        placed.place.emplace();
        placed.place->name = place.at("name").get<std::string>();
        placed.place->geonames_id = value_in<std::int64_t>(place, "geonames_id");
        placed.place->latitude = value_in<double>(place, "latitude");
        placed.place->longitude = value_in<double>(place, "longitude");
        placed.place->spans = list_of_spans(place.at("spans"));
      }
      read.events.push_back(std::move(placed));
    }
    found[object.at("id").get<std::string>()] = std::move(read);
    return std::nullopt;
  });
  if (error) return *error;
  return found;
}

std::string write_found_places(const PlacesById& places) {
  std::string text;
  for (const auto& [id, found] : places) {
    json marked = json::array(), events = json::array();
    for (const MarkedPlace& place : found.places)
      marked.push_back({{"span", {place.span.start, place.span.end}},
                        {"geonames_id", or_null(place.geonames_id)},
                        {"latitude", or_null(place.latitude)},
                        {"longitude", or_null(place.longitude)}});
    for (const PlacedTrigger& event : found.events) {
      json place = nullptr;
      if (event.place)
        place = {{"name", event.place->name},
                 {"geonames_id", or_null(event.place->geonames_id)},
                 {"latitude", or_null(event.place->latitude)},
                 {"longitude", or_null(event.place->longitude)},
                 {"spans", pairs_of(event.place->spans)}};
      events.push_back({{"trigger", pairs_of(event.trigger)}, {"place", std::move(place)}});
    }
    text += json({{"id", id}, {"places", std::move(marked)}, {"events", std::move(events)}}).dump() + "\n";
  }
  return text;
}

std::vector<Score> score_places(const std::vector<PlaceText>& gold, const PlacesById& found) {
  const auto share = [&](std::string measure, const std::function<void(const PlaceText&, const FoundPlaces&, Counts&)>& count) {
    std::vector<Counts> units;
    for (const PlaceText& text : gold) {
      const auto read = found.find(text.id);
      count(text, read == found.end() ? FoundPlaces{} : read->second, units.emplace_back());
    }
    return counted_share_score(std::move(measure), units);
  };
  const auto of_mentions = [&](std::string measure, bool ambiguous_alone,
                               const std::function<bool(const MarkedPlace&, const MarkedPlace&)>& is_hit) {
    return share(std::move(measure), [&](const PlaceText& text, const FoundPlaces& read, Counts& counts) {
      for (const MarkedPlace& wanted : text.places) {
        if (ambiguous_alone && !wanted.ambiguous) continue;
        ++counts.gold;
        const MarkedPlace* mention = at(wanted.span, read.places);
        if (mention && is_hit(wanted, *mention)) ++counts.hits;
      }
    });
  };
  return {of_mentions("found", false, [](const MarkedPlace&, const MarkedPlace&) { return true; }),
          of_mentions("right GeoNames id", false, is_right),
          of_mentions("right GeoNames id, ambiguous names", true, is_right),
          of_mentions("within 161 km", false, is_near),
          share("taken for a place, of names that are none",
                [](const PlaceText& text, const FoundPlaces& read, Counts& counts) {
                  counts.gold = text.none.size();
                  for (const Span& none : text.none) counts.hits += at(none, read.places) ? 1 : 0;
                }),
          share("right place of the event", [](const PlaceText& text, const FoundPlaces& read, Counts& counts) {
            if (!text.event) return;
            counts.gold = 1;
            counts.hits = is_placed_rightly(text, read.events) ? 1 : 0;
          })};
}

}  // namespace casus
