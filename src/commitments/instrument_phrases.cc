#include "commitments/instrument_phrases.h"

#include <algorithm>

#include "knowledge/words.h"

namespace casus {
namespace {

// "5", "IV"
bool is_article_number(std::string_view form) {
  const bool roman = form.find_first_not_of("IVX") == std::string_view::npos;
  return !form.empty() && (roman || (form.front() >= '0' && form.front() <= '9'));
}

// A name of treaties that stands in the text.
struct StandingName {
  TokenRange range;
  std::vector<const TreatyName*> names;
};

class PhraseFinder {
 public:
  PhraseFinder(const Document& document, const Tokens& tokens, const Tree& tree, const InstrumentRules& rules)
      : document_(document), tokens_(tokens), tree_(tree), rules_(rules) {}

  std::vector<InstrumentPhrase> find() {
    for (const TokenRange sentence : tokens_.sentences) find_in(sentence);
    join_articles();
    return std::move(phrases_);
  }

 private:
  void find_in(TokenRange sentence) {
    std::vector<std::optional<StandingName>> names(sentence.size());
    for (std::size_t token = sentence.first; token < sentence.last; ++token) {
      auto name = name_at(token, sentence.last);
      if (!name) continue;
      token = name->range.last - 1;
      const std::size_t head = head_of(name->range);
      names[head - sentence.first] = std::move(name);
    }
    for (std::size_t token = sentence.first; token < sentence.last; ++token) add(token, names[token - sentence.first]);
  }

  std::optional<StandingName> name_at(std::size_t first, std::size_t end) const {
    const auto begin = rules_.words_of(tokens_.tokens[first].form);
    const auto found = begin.empty() ? rules_.names.end() : rules_.names.find(begin.front());
    if (found == rules_.names.end()) return std::nullopt;
    StandingName standing;
    for (const TreatyName& name : found->second) {
      if (!standing.names.empty() && name.words.size() < standing.names.front()->words.size()) break;
      const auto last = end_of(name, first, end);
      if (!last) continue;
      standing.range = {first, *last};
      standing.names.push_back(&name);
    }
    return standing.names.empty() ? std::nullopt : std::optional(standing);
  }

  // The token after the name, if the name stands there.
  std::optional<std::size_t> end_of(const TreatyName& name, std::size_t first, std::size_t end) const {
    std::size_t matched = 0;
    for (std::size_t token = first; token < end; ++token) {
      const std::string& form = tokens_.tokens[token].form;
      if (name.acronym && !is_acronym(form)) return std::nullopt;
      for (const std::string& word : rules_.words_of(form)) {
        if (matched == name.words.size() || word != name.words[matched]) return std::nullopt;
        ++matched;
      }
      if (matched == name.words.size()) return token + 1;
    }
    return std::nullopt;
  }

  // The last token of the range that hangs outside; of "the ANZUS treaty" the noun after it.
  std::size_t head_of(TokenRange range) const {
    std::size_t head = range.last - 1;
    for (std::size_t token = range.first; token < range.last; ++token) {
      const std::size_t above = tree_.word(token).head;
      if (above == kRoot || !range.contains(above)) head = token;
    }
    const std::size_t above = tree_.word(head).head;
    return modifies_noun(head, tree_) && above > head && names_instrument(above) ? above : head;
  }

  bool names_instrument(std::size_t token) const {
    const InstrumentNoun* noun = rules_.noun(token, tree_);
    return noun && noun->kind != InstrumentKind::none && noun->kind != InstrumentKind::part;
  }

  void add(std::size_t token, const std::optional<StandingName>& name) {
    const InstrumentNoun* noun = rules_.noun(token, tree_);
    if (!name && (!noun || noun->kind == InstrumentKind::none)) return;
    if (!phrases_.empty() && phrases_.back().range.contains(token)) return;
    InstrumentPhrase phrase{.head = token, .noun = token, .name = name_around(token, name)};
    if (noun && noun->kind != InstrumentKind::none) phrase.kind = noun->kind;
    phrase.range = phrase.name;
    if (name) phrase.names = name->names;
    if (phrase.kind == InstrumentKind::part && !name && !take_number(phrase)) return;
    phrases_.push_back(std::move(phrase));
  }

  bool take_number(InstrumentPhrase& phrase) const {
    const std::size_t first = phrase.noun + 1;
    if (first >= tokens_.tokens.size() || !is_article_number(tokens_.tokens[first].form)) return false;
    std::size_t last = first + 1;
    if (last + 2 < tokens_.tokens.size() && tokens_.tokens[last].form == "(" && tokens_.tokens[last + 2].form == ")") last += 3;
    phrase.article = slice(document_, tokens_.span({first, last}));
    phrase.name = phrase.range = {phrase.noun, last};
    return true;
  }

