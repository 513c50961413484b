// What tells contacts, and what takes a position on a claim. Files: rules/ledgers/.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "casus/result.h"
#include "events/ontology.h"
#include "ledgers/claim_rules.h"
#include "ledgers/contact_rules.h"

namespace casus {

struct AccusationRule {
  std::string type;
  std::string mode;  // empty is any
};

struct LedgerRules {
  ContactRules contacts;
  std::vector<AccusationRule> accusations;  // events whose recipients are the accused
  ClaimRules claims;

  // `folder` is rules/ledgers. Errors name file and line.
  static Result<LedgerRules> load(const std::string& folder, const Ontology& ontology, const std::optional<CodebookFolder>& codebook = {});

  bool is_accusation(const Event& event) const;
};

}  // namespace casus
