// What tells contacts, and which acts take a position on a claim. Files: rules/ledgers/.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "casus/result.h"
#include "events/ontology.h"
#include "ledgers/contact_rules.h"

namespace casus {

struct StanceRule {
  std::string act;
  std::string stance;  // asserts, denies, doubts, declines, no-knowledge
  bool opens = false;  // a claim of its own where it joins none
};

struct LedgerRules {
  ContactRules contacts;
  std::vector<std::string> accusations;  // types of events whose recipients are the accused
  std::vector<StanceRule> stances;
  std::vector<std::string> hints;  // lemmas that make an assertion an implication

  // `folder` is rules/ledgers. Errors name file and line.
  static Result<LedgerRules> load(const std::string& folder, const Ontology& ontology, const std::optional<CodebookFolder>& codebook = {});

  bool is_accusation(std::string_view type) const;
  const StanceRule* stance_of(std::string_view act) const;
  bool is_hint(std::string_view lemma) const;
};

}  // namespace casus
