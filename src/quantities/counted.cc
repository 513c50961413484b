#include "quantities/counted.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace casus {
namespace {

constexpr std::size_t kFarthest = 5;  // words between a numeral and its noun
constexpr int kDeepest = 3;
// A noun that no table has and no actor stands behind; a numeral alone.
const CountedClass kUnlisted = {.name = "unlisted", .what = {}, .unit = {}};
const CountedClass kFigure = {.name = "figure", .what = {}, .unit = {}};

class Counter {
 public:
  explicit Counter(const QuantityText& text) : text_(text) {}

  Counted count(const Amount& amount) const {
    Counted counted;
    counted.amount = amount;
    counted.words = amount.words;
    if (const auto money = currency(amount)) {
      counted.noun = money->first;
      counted.currency = money->second;
    } else {
      counted.noun = noun_of(amount);
    }
    counted.role = role_of(counted);
    if (counted.noun && !counted.currency) classify(counted);
    if (!counted.noun) counted.kind = &kFigure;
    else if (!counted.kind && !is_somebody(*counted.noun)) counted.kind = &kUnlisted;
    if (counted.noun) counted.words = {std::min(counted.words.first, *counted.noun), std::max(counted.words.last, *counted.noun + 1)};
    return counted;
  }

 private:
  const Word& word(std::size_t token) const { return text_.word(token); }
  TokenRange sentence(std::size_t token) const { return text_.tokens.sentences[text_.tokens.sentence_of(token)]; }

  std::optional<std::size_t> noun_of(const Amount& amount) const {
    const TokenRange numeral = amount.numeral;
    const TokenRange all = sentence(numeral.first);
    // "600-strong battle group", "12-man crew"
    if (all.contains(numeral.last + 1) && text_.forms[numeral.last] == "-" && text_.rules.is("sized", text_.forms[numeral.last + 1]))
      return head_after(numeral.last + 2, all);
    for (std::size_t token = numeral.last; token-- > numeral.first;) {
      const Word& w = word(token);
      const bool modifies = is_relation(w.relation, "nummod") || is_relation(w.relation, "compound") || is_relation(w.relation, "amod") ||
                            is_relation(w.relation, "det");
      if (w.head != kRoot && modifies && w.head >= amount.words.last && text_.is_nominal(w.head)) return w.head;
    }
    if (all.contains(amount.words.last) && text_.forms[amount.words.last] == "of") {
      for (std::size_t token = numeral.first; token < numeral.last; ++token)
        for (const std::size_t child : text_.tree.children(token))
          if (child > amount.words.last && text_.preposition(child) == "of") return of_noun(child);
      return std::nullopt;
    }
    return head_after(amount.words.last, all);
  }

  // "30 of them" counts what was counted before.
  std::optional<std::size_t> of_noun(std::size_t child) const {
    if (word(child).upos == "PRON") return std::nullopt;
    return child;
  }

  // The noun that follows with nothing but adjectives and nouns between, where the tree does not join them.
  std::optional<std::size_t> head_after(std::size_t first, TokenRange all) const {
    std::optional<std::size_t> noun;
    for (std::size_t token = first; all.contains(token) && token < first + kFarthest; ++token) {
      const Word& w = word(token);
      const bool quote = text_.forms[token] == "\"" || text_.forms[token] == "-";
      if (w.upos == "NOUN" || w.upos == "PROPN") noun = token;
      else if (noun || !(w.upos == "ADJ" || quote || text_.rules.is("more", text_.forms[token]))) break;
    }
    if (noun && word(*noun).upos == "PROPN" && !text_.actors.headed_by(*noun)) return std::nullopt;
    return noun;
  }