  TokenRange name_around(std::size_t noun, const std::optional<StandingName>& standing) const {
    TokenRange name{noun, noun + 1};
    while (name.first > 0 && belongs_before(name.first - 1, noun)) --name.first;
    while (name.first < noun && is_passing(name.first)) ++name.first;
    for (const std::size_t child : tree_.children(noun))
      if (child >= name.last && tree_.extent(child).first == name.last && belongs_after(child)) name.last = end_of_core(child);
    if (standing) name = {std::min(name.first, standing->range.first), std::max(name.last, standing->range.last)};
    return name;
  }

  bool belongs_before(std::size_t token, std::size_t noun) const {
    const Word& word = tree_.word(token);
    if (word.head == kRoot) return false;
    if (word.upos == "PUNCT") return tokens_.tokens[token].form == "-";
    if (word.upos == "DET" || word.upos == "PRON" || word.upos == "VERB" || !modifies_noun(token, tree_)) return false;
    const bool beside = modifies_noun(noun, tree_) && word.head == tree_.word(noun).head;
    return word.head == noun || beside || (word.head > token && word.head < noun && belongs_before(word.head, noun));
  }

  bool is_passing(std::size_t token) const {
    const auto words = key_words(tokens_.tokens[token].form);
    return tree_.word(token).xpos != "NNP" && std::all_of(words.begin(), words.end(), [&](const std::string& word) {
             return (rules_.passing.contains(word) || rules_.unmade.contains(word)) && !rules_.tells_kind(word);
           });
  }

  bool belongs_after(std::size_t child) const {
    const std::string& relation = tree_.word(child).relation;
    if (is_relation(relation, "flat") || is_relation(relation, "nummod") || is_relation(relation, "compound")) return true;
    if (!is_relation(relation, "nmod")) return false;
    const auto cases = tree_.children(child, "case");
    return std::any_of(cases.begin(), cases.end(), [&](std::size_t each) { return rules_.of.contains(tree_.word(each).lemma); });
  }

  // Without clauses about it.
  std::size_t end_of_core(std::size_t child) const {
    std::size_t last = child + 1;
    for (const std::size_t below : tree_.children(child))
      if (below == last && (is_relation(tree_.word(below).relation, "flat") || is_relation(tree_.word(below).relation, "nummod"))) ++last;
    return last;
  }

  // "article 4 of the Collective Security Treaty", "the treaty's article 4"
  void join_articles() {
    std::vector<InstrumentPhrase> joined;
    for (std::size_t i = 0; i < phrases_.size(); ++i) {
      InstrumentPhrase& phrase = phrases_[i];
      const auto is_whole = [&](const InstrumentPhrase& other) {
        return tree_.word(other.noun).head == phrase.noun && is_relation(tree_.word(other.noun).relation, "nmod") &&
               other.kind != InstrumentKind::part;
      };
      if (!phrase.article) {
        joined.push_back(std::move(phrase));
        continue;
      }
      if (i + 1 < phrases_.size() && is_whole(phrases_[i + 1])) {
        InstrumentPhrase& whole = phrases_[i + 1];
        whole.article = phrase.article;
        whole.head = phrase.head;
        whole.range.first = phrase.range.first;
      } else if (!joined.empty() && is_whole(joined.back())) {
        joined.back().article = phrase.article;
        joined.back().head = phrase.head;
        joined.back().range.last = phrase.range.last;
      } else if (!is_of_something(phrase)) {
        joined.push_back(std::move(phrase));
      }
    }
    phrases_ = std::move(joined);
  }

  // "article 5 of the electoral law"
  bool is_of_something(const InstrumentPhrase& phrase) const {
    const auto& children = tree_.children(phrase.noun);
    return std::any_of(children.begin(), children.end(), [&](std::size_t child) {
      return child >= phrase.range.last && is_relation(tree_.word(child).relation, "nmod") && belongs_after(child);
    });
  }

  const Document& document_;
  const Tokens& tokens_;
  const Tree& tree_;
  const InstrumentRules& rules_;
  std::vector<InstrumentPhrase> phrases_;
};

}  // namespace

bool modifies_noun(std::size_t token, const Tree& tree) {
  const std::string& relation = tree.word(token).relation;
  return is_relation(relation, "compound") || is_relation(relation, "amod") || is_relation(relation, "nummod") ||
         is_relation(relation, "flat");
}

std::vector<InstrumentPhrase> find_instrument_phrases(const Document& document, const Tokens& tokens, const Tree& tree,
                                                      const InstrumentRules& rules) {
  return PhraseFinder(document, tokens, tree, rules).find();
}

}  // namespace casus
