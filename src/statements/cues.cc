#include "statements/cues.h"

#include <algorithm>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "core/inflections.h"
#include "core/unicode.h"

namespace casus {
namespace {

constexpr std::string_view kNothing = "-";

std::vector<std::string> split_at(const std::string& text, char separator) {
  std::vector<std::string> parts;
  std::istringstream in(text);
  for (std::string part; std::getline(in, part, separator);) parts.push_back(part);
  return parts;
}

struct TsvRow {
  std::size_t line = 0;
  std::vector<std::string> cells;
};

std::string place(const std::string& path, std::size_t line) { return path + ":" + std::to_string(line) + ": "; }

// Rows below the header; lines that begin with "#" and empty lines are left out.
Result<std::vector<TsvRow>> read_tsv(const std::string& path, const std::vector<std::string>& header) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return Error{path + ": cannot be opened; the folder of rules is incomplete"};
  std::vector<TsvRow> rows;
  bool headed = false;
  std::size_t number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (!line.empty() && line.back() == '\r') line.pop_back();
    if (line.empty() || line.front() == '#') continue;
    if (!from_utf8(line)) return Error{place(path, number) + "is not UTF-8"};
    TsvRow row{number, split_at(line, '\t')};
    if (!headed) {
      if (row.cells != header) return Error{place(path, number) + "is not the expected header, which begins with " + header.front()};
      headed = true;
      continue;
    }
    if (row.cells.size() != header.size())
      return Error{place(path, number) + "expected " + std::to_string(header.size()) + " columns separated by tabs, found " +
                   std::to_string(row.cells.size())};
    const auto empty = std::find(row.cells.begin(), row.cells.end(), "");
    if (empty != row.cells.end())
      return Error{place(path, number) + "column " + header[static_cast<std::size_t>(empty - row.cells.begin())] + " is empty"};
    rows.push_back(std::move(row));
  }
  if (!headed) return Error{path + ": has no header"};
  return rows;
}

bool is_act(std::string_view name) {
  const auto& acts = speech_acts();
  return std::find(acts.begin(), acts.end(), name) != acts.end();
}

std::optional<CueKind> cue_kind(std::string_view name) {
  static constexpr std::string_view kKinds[] = {"verb", "adjective", "noun", "source", "quote"};
  const auto* found = std::find(std::begin(kKinds), std::end(kKinds), name);
  if (found == std::end(kKinds)) return std::nullopt;
  return static_cast<CueKind>(found - std::begin(kKinds));
}

std::optional<CuePlace> cue_place(const std::string& name) {
  static constexpr std::pair<std::string_view, CueSlot> kSlots[] = {
      {"clause", CueSlot::clause},       {"infinitive", CueSlot::infinitive}, {"object", CueSlot::object},
      {"predicate", CueSlot::predicate}, {"quotation", CueSlot::quotation},   {"none", CueSlot::none},
  };
  for (const auto& [slot_name, slot] : kSlots)
    if (name == slot_name) return CuePlace{slot, {}};
  constexpr std::string_view kPreposition = "preposition:";
  if (name.starts_with(kPreposition) && name.size() > kPreposition.size())
    return CuePlace{CueSlot::preposition, name.substr(kPreposition.size())};
  return std::nullopt;
}

Result<std::vector<CuePlace>> cue_places(const std::string& cell) {
  std::vector<CuePlace> places;
  if (cell == kNothing) return places;
  for (const std::string& name : split_at(cell, ',')) {
    const auto found = cue_place(name);
    if (!found) return Error{"\"" + name + "\" is no place below a cue"};
    places.push_back(*found);
  }
  return places;
}

// Each word with its alternatives.
std::vector<std::vector<std::string>> alternatives_of(const std::string& cell) {
  std::vector<std::vector<std::string>> words;
  for (const std::string& word : split_at(cell, ' ')) words.push_back(split_at(word, '|'));
  return words;
}

