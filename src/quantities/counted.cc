#include "quantities/counted.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "knowledge/words.h"

namespace casus {
namespace {

constexpr std::size_t kFarthest = 5;  // words between a numeral and its noun
constexpr std::string_view kMass = "mass";
constexpr std::string_view kContainer = "container";
constexpr int kDeepest = 3;
constexpr std::size_t kLongestNationality = 3;  // words: "Bosnian Serb", "Papua New Guinean"
// A noun that no table has and no actor stands behind; such a one by weight or container; a numeral alone.
const CountedClass kUnlisted = {.name = "unlisted", .what = {}, .unit = {}};
const CountedClass kMeasured = {.name = "measured", .what = {}, .unit = {}};
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
    if (all.contains(amount.words.last) && names_an_outcome(amount.words.last)) return amount.words.last;
    for (std::size_t token = numeral.last; token-- > numeral.first;) {
      const Word& w = word(token);
      const bool modifies = is_relation(w.relation, "nummod") || is_relation(w.relation, "compound") || is_relation(w.relation, "amod") ||
                            is_relation(w.relation, "det");
      if (w.head == kRoot || !modifies || w.head < amount.words.last || !(text_.is_nominal(w.head) || is_people(w.head)) || is_more(w.head))
        continue;
      if (is_verb_of_many(w.head, amount)) return std::nullopt;
      return whole(w.head);
    }
    if (all.contains(amount.words.last) && text_.forms[amount.words.last] == "of") {
      for (std::size_t token = numeral.first; token < numeral.last; ++token)
        for (const std::size_t child : text_.tree.children(token))
          if (child > amount.words.last && text_.preposition(child) == "of") return of_noun(child);
      const std::size_t after = word(amount.words.last).head;
      return after != kRoot && after > amount.words.last && text_.is_nominal(after) ? of_noun(after) : std::nullopt;
    }
    if (const auto after = head_after(amount.words.last, all)) return after;
    return renamed_by(numeral.last - 1);
  }

  // "French jets, four in all"
  std::optional<std::size_t> renamed_by(std::size_t numeral) const {
    const Word& w = word(numeral);
    if (w.head == kRoot || w.head > numeral || !is_relation(w.relation, "appos") || word(w.head).upos != "NOUN") return std::nullopt;
    const bool counted_itself = text_.tree.has_child(w.head, "nummod") || word(w.head).xpos != "NNS";
    return counted_itself || !text_.rules.counted_class("", text_.lemmas[w.head]) ? std::nullopt : std::optional(w.head);
  }

  // "two million Sudanese", which the tagger may take for an adjective
  bool is_people(std::size_t token) const {
    const Word& w = word(token);
    return w.upos == "ADJ" && !is_relation(w.relation, "amod") && text_.tokens.tokens[token].form != text_.forms[token];
  }

  // "Thousands march": several of what is one are none, so that the noun is a verb.
  bool is_verb_of_many(std::size_t token, const Amount& amount) const {
    const bool many = amount.low.value_or(0) > 1 || !amount.high;
    return many && word(token).xpos == "NN" && !text_.rules.counted_class("", text_.lemmas[token]) &&
           !text_.rules.count_rules_at(text_.lemmas[token]).empty();
  }

  // "three dead and seven wounded"
  bool names_an_outcome(std::size_t token) const {
    const CountedClass* kind = word(token).upos == "ADJ" ? text_.rules.counted_class("", text_.lemmas[token]) : nullptr;
    const std::size_t next = token + 1;
    const bool attribute = sentence(token).contains(next) && word(next).upos == "NOUN";
    return kind && kind->name == "itself" && !attribute;
  }

  bool is_more(std::size_t token) const { return text_.rules.is("more", text_.forms[token]); }

  // "sq km"
  std::size_t whole(std::size_t noun) const {
    return is_relation(word(noun).relation, "compound") && word(noun).head > noun ? word(noun).head : noun;
  }

  // "30 of them" counts what was counted before, "eight of their citizenship" not what is one.
  std::optional<std::size_t> of_noun(std::size_t child) const {
    if (word(child).upos == "PRON") return std::nullopt;
    if (word(child).xpos == "NN" && text_.tree.has_child(child, "nmod:poss")) return std::nullopt;
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
    return text_.actors.headed_by(noun) || word(noun).upos == "PROPN" || is_people(noun) ||
           text_.rules.ends_with("person-ending", text_.lemmas[noun]);
  }