  // The word for the currency, and its code.
  std::optional<std::pair<std::size_t, std::string>> currency(const Amount& amount) const {
    const TokenRange all = sentence(amount.numeral.first);
    const std::size_t first = amount.numeral.first;
    if (first > all.first)
      if (auto code = code_of(first - 1, first - 1)) return std::pair(first - 1, *code);
    for (std::size_t token = amount.words.last; all.contains(token) && token < amount.words.last + 3; ++token) {
      if (auto code = code_of(token, amount.words.last)) return std::pair(token, *code);
      if (word(token).upos != "ADJ" && word(token).upos != "PROPN") break;
    }
    return std::nullopt;
  }

  // Words from `first` to the currency may say whose it is.
  std::optional<std::string> code_of(std::size_t token, std::size_t first) const {
    if (text_.is_verb(token)) return std::nullopt;
    const auto* known = text_.rules.currency(text_.lemmas[token]);
    if (!known) known = text_.rules.currency(text_.forms[token]);
    if (!known) return std::nullopt;
    const auto of_country = [&](const std::string& country) -> const Currency* {
      const auto found = std::find_if(known->begin(), known->end(), [&](const Currency& each) { return each.country == country; });
      return found == known->end() ? nullptr : &*found;
    };
    const bool ambiguous = known->size() > 1;
    for (std::size_t beside = token; ambiguous && beside-- > first;)
      if (const auto country = country_named(beside))
        if (const Currency* found = of_country(*country)) return found->code;
    // Symbols and codes stand for one currency; words may be those of whom the sentence is about.
    for (std::size_t before = first; ambiguous && before-- > sentence(first).first;)
      if (const auto country = country_named(before))
        if (const Currency* found = of_country(*country); found && !of_country("")) return found->code;
    if (const Currency* plain = of_country("")) return plain->code;
    return std::nullopt;
  }

  std::optional<std::string> country_named(std::size_t token) const {
    const ActorMention* mention = text_.actors.headed_by(token);
    if (!mention || mention->actors.size() != 1) return std::nullopt;
    return text_.actors.actors[mention->actors.front().index].country;
  }

  // Of numeral and noun the word whose head is neither.
  std::size_t role_of(const Counted& counted) const {
    const TokenRange numeral = counted.amount.numeral;
    const auto inside = [&](std::size_t token) { return numeral.contains(token) || (counted.noun && token == *counted.noun); };
    std::size_t at = counted.noun.value_or(numeral.last - 1);
    for (std::size_t steps = 0; steps < kFarthest; ++steps) {
      const std::size_t head = word(at).head;
      if (head == kRoot || !inside(head)) break;
      at = head;
    }
    return at;
  }

  bool is_somebody(std::size_t noun) const {
    return text_.actors.headed_by(noun) || (word(noun).upos == "PROPN" && word(noun).xpos == "NNPS");
  }

  void classify(Counted& counted) const {
    std::size_t noun = *counted.noun;
    counted.kind = kind_of(noun);
    for (int depth = 0; counted.kind && depth < kDeepest; ++depth) {
      const std::string& name = counted.kind->name;
      const bool measure = name == "mass" || name == "container";
      if (!measure && name != "collective") break;
      if (measure && counted.unit.empty()) counted.unit = counted.kind->unit;
      const auto content = content_of(noun);
      if (!content) {
        counted.kind = nullptr;
        return;
      }
      noun = *content;
      counted.kind = kind_of(noun);
      if (!measure) counted.noun = noun;
    }
    if (counted.kind && counted.unit.empty()) counted.unit = counted.kind->unit;
  }

  std::optional<std::size_t> content_of(std::size_t noun) const {
    for (const std::size_t child : text_.tree.children(noun))
      if (child > noun && text_.preposition(child) == "of" && text_.is_nominal(child)) return child;
    return std::nullopt;
  }

  const CountedClass* kind_of(std::size_t noun) const {
    const std::string& lemma = text_.lemmas[noun];
    for (const std::size_t child : text_.tree.children(noun)) {
      const std::string& relation = word(child).relation;
      if (child > noun || !(is_relation(relation, "compound") || is_relation(relation, "amod"))) continue;
      if (const CountedClass* pair = text_.rules.counted_class(text_.lemmas[child], lemma);
          pair && pair != text_.rules.counted_class("", lemma))
        return pair;
    }
    return text_.rules.counted_class("", lemma);
  }

