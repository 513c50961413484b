#include "evaluation/places.h"
#include "measuring.h"
#include "output.h"

namespace casus {
namespace {

FoundPlaces found_places_of(const Record& record) {
  FoundPlaces found;
  for (const Place& place : record.places)
    for (const Span& span : place.spans)
      found.places.push_back({.span = span, .geonames_id = place.geonames_id, .latitude = place.latitude, .longitude = place.longitude});
  for (const Event& event : record.events) found.events.push_back({event.trigger.spans, event.place});
  return found;
}

Result<PlacesById> places_in(const std::vector<PlaceText>& texts, const GetEngine& get_engine) {
  const auto engine = get_engine();
  if (!engine) return engine.error();
  PlacesById places;
  for (const PlaceText& text : texts) {
    const auto record = (*engine)->read({.text = text.text, .id = text.id, .published = text.published});
    if (!record) return Error{text.id + ": " + record.error().message};
    places[text.id] = found_places_of(*record);
  }
  return places;
}

Result<PlacesById> predicted_places(const Gold& gold, const std::vector<PlaceText>& texts, const GetEngine& get_engine) {
  if (!gold.predicted.empty()) return parsed(gold.predicted, read_found_places);
  auto places = places_in(texts, get_engine);
  if (!places || gold.written_predictions.empty()) return places;
  if (const auto written = write_file(gold.written_predictions, write_found_places(*places)); !written) return written.error();
  return places;
}

}  // namespace

Tables measure_places(const Gold& gold, const GetEngine& get_engine) {
  const auto texts = parsed(gold.path, read_place_texts);
  if (!texts) return texts.error();
  const auto predicted = predicted_places(gold, *texts, get_engine);
  if (!predicted) return predicted.error();
  return std::vector<ScoreTable>{
      {.title = "places, " + count(texts->size(), "text"), .counts = {"so", "of"}, .scores = score_places(*texts, *predicted)}};
}

}  // namespace casus
