// What words say of quantities. Files: rules/quantities/ (its README says what each is), and the lexicon's irregular forms.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "casus/result.h"
#include "syntax/parse.h"

namespace casus {

enum class NumberWord { numeral, factor, plural, vague, vague_after_a, pair, fraction };
enum class Bound { least, most, about };

// "at least", before or after a numeral: forms in lower case.
struct BoundPhrase {
  std::vector<std::string> words;
  Bound bound = Bound::about;
};

// A word beside a predicate: one of the words of its cell.
struct Companion {
  enum class Kind { word, coordinated, sentence, place, state, sector };
  Kind kind = Kind::word;
  std::string text;
};

// What is counted, by its noun. `name` is a class of classes.tsv, or one of those with a meaning of their own.
struct CountedClass {
  std::string name;
  std::string what;  // empty where the predicate alone tells
  std::string unit;
};

// What a row of predicates.tsv has in its column `what` where the noun tells, or what was counted before.
inline constexpr std::string_view kByTheNoun = "=";
inline constexpr std::string_view kByTheCount = "^";

// A row of predicates.tsv.
struct CountRule {
  std::vector<std::string> predicates;  // lemmas; "*" is any
  std::vector<Companion> wanted;        // one of them
  std::vector<Companion> unwanted;
  std::vector<std::string> slots;
  std::vector<std::string> counted;  // classes; "*" is any
  std::string what;
  std::string owner;  // a slot, or empty
  bool total = false;
  bool superseded = false;
  std::string example;
  std::string place;  // file and line
};

struct Currency {
  std::string country;  // empty: where no other country is told
  std::string code;     // ISO 4217
};

class QuantityRules {
 public:
  // `folder` is rules/. Errors name file and line, and what was expected.
  static Result<QuantityRules> load(const std::string& folder);

  // In lower case; nothing where the form is no such word.
  std::optional<double> number_word(const std::string& form, NumberWord kind) const;
  const std::vector<BoundPhrase>& before() const { return before_; }
  const std::vector<BoundPhrase>& after() const { return after_; }
  // Of a noun and, where there is one, the word before it in its phrase; null where no table has it.
  const CountedClass* counted_class(const std::string& before, const std::string& noun) const;
  const std::vector<Currency>* currency(const std::string& word) const;
  const std::vector<CountRule>& count_rules() const { return count_rules_; }
  // Indices of uses at a lemma, those of "*" among them, in the order in which they are tried.
  const std::vector<std::size_t>& count_rules_at(const std::string& lemma) const;
  bool contains(const std::string& wide, const std::string& narrow) const;  // classes; each contains itself
  // Whether figures of this kind are told of events of this type beyond their clause.
  bool may_belong(const std::string& what, const std::string& type) const;
  // Whether the lemma ends with a word of the class.
  bool ends_with(std::string_view word_class, const std::string& lemma) const;
  bool is(std::string_view word_class, const std::string& lemma) const;
  // The tagger's lemma, unless the form is an irregular or regular one of a word that the tables have and the tagger's lemma is none.
  std::string lemma(const std::string& form, const Word& tagged) const;

 private:
  class Loader;

  std::unordered_map<std::string, std::vector<std::pair<NumberWord, double>>> number_words_;
  std::vector<BoundPhrase> before_, after_;              // longest first
  std::unordered_map<std::string, CountedClass> nouns_;  // by "noun" or "modifier noun"
  std::unordered_map<std::string, std::vector<Currency>> currencies_;
  std::vector<CountRule> count_rules_;
  std::unordered_map<std::string, std::vector<std::size_t>> rule_index_;
  std::unordered_map<std::string, std::vector<std::string>> classes_;
  std::unordered_map<std::string, std::unordered_set<std::string>> words_;
  std::unordered_map<std::string, std::unordered_set<std::string>> types_;  // by kind
  std::set<std::string> vocabulary_;
  std::unordered_map<std::string, std::string> forms_;  // inflected -> lemma
};

}  // namespace casus
