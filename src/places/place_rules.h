// Words that tell where, and the classes of GeoNames' features: the tables of rules/places (its README describes them).
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "casus/result.h"

namespace casus {

enum class PlaceNounKind {
  name,   // "the town of Lutz", "Lutz province"
  part,   // "the outskirts of Lutz"
  again,  // "there", "the area": the place named before
  vague,  // "the border"
  paper,  // "the Lutz convention"
};

struct PlaceNoun {
  PlaceNounKind kind = PlaceNounKind::name;
  std::vector<std::string> features;  // beginnings of GeoNames feature codes; of names only

  bool fits(std::string_view feature) const;
};

// What a phrase tells of the place of an event.
enum class PlaceTold {
  place,   // it names the place, or something that lies there
  within,  // only something that lies there: "said to reporters in Lutz"
  words,   // of two places nothing but the words: "between Lutz and Roda"
};

// Where a place stands beside the predicate of an event whose place it is.
struct PlaceSlot {
  std::string slot;  // a preposition, several words joined by "_"; kObjectSlot or kSubjectSlot
  PlaceTold tells = PlaceTold::place;
  std::vector<std::string> types;  // of events; empty: all

  bool is_for(std::string_view type) const;
};
inline constexpr std::string_view kObjectSlot = "object";
inline constexpr std::string_view kSubjectSlot = "subject";

class PlaceRules {
 public:
  // Errors name file, line and remedy.
  static Result<PlaceRules> load(const std::string& folder);

  const PlaceNoun* noun(std::string_view lemma) const;  // may be null
  const std::vector<PlaceSlot>& slots() const { return slots_; }
  // May a place of any event stand after it?
  bool is_locative(std::string_view preposition) const;
  // The nouns of this kind with a feature that begins so.
  std::vector<std::string> nouns_of(std::string_view feature) const;
  // "P" of "PPL"; empty where the code is not known.
  std::string_view feature_class(std::string_view code) const;

 private:
  std::unordered_map<std::string, PlaceNoun> nouns_;
  std::vector<PlaceSlot> slots_;
  std::unordered_map<std::string, std::string> classes_;
};

}  // namespace casus
