#include "places/place_rules.h"

#include <algorithm>
#include <array>
#include <optional>

#include "core/rule_table.h"

namespace casus {
namespace {

constexpr std::string_view kAllTypes = "*";

std::optional<PlaceNounKind> noun_kind(std::string_view name) {
  constexpr std::array<std::string_view, 5> kNames = {"name", "part", "again", "vague", "paper"};
  const auto found = std::find(kNames.begin(), kNames.end(), name);
  if (found == kNames.end()) return std::nullopt;
  return static_cast<PlaceNounKind>(found - kNames.begin());
}

std::optional<PlaceTold> told(std::string_view name) {
  constexpr std::array<std::string_view, 3> kNames = {"place", "within", "words"};
  const auto found = std::find(kNames.begin(), kNames.end(), name);
  if (found == kNames.end()) return std::nullopt;
  return static_cast<PlaceTold>(found - kNames.begin());
}

template <class Value>
const Value* value_of(const std::unordered_map<std::string, Value>& values, std::string_view key) {
  const auto found = values.find(std::string(key));
  return found == values.end() ? nullptr : &found->second;
}

}  // namespace

bool PlaceNoun::fits(std::string_view feature) const {
  return std::any_of(features.begin(), features.end(), [&](const std::string& beginning) { return feature.starts_with(beginning); });
}

bool PlaceSlot::is_for(std::string_view type) const { return types.empty() || std::find(types.begin(), types.end(), type) != types.end(); }

Result<PlaceRules> PlaceRules::load(const std::string& folder) {
  PlaceRules rules;
  const auto nouns = read_rules(folder + "/nouns.tsv", {"noun", "kind", "features"});
  if (!nouns) return nouns.error();
  for (std::size_t i = 0; i < nouns->rows.size(); ++i) {
    const auto& row = nouns->rows[i];
    const auto kind = noun_kind(row[1]);
    if (!kind) return Error{nouns->place(i) + ": kind \"" + row[1] + "\" is none of name, part, again, vague, paper"};
    PlaceNoun noun{.kind = *kind, .features = split(row[2], '|')};
    if ((noun.kind == PlaceNounKind::name) == noun.features.empty())
      return Error{nouns->place(i) + ": a noun has features where its kind is name, and only there"};
    if (!rules.nouns_.emplace(row[0], std::move(noun)).second)
      return Error{nouns->place(i) + ": \"" + row[0] + "\" stands twice; leave one row"};
  }
  const auto slots = read_rules(folder + "/slots.tsv", {"slot", "tells", "events"});
  if (!slots) return slots.error();
  for (std::size_t i = 0; i < slots->rows.size(); ++i) {
    const auto& row = slots->rows[i];
    const auto tells = told(row[1]);
    if (!tells) return Error{slots->place(i) + ": \"" + row[1] + "\" is none of place, within, words"};
    if (row[2].empty()) return Error{slots->place(i) + ": names no types of events; write * for all"};
    rules.slots_.push_back({row[0], *tells, row[2] == kAllTypes ? std::vector<std::string>{} : split(row[2], '|')});
  }
  const auto features = read_rules(folder + "/features.tsv", {"code", "class", "what"});
  if (!features) return features.error();
  for (const auto& row : features->rows) rules.classes_.emplace(row[0], row[1]);
  return rules;
}

const PlaceNoun* PlaceRules::noun(std::string_view lemma) const { return value_of(nouns_, lemma); }

bool PlaceRules::is_locative(std::string_view preposition) const {
  return std::any_of(slots_.begin(), slots_.end(), [&](const PlaceSlot& slot) {
    return slot.types.empty() && slot.tells != PlaceTold::within && slot.slot == preposition;
  });
}

std::vector<std::string> PlaceRules::nouns_of(std::string_view feature) const {
  std::vector<std::string> found;
  for (const auto& [noun, what] : nouns_)
    if (what.kind == PlaceNounKind::name && what.fits(feature)) found.push_back(noun);
  std::sort(found.begin(), found.end());
  return found;
}

std::string_view PlaceRules::feature_class(std::string_view code) const {
  const std::string* found = value_of(classes_, code);
  return found ? std::string_view(*found) : std::string_view();
}

}  // namespace casus