  const QuantityText& text_;
};

class OwnerFinder {
 public:
  explicit OwnerFinder(const QuantityText& text) : text_(text) {}

  std::optional<ActorId> find(std::size_t token, int depth = 0) const {
    if (depth > kDeepest) return std::nullopt;
    const auto own = by_parts(token, depth);
    return own ? own : by_itself(token);
  }

 private:
  // A name, a pronoun, or people called by their country ("ten Thais"); what else an actor is, the words of his phrase must tell.
  std::optional<ActorId> by_itself(std::size_t token) const {
    const ActorMention* mention = text_.actors.headed_by(token);
    if (!mention || mention->actors.size() != 1) return std::nullopt;
    const ActorId id = mention->actors.front();
    const Actor& actor = text_.actors.actors[id.index];
    const bool told = mention->form != MentionForm::nominal || actor.kind == ActorKind::people || text_.word(token).upos == "PROPN" ||
                      has_name_before(token);
    if (!told || actor.country_from_report || !has_side(actor)) return std::nullopt;
    return id;
  }

  // "Ukrainian marines": the country that the actor has is told by an adjective or noun of his phrase.
  bool has_name_before(std::size_t token) const {
    const auto& children = text_.tree.children(token);
    return std::any_of(children.begin(), children.end(), [&](std::size_t child) {
      const std::string& relation = text_.word(child).relation;
      const bool modifies = is_relation(relation, "amod") || is_relation(relation, "compound") || is_relation(relation, "flat");
      return modifies && child < token && text_.tokens.tokens[child].form != text_.forms[child];
    });
  }

  std::optional<ActorId> by_parts(std::size_t token, int depth) const {
    const auto& children = text_.tree.children(token);
    const auto first_of = [&](auto&& fits) -> std::optional<ActorId> {
      for (const std::size_t child : children)
        if (fits(child))
          if (const auto found = find(child, depth + 1)) return found;
      return std::nullopt;
    };
    const auto relation = [&](std::size_t child, std::string_view wanted) { return is_relation(text_.word(child).relation, wanted); };
    if (const auto found =
            first_of([&](std::size_t child) { return relation(child, "amod") || relation(child, "compound") || relation(child, "flat"); }))
      return found;
    if (const auto found = name_before(token)) return found;
    if (const auto found = first_of([&](std::size_t child) { return relation(child, "nmod:poss"); })) return found;
    return first_of([&](std::size_t child) {
      if (child < token || !(relation(child, "nmod") || relation(child, "obl"))) return false;
      const std::string preposition = text_.preposition(child);
      return preposition == "of" || preposition == "from";
    });
  }

  // "Rapid Support Forces fighters", whatever the tree makes of it.
  std::optional<ActorId> name_before(std::size_t token) const {
    if (token == 0 || !text_.is_nominal(token)) return std::nullopt;
    const ActorMention* mention = text_.actors.covering(token - 1);
    if (!mention || mention->form != MentionForm::name || mention->range.last != token || mention->actors.size() != 1) return std::nullopt;
    if (text_.word(mention->head).upos == "NUM") return std::nullopt;
    const ActorId id = mention->actors.front();
    if (!has_side(text_.actors.actors[id.index])) return std::nullopt;
    return id;
  }

  const QuantityText& text_;
};

}  // namespace

Counted counted_by(const Amount& amount, const QuantityText& text) { return Counter(text).count(amount); }

std::optional<ActorId> told_owner(std::size_t token, const QuantityText& text) { return OwnerFinder(text).find(token); }

bool has_side(const Actor& actor) {
  constexpr std::size_t kCode = 3;
  return actor.country || (actor.code && actor.code->size() > kCode);
}

}  // namespace casus