// Every way to choose one alternative of each word.
std::vector<std::string> spelled_out(const std::vector<std::vector<std::string>>& words) {
  std::vector<std::string> cues = {""};
  for (const auto& alternatives : words) {
    std::vector<std::string> longer;
    for (const std::string& cue : cues)
      for (const std::string& word : alternatives) longer.push_back(cue.empty() ? word : cue + " " + word);
    cues = std::move(longer);
  }
  return cues;
}

const std::vector<std::string> kCueHeader = {"cue", "kind", "act", "negated", "polarity", "content", "addressee", "example"};

Result<CueRule> cue_rule(const TsvRow& row) {
  enum Column { cue, kind, act, negated, polarity, content, addressee, example };
  CueRule rule;
  rule.line = row.line;
  rule.words = alternatives_of(row.cells[cue]);
  for (const auto& alternatives : rule.words)
    if (alternatives.empty() || std::find(alternatives.begin(), alternatives.end(), "") != alternatives.end())
      return Error{"the cue has an empty word"};
  const auto known_kind = cue_kind(row.cells[kind]);
  if (!known_kind) return Error{"kind \"" + row.cells[kind] + "\" is none of verb, adjective, noun, source, quote"};
  rule.kind = *known_kind;
  for (const Column column : {act, negated})
    if (row.cells[column] != kNothing && !is_act(row.cells[column])) return Error{"unknown act \"" + row.cells[column] + "\""};
  if (row.cells[act] != kNothing) rule.act = row.cells[act];
  if (row.cells[negated] != kNothing) rule.negated_act = row.cells[negated];
  if (row.cells[polarity] != "positive" && row.cells[polarity] != "negative")
    return Error{"polarity \"" + row.cells[polarity] + "\" is neither positive nor negative"};
  rule.polarity = row.cells[polarity] == "negative" ? Polarity::negative : Polarity::positive;
  auto contents = cue_places(row.cells[content]);
  if (!contents) return contents.error();
  auto addressees = cue_places(row.cells[addressee]);
  if (!addressees) return addressees.error();
  rule.content = *std::move(contents);
  rule.addressee = *std::move(addressees);
  rule.example = row.cells[example];
  return rule;
}

Result<std::vector<CueRule>> load_cues(const std::string& path) {
  const auto rows = read_tsv(path, kCueHeader);
  if (!rows) return rows.error();
  std::vector<CueRule> rules;
  std::map<std::pair<CueKind, std::string>, std::size_t> lines;
  for (const TsvRow& row : *rows) {
    auto rule = cue_rule(row);
    if (!rule) return Error{place(path, row.line) + rule.error().message};
    for (const std::string& cue : spelled_out(rule->words))
      if (const auto [known, fresh] = lines.emplace(std::pair(rule->kind, cue), row.line); !fresh)
        return Error{place(path, row.line) + "\"" + cue + "\" stands in line " + std::to_string(known->second) + " already"};
    rules.push_back(*std::move(rule));
  }
  return rules;
}

// Rows of lemmas and one value, without duplicates.
template <class Rule>
Result<std::vector<Rule>> load_patterns(const std::string& path, const std::string& value_name, bool values_are_acts) {
  const auto rows = read_tsv(path, {"lemmas", value_name, "example"});
  if (!rows) return rows.error();
  std::vector<Rule> rules;
  std::set<std::string> seen;
  for (const TsvRow& row : *rows) {
    for (const std::string& lemmas : spelled_out(alternatives_of(row.cells[0])))
      if (!seen.insert(lemmas).second) return Error{place(path, row.line) + "\"" + lemmas + "\" stands there twice"};
    if (values_are_acts && !is_act(row.cells[1])) return Error{place(path, row.line) + "unknown act \"" + row.cells[1] + "\""};
    rules.push_back({alternatives_of(row.cells[0]), row.cells[1]});
  }
  return rules;
}

Result<std::set<std::string, std::less<>>> load_stand_ins(const std::string& path) {
  const auto rows = read_tsv(path, {"noun", "example"});
  if (!rows) return rows.error();
  std::set<std::string, std::less<>> stand_ins;
  for (const TsvRow& row : *rows)
    if (!stand_ins.insert(row.cells[0]).second) return Error{place(path, row.line) + "\"" + row.cells[0] + "\" stands there twice"};
  return stand_ins;
}