  void classify(Counted& counted) const {
    std::size_t noun = *counted.noun;
    counted.kind = kind_of(noun);
    for (int depth = 0; depth < kDeepest; ++depth) {
      const bool measure = counted.kind && (counted.kind->name == kMass || counted.kind->name == kContainer);
      const auto content = content_of(noun);
      if (!measure && !(content && text_.rules.is("collective", text_.lemmas[noun]))) break;
      if (measure && counted.unit.empty()) counted.unit = counted.kind->unit;
      if (!content) {
        counted.kind = nullptr;
        return;
      }
      noun = *content;
      counted.kind = kind_of(noun);
      if (!measure) counted.noun = noun;
      else if (!counted.kind) counted.kind = &kMeasured;
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

  std::optional<Owner> find(std::size_t token, int depth = 0) const {
    if (depth > kDeepest) return std::nullopt;
    if (const auto nation = nationality_of(token)) return nation;
    const auto parts = by_parts(token, depth);
    return parts ? parts : by_itself(token);
  }

  std::optional<ToldNationality> nationality_after(TokenRange numeral, std::size_t head) const {
    const TokenRange sentence = text_.tokens.sentences[text_.tokens.sentence_of(numeral.first)];
    const auto called = nationality_at(numeral.last, sentence);
    if (!called) return std::nullopt;
    const std::size_t next = called->words.last;
    if (sentence.contains(next) && text_.forms[next] == "-") return std::nullopt;
    if (sentence.contains(next) && text_.word(next).upos == "CCONJ")
      if (const auto other = nationality_at(next + 1, sentence); other && other->code != called->code) return ToldNationality{};
    return ToldNationality{.owner = known_owner(called->code, head)};
  }

 private:
  struct Called {
    TokenRange words;
    std::string code;
  };

  std::optional<Called> nationality_at(std::size_t first, TokenRange sentence) const {
    for (std::size_t size = kLongestNationality; size > 0; --size) {
      if (first + size > sentence.last) continue;
      if (auto code = country_called({first, first + size}); code && !code->empty())
        return Called{.words = {first, first + size}, .code = *std::move(code)};
    }
    return std::nullopt;
  }

  // A name or a pronoun; what else an actor is, the words of his phrase must tell.
  std::optional<Owner> by_itself(std::size_t token) const {
    const ActorMention* mention = text_.actors.headed_by(token);
    if (!mention || mention->actors.size() != 1) return std::nullopt;
    const Actor& actor = text_.actors.actors[mention->actors.front().index];
    const bool told = mention->form != MentionForm::nominal || text_.word(token).upos == "PROPN";
    if (!told || actor.country_from_report) return std::nullopt;
    return owner_of(mention->actors.front());
  }

  std::optional<Owner> owner_of(ActorId id) const {
    constexpr std::size_t kSector = 3;  // letters of a code that only tells what somebody does
    const Actor& actor = text_.actors.actors[id.index];
    if (actor.country) return Owner{.side = *actor.country, .actor = id};
    if (actor.code && actor.code->size() > kSector) return Owner{.side = *actor.code, .actor = id};
    return std::nullopt;
  }

  // "Ukrainian marines", "Sri Lankan navy craft", "a Filipino", but not "Turkish-backed rebels": by the adjectives and nouns right before
  // the head, the nearest first, or by the head itself.
  std::optional<Owner> nationality_of(std::size_t token) const {
    const TokenRange sentence = text_.tokens.sentences[text_.tokens.sentence_of(token)];
    for (std::size_t last = token + 1; last-- > sentence.first;) {
      if (last != token && !is_modifier(last)) break;
      for (std::size_t size = kLongestNationality; size > 0; --size) {
        if (last + 1 < sentence.first + size) continue;
        const std::size_t first = last + 1 - size;
        if (first > sentence.first && text_.rules.is("ethnic", text_.forms[first - 1])) continue;
        if (auto code = country_called({first, last + 1})) return known_owner(*std::move(code), token);
      }
    }
    return std::nullopt;
  }

  bool is_modifier(std::size_t token) const {
    const std::string& upos = text_.word(token).upos;
    return upos == "ADJ" || upos == "NOUN" || upos == "PROPN";
  }

  std::optional<std::string> country_called(TokenRange words) const {
    bool capital = false;
    for (std::size_t token = words.first; token < words.last; ++token) capital |= text_.tokens.tokens[token].form != text_.forms[token];
    if (!capital) return std::nullopt;
    for (const Entry& entry : text_.knowledge.find(key_of(name_of(words)))) {
      const bool nationality = entry.sense == Sense::adjective || entry.sense == Sense::demonym || entry.sense == Sense::demonyms;
      if (nationality) return std::string(text_.knowledge.state(entry.row).code);
      if (entry.sense == Sense::territory_adjective) return std::string(text_.knowledge.territory(entry.row).country);
    }
    return std::nullopt;
  }

  // The actor of the phrase, if he is of that country, else the state, where the report has it.
  std::optional<Owner> known_owner(std::string country, std::size_t token) const {
    if (country.empty()) return std::nullopt;
    const auto is_of = [&](ActorId id) { return text_.actors.actors[id.index].country == country; };
    if (const ActorMention* mention = text_.actors.headed_by(token);
        mention && mention->actors.size() == 1 && is_of(mention->actors.front()))
      return Owner{.side = std::move(country), .actor = mention->actors.front()};
    for (std::uint32_t i = 0; i < text_.actors.actors.size(); ++i)
      if (text_.actors.actors[i].kind == ActorKind::state && is_of(ActorId{i}))
        return Owner{.side = std::move(country), .actor = ActorId{i}};
    return Owner{.side = std::move(country), .actor = {}};
  }

  std::optional<Owner> by_parts(std::size_t token, int depth) const {
    const auto& children = text_.tree.children(token);
    const auto first_of = [&](auto&& fits) -> std::optional<Owner> {
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
    for (const std::size_t child : text_.tree.children(token, "nmod:poss")) {
      if (const auto found = find(child, depth + 1)) return found;
      if (text_.word(child).upos == "PRON" && !text_.actors.headed_by(child)) return only_state_around(child);
    }
    return first_of([&](std::size_t child) {
      if (child < token || !(relation(child, "nmod") || relation(child, "obl"))) return false;
      const std::string preposition = text_.preposition(child);
      return preposition == "of" || (preposition == "from" && !is_place(child));
    });
  }

  // "brought 90 nurses from Juba" tells where they were.
  bool is_place(std::size_t token) const {
    const ActorMention* mention = text_.actors.headed_by(token);
    return mention && !is_state(name_of(mention->range)) && std::any_of(mention->actors.begin(), mention->actors.end(), [&](ActorId id) {
             return text_.actors.actors[id.index].kind == ActorKind::place;
           });
  }

  bool is_state(const std::string& name) const {
    const auto entries = text_.knowledge.find(key_of(name));
    return std::any_of(entries.begin(), entries.end(), [](const Entry& entry) { return entry.sense == Sense::state; });
  }

  std::string name_of(TokenRange words) const {
    std::string name;
    for (std::size_t token = words.first; token < words.last; ++token) name += (name.empty() ? "" : " ") + text_.tokens.tokens[token].form;
    return name;
  }

  // "Two of its pilots are missing, Moscow said": a pronoun that no name was found for is that of the only state of its sentence.
  std::optional<Owner> only_state_around(std::size_t token) const {
    const TokenRange sentence = text_.tokens.sentences[text_.tokens.sentence_of(token)];
    std::optional<Owner> only;
    for (const ActorMention& mention : text_.actors.mentions) {
      if (!sentence.contains(mention.head) || mention.actors.size() != 1) continue;
      if (text_.actors.actors[mention.actors.front().index].kind != ActorKind::state) continue;
      auto owner = owner_of(mention.actors.front());
      if (only && owner && only->side != owner->side) return std::nullopt;
      if (owner) only = std::move(owner);
    }
    return only;
  }

  // "Rapid Support Forces fighters", whatever the tree makes of it.
  std::optional<Owner> name_before(std::size_t token) const {
    if (token == 0 || !text_.is_nominal(token)) return std::nullopt;
    const ActorMention* mention = text_.actors.covering(token - 1);
    if (!mention || mention->form != MentionForm::name || mention->range.last != token || mention->actors.size() != 1) return std::nullopt;
    if (text_.word(mention->head).upos == "NUM") return std::nullopt;
    return owner_of(mention->actors.front());
  }

  const QuantityText& text_;
};

}  // namespace

Counted counted_by(const Amount& amount, const QuantityText& text) { return Counter(text).count(amount); }

std::optional<Owner> told_owner(std::size_t token, const QuantityText& text) { return OwnerFinder(text).find(token); }

std::optional<ToldNationality> nationality_after(TokenRange numeral, std::size_t head, const QuantityText& text) {
  return OwnerFinder(text).nationality_after(numeral, head);
}

}  // namespace casus
