#include "ledgers/ledger_rules.h"

#include <algorithm>
#include <array>

#include "core/rule_table.h"

namespace casus {
namespace {

constexpr std::array<std::string_view, 5> kKinds = {"call", "meeting", "visit", "letter", "talks"};

bool fits(std::string_view wanted, std::string_view found) { return wanted == "*" || wanted == found; }

}  // namespace

// A codebook's rows are read before the built-in ones: the first row that fits holds.
Result<LedgerRules> LedgerRules::load(const std::string& folder, const Ontology& ontology, const std::optional<CodebookFolder>& codebook) {
  const RuleFiles files(folder, "ledgers", codebook);
  LedgerRules rules;
  const auto unknown_type = [&](const RuleTable& table, std::size_t row) {
    return Error{table.place(row) + ": unknown type '" + table.rows[row][0] + "'; types are in ontology/types.tsv"};
  };
  for (const auto& file : files.coding("contacts.tsv")) {
    const auto contacts = read_rules(file, {"type", "mode", "lemma", "kind"});
    if (!contacts) return contacts.error();
    for (std::size_t i = 0; i < contacts->rows.size(); ++i) {
      const auto& row = contacts->rows[i];
      if (!ontology.type(row[0])) return unknown_type(*contacts, i);
      if (std::find(kKinds.begin(), kKinds.end(), row[3]) == kKinds.end())
        return Error{contacts->place(i) + ": kind \"" + row[3] + "\" is none of call, meeting, visit, letter, talks"};
      rules.contacts.push_back({row[0], row[1], row[2], row[3]});
    }
  }
  for (const auto& file : files.coding("accusations.tsv")) {
    const auto accusations = read_rules(file, {"type", "mode"}, 1);
    if (!accusations) return accusations.error();
    for (std::size_t i = 0; i < accusations->rows.size(); ++i) {
      if (!ontology.type(accusations->rows[i][0])) return unknown_type(*accusations, i);
      rules.accusations.push_back({accusations->rows[i][0], accusations->rows[i][1]});
    }
  }
  for (const auto& file : files.general("topics.tsv")) {
    const auto topics = read_rules(file, {"lemma", "place"});
    if (!topics) return topics.error();
    for (const auto& row : topics->rows) rules.topics.push_back({row[0], row[1]});
  }
  auto claims = ClaimRules::load({files.general("stances.tsv"), files.general("words.tsv"), files.general("answers.tsv")});
  if (!claims) return claims.error();
  rules.claims = *std::move(claims);
  return rules;
}

bool LedgerRules::is_contact(std::string_view type) const {
  return std::any_of(contacts.begin(), contacts.end(), [&](const ContactRule& rule) { return rule.type == type; });
}

bool LedgerRules::is_accusation(const Event& event) const {
  return std::any_of(accusations.begin(), accusations.end(),
                     [&](const AccusationRule& rule) { return rule.type == event.type && (rule.mode.empty() || rule.mode == event.mode); });
}

std::string_view LedgerRules::kind_of(std::string_view type, std::string_view mode, std::string_view lemma) const {
  for (const ContactRule& rule : contacts)
    if (rule.type == type && fits(rule.mode, mode) && fits(rule.lemma, lemma)) return rule.kind;
  return "meeting";
}

}  // namespace casus
