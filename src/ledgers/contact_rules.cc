#include "ledgers/contact_rules.h"

#include <algorithm>
#include <array>

#include "core/rule_table.h"

namespace casus {
namespace {

constexpr std::array<std::string_view, 5> kKinds = {"call", "meeting", "visit", "letter", "talks"};
constexpr const char* kAny = "*";
constexpr const char* kNone = "-";

class ContactRulesLoader {
 public:
  ContactRulesLoader(const std::string& folder, const Ontology& ontology, const std::optional<CodebookFolder>& codebook)
      : files_(folder, "ledgers", codebook), ontology_(ontology) {}

  // A codebook's rows are read before the built-in ones: the first row that fits holds.
  Result<ContactRules> load() {
    for (const auto& file : files_.coding("contacts.tsv"))
      each_row(file, {"type", "mode", "lemma", "kind", "status"}, 4, &ContactRulesLoader::add_contact);
    for (const auto& file : files_.coding("outcomes.tsv")) each_row(file, {"type", "together"}, 1, &ContactRulesLoader::add_outcome);
    for (const auto& file : files_.general("letters.tsv"))
      each_row(file, {"predicates", "letters", "place", "addressee"}, 3, &ContactRulesLoader::add_letter);
    for (const auto& file : files_.general("topics.tsv")) each_row(file, {"word", "place"}, 2, &ContactRulesLoader::add_topic);
    for (const auto& file : files_.general("silence.tsv")) each_row(file, {"act"}, 1, &ContactRulesLoader::add_silence);
    if (problem_) return *problem_;
    return std::move(rules_);
  }

 private:
  using Row = std::vector<std::string>;
  using AddRow = void (ContactRulesLoader::*)(const Row&);

  void each_row(const std::string& file, const std::vector<std::string>& columns, std::size_t needed, AddRow add) {
    const auto table = read_rules(file, columns, needed);
    if (!table && !problem_) problem_ = table.error();
    if (!table) return;
    for (std::size_t i = 0; i < table->rows.size() && !problem_; ++i) {
      place_ = table->place(i);
      (this->*add)(table->rows[i]);
    }
  }

  void fail(const std::string& what) {
    if (!problem_) problem_ = Error{place_ + ": " + what};
  }

  WordPatterns patterns(const std::string& cell) {
    WordPatterns all;
    if (cell == kAny) return all;
    for (const std::string& text : split(cell, '|')) {
      const auto pattern = parse_word_pattern(text);
      if (pattern) all.push_back(*pattern);
      else fail(pattern.error().message);
    }
    if (all.empty()) fail("no words; * is any");
    return all;
  }

  void need_type(const std::string& type) {
    if (!ontology_.type(type)) fail("unknown type '" + type + "'; types are in ontology/types.tsv");
  }

  ContactKinds kinds(const std::string& cell) {
    if (cell == kNone) return {};
    ContactKinds all = split(cell, '|');
    for (const std::string& kind : all)
      if (std::find(kKinds.begin(), kKinds.end(), kind) == kKinds.end())
        fail("kind \"" + kind + "\" is none of call, meeting, visit, letter, talks");
    if (all.empty()) fail("no kind; - is none");
    return all;
  }

  void add_contact(const Row& row) {
    need_type(row[0]);
    if (!row[4].empty() && row[4] != "planned") fail("status \"" + row[4] + "\" is neither planned nor left out");
    rules_.contacts.push_back(
        {.type = row[0], .mode = row[1], .words = patterns(row[2]), .kinds = kinds(row[3]), .planned = row[4] == "planned"});
  }

  void add_outcome(const Row& row) {
    need_type(row[0]);
    if (!row[1].empty() && row[1] != "yes") fail("together \"" + row[1] + "\" is neither yes nor left out");
    rules_.outcomes.push_back({.type = row[0], .joint = row[1] == "yes"});
  }

  void add_letter(const Row& row) {
    if (!row[3].empty() && row[3] != "writer") fail("addressee \"" + row[3] + "\" is neither writer nor left out");
    rules_.letters.push_back({.predicates = patterns(row[0]),
                              .letters = row[1] == kNone ? WordPatterns{} : patterns(row[1]),
                              .place = row[2],
                              .answers = row[3] == "writer"});
  }

  void add_topic(const Row& row) {
    const WordPatterns word = patterns(row[0]);
    if (word.size() == 1) rules_.topics.push_back({.word = word.front(), .place = row[1]});
    else fail("one word is needed");
  }

  void add_silence(const Row& row) { rules_.silent_acts.push_back(row[0]); }

  const RuleFiles files_;
  const Ontology& ontology_;
  ContactRules rules_;
  std::string place_;
  std::optional<Error> problem_;
};

}  // namespace

Result<ContactRules> ContactRules::load(const std::string& folder, const Ontology& ontology,
                                        const std::optional<CodebookFolder>& codebook) {
  return ContactRulesLoader(folder, ontology, codebook).load();
}

bool fits_any(std::size_t token, const WordPatterns& patterns, const Tree& tree) {
  return std::any_of(patterns.begin(), patterns.end(), [&](const WordPattern& pattern) { return fits(token, pattern, tree); });
}

const ContactRule* ContactRules::rule_of(const Event& event, const std::vector<std::size_t>& words, const Tree& tree) const {
  for (const ContactRule& rule : contacts) {
    if (rule.type != event.type || (rule.mode != kAny && rule.mode != event.mode.value_or(""))) continue;
    if (rule.words.empty() || std::any_of(words.begin(), words.end(), [&](std::size_t word) { return fits_any(word, rule.words, tree); }))
      return &rule;
  }
  return nullptr;
}

const ContactKinds* ContactRules::kinds_of_noun(std::size_t token, const Tree& tree) const {
  if (tree.word(token).upos != "NOUN") return nullptr;
  const auto stands_for_one = [&](std::size_t word) {
    return std::any_of(contacts.begin(), contacts.end(),
                       [&](const ContactRule& rule) { return !rule.kinds.empty() && fits_any(word, rule.words, tree); });
  };
  if (!stands_for_one(token)) return nullptr;
  const auto parts = tree.children(token, "compound");
  for (const ContactRule& rule : contacts)
    if (!rule.kinds.empty() && (fits_any(token, rule.words, tree) || std::any_of(parts.begin(), parts.end(), [&](std::size_t part) {
                                  return fits_any(part, rule.words, tree);
                                })))
      return &rule.kinds;
  return nullptr;
}

const OutcomeRule* ContactRules::outcome_of(std::string_view type) const {
  const auto found = std::find_if(outcomes.begin(), outcomes.end(), [&](const OutcomeRule& rule) { return rule.type == type; });
  return found == outcomes.end() ? nullptr : &*found;
}

bool ContactRules::is_silent(std::string_view act) const {
  return std::find(silent_acts.begin(), silent_acts.end(), act) != silent_acts.end();
}

bool ContactRules::is_planned(const Event& event) const {
  return event.status == Status::future ||
         std::any_of(contacts.begin(), contacts.end(), [&](const ContactRule& rule) { return rule.type == event.type && rule.planned; });
}

}  // namespace casus