// From each form to the words of the rules that it may belong to: the regular forms, and those of the table.
Result<std::map<std::string, std::set<std::string>>> load_forms(const std::string& path, const std::vector<CueRule>& rules) {
  std::map<std::string, std::set<std::string>> forms;
  std::set<std::string> known;
  for (const CueRule& rule : rules)
    for (const auto& alternatives : rule.words) known.insert(alternatives.begin(), alternatives.end());
  for (const std::string& lemma : known)
    for (const std::string& form : regular_forms(lemma)) forms[form].insert(lemma);
  const auto rows = read_tsv(path, {"form", "lemma"});
  if (!rows) return rows.error();
  for (const TsvRow& row : *rows) {
    if (!known.count(row.cells[1])) return Error{place(path, row.line) + "\"" + row.cells[1] + "\" is no word of cues.tsv"};
    forms[row.cells[0]].insert(row.cells[1]);
  }
  return forms;
}

// Clauses below a cue are what is said, not the cue.
bool belongs_to_cue(const Word& word) {
  for (const std::string_view other : {"conj", "parataxis", "ccomp", "acl:relcl", "nsubj:outer", "appos"})
    if (is_relation(word.relation, other)) return false;
  return true;
}

// Finds the words of a rule in a tree.
class Matcher {
 public:
  Matcher(const Cues& cues, const Tokens& tokens, const Tree& tree) : cues_(cues), tokens_(tokens), tree_(tree) {}

  std::optional<std::vector<std::size_t>> find_words(const CueRule& rule, std::size_t head) const {
    std::vector<std::size_t> words = {head};
    for (std::size_t i = 1; i < rule.words.size(); ++i) {
      const auto found = find_below(rule.words[i], words);
      if (!found) return std::nullopt;
      words.push_back(*found);
    }
    return words;
  }

 private:
  // Children and grandchildren of the words found so far; the words of one cue stand close together.
  std::optional<std::size_t> find_below(const std::vector<std::string>& alternatives, const std::vector<std::size_t>& above) const {
    std::vector<std::size_t> level = above;
    constexpr int kDepth = 2;
    for (int depth = 0; depth < kDepth; ++depth) {
      std::vector<std::size_t> next;
      for (const std::size_t token : level)
        for (const std::size_t child : tree_.children(token)) {
          if (!belongs_to_cue(tree_.word(child)) || introduces_cue(child, above.front())) continue;
          if (fits(alternatives, child) && std::find(above.begin(), above.end(), child) == above.end()) return child;
          next.push_back(child);
        }
      level = std::move(next);
    }
    return std::nullopt;
  }

  // "to" of "to ask" is no part of "ask to": that is who is asked to do something.
  bool introduces_cue(std::size_t token, std::size_t head) const {
    const Word& word = tree_.word(token);
    return word.head == head && word.xpos == "TO" && is_relation(word.relation, "mark");
  }

  bool fits(const std::vector<std::string>& alternatives, std::size_t token) const {
    const auto lemmas = cues_.lemmas(token, tokens_, tree_);
    return std::any_of(lemmas.begin(), lemmas.end(), [&](const std::string& lemma) {
      return std::find(alternatives.begin(), alternatives.end(), lemma) != alternatives.end();
    });
  }

  const Cues& cues_;
  const Tokens& tokens_;
  const Tree& tree_;
};

// Participles stand as verbs or adjectives: "worried".
bool can_be(CueKind kind, const Word& word) {
  switch (kind) {
    case CueKind::verb:
    case CueKind::quote:
      return word.upos == "VERB" || word.upos == "AUX";
    case CueKind::adjective:
      return word.upos == "ADJ" || word.upos == "VERB";
    case CueKind::noun:
      return word.upos == "NOUN";
    case CueKind::source:
      return true;
  }
  return false;
}

bool negates(const Word& word) {
  for (const std::string_view lemma : {"not", "never", "no", "neither", "nor", "few", "little", "hardly", "scarcely"})
    if (word.lemma == lemma)
      return is_relation(word.relation, "advmod") || is_relation(word.relation, "det") || is_relation(word.relation, "amod") ||
             is_relation(word.relation, "cc:preconj") || (word.lemma == "nor" && is_relation(word.relation, "cc"));
  return is_relation(word.relation, "mark") && word.lemma == "without";
}

