#include "quantities/quantities.h"

#include <algorithm>

#include "core/unicode.h"
#include "quantities/amounts.h"
#include "quantities/counted.h"
#include "quantities/fitting.h"
#include "quantities/quantity_text.h"

namespace casus {
namespace {

constexpr std::string_view kMoney = "money";
constexpr std::string_view kUncounted = "none";
constexpr std::string_view kItself = "itself";
constexpr std::string_view kGoods = "goods";
const CountedClass kSomebody = {.name = "people", .what = {}, .unit = {}};

class Reader {
 public:
  Reader(const Document& document, const QuantityText& text, const Dates& dates) : document_(document), text_(text), dates_(dates) {}

  Quantities read(const std::vector<Amount>& amounts) {
    for (const Amount& amount : amounts)
      if (!is_date(amount) && !is_age(amount) && !is_name(amount) && !is_attribute(amount)) add(counted_by(amount, text_));
    return std::move(found_);
  }

 private:
  const Word& word(std::size_t token) const { return text_.word(token); }
  TokenRange sentence(std::size_t token) const { return text_.tokens.sentences[text_.tokens.sentence_of(token)]; }

  std::string form_before(const Amount& amount) const {
    const std::size_t first = amount.words.first;
    return first > sentence(first).first ? text_.forms[first - 1] : std::string();
  }

  bool is_date(const Amount& amount) const {
    return std::any_of(dates_.mentions.begin(), dates_.mentions.end(), [&](const DateMention& mention) {
      return mention.range.first < amount.numeral.last && amount.numeral.first < mention.range.last;
    });
  }
  bool is_age(const Amount& amount) const { return text_.rules.is("age", form_before(amount)); }
  bool is_name(const Amount& amount) const { return text_.rules.is("abbreviation", form_before(amount)) && !is_counting_article(amount); }
  // "a two-day visit", "a 12-year-old", but a "600-strong" force
  bool is_attribute(const Amount& amount) const {
    const std::size_t hyphen = amount.words.last;
    const TokenRange all = sentence(amount.words.first);
    return all.contains(hyphen + 1) && text_.forms[hyphen] == "-" && !text_.tokens.tokens[hyphen - 1].space_after &&
           !text_.rules.is("sized", text_.forms[hyphen + 1]);
  }
  // "the number 12 rose" names, "a number of 12" counts.
  bool is_counting_article(const Amount& amount) const { return amount.words.first != amount.numeral.first; }

  void add(const Counted& counted) {
    if (counted.kind && counted.kind->name == kUncounted) return;
    Quantity quantity{.number = {}, .role = counted.role, .predicate = counted.role};
    if (counted.currency) {
      quantity.number.what = kMoney;
      quantity.number.unit = *counted.currency;
      if (const auto hangs_on = holds(counted); !hangs_on.empty()) quantity.predicate = hangs_on.front().predicate;
    } else if (!tell(counted, quantity)) {
      return;
    }
    quantity.number.low = counted.amount.low;
    quantity.number.high = counted.amount.high;
    const Span span = text_.tokens.span(counted.words);
    quantity.number.text = slice(document_, span);
    quantity.number.spans = {span};
    kinds_.push_back(counted.kind);
    found_.quantities.push_back(std::move(quantity));
  }

  std::vector<Hold> holds(const Counted& counted) const {
    return holds_of(counted.role, counted.noun.value_or(counted.role), counted.amount.words, text_);
  }

  // What, whose, and how it stands to the figures before it; false where it counts nothing that happens.
  bool tell(Counted counted, Quantity& quantity) const {
    const CountedClass* kind = counted.kind;
    const bool itself = kind && kind->name == kItself;
    const Quantity* whole = whole_before(counted);
    const bool part = whole && (is_part(counted) || (!counted.noun && told_by_predicate(counted)));
    std::optional<FittingRule> fitting;
    const auto hangs_on = holds(counted);
    if (itself) {
      fitting = fitting_rule({{.predicate = *counted.noun, .slot = "self"}}, kind, text_);
      // "Three of the injured died": what became of a part.
      if (!fitting && counted.role != *counted.noun)
        if ((fitting = fitting_rule(hangs_on, &kSomebody, text_))) counted.kind = &kSomebody;
      if (!fitting)
        if (auto toll = fitting_rule(hangs_on, nullptr, text_); toll && toll->rule->what == kind->what) fitting = std::move(toll);
    } else {
      if (!counted.noun && whole && kinds_.back() != counted.kind && kinds_.back() && kinds_.back()->name != kItself)
        if ((fitting = fitting_rule(hangs_on, kinds_.back(), text_))) counted.kind = kinds_.back();
      if (!fitting) fitting = fitting_rule(hangs_on, kind, text_);
    }
    quantity.number.what = what_of(fitting, counted, whole);
    if (quantity.number.what.empty() && (part || is_withdrawn(counted, hangs_on)) && whole) quantity.number.what = whole->number.what;
    if (quantity.number.what.empty()) quantity.number.what = what_of_like(counted);
    if (quantity.number.what.empty()) return false;
    if (fitting) {
      quantity.rule = fitting->rule;
      quantity.predicate = fitting->hold.predicate;
      quantity.number.total = fitting->rule->total;
    }
    quantity.number.part = part;
    quantity.superseded = (fitting && fitting->rule->superseded) || is_withdrawn(counted, hangs_on);
    if (!counted.unit.empty()) quantity.number.unit = counted.unit;
    if (auto whose = owner(counted, fitting, part ? whole : nullptr)) {
      quantity.number.of = whose->actor;
      quantity.side = std::move(whose->side);
    }
    return true;
  }

