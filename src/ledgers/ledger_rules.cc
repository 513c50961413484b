#include "ledgers/ledger_rules.h"

#include <algorithm>
#include <array>

#include "events/rule_table.h"

namespace casus {
namespace {

constexpr std::array<std::string_view, 5> kKinds = {"call", "meeting", "visit", "letter", "talks"};

bool fits(std::string_view wanted, std::string_view found) { return wanted == "*" || wanted == found; }

}  // namespace

Result<LedgerRules> LedgerRules::load(const std::string& folder) {
  LedgerRules rules;
  auto contacts = read_rules(folder + "/contacts.tsv", {"type", "mode", "lemma", "kind"});
  if (!contacts) return contacts.error();
  for (std::size_t i = 0; i < contacts->rows.size(); ++i) {
    const auto& row = contacts->rows[i];
    if (std::find(kKinds.begin(), kKinds.end(), row[3]) == kKinds.end())
      return Error{contacts->place(i) + ": kind \"" + row[3] + "\" is none of call, meeting, visit, letter, talks"};
    rules.contacts.push_back({row[0], row[1], row[2], row[3]});
  }
  auto accusations = read_rules(folder + "/accusations.tsv", {"type"});
  if (!accusations) return accusations.error();
  for (const auto& row : accusations->rows) rules.accusations.push_back(row[0]);
  auto topics = read_rules(folder + "/topics.tsv", {"lemma", "place"});
  if (!topics) return topics.error();
  for (const auto& row : topics->rows) rules.topics.push_back({row[0], row[1]});
  auto stances = read_rules(folder + "/stances.tsv", {"act", "stance", "new"});
  if (!stances) return stances.error();
  for (const auto& row : stances->rows) rules.stances.push_back({row[0], row[1], row[2] == "yes"});
  auto hints = read_rules(folder + "/hints.tsv", {"lemma"});
  if (!hints) return hints.error();
  for (const auto& row : hints->rows) rules.hints.push_back(row[0]);
  return rules;
}

bool LedgerRules::is_contact(std::string_view type) const {
  return std::any_of(contacts.begin(), contacts.end(), [&](const ContactRule& rule) { return rule.type == type; });
}

bool LedgerRules::is_accusation(std::string_view type) const {
  return std::find(accusations.begin(), accusations.end(), type) != accusations.end();
}

std::string_view LedgerRules::kind_of(std::string_view type, std::string_view mode, std::string_view lemma) const {
  for (const ContactRule& rule : contacts)
    if (rule.type == type && fits(rule.mode, mode) && fits(rule.lemma, lemma)) return rule.kind;
  return "meeting";
}

const StanceRule* LedgerRules::stance_of(std::string_view act) const {
  for (const StanceRule& rule : stances)
    if (rule.act == act) return &rule;
  return nullptr;
}

bool LedgerRules::is_hint(std::string_view lemma) const { return std::find(hints.begin(), hints.end(), lemma) != hints.end(); }

}  // namespace casus
