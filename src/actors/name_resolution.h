// Whom the marks that carry a name mean: persons, organisations, territories, places.
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <vector>

#include "actors/drafts.h"
#include "actors/parsed_report.h"

namespace casus {

class NameResolution {
 public:
  // Both must outlive it.
  NameResolution(const ParsedReport& report, Drafts& drafts);

  void resolve(std::size_t m);
  DraftId known_by_acronym(const Mark& mark);
  // Whom a common noun that is a word of its name points back to: "the committee" after "the Committee of Writers".
  DraftId named_with_noun(std::size_t m, std::size_t sentences) const;

 private:
  bool is_surname(const Mark& mark) const;
  DraftId place(std::size_t m);
  DraftId territory(std::size_t m);
  DraftId organisation(std::size_t m);
  DraftId named_with_state(const Mark& mark, const std::string& name) const;
  std::string without_state(const std::string& name) const;
  DraftId person(std::size_t m);
  DraftId known_person(const std::vector<std::string>& sounds, const Mark& mark) const;

  const ParsedReport& report_;
  Drafts& drafts_;
  std::set<std::string, std::less<>> surnames_;  // of those whose full name the report has, folded
};

}  // namespace casus