  std::string what_of(const std::optional<FittingRule>& fitting, const Counted& counted, const Quantity* whole) const {
    const std::string by_noun = counted.kind ? counted.kind->what : std::string();
    if (counted.kind && counted.kind->name == kItself && !(fitting && fitting->hold.slot == "self")) return by_noun;
    if (!fitting || fitting->rule->what == kByTheNoun) return by_noun;
    if (fitting->rule->what != kByTheCount) return fitting->rule->what;
    const std::string told = what_is_counted_by(fitting->companion.value_or(fitting->hold.predicate));
    if (!told.empty()) return told;
    return by_noun.empty() && whole ? whole->number.what : by_noun;
  }

  // "Five were killed in Homs, three in Hama": a figure without a predicate has that of the one it is joined to.
  std::string what_of_like(const Counted& counted) const {
    if (counted.noun || found_.quantities.empty()) return {};
    const Quantity& before = found_.quantities.back();
    const Word& w = word(counted.role);
    const bool joined = is_relation(w.relation, "conj") || is_relation(w.relation, "parataxis") || is_relation(w.relation, "appos") ||
                        is_relation(w.relation, "list") || is_relation(w.relation, "dep") || is_relation(w.relation, "orphan");
    const bool to_it = w.head == before.role || w.head == before.predicate;
    return joined && to_it ? before.number.what : std::string();
  }

  // "the number of people killed", "the number held"
  std::string what_is_counted_by(std::size_t noun) const {
    for (const std::size_t child : text_.tree.children(noun)) {
      if (child < noun || text_.preposition(child) != "of") continue;
      const CountedClass* kind = text_.rules.counted_class("", text_.lemmas[child]);
      if (kind && kind->name == kItself) return kind->what;
      const auto fitting = fitting_rule(clauses_of(child), kind, text_);
      if (fitting && fitting->rule->what != kByTheCount && fitting->rule->what != kByTheNoun) return fitting->rule->what;
      if (kind && !kind->what.empty()) return kind->what;
    }
    const auto fitting = fitting_rule(clauses_of(noun), nullptr, text_);
    return fitting && fitting->rule->what != kByTheCount && fitting->rule->what != kByTheNoun ? fitting->rule->what : std::string();
  }

  std::vector<Hold> clauses_of(std::size_t noun) const {
    std::vector<Hold> holds;
    for (const std::size_t clause : text_.tree.children(noun, "acl")) holds.push_back({.predicate = clause, .slot = "object"});
    return holds;
  }

  // The last figure that is no part, in this sentence or, if the figure opens its own, the one before.
  const Quantity* whole_before(const Counted& counted) const {
    const std::size_t here = text_.tokens.sentence_of(counted.role);
    for (auto quantity = found_.quantities.rbegin(); quantity != found_.quantities.rend(); ++quantity) {
      if (text_.tokens.sentence_of(quantity->role) + 1 < here) return nullptr;
      if (!quantity->number.part && quantity->number.what != kMoney) return &*quantity;
    }
    return nullptr;
  }

