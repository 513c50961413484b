#include "places/places.h"

#include <algorithm>
#include <charconv>

#include "core/check.h"
#include "core/unicode.h"
#include "knowledge/words.h"
#include "places/candidates.h"
#include "places/place_names.h"
#include "places/resolution.h"

namespace casus {
namespace {

// Those of states, persons in office and known organisations: who is of a place may be so only by its name.
std::vector<CountryHint> hints_of(const Actors& actors) {
  std::vector<CountryHint> hints;
  for (const ActorMention& mention : actors.mentions) {
    if (mention.form != MentionForm::name || mention.actors.size() != 1) continue;
    const Actor& actor = actors.actors[mention.actors.front().index];
    const bool of_office = actor.kind == ActorKind::person && !actor.roles.empty();
    const bool known = actor.kind == ActorKind::organisation && actor.knowledge_id.has_value();
    if (actor.country && !actor.country_from_report && (of_office || known)) hints.push_back({mention.head, *actor.country});
  }
  return hints;
}

// A name that is a part of somebody's, or stands for a body or a person.
bool is_somebody(const PlaceName& name, const Actors& actors) {
  const ActorMention* mention = actors.covering(name.head);
  if (!mention || mention->form != MentionForm::name || mention->actors.size() != 1) return false;
  const ActorKind kind = actors.actors[mention->actors.front().index].kind;
  return kind == ActorKind::organisation || kind == ActorKind::group;
}

// "geonames/2210247" -> 2210247; nothing for places of our own.
std::optional<std::int64_t> geonames_id(std::string_view id) {
  constexpr std::string_view kGeoNames = "geonames/";
  if (!id.starts_with(kGeoNames)) return std::nullopt;
  id.remove_prefix(kGeoNames.size());
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(id.data(), id.data() + id.size(), number);
  if (error != std::errc() || end != id.data() + id.size()) return std::nullopt;
  return number;
}

std::optional<std::string> if_any(std::string_view text) { return text.empty() ? std::nullopt : std::optional(std::string(text)); }

Breadth breadth_of(const PlaceCandidate& meant, std::string_view feature_class) {
  if (meant.state) return Breadth::state;
  if (!meant.place) return Breadth::region;
  if (is_division(*meant.place)) return Breadth::division;
  return feature_class == "P" || feature_class == "S" || feature_class == "R" ? Breadth::town : Breadth::region;
}

PlaceMention mention_of(const PlaceName& name, const std::optional<PlaceCandidate>& meant, const Tokens& tokens, const PlaceRules& rules) {
  const Span span = tokens.span(name.range);
  PlaceMention mention{.range = name.range, .head = name.head, .phrase = name.phrase, .place = {}, .located = name.located};
  mention.place.name = tokens.forms(name.range);
  mention.place.spans = {span};
  if (!meant) return mention;
  mention.place.country = if_any(meant->country);
  if (const KnownPlace* known = meant->place) {
    const std::string_view feature_class = rules.feature_class(known->feature);
    mention.place.geonames_id = geonames_id(known->id);
    mention.place.feature_class = if_any(feature_class);
    mention.place.feature_code = if_any(known->feature);
    mention.place.admin1 = if_any(known->admin1);
    mention.place.latitude = known->latitude;
    mention.place.longitude = known->longitude;
    mention.breadth = breadth_of(*meant, feature_class);
  } else {
    mention.breadth = breadth_of(*meant, {});
  }
  return mention;
}

bool is_same_place(const Place& a, const Place& b) {
  if (a.geonames_id || b.geonames_id) return a.geonames_id == b.geonames_id;
  return fold(a.name) == fold(b.name) && a.country == b.country && a.latitude == b.latitude;
}

}  // namespace

const PlaceMention* Places::headed_by(std::size_t token) const {
  const auto found =
      std::find_if(mentions.begin(), mentions.end(), [&](const PlaceMention& m) { return m.head == token || m.phrase == token; });
  return found == mentions.end() ? nullptr : &*found;
}

Places find_places(const Tokens& tokens, const Parse& parse, const Names& names, const Attributions& attributions, const Actors& actors,
                   const Dates& dates, const Knowledge& knowledge, const PlaceRules& rules) {
  CASUS_CHECK(tokens.tokens.size() == parse.words.size());
  const Tree tree(tokens, parse);
  const std::string date = dates.published ? dates.published->value.substr(0, 10) : "";
  const std::string dateline = dates.dateline_place ? key_of(*dates.dateline_place) : "";
  const NamedText text{tokens, parse, tree, names, attributions, actors, knowledge, rules, date, dateline};
  const PlaceNames found = find_place_names(text);
  const auto meant = resolve_places(text, found, hints_of(actors));
  Places places;
  for (std::size_t n = 0; n < found.names.size(); ++n)
    if (meant[n] || (!found.names[n].doubtful && !is_somebody(found.names[n], actors)))
      places.mentions.push_back(mention_of(found.names[n], meant[n], tokens, rules));
  return places;
}

std::vector<Place> distinct_places(const Places& places) {
  std::vector<Place> distinct;
  for (const PlaceMention& mention : places.mentions) {
    if (mention.breadth == Breadth::state && !mention.located) continue;
    const auto known =
        std::find_if(distinct.begin(), distinct.end(), [&](const Place& place) { return is_same_place(place, mention.place); });
    if (known == distinct.end()) distinct.push_back(mention.place);
    else known->spans.insert(known->spans.end(), mention.place.spans.begin(), mention.place.spans.end());
  }
  return distinct;
}

}  // namespace casus
