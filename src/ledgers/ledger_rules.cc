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
    const auto accusations = read_rules(file, {"type"});
    if (!accusations) return accusations.error();
    for (std::size_t i = 0; i < accusations->rows.size(); ++i) {
      const std::string& type = accusations->rows[i][0];
      if (!ontology.type(type)) return Error{accusations->place(i) + ": unknown type '" + type + "'; types are in ontology/types.tsv"};
      rules.accusations.push_back(type);
    }
  }
  for (const auto& file : files.general("stances.tsv")) {
    const auto stances = read_rules(file, {"act", "stance", "new"});
    if (!stances) return stances.error();
    for (const auto& row : stances->rows) rules.stances.push_back({row[0], row[1], row[2] == "yes"});
  }
  for (const auto& file : files.general("hints.tsv")) {
    const auto hints = read_rules(file, {"lemma"});
    if (!hints) return hints.error();
    for (const auto& row : hints->rows) rules.hints.push_back(row[0]);
  }
  return rules;
}

bool LedgerRules::is_accusation(std::string_view type) const {
  return std::find(accusations.begin(), accusations.end(), type) != accusations.end();
}

const StanceRule* LedgerRules::stance_of(std::string_view act) const {
  for (const StanceRule& rule : stances)
    if (rule.act == act) return &rule;
  return nullptr;
}

bool LedgerRules::is_hint(std::string_view lemma) const { return std::find(hints.begin(), hints.end(), lemma) != hints.end(); }

}  // namespace casus
