// What the titles and role nouns that belong to no name stand for: "the prime minister", "Syrian rebels", "the two leaders".
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "actors/affiliations.h"
#include "actors/mark.h"
#include "actors/noun_phrases.h"
#include "actors/parsed_report.h"
#include "actors/persons.h"
#include "actors/proper_names.h"

namespace casus {

// Of how many a word tells that stands before their noun or for it: "both", "three", "pair"; 0 where it tells nothing.
std::size_t count_of_set(std::string_view word);

class Nominals {
 public:
  // All must outlive it.
  Nominals(const ParsedReport& report, const ProperNames& names, const NounPhrases& nouns, const Affiliations& affiliations,
           const Persons& persons);

  // `same_as` is the head of the name that the noun is in apposition to. Nothing where the noun means no actor.
  std::optional<Mark> mark(const Noun& noun, std::optional<std::size_t> same_as) const;

 private:
  bool is_body_of_a_state(const Noun& noun) const;
  bool describe(Mark& mark, const Noun& noun) const;
  void take_where(Mark& mark, const Noun& noun) const;
  bool is_office(const Mark& mark, const Noun& noun, const Title& title) const;
  bool describe_office(Mark& mark, const Noun& noun, const Title& title) const;
  bool has_ethnicity(const Noun& noun) const;
  bool is_set(Mark& mark, const Noun& noun) const;
  bool points_back(Mark& mark, const Noun& noun, bool bare) const;
  bool describe_opponent(Mark& mark, const Noun& noun, const Nominal& opponent, const Affiliation& whose) const;
  bool describe_government(Mark& mark, const Nominal& government, const Affiliation& whose) const;
  bool describe_people(Mark& mark, const Noun& noun, const Nominal& people) const;
  void extend(Mark& mark, const Noun& noun, Prepositions prepositions) const;
  bool set_sector(Mark& mark, const Nominal& nominal, const Affiliation& whose, const std::string& modifiers) const;
  bool set_group(Mark& mark) const;
  bool set_individual(Mark& mark) const;

  const ParsedReport& report_;
  const ProperNames& names_;
  const NounPhrases& nouns_;
  const Affiliations& affiliations_;
  const Persons& persons_;
  const Tree& tree_;
};

}  // namespace casus
