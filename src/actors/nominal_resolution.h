// Whom the marks without a name mean: titles, bodies, groups, and words that only point back.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "actors/drafts.h"
#include "actors/learned_antecedents.h"
#include "actors/name_resolution.h"
#include "actors/parsed_report.h"

namespace casus {

class NominalResolution {
 public:
  // All must outlive it.
  NominalResolution(const ParsedReport& report, Drafts& drafts, NameResolution& names, const LearnedAntecedents& learned);

  void resolve(std::size_t m);

 private:
  DraftId office(std::size_t m);
  DraftId government(std::size_t m);
  DraftId government_so_called(std::size_t m) const;
  DraftId untold_government(std::size_t m);
  DraftId collective(std::size_t m);
  DraftId people(std::size_t m);
  DraftId individual(std::size_t m);
  DraftId again(std::size_t m);
  DraftId country_of_owner(const Mark& mark);
  void several(std::size_t m);
  std::vector<DraftId> two_spoken_of_most(std::size_t m) const;
  std::vector<DraftId> named_together(std::size_t m, const std::function<bool(const Draft&)>& fits) const;
  void found_group(std::size_t m);
  DraftId not_introduced(std::size_t m) const;
  bool is_bare(const Mark& mark) const;
  std::string country_around(std::size_t m) const;
  bool is_across(const Mark& mark, const Mark& other) const;
  bool is_where(const Mark& mark) const;
  bool can_be(const Mark& mark, const Draft& draft) const;
  std::string name_of(const Mark& mark) const;
  std::string name_with_owner(const Mark& mark, DraftId owner) const;
  void name_well(Draft& draft, const Mark& mark) const;

  const ParsedReport& report_;
  Drafts& drafts_;
  NameResolution& names_;
  const LearnedAntecedents& learned_;
};

}  // namespace casus
