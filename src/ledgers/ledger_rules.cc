#include "ledgers/ledger_rules.h"

#include <algorithm>

#include "core/rule_table.h"

namespace casus {

Result<LedgerRules> LedgerRules::load(const std::string& folder, const Ontology& ontology, const std::optional<CodebookFolder>& codebook) {
  const RuleFiles files(folder, "ledgers", codebook);
  LedgerRules rules;
  auto contacts = ContactRules::load(folder, ontology, codebook);
  if (!contacts) return contacts.error();
  rules.contacts = *std::move(contacts);
  for (const auto& file : files.coding("accusations.tsv")) {
    const auto accusations = read_rules(file, {"type", "mode"}, 1);
    if (!accusations) return accusations.error();
    for (std::size_t i = 0; i < accusations->rows.size(); ++i) {
      const std::string& type = accusations->rows[i][0];
      if (!ontology.type(type)) return Error{accusations->place(i) + ": unknown type '" + type + "'; types are in ontology/types.tsv"};
      rules.accusations.push_back({type, accusations->rows[i][1]});
    }
  }
  auto claims = ClaimRules::load({files.general("stances.tsv"), files.general("words.tsv"), files.general("answers.tsv")});
  if (!claims) return claims.error();
  rules.claims = *std::move(claims);
  return rules;
}

bool LedgerRules::is_accusation(const Event& event) const {
  return std::any_of(accusations.begin(), accusations.end(),
                     [&](const AccusationRule& rule) { return rule.type == event.type && (rule.mode.empty() || rule.mode == event.mode); });
}

}  // namespace casus
