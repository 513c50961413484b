// The proper names of a report: those that the knowledge base knows and those that the tagger found, without overlaps.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "actors/parsed_report.h"
#include "knowledge/knowledge.h"
#include "names/names.h"
#include "token/tokens.h"

namespace casus {

struct ProperName {
  TokenRange range;
  std::size_t head = 0;
  const Entry* entry = nullptr;  // null where only the tagger knows it
  NameKind kind = NameKind::other;
  std::size_t adjective_of = kNoIndex;  // the index of another proper name
  const KnownPlace* place = nullptr;    // where it lies
  std::string country;                  // of a body that is named by its place: "University of Nairobi"
};

bool is_nationality(const ProperName& name);
bool is_adjective_of_organisation(const ProperName& name);
bool names_a_people(const ProperName& name);  // "Ruritanian", "a Ruritanian"

class ProperNames {
 public:
  ProperNames(std::vector<ProperName> names, std::vector<std::size_t> name_at);

  const std::vector<ProperName>& all() const { return names_; }
  const ProperName* at(std::size_t token) const { return name_at_[token] == kNoIndex ? nullptr : &names_[name_at_[token]]; }
  bool is_unknown_place(std::size_t token) const;

 private:
  std::vector<ProperName> names_;
  std::vector<std::size_t> name_at_;  // by token
};

ProperNames find_proper_names(const ParsedReport& report, const Names& tagged);

}  // namespace casus
