// What words make a contact a call, where its topics stand, and what takes a position on a claim. Files: rules/ledgers/.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "casus/result.h"
#include "events/ontology.h"
#include "ledgers/claim_rules.h"

namespace casus {

struct ContactRule {
  std::string type;   // of the event
  std::string mode;   // "*" is any
  std::string lemma;  // "*" is any
  std::string kind;   // call, meeting, visit, letter, talks
};

struct AccusationRule {
  std::string type;
  std::string mode;  // empty is any
};

struct TopicRule {
  std::string lemma;
  std::string place;  // "obj" or a preposition
};

struct LedgerRules {
  std::vector<ContactRule> contacts;
  std::vector<AccusationRule> accusations;  // events whose recipients are the accused
  std::vector<TopicRule> topics;
  ClaimRules claims;

  // `folder` is rules/ledgers. Errors name file and line.
  static Result<LedgerRules> load(const std::string& folder, const Ontology& ontology, const std::optional<CodebookFolder>& codebook = {});

  bool is_contact(std::string_view type) const;
  bool is_accusation(const Event& event) const;
  // Of the first rule that fits.
  std::string_view kind_of(std::string_view type, std::string_view mode, std::string_view lemma) const;
};

}  // namespace casus
