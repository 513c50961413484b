#include "ledgers/claim_rules.h"

#include <algorithm>
#include <array>
#include <map>

#include "core/rule_table.h"

namespace casus {
namespace {

constexpr std::array<std::string_view, 6> kStances = {"asserts", "implies", "denies", "doubts", "declines", "no-knowledge"};
constexpr std::string_view kNothing = "-", kNone = "none";

using WordLists = std::map<std::string, std::set<std::string>>;  // by kind

bool is_stance(const std::string& name) { return std::find(kStances.begin(), kStances.end(), name) != kStances.end(); }

Error wrong_stance(const RuleTable& table, std::size_t row, const std::string& name) {
  return Error{table.place(row) + ": stance \"" + name + "\" is none of asserts, implies, denies, doubts, declines, no-knowledge"};
}

std::optional<ClaimOpening> opening_of(const std::string& name) {
  if (name == "always") return ClaimOpening::always;
  if (name == "answered") return ClaimOpening::answered;
  if (name == "never") return ClaimOpening::never;
  return std::nullopt;
}

std::optional<Error> read_stances(const std::string& file, std::vector<StanceRule>& rules) {
  const auto table = read_rules(file, {"act", "stance", "opens"});
  if (!table) return table.error();
  for (std::size_t i = 0; i < table->rows.size(); ++i) {
    const auto& row = table->rows[i];
    const auto opens = opening_of(row[2]);
    if (!opens) return Error{table->place(i) + ": opens \"" + row[2] + "\" is none of always, answered, never"};
    if (row[1] != kNothing && !is_stance(row[1])) return wrong_stance(*table, i, row[1]);
    rules.push_back({row[0], row[1] == kNothing ? "" : row[1], *opens});
  }
  return std::nullopt;
}

std::optional<Error> read_words(const std::string& file, WordLists& lists) {
  const auto table = read_rules(file, {"kind", "lemma"});
  if (!table) return table.error();
  for (const auto& row : table->rows) lists[row[0]].insert(row[1]);
  return std::nullopt;
}

// "a|b" is either; "@kind" all words of that kind in words.tsv.
Result<std::set<std::string>> alternatives_of(const std::string& cell, const WordLists& lists, const std::string& place) {
  std::set<std::string> alternatives;
  for (const std::string& word : split(cell, '|')) {
    if (!word.starts_with("@")) {
      alternatives.insert(word);
      continue;
    }
    const auto list = lists.find(word.substr(1));
    if (list == lists.end()) return Error{place + ": no words of kind '" + word.substr(1) + "' in words.tsv"};
    alternatives.insert(list->second.begin(), list->second.end());
  }
  return alternatives;
}

std::optional<StancePart> part_of(const std::string& name) {
  if (name == "does") return StancePart::does;
  if (name == "said") return StancePart::said;
  if (name == "has") return StancePart::has;
  return std::nullopt;
}

Result<StancePattern> pattern_of(const RuleTable& table, std::size_t index, const WordLists& lists) {
  const auto& row = table.rows[index];
  StancePattern pattern{.words = {}, .example = row[4], .place = table.place(index)};
  for (const std::string& word : split(row[0], ' ')) {
    auto alternatives = alternatives_of(word, lists, pattern.place);
    if (!alternatives) return alternatives.error();
    pattern.words.push_back(*std::move(alternatives));
  }
  if (pattern.words.empty()) return Error{pattern.place + ": no words"};
  const auto part = part_of(row[1]);
  if (!part) return Error{pattern.place + ": part \"" + row[1] + "\" is none of does, said, has"};
  pattern.part = *part;
  for (const std::size_t cell : {std::size_t{2}, std::size_t{3}})
    if (row[cell] != kNothing && row[cell] != kNone && !is_stance(row[cell])) return wrong_stance(table, index, row[cell]);
  if (row[2] != kNothing) pattern.stance = row[2];
  if (row[3] != kNothing) pattern.negated_stance = row[3];
  return pattern;
}

std::optional<Error> read_answers(const std::string& file, const WordLists& lists, std::vector<StancePattern>& patterns) {
  const auto table = read_rules(file, {"words", "part", "stance", "negated", "example"});
  if (!table) return table.error();
  for (std::size_t i = 0; i < table->rows.size(); ++i) {
    auto pattern = pattern_of(*table, i, lists);
    if (!pattern) return pattern.error();
    patterns.push_back(*std::move(pattern));
  }
  return std::nullopt;
}

}  // namespace

Result<ClaimRules> ClaimRules::load(const Files& files) {
  ClaimRules rules;
  for (const std::string& file : files.stances)
    if (const auto wrong = read_stances(file, rules.stances)) return *wrong;
  WordLists words;
  for (const std::string& file : files.words)
    if (const auto wrong = read_words(file, words)) return *wrong;
  std::vector<StancePattern> answers;
  for (const std::string& file : files.answers)
    if (const auto wrong = read_answers(file, words, answers)) return *wrong;
  rules.answers = StancePatterns(std::move(answers));
  rules.accounts = words["account"];
  rules.others = words["other"];
  rules.replies = words["reply"];
  rules.contradictions = words["contradiction"];
  rules.hints = words["hint"];
  rules.hedges = words["hedge"];
  rules.parenthetic = words["parenthetic"];
  rules.unreal = words["unreal"];
  rules.sources = words["source"];
  rules.common = words["common"];
  rules.state_sectors = words["state-sector"];
  return rules;
}

const StanceRule* ClaimRules::stance_of(std::string_view act) const {
  for (const StanceRule& rule : stances)
    if (rule.act == act) return &rule;
  return nullptr;
}

bool ClaimRules::answers_for_state(const Actor& actor) const {
  return std::all_of(actor.sectors.begin(), actor.sectors.end(), [&](const std::string& sector) { return state_sectors.contains(sector); });
}

bool ClaimRules::same_side(const Actor& one, const Actor& other) const {
  if (one.code && one.code == other.code) return true;
  return one.country && one.country == other.country && answers_for_state(one) && answers_for_state(other);
}

}  // namespace casus