bool is_nobody(std::size_t token, const Tree& tree) {
  const Word& word = tree.word(token);
  if (word.lemma == "nobody" || word.lemma == "none" || word.lemma == "neither") return true;
  for (const std::size_t child : tree.children(token)) {
    const Word& before = tree.word(child);
    const bool counts = is_relation(before.relation, "det") || is_relation(before.relation, "cc:preconj");
    if (counts && (before.lemma == "no" || before.lemma == "neither")) return true;
  }
  return false;
}

}  // namespace

const std::vector<std::string_view>& speech_acts() {
  static const std::vector<std::string_view> acts = {
      "assert",    "stress",  "confirm",  "announce", "inform",  "deny",    "doubt",  "accuse", "blame",        "criticise",
      "condemn",   "warn",    "threaten", "promise",  "offer",   "agree",   "refuse", "reject", "decline",      "no-knowledge",
      "request",   "demand",  "order",    "invite",   "propose", "ask",     "praise", "thank",  "congratulate", "condole",
      "apologise", "welcome", "expect",   "hope",     "fear",    "believe", "want",   "predict"};
  return acts;
}

bool is_negated(const std::vector<std::size_t>& words, const Tree& tree) {
  for (const std::size_t token : words) {
    for (const std::size_t child : tree.children(token))
      if (negates(tree.word(child))) return true;
    for (const std::size_t subject : tree.children(token, "nsubj"))
      if (is_nobody(subject, tree)) return true;
  }
  return false;
}

std::vector<std::string> Cues::lemmas(std::size_t token, const Tokens& tokens, const Tree& tree) const {
  std::vector<std::string> found = {tree.word(token).lemma};
  const auto by_form = lemmas_.find(lower(tokens.tokens[token].form));
  if (by_form != lemmas_.end()) found.insert(found.end(), by_form->second.begin(), by_form->second.end());
  return found;
}

std::optional<CueMatch> Cues::match(std::size_t token, const Tokens& tokens, const Tree& tree) const {
  std::optional<CueMatch> best;
  for (const std::string& lemma : lemmas(token, tokens, tree)) {
    const auto candidates = by_head_.find(lemma);
    if (candidates == by_head_.end()) continue;
    for (const std::size_t index : candidates->second) {
      const CueRule& rule = rules_[index];
      if (!can_be(rule.kind, tree.word(token)) || (best && rule.words.size() <= best->rule->words.size())) continue;
      if (auto words = Matcher(*this, tokens, tree).find_words(rule, token)) best = CueMatch{&rule, *std::move(words), false};
    }
  }
  if (best) best->negated = is_negated(best->words, tree);
  return best;
}

Result<Cues> Cues::load(const std::string& folder) {
  Cues cues;
  auto rules = load_cues(folder + "/cues.tsv");
  if (!rules) return rules.error();
  const auto forms = load_forms(folder + "/forms.tsv", *rules);
  if (!forms) return forms.error();
  auto contents = load_patterns<ContentRule>(folder + "/contents.tsv", "act", true);
  if (!contents) return contents.error();
  auto media = load_patterns<MediumRule>(folder + "/media.tsv", "medium", false);
  if (!media) return media.error();
  auto stand_ins = load_stand_ins(folder + "/stand_ins.tsv");
  if (!stand_ins) return stand_ins.error();
  cues.rules_ = *std::move(rules);
  for (std::size_t i = 0; i < cues.rules_.size(); ++i)
    for (const std::string& head : cues.rules_[i].words.front()) cues.by_head_[head].push_back(i);
  for (const auto& [form, lemmas] : *forms) cues.lemmas_[form] = {lemmas.begin(), lemmas.end()};
  cues.contents_ = *std::move(contents);
  cues.media_ = *std::move(media);
  cues.stand_ins_ = *std::move(stand_ins);
  return cues;
}

}  // namespace casus
