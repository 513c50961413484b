#include "quantities/quantity_rules.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "core/inflections.h"
#include "core/rule_table.h"

namespace casus {
namespace {

std::optional<double> value_of(const std::string& text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::optional<NumberWord> number_word_kind(const std::string& name) {
  static constexpr std::array<std::pair<std::string_view, NumberWord>, 7> kKinds = {{{"numeral", NumberWord::numeral},
                                                                                     {"factor", NumberWord::factor},
                                                                                     {"plural", NumberWord::plural},
                                                                                     {"vague", NumberWord::vague},
                                                                                     {"vague-after-a", NumberWord::vague_after_a},
                                                                                     {"pair", NumberWord::pair},
                                                                                     {"fraction", NumberWord::fraction}}};
  for (const auto& [text, kind] : kKinds)
    if (text == name) return kind;
  return std::nullopt;
}

std::optional<Bound> bound_named(const std::string& name) {
  if (name == "least") return Bound::least;
  if (name == "most") return Bound::most;
  if (name == "about") return Bound::about;
  return std::nullopt;
}

Companion companion(std::string_view text) {
  if (text.starts_with('+')) return {Companion::Kind::coordinated, std::string(text.substr(1))};
  if (text.starts_with('~')) return {Companion::Kind::sentence, std::string(text.substr(1))};
  if (text == "<place>") return {Companion::Kind::place, {}};
  if (text == "<state>") return {Companion::Kind::state, {}};
  if (text.starts_with('<') && text.ends_with('>')) return {Companion::Kind::sector, std::string(text.substr(1, text.size() - 2))};
  return {Companion::Kind::word, std::string(text)};
}

}  // namespace

class QuantityRules::Loader {
 public:
  explicit Loader(const std::string& folder) : folder_(folder) {}

  Result<QuantityRules> load() {
    for (const auto step :
         {&Loader::load_numerals, &Loader::load_bounds, &Loader::load_classes, &Loader::load_nouns, &Loader::load_currencies,
          &Loader::load_words, &Loader::load_kinds, &Loader::load_count_rules, &Loader::load_inflections})
      if (const auto error = (this->*step)()) return *error;
    index_count_rules();
    index_forms();
    return std::move(rules_);
  }

 private:
  using Row = std::vector<std::string>;

  template <class Take>
  std::optional<Error> each_row(const std::string& file, const std::vector<std::string>& columns, Take take) {
    const auto table = read_rules(folder_ + "/" + file, columns);
    if (!table) return table.error();
    for (std::size_t i = 0; i < table->rows.size(); ++i) {
      place_ = table->place(i);
      problem_.clear();
      take(table->rows[i]);
      if (!problem_.empty()) return Error{place_ + ": " + problem_};
    }
    return std::nullopt;
  }

  std::optional<Error> load_numerals() {
    return each_row("quantities/numerals.tsv", {"kind", "words", "value"}, [&](const Row& row) {
      const auto kind = number_word_kind(row[0]);
      const auto value = value_of(row[2]);
      if (!kind) problem_ = "unknown kind '" + row[0] + "'; kinds are numeral, factor, plural, vague, vague-after-a, pair, fraction";
      else if (!value) problem_ = "'" + row[2] + "' is not a number";
      else
        for (const std::string& word : split(row[1], ' ')) rules_.number_words_[word].emplace_back(*kind, *value);
    });
  }

  std::optional<Error> load_bounds() {
    const auto error = each_row("quantities/bounds.tsv", {"side", "words", "bound"}, [&](const Row& row) {
      const auto bound = bound_named(row[2]);
      if (!bound) problem_ = "unknown bound '" + row[2] + "'; bounds are least, most, about";
      else if (row[0] == "before") rules_.before_.push_back({split(row[1], ' '), *bound});
      else if (row[0] == "after") rules_.after_.push_back({split(row[1], ' '), *bound});
      else problem_ = "unknown side '" + row[0] + "'; sides are before, after";
    });
    const auto longer = [](const BoundPhrase& a, const BoundPhrase& b) { return a.words.size() > b.words.size(); };
    std::stable_sort(rules_.before_.begin(), rules_.before_.end(), longer);
    std::stable_sort(rules_.after_.begin(), rules_.after_.end(), longer);
    return error;
  }

  std::optional<Error> load_classes() {
    return each_row("quantities/classes.tsv", {"class", "has"}, [&](const Row& row) {
      rules_.classes_[row[0]] = split(row[1], ' ');
      known_classes_.insert(row[0]);
      known_classes_.insert(rules_.classes_[row[0]].begin(), rules_.classes_[row[0]].end());
    });
  }

  std::optional<Error> load_nouns() {
    return each_row("quantities/nouns.tsv", {"class", "words", "what", "unit"}, [&](const Row& row) {
      for (const std::string& words : split(row[1], '|')) {
        rules_.nouns_[words] = {.name = row[0], .what = row[2], .unit = row[3]};
        for (const std::string& word : split(words, ' ')) rules_.vocabulary_.insert(word);
      }
      known_classes_.insert(row[0]);
    });
  }

  std::optional<Error> load_currencies() {
    return each_row("quantities/currencies.tsv", {"words", "country", "code"}, [&](const Row& row) {
      for (const std::string& word : split(row[0], ' ')) {
        rules_.currencies_[word].push_back({.country = row[1], .code = row[2]});
        rules_.vocabulary_.insert(word);
      }
    });
  }

  std::optional<Error> load_words() {
    return each_row("quantities/words.tsv", {"class", "words"}, [&](const Row& row) {
      for (const std::string& word : split(row[1], ' ')) {
        rules_.words_[row[0]].insert(word);
        rules_.vocabulary_.insert(word);
      }
    });
  }

