// The names in a report that may be those of places, and the words that tell of states.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "actors/actors.h"
#include "attribution/attributions.h"
#include "knowledge/knowledge.h"
#include "names/names.h"
#include "places/place_rules.h"
#include "syntax/parse.h"
#include "token/tokens.h"

namespace casus {

struct PlaceName {
  TokenRange range;
  std::size_t head = 0;             // the token of the name whose head lies outside
  std::size_t phrase = 0;           // the noun that means the same place ("city" in "the city of Tripoli"), else the head
  std::string key;                  // the name as the knowledge base looks it up
  const PlaceNoun* noun = nullptr;  // what it is called beside the name; may be null
  std::string noun_lemma;           // of that noun; empty where there is none
  bool located = false;             // something is said to be or happen there
  bool doubtful = false;            // only the gazetteer takes it for a place
};

// "Syria", "Syrian", "Syrians"
struct StateWord {
  TokenRange range;
  std::string key;
  std::string_view country;  // ISO 3166 alpha-3
};

// In the order of the text.
struct PlaceNames {
  std::vector<PlaceName> names;
  std::vector<StateWord> states;
};

// What the finder of names reads. All must outlive it.
struct NamedText {
  const Tokens& tokens;
  const Parse& parse;
  const Tree& tree;
  const Names& tagged;
  const Attributions& attributions;
  const Actors& actors;
  const Knowledge& knowledge;
  const PlaceRules& rules;
  std::string_view date;      // ISO 8601; may be empty
  std::string_view dateline;  // the key of its place; may be empty
};

// Without those of persons, organisations and agreements, and of governments by their seats.
PlaceNames find_place_names(const NamedText& text);

// The lemma of a phrase's preposition, several words joined by "_"; empty where there is none.
std::string preposition_of(std::size_t head, const Tree& tree);

}  // namespace casus
