// Noun phrases that name a situation, or point back to one.
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "actors/actors.h"
#include "knowledge/knowledge.h"
#include "situations/situation_rules.h"
#include "syntax/parse.h"
#include "timeplace/dates.h"
#include "token/tokens.h"

namespace casus {

// full: by a name of somebody, of a place or of a year ("the Karabakh war"); half: by what it is about alone ("the ceasefire talks");
// none: "the war".
enum class Naming { full, half, none };
// How it is introduced: "the war" and "Syria's war", "a war", "hostilities".
enum class Article { definite, indefinite, absent };

struct SituationPhrase {
  std::size_t head = 0;
  TokenRange name;  // without articles and passing descriptions
  const SituationKind* kind = nullptr;
  Naming naming = Naming::none;
  Article article = Article::absent;
  bool plural = false;
  bool domestic = false;           // within one country ("civil war")
  bool contested = false;          // its place is what it is about ("the row over Rur")
  std::vector<ActorId> actors;     // who are named in it, in order
  std::vector<TokenRange> places;  // the mentions among them that are places
  std::set<std::string> keys;      // what tells it from others: codes of countries, other names, years
};

// A state, or a place that is one ("in Sudan").
bool is_country(const Actor& actor, const Knowledge& knowledge);

bool is_year(std::string_view form);

// By their heads. `rules` must outlive them.
std::vector<SituationPhrase> find_situation_phrases(const Tokens& tokens, const Tree& tree, const Actors& actors, const Dates& dates,
                                                    const Knowledge& knowledge, const SituationRules& rules);

}  // namespace casus
