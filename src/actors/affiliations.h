// Whose somebody is: the country, organisation or person that the words around a noun give.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "actors/mark.h"
#include "actors/noun_phrases.h"
#include "actors/parsed_report.h"
#include "actors/proper_names.h"
#include "knowledge/knowledge.h"
#include "token/tokens.h"

namespace casus {

struct Affiliation {
  std::string country;                        // ISO 3166 alpha-3
  std::string code;                           // of an organisation
  std::string sector;                         // PLOVER
  const KnownTerritory* territory = nullptr;  // whose country it is claimed from
  std::optional<TokenRange> range;            // the words that give it
  std::optional<std::size_t> owner;           // the token of a possessor that is no state
  std::vector<Nationality> others;            // "Russian and" of "Russian and Turkish officials"
};

using Prepositions = std::initializer_list<std::string_view>;

class Affiliations {
 public:
  // All must outlive it.
  Affiliations(const ParsedReport& report, const ProperNames& names, const NounPhrases& nouns);

  Affiliation of(std::size_t np_first, TokenRange words, std::size_t head, Prepositions prepositions) const;
  Affiliation before(std::size_t np_first, std::size_t noun_first) const;
  Affiliation after(std::size_t head, std::size_t last, Prepositions prepositions) const;
  Affiliation where_of(std::size_t head, std::size_t last) const;
  std::optional<std::string> own_country(const ProperName& organisation) const;

  // What the name gives; false where it says nothing of whose somebody is.
  bool take(const ProperName& name, Affiliation& affiliation) const;
  void take(Mark& mark, const Affiliation& whose) const;

  std::string sector_in(const Affiliation& whose, const std::string& sector) const;
  void set_territory(Mark& mark, const KnownTerritory& territory) const;

 private:
  void take_next(std::size_t token, Prepositions prepositions, Affiliation& affiliation) const;
  const ProperName& outer_nationality(const ProperName& inner) const;
  std::vector<Nationality> coordinated_nationalities(const ProperName& last) const;
  std::string sector_with_possessor(const Noun& noun) const;
  Affiliation of_phrases(std::size_t head, std::string_view relation, Prepositions prepositions) const;
  bool describes_a_government(const ProperName& name) const;
  bool serves_somebody(std::size_t object) const;
  bool governs_itself(const KnownTerritory* territory) const;

  const ParsedReport& report_;
  const ProperNames& names_;
  const NounPhrases& nouns_;
  const Knowledge& knowledge_;
  const Tree& tree_;
};

}  // namespace casus
