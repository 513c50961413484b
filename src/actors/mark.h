// A place in a report where an actor may be meant, with what its own words say of it.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "casus/record.h"
#include "knowledge/knowledge.h"
#include "token/tokens.h"

namespace casus {

enum class Thing {
  state,         // by its name, capital, seat or "government"
  territory,     // disputed
  place,         // by a name that is not known; an actor where it acts or something is its
  organisation,  // by its name
  person,        // by his name, with or without titles
  office,        // by title alone: "the prime minister"
  body,          // by a role noun: "the army", "his office"
  group,         // "Syrian rebels"
  individual,    // "a soldier"
  people,        // "Armenians", "many in Armenia"
  again,         // by a word that only points back: "the country", "the man"
  set,           // "the two leaders"
  pronoun
};

// A title in the words of a mention.
struct TitleUse {
  std::string office;
  std::string of;  // an actor code, or empty
  TokenRange range;
};

struct Nationality {
  std::string country;  // ISO 3166 alpha-3
  TokenRange range;
};

struct Mark {
  Thing thing = Thing::person;
  TokenRange range;
  std::size_t head = 0;
  MentionForm form = MentionForm::name;
  TokenRange name;  // the name without titles; for nominals the noun phrase's words that name it best

  std::string country;       // ISO 3166 alpha-3
  std::string sector;        // PLOVER
  std::string code;          // of an organisation without a country
  std::string knowledge_id;  // of an organisation, territory or place
  std::string territory;     // whose it is: the id of a disputed one
  ActorKind kind = ActorKind::person;
  std::string lemma;  // of the noun's phrase, folded
  std::vector<TitleUse> titles;
  NominalKind nominal = NominalKind::member;  // of nominals

  Gender gender = Gender::unknown;
  bool plural = false;
  bool definite = false;
  std::size_t count = 0;                  // of sets
  std::optional<std::size_t> owner;       // the token of a possessor that is no state: "his", "Aliyev"
  std::optional<TokenRange> affiliation;  // the words that gave country or code
  std::optional<std::size_t> same_as;     // the head of an apposition that means the same
  std::vector<Nationality> others;        // of those who share the noun: "French and" of "French and Dutch officials"
  TokenRange noun;                        // where there are others: the noun without what tells whose they are
  bool acts = false;                      // a state's government is meant
  bool hidden = false;                    // tells whose something is, and is no mention
  bool place = false;                     // a state is meant as a place
  int standing = 0;                       // of a state: how well the words name it; 0 its name, 1 its capital, 2 its seat or government
};

}  // namespace casus
