#include "events/details.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>

#include "core/unicode.h"

namespace casus {
namespace {

// "1,200" -> 1200.
std::optional<double> written_number(const std::string& form) {
  std::string digits;
  for (const char c : form)
    if (c != ',') digits += c;
  double value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (digits.empty() || error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return value;
}

struct Amount {
  std::optional<double> low;
  std::optional<double> high;
  TokenList tokens;
};

class Counter {
 public:
  Counter(const Tokens& tokens, const Grammar& grammar, const Lexicon& lexicon)
      : tokens_(tokens), tree_(grammar.tree()), grammar_(grammar), known_(lexicon.quantities()) {}

  // What a noun phrase counts: "at least 20 soldiers", "dozens of people", or the bare numeral "20".
  std::optional<Amount> of(std::size_t noun) const {
    if (const auto value = vague(noun)) return Amount{.low = *value, .high = std::nullopt, .tokens = {noun}};
    const auto parts = numeral_of(noun);
    if (parts.empty()) return std::nullopt;
    const auto value = number(parts);
    if (!value) return std::nullopt;
    Amount amount{.low = *value, .high = *value, .tokens = parts};
    bound(noun, parts.front(), amount);
    return amount;
  }

 private:
  std::optional<double> vague(std::size_t noun) const {
    const auto found = known_.at_least.find(tree_.word(noun).lemma);
    if (found == known_.at_least.end() || tree_.has_child(noun, "nummod")) return std::nullopt;
    return found->second;
  }

  // The numeral's words in order: "two", "1.5 million".
  TokenList numeral_of(std::size_t noun) const {
    const bool itself = tree_.word(noun).upos == "NUM";
    const TokenList modifiers = itself ? TokenList{noun} : tree_.children(noun, "nummod");
    if (modifiers.empty()) return {};
    TokenList parts = {modifiers.front()};
    for (const std::size_t child : tree_.children(modifiers.front()))
      if (tree_.word(child).upos == "NUM" || known_.factors.contains(tree_.word(child).lemma)) parts.push_back(child);
    if (known_.factors.contains(tree_.word(noun).lemma) && !itself) parts.push_back(noun);
    std::sort(parts.begin(), parts.end());
    return parts;
  }

  std::optional<double> number(const TokenList& parts) const {
    double value = 1;
    bool found = false;
    for (const std::size_t token : parts) {
      const std::string form = grammar_.lower_form(token);
      if (const auto written = written_number(form)) value *= *written;
      else if (known_.numerals.contains(form)) value *= known_.numerals.at(form);
      else if (known_.factors.contains(form)) value *= known_.factors.at(form);
      else continue;
      found = true;
    }
    return found ? std::optional(value) : std::nullopt;
  }

  // "at least", "more than", "up to": words between the phrase's begin and the numeral.
  void bound(std::size_t noun, std::size_t numeral, Amount& amount) const {
    const TokenRange extent = tree_.extent(noun);
    for (std::size_t token = extent.first; token < numeral; ++token) {
      const std::string form = grammar_.lower_form(token);
      if (known_.low.contains(form)) amount.high.reset();
      else if (known_.high.contains(form)) amount.low.reset();
      else continue;
      amount.tokens.push_back(token);
    }
  }

  const Tokens& tokens_;
  const Tree& tree_;
  const Grammar& grammar_;
  const Quantities& known_;
};

constexpr std::array<std::string_view, 4> kWhere = {"in", "at", "near", "outside"};

bool is_event_time(const std::string& relation) {
  return is_relation(relation, "obl") || is_relation(relation, "nmod") || is_relation(relation, "advmod");
}

}  // namespace

Spans spans_of(TokenList tokens, const Tokens& all) {
  std::sort(tokens.begin(), tokens.end());
  Spans spans;
  std::size_t last = static_cast<std::size_t>(-1);
  for (const std::size_t token : tokens) {
    if (token == last) continue;
    if (!spans.empty() && token == last + 1) spans.back().end = all.tokens[token].span.end;
    else spans.push_back(all.tokens[token].span);
    last = token;
  }
  return spans;
}

std::vector<Number> find_numbers(const Match& match, const Document& document, const Tokens& tokens, const Grammar& grammar,
                                 const Actors& actors, const Lexicon& lexicon) {
  std::vector<Number> numbers;
  const Tree& tree = grammar.tree();
  const Quantities& known = lexicon.quantities();
  const auto predicate = known.of_predicate.find(tree.word(match.token).lemma);
  const Counter counter(tokens, grammar, lexicon);
  for (const std::size_t object : grammar.objects(match.token)) {
    TokenList counted = tree.conjuncts(object);
    for (const std::size_t noun : counted) {
      const auto amount = counter.of(noun);
      if (!amount) continue;
      const std::string& lemma = tree.word(noun).lemma;
      const auto of_noun = known.of_noun.find(lemma);
      std::string what;
      if (predicate != known.of_predicate.end()) what = predicate->second;
      else if (of_noun != known.of_noun.end()) what = of_noun->second;
      else continue;
      TokenList words = amount->tokens;
      words.push_back(noun);
      const Spans exact = spans_of(words, tokens);
      const Span whole{exact.front().start, exact.back().end};
      Number number{.what = what, .low = amount->low, .high = amount->high, .text = slice(document, whole), .spans = {whole}};
      Resolved of;
      resolve(noun, RoleKind::affected, grammar, actors, lexicon, of);
      if (!of.actors.empty()) number.of = of.actors.front();
      numbers.push_back(std::move(number));
    }
  }
  return numbers;
}

Casualties casualties_of(const std::vector<Number>& numbers) {
  Casualties sum;
  const auto add = [](std::optional<int>& total, double more) { total = total.value_or(0) + static_cast<int>(more); };
  for (const Number& number : numbers) {
    const auto value = number.low ? number.low : number.high;
    if (!value || (number.what != "killed" && number.what != "injured")) continue;
    add(number.what == "killed" ? sum.killed : sum.injured, *value);
    sum.text = sum.text ? *sum.text + "; " + *number.text : number.text;
  }
  return sum;
}

std::optional<Ordinal> find_ordinal(const Match& match, const Tokens& tokens, const Grammar& grammar, const Dates& dates,
                                    const Lexicon& lexicon) {
  const Tree& tree = grammar.tree();
  const Quantities& known = lexicon.quantities();
  TokenList hosts = match.hosts;
  if (match.clause != match.token) hosts.push_back(match.clause);
  for (const std::size_t host : hosts)
    for (const std::size_t child : tree.children(host)) {
      const bool of_time = tree.word(child).lemma == "time" && is_event_time(tree.word(child).relation);
      const std::size_t ordered = of_time ? child : host;
      if (!of_time && !(tree.word(child).relation == "amod" && !grammar.is_verb(host))) continue;
      for (const std::size_t modifier : of_time ? tree.children(ordered, "amod") : TokenList{child}) {
        const auto n = known.ordinals.find(grammar.lower_form(modifier));
        if (n == known.ordinals.end()) continue;
        Ordinal ordinal{.n = static_cast<int>(n->second)};
        const TokenRange extent = of_time ? tree.extent(child) : TokenRange{modifier, modifier + 1};
        TokenRange told = extent;
        for (const std::size_t since : grammar.prepositional({ordered, host}, "since")) {
          const TokenRange phrase = tree.extent(since);
          told = {std::min(told.first, phrase.first), std::max(told.last, phrase.last)};
          for (const DateMention& mention : dates.mentions)
            if (phrase.contains(mention.range.first)) ordinal.since_date = mention.date.value;
        }
        ordinal.spans = {tokens.span(told)};
        return ordinal;
      }
    }
  return std::nullopt;
}

std::optional<Place> find_place(const Match& match, const Document& document, const Tokens& tokens, const Grammar& grammar,
                                const Actors& actors) {
  TokenList hosts = match.hosts;
  if (match.clause != match.token) hosts.push_back(match.clause);
  for (const std::size_t object : grammar.objects(match.token)) hosts.push_back(object);
  for (const std::string_view where : kWhere)
    for (const std::size_t head : grammar.prepositional(hosts, where)) {
      const ActorMention* mention = actors.headed_by(head);
      if (!mention || mention->form != MentionForm::name || mention->actors.size() != 1) continue;
      const Actor& actor = actors.actors[mention->actors.front().index];
      if (actor.kind != ActorKind::place && actor.kind != ActorKind::state) continue;
      const Span span = tokens.span(mention->range);
      return Place{.name = slice(document, span), .country = actor.country, .spans = {span}};
    }
  return std::nullopt;
}

}  // namespace casus
