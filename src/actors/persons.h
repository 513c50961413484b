// What the words around a person's name, or around a noun for one, tell of him.
#pragma once

#include <cstddef>
#include <vector>

#include "actors/affiliations.h"
#include "actors/mark.h"
#include "actors/noun_phrases.h"
#include "actors/parsed_report.h"
#include "actors/proper_names.h"

namespace casus {

struct NamedPerson {
  Mark mark;
  std::vector<const Noun*> titles;       // nouns that say no more than what he is
  std::vector<const Noun*> appositions;  // nouns that mean him once more
};

class Persons {
 public:
  // All must outlive it.
  Persons(const ParsedReport& report, const ProperNames& names, const NounPhrases& nouns, const Affiliations& affiliations);

  NamedPerson named(const ProperName& name) const;
  // By the predicate and the verb of which the mark is the subject: "She is a refugee from Ruritania".
  void describe_subject(Mark& mark) const;
  void add_title(Mark& mark, const Noun& noun, const Title& title, std::size_t np_first) const;

 private:
  bool has_ranks_only(const Mark& mark) const;
  void add_role(Mark& mark, const Noun& noun, std::size_t np_first) const;
  bool is_former(std::size_t np_first, std::size_t noun_first) const;
  const Noun* role_before(TokenRange name) const;
  void take_nationality_before(Mark& mark) const;
  void take_from_phrase_after(Mark& mark, std::size_t head) const;
  void take_constituency(Mark& mark) const;
  void take_proper_at(Mark& mark, std::size_t token) const;
  void take_possessor(Mark& mark, std::size_t token) const;
  bool is_beside(const ProperName& person, TokenRange with_title, const Noun& noun) const;
  bool is_before_comma(const ProperName& person, TokenRange with_title, const Noun& noun) const;
  void describe_by(Mark& mark, std::size_t noun) const;
  void describe_by_other_nouns(Mark& mark, std::size_t head) const;
  void describe_by_deeds(Mark& mark, std::size_t head) const;
  bool tells_what_one_is(std::size_t verb, std::size_t object) const;
  bool is_ruler(std::size_t object) const;
  void describe_by_object(Mark& mark, std::size_t object) const;
  // Both return the noun that means the named person once more; null where there is none.
  const Noun* describe_by_neighbours(Mark& mark) const;
  void describe_by_phrase_at(Mark& mark, std::size_t start) const;
  const Noun* describe_by_phrase_before(Mark& mark) const;
  void describe_by_noun(Mark& mark, std::size_t noun, std::size_t np_first) const;

  const ParsedReport& report_;
  const ProperNames& names_;
  const NounPhrases& nouns_;
  const Affiliations& affiliations_;
  const Knowledge& knowledge_;
  const Tree& tree_;
};

}  // namespace casus
