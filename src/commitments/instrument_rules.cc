#include "commitments/instrument_rules.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>

#include "core/rule_table.h"
#include "knowledge/duties.h"
#include "knowledge/lists.h"
#include "knowledge/words.h"

namespace casus {
namespace {

constexpr std::array<std::pair<std::string_view, InstrumentKind>, 7> kKinds = {{{"-", InstrumentKind::none},
                                                                                {"treaty", InstrumentKind::treaty},
                                                                                {"agreement", InstrumentKind::agreement},
                                                                                {"truce", InstrumentKind::truce},
                                                                                {"resolution", InstrumentKind::resolution},
                                                                                {"law", InstrumentKind::law},
                                                                                {"part", InstrumentKind::part}}};

std::optional<InstrumentKind> kind_of(std::string_view name) {
  for (const auto& [text, kind] : kKinds)
    if (text == name) return kind;
  return std::nullopt;
}

Error unknown_kind(const std::string& place, const std::string& kind) {
  std::string known;
  for (const auto& each : kKinds) known += (known.empty() ? "" : ", ") + std::string(each.first);
  return Error{place + ": unknown kind '" + kind + "'; kinds are " + known};
}

std::optional<Error> read_nouns(const std::string& file, InstrumentRules& rules) {
  const auto table = read_rules(file, {"kind", "words", "points_back"});
  if (!table) return table.error();
  for (std::size_t i = 0; i < table->rows.size(); ++i) {
    const auto& row = table->rows[i];
    InstrumentNoun noun;
    const auto kind = kind_of(row[0]);
    if (!kind) return unknown_kind(table->place(i), row[0]);
    noun.kind = *kind;
    for (const std::string& text : split(row[1], ' ')) {
      auto pattern = parse_word_pattern(text);
      if (!pattern) return Error{table->place(i) + ": " + pattern.error().message};
      noun.words.push_back(*std::move(pattern));
    }
    if (noun.words.empty()) return Error{table->place(i) + ": a row needs its words"};
    for (const std::string& text : split(row[2], ' ')) {
      const auto back = kind_of(text);
      if (!back) return unknown_kind(table->place(i), text);
      noun.points_back.push_back(*back);
    }
    rules.nouns.push_back(std::move(noun));
  }
  return std::nullopt;
}

std::set<std::string, std::less<>>* class_named(const std::string& name, InstrumentRules& rules) {
  if (name == "passing") return &rules.passing;
  if (name == "unmade") return &rules.unmade;
  if (name == "again") return &rules.again;
  if (name == "of") return &rules.of;
  if (name == "about") return &rules.about;
  if (name == "owed") return &rules.owed;
  return nullptr;
}

std::optional<Error> read_words(const std::string& file, InstrumentRules& rules) {
  const auto table = read_rules(file, {"class", "words"});
  if (!table) return table.error();
  for (std::size_t i = 0; i < table->rows.size(); ++i) {
    const std::string& name = table->rows[i][0];
    const auto words = split(table->rows[i][1], ' ');
    if (words.empty()) return Error{table->place(i) + ": a row needs its words"};
    if (auto* list = class_named(name, rules)) {
      list->insert(words.begin(), words.end());
    } else if (name == "same") {
      for (const std::string& word : words) rules.same.emplace(word, words.front());
    } else if (const auto duty = duty_named(name)) {
      for (const std::string& word : words) rules.kinds[*duty].insert(rules.one_for_all(word));
    } else {
      return Error{table->place(i) + ": unknown class '" + name +
                   "'; classes are passing, unmade, again, of, about, owed, same and the duties of kb/treaties.tsv"};
    }
  }
  return std::nullopt;
}

bool is_noun_word(const std::string& word, const InstrumentRules& rules, std::optional<InstrumentKind> kind = {}) {
  return std::any_of(rules.nouns.begin(), rules.nouns.end(), [&](const InstrumentNoun& noun) {
    return noun.kind != InstrumentKind::none && noun.kind == kind.value_or(noun.kind) &&
           std::any_of(noun.words.begin(), noun.words.end(), [&](const WordPattern& pattern) { return pattern.lemma == word; });
  });
}

// Says nothing of which treaty it is.
bool is_common(const std::string& word, const InstrumentRules& rules) {
  return is_noun_word(word, rules) || rules.passing.contains(word) || rules.unmade.contains(word) || rules.of.contains(word) ||
         rules.about.contains(word) || rules.tells_kind(word);
}

// "TAC" may be the short name of much else.
constexpr std::size_t kShort = 3;

bool is_telling(const std::string& word, const InstrumentRules& rules) { return word.size() > kShort && !is_common(word, rules); }

TreatyName treaty_name(std::string_view name, const KnownTreaty& treaty, const InstrumentRules& rules) {
  TreatyName found{.words = rules.words_of(name), .treaty = &treaty, .acronym = is_acronym(name)};
  found.telling = found.acronym ||
                  std::any_of(found.words.begin(), found.words.end(), [&](const std::string& word) { return is_telling(word, rules); });
  return found;
}

// "the mutual defence clause of the Lisbon Treaty": the words after it are not the clause's.
bool names_part(const TreatyName& name, const InstrumentRules& rules) {
  return std::any_of(name.words.begin(), name.words.end(),
                     [&](const std::string& word) { return is_noun_word(word, rules, InstrumentKind::part); });
}

void add_words(const TreatyName& name, const InstrumentRules& rules, TreatyWords& words) {
  words.of_names.insert(name.words.begin(), name.words.end());
  std::copy_if(name.words.begin(), name.words.end(), std::inserter(words.telling, words.telling.end()),
               [&](const std::string& word) { return is_telling(word, rules); });
}

void index_treaties(const Knowledge& knowledge, InstrumentRules& rules) {
  for (const KnownTreaty& treaty : knowledge.lists().treaties) {
    TreatyWords words{.treaty = &treaty, .of_names = {}, .of_kind = rules.kinds[treaty.kind], .telling = {}};
    const auto add = [&](std::string_view name) {
      TreatyName found = treaty_name(name, treaty, rules);
      if (found.words.empty()) return;
      if (!names_part(found, rules)) add_words(found, rules, words);
      const std::string first = found.words.front();
      rules.names[first].push_back(std::move(found));
    };
    add(treaty.name);
    for (const Text& name : treaty.other_names) add(name);
    rules.treaties.push_back(std::move(words));
  }
  for (auto& [first, names] : rules.names)
    std::stable_sort(names.begin(), names.end(), [](const TreatyName& a, const TreatyName& b) { return a.words.size() > b.words.size(); });
}

}  // namespace

Result<InstrumentRules> InstrumentRules::load(const std::string& folder, const Knowledge& knowledge) {
  InstrumentRules rules;
  if (auto error = read_nouns(folder + "/instruments.tsv", rules)) return *error;
  if (auto error = read_words(folder + "/instrument_words.tsv", rules)) return *error;
  index_treaties(knowledge, rules);
  return rules;
}

std::vector<std::string> InstrumentRules::words_of(std::string_view name) const {
  std::vector<std::string> words;
  for (const std::string& word : key_words(name))
    if (!again.contains(word)) words.push_back(one_for_all(word));
  return words;
}

std::string InstrumentRules::one_for_all(const std::string& word) const {
  const auto found = same.find(word);
  return found == same.end() ? word : found->second;
}

bool InstrumentRules::tells_kind(const std::string& word) const {
  return std::any_of(kinds.begin(), kinds.end(), [&](const auto& kind) { return kind.second.contains(word); });
}

const InstrumentNoun* InstrumentRules::noun(std::size_t token, const Tree& tree) const {
  for (const InstrumentNoun& each : nouns)
    if (std::any_of(each.words.begin(), each.words.end(), [&](const WordPattern& pattern) { return fits(token, pattern, tree); }))
      return &each;
  return nullptr;
}

}  // namespace casus