  std::optional<Error> load_kinds() {
    return each_row("quantities/kinds.tsv", {"what", "types"}, [&](const Row& row) {
      for (const std::string& type : split(row[1], ' ')) rules_.types_[row[0]].insert(type);
    });
  }

  std::optional<Error> load_count_rules() {
    return each_row("quantities/predicates.tsv", {"predicate", "with", "slot", "counted", "what", "owner", "as", "example"},
                    [&](const Row& row) {
                      CountRule rule{.predicates = split(row[0], '|'),
                                     .wanted = {},
                                     .unwanted = {},
                                     .slots = split(row[2], '|'),
                                     .counted = split(row[3], '|'),
                                     .what = row[4],
                                     .owner = row[5],
                                     .total = row[6] == "total",
                                     .superseded = row[6] == "superseded",
                                     .example = row[7],
                                     .place = place_};
                      for (const std::string& word : split(row[1], '|')) add_companion(word, rule);
                      for (const std::string& name : rule.counted)
                        if (name != "*" && !known_classes_.contains(name))
                          problem_ = "unknown class '" + name + "'; classes are in classes.tsv and nouns.tsv";
                      if (rule.predicates.empty() || rule.slots.empty() || rule.counted.empty() || rule.what.empty())
                        problem_ = "predicate, slot, counted and what must be there";
                      if (!row[6].empty() && !rule.total && !rule.superseded)
                        problem_ = "unknown '" + row[6] + "' in the column as; it may be total, superseded or empty";
                      for (const std::string& lemma : rule.predicates) rules_.vocabulary_.insert(lemma);
                      rules_.count_rules_.push_back(std::move(rule));
                    });
  }

  void add_companion(std::string_view text, CountRule& rule) {
    const bool wanted = !text.starts_with('!');
    const Companion one = companion(wanted ? text : text.substr(1));
    if (!one.text.empty() && one.kind != Companion::Kind::sector) rules_.vocabulary_.insert(one.text);
    (wanted ? rule.wanted : rule.unwanted).push_back(one);
  }

  std::optional<Error> load_inflections() {
    return each_row("lexicon/parts/inflections.tsv", {"lemma", "forms"}, [&](const Row& row) {
      for (const std::string& form : split(row[1], ' ')) irregular_[form] = row[0];
    });
  }

  void index_count_rules() {
    std::vector<std::size_t> order(rules_.count_rules_.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      return !rules_.count_rules_[a].wanted.empty() && rules_.count_rules_[b].wanted.empty();
    });
    for (const std::size_t i : order)
      for (const std::string& lemma : rules_.count_rules_[i].predicates) rules_.rule_index_[lemma].push_back(i);
  }

  void index_forms() {
    for (const std::string& word : rules_.vocabulary_)
      for (const std::string& form : regular_forms(word)) rules_.forms_.emplace(form, word);
    for (const std::string& word : rules_.vocabulary_) rules_.forms_[word] = word;
    for (const auto& [form, lemma] : irregular_) rules_.forms_[form] = lemma;
  }

  const std::string& folder_;
  QuantityRules rules_;
  std::unordered_set<std::string> known_classes_;
  std::unordered_map<std::string, std::string> irregular_;
  std::string place_;
  std::string problem_;
};

Result<QuantityRules> QuantityRules::load(const std::string& folder) { return Loader(folder).load(); }

std::optional<double> QuantityRules::number_word(const std::string& form, NumberWord kind) const {
  const auto found = number_words_.find(form);
  if (found == number_words_.end()) return std::nullopt;
  for (const auto& [of_kind, value] : found->second)
    if (of_kind == kind) return value;
  return std::nullopt;
}

const CountedClass* QuantityRules::counted_class(const std::string& before, const std::string& noun) const {
  if (const auto found = nouns_.find(before + " " + noun); found != nouns_.end()) return &found->second;
  const auto found = nouns_.find(noun);
  return found == nouns_.end() ? nullptr : &found->second;
}

const std::vector<Currency>* QuantityRules::currency(const std::string& word) const {
  const auto found = currencies_.find(word);
  return found == currencies_.end() ? nullptr : &found->second;
}

const std::vector<std::size_t>& QuantityRules::count_rules_at(const std::string& lemma) const {
  static const std::vector<std::size_t> kNone;
  const auto found = rule_index_.find(lemma);
  return found == rule_index_.end() ? kNone : found->second;
}

bool QuantityRules::contains(const std::string& wide, const std::string& narrow) const {
  if (wide == "*" || wide == narrow) return true;
  const auto found = classes_.find(wide);
  return found != classes_.end() && std::find(found->second.begin(), found->second.end(), narrow) != found->second.end();
}

bool QuantityRules::is(std::string_view word_class, const std::string& lemma) const {
  const auto found = words_.find(std::string(word_class));
  return found != words_.end() && found->second.contains(lemma);
}

bool QuantityRules::may_belong(const std::string& what, const std::string& type) const {
  const auto found = types_.find(what);
  return found != types_.end() && found->second.contains(type);
}

bool QuantityRules::ends_with(std::string_view word_class, const std::string& lemma) const {
  const auto found = words_.find(std::string(word_class));
  return found != words_.end() &&
         std::any_of(found->second.begin(), found->second.end(), [&](const std::string& ending) { return lemma.ends_with(ending); });
}

std::string QuantityRules::lemma(const std::string& form, const Word& tagged) const {
  if (tagged.upos != "PROPN" && vocabulary_.contains(tagged.lemma)) return tagged.lemma;
  const auto found = forms_.find(form);
  return found == forms_.end() ? tagged.lemma : found->second;
}

}  // namespace casus