  // "including three children", "32 of them", "of whom 30", and what is coordinated with such.
  bool is_part(const Counted& counted) const {
    const TokenRange all = sentence(counted.role);
    const TokenRange words = counted.amount.words;
    const auto form = [&](std::size_t token) { return all.contains(token) ? text_.forms[token] : std::string(); };
    const auto lemma = [&](std::size_t token) { return all.contains(token) ? text_.lemmas[token] : std::string(); };
    const auto is_of_whole = [&](std::size_t at) {
      return (form(at) == "of" || form(at) == "among") && text_.rules.is("whole", form(at + 1));
    };
    if (words.first > all.first && text_.rules.is("part", lemma(words.first - 1))) return true;
    if (words.first > all.first + 1 && is_of_whole(words.first - 2)) return true;
    if (is_of_whole(words.last) || is_of_whole(counted.words.last)) return true;
    const std::size_t head = counted.noun.value_or(counted.role);
    for (const std::size_t child : text_.tree.children(head)) {
      if (is_relation(word(child).relation, "case") && text_.rules.is("part", text_.lemmas[child])) return true;
      if (text_.preposition(child) == "among" && text_.rules.is("whole", text_.forms[child])) return true;
    }
    for (const std::size_t other : text_.tree.children(head, "conj"))
      for (const std::size_t child : text_.tree.children(other))
        if (text_.preposition(child) == "among" && text_.rules.is("whole", text_.forms[child])) return true;
    const auto& before = found_.quantities;
    return !before.empty() && before.back().number.part && is_relation(word(counted.role).relation, "conj") &&
           word(counted.role).head == before.back().role;
  }

  // "two earlier reported dead", "not two as first announced"
  bool is_withdrawn(const Counted& counted, const std::vector<Hold>& hangs_on) const {
    const auto was_told_before = [&](std::size_t token) {
      if (!text_.rules.is("telling", text_.lemmas[token])) return false;
      const auto& children = text_.tree.children(token);
      return std::any_of(children.begin(), children.end(), [&](std::size_t child) { return text_.rules.is("before", text_.forms[child]); });
    };
    for (const std::size_t head : {counted.role, counted.noun.value_or(counted.role)})
      for (const std::size_t child : text_.tree.children(head))
        if (was_told_before(child)) return true;
    const std::size_t likely = std::min<std::size_t>(hangs_on.size(), 2);
    return std::any_of(hangs_on.begin(), hangs_on.begin() + static_cast<std::ptrdiff_t>(likely),
                       [&](const Hold& hold) { return was_told_before(hold.predicate); });
  }

  std::optional<Owner> owner(const Counted& counted, const std::optional<FittingRule>& fitting, const Quantity* whole) const {
    if (counted.kind && counted.kind->name == kGoods) return std::nullopt;
    if (auto nationality = nationality_after(counted.amount.words, counted.noun.value_or(counted.role), text_)) return nationality->owner;
    if (auto told = told_by_phrase(counted)) return told;
    if (auto nation = told_by_predicate(counted)) return nation;
    if (whole) {
      if (!whole->side) return std::nullopt;
      return Owner{.side = *whole->side, .actor = whole->number.of};
    }
    if (!fitting || fitting->rule->owner.empty()) return std::nullopt;
    for (const std::size_t filler : fillers(fitting->hold.predicate, fitting->rule->owner, text_))
      if (auto told = told_owner(filler, text_)) return told;
    return std::nullopt;
  }

  // Where coordinated nouns share a numeral, all must be of one side.
  std::optional<Owner> told_by_phrase(const Counted& counted) const {
    if (!counted.noun) return std::nullopt;
    auto told = told_owner(*counted.noun, text_);
    if (!told) return std::nullopt;
    for (const std::size_t other : text_.tree.children(*counted.noun, "conj")) {
      const bool of_its_own =
          text_.tree.has_child(other, "nummod") || text_.tree.has_child(other, "det") || text_.tree.has_child(other, "nmod:poss");
      if (of_its_own || !text_.is_nominal(other)) continue;
      const auto also = told_owner(other, text_);
      if (also && also->side != told->side) return std::nullopt;
    }
    return told;
  }

  // "of whom 30 were British"
  std::optional<Owner> told_by_predicate(const Counted& counted) const {
    const Word& w = word(counted.role);
    if (w.head == kRoot || !is_relation(w.relation, "nsubj") || !text_.tree.has_child(w.head, "cop")) return std::nullopt;
    return told_owner(w.head, text_);
  }

  const Document& document_;
  const QuantityText& text_;
  const Dates& dates_;
  std::vector<const CountedClass*> kinds_;  // of the figures found
  Quantities found_;
};

}  // namespace

Quantities find_quantities(const Document& document, const Tokens& tokens, const Parse& parse, const Actors& actors, const Dates& dates,
                           const Knowledge& knowledge, const QuantityRules& rules) {
  const Tree tree(tokens, parse);
  const QuantityText text(tokens, tree, actors, knowledge, rules);
  Quantities found = Reader(document, text, dates).read(find_amounts(tokens, parse, rules));
  found.rules = &rules;
  return found;
}

}  // namespace casus
