#include "quantities/fitting.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace casus {
namespace {

constexpr std::array<std::string_view, 6> kApart = {"conj", "advcl", "acl", "ccomp", "parataxis", "nsubj"};
constexpr std::string_view kPeople = "people";
constexpr int kDeepest = 4;
constexpr std::size_t kHighest = 4;  // steps from a phrase up to the verb of its clause

class Climber {
 public:
  Climber(const QuantityText& text, TokenRange but) : text_(text), tree_(text.tree), but_(but) {}

  std::vector<Hold> climb(std::size_t role, std::size_t noun) {
    role_ = role;
    above(role, 0);
    after_verb();
    below(noun);
    if (role != noun) below(role);
    for (const std::size_t other : tree_.children(noun, "conj")) modified_by_clauses(other);
    return std::move(holds_);
  }

 private:
  const Word& word(std::size_t token) const { return tree_.word(token); }
  bool has(std::size_t token, std::string_view relation) const { return is_relation(word(token).relation, relation); }

  void add(std::size_t predicate, std::string slot) { holds_.push_back({predicate, std::move(slot), role_}); }

  void above(std::size_t token, int depth) {
    if (depth > kDeepest) return;
    const Word& w = word(token);
    if (tree_.has_child(token, "cop")) {
      add(token, "is");
    }
    if (w.head == kRoot) return;
    const std::size_t head = w.head;
    if (has(token, "conj")) {
      if (!text_.is_verb(head) || text_.is_verb(token)) {
        above(head, depth + 1);
        modified_by_clauses(head);
      }
    } else if (has(token, "nsubj") || has(token, "csubj")) {
      subject_of(head, w.relation == "nsubj:pass", token, depth);
    } else if (has(token, "obj")) {
      object_of(head, token);
    } else if (has(token, "iobj")) {
      add(head, "indirect");
      add(head, "object");
    } else if (w.relation != "nmod:poss" && (has(token, "obl") || has(token, "nmod"))) {
      oblique_of(head, token, depth);
    } else if (has(token, "appos") || has(token, "xcomp") || has(token, "dep") || has(token, "parataxis")) {
      above(head, depth + 1);
    } else if (w.relation == "nmod:poss") {
      add(head, "of");
      add(head, "object");
    } else if (has(token, "nummod") || has(token, "flat") || has(token, "compound")) {
      // What was taken for a noun is a verb or participle: "100 wounded", "wounds 15".
      add(head, head < token ? "object" : text_.is_verb(head) ? "object" : "subject");
    }
  }

  void subject_of(std::size_t head, bool passive, std::size_t token, int depth) {
    // "among the dead were three Poles": the tree may hang the subject on the verb "be".
    if (has(head, "cop") && word(head).head != kRoot) head = word(head).head;
    const bool raises = text_.rules.is("raising", text_.lemmas[head]);
    if (raises && depth < kDeepest)
      for (const std::size_t child : tree_.children(head))
        if (has(child, "xcomp") || (passive && has(child, "ccomp"))) subject_of(child, text_.is_passive(child), token, depth + 1);
    if (passive || (text_.is_verb(head) && text_.is_passive(head))) {
      // "were brought up dead"
      for (const std::size_t child : tree_.children(head, "xcomp")) subject_of(child, text_.is_passive(child), token, depth + 1);
      add(head, "object");
      add(head, "subject");
    } else {
      add(head, "subject");
      if (!text_.is_verb(head) && word(head).upos != "ADJ") modified_by_clauses(head);
      if (!raises && depth < kDeepest)
        for (const std::size_t child : tree_.children(head, "xcomp")) subject_of(child, text_.is_passive(child), token, depth + 1);
      // Headlines leave out the auxiliary.
      if (text_.is_verb(head) && !tree_.has_child(head, "obj") && !tree_.has_child(head, "aux")) add(head, "object");
    }
    for (const std::size_t other : tree_.children(head, "conj"))
      if (depth < kDeepest && text_.is_verb(other) && !tree_.has_child(other, "nsubj"))
        subject_of(other, text_.is_passive(other), token, kDeepest);
  }

  void object_of(std::size_t verb, std::size_t token) {
    for (const std::size_t child : tree_.children(verb, "conj"))
      if (child < token && text_.is_verb(child)) add(child, "object");
    // "left a guard dead and seven people hurt": what is told of the one is not told of the other.
    const auto complements = tree_.children(verb, "xcomp");
    if (!complements.empty() && complements.front() < token) modified_by_clauses(token);
    for (const std::size_t child : tree_.children(verb, "ccomp"))
      if (child > token && !tree_.has_child(child, "nsubj")) add(child, text_.is_passive(child) ? "object" : "subject");
    for (const std::size_t child : tree_.children(verb, "xcomp"))
      if (child > token) add(child, text_.is_verb(child) && is_participle(child) ? "object" : "subject");
    add(verb, "object");
  }

  bool is_participle(std::size_t verb) const { return word(verb).xpos == "VBN" || word(verb).xpos == "VBD" || text_.is_passive(verb); }

  void oblique_of(std::size_t head, std::size_t token, int depth) {
    const std::string preposition = text_.preposition(token, but_);
    if (preposition.empty()) {
      add(head, has(token, "nmod") ? "of" : "object");
      return;
    }
    if (preposition == "by" && (word(token).relation == "obl:agent" || text_.is_passive(head))) {
      add(head, "subject");
      return;
    }
    const bool part = preposition == "of" && is_collective(head);
    add(head, preposition);
    if (part) {
      above(head, depth + 1);
      return;
    }
    std::size_t at = head;
    for (std::size_t steps = 0; steps < kHighest && word(at).head != kRoot; ++steps) {
      at = word(at).head;
      // "the head of a guard of 30": the last noun is what is "of" something.
      if (preposition != "of" || text_.is_verb(at)) add(at, preposition);
    }
  }

  bool is_collective(std::size_t token) const { return word(token).upos == "NUM" || text_.rules.is("collective", text_.lemmas[token]); }

  // "bring 3,000 of its workers": what follows a verb is its object, wherever the tree hangs it.
  void after_verb() {
    if (but_.size() == 0 || but_.first == 0) return;
    const std::size_t before = but_.first - 1;
    if (word(before).upos == "VERB" && text_.tokens.sentence_of(before) == text_.tokens.sentence_of(but_.first)) add(before, "object");
  }

  // Participles and relative clauses, then participles and adjectives before the noun.
  void below(std::size_t noun) {
    modified_by_clauses(noun);
    if (word(noun).upos == "VERB")
      for (const std::size_t child : tree_.children(noun, "xcomp")) add(child, "subject");
    for (const std::size_t child : tree_.children(noun, "amod")) add(child, text_.is_verb(child) ? "object" : "subject");
  }

  void modified_by_clauses(std::size_t noun) {
    for (const std::size_t clause : tree_.children(noun, "acl")) {
      if (word(clause).relation == "acl:relcl") relative(clause);
      else if (text_.is_verb(clause)) add(clause, word(clause).xpos == "VBG" ? "subject" : "object");
      else add(clause, "subject");
    }
  }

  void relative(std::size_t clause) {
    bool subject = false;
    for (const std::size_t child : tree_.children(clause)) {
      if (!has(child, "nsubj")) continue;
      subject = true;
      if (word(child).xpos.starts_with('W')) {
        subject_of(clause, text_.is_passive(clause), child, 1);
        return;
      }
    }
    add(clause, subject ? "object" : "subject");
  }

  const QuantityText& text_;
  const Tree& tree_;
  TokenRange but_;
  std::size_t role_ = kRoot;
  std::vector<Hold> holds_;
};

class Fitter {
 public:
  Fitter(const CountedClass* kind, const QuantityText& text) : kind_(kind), text_(text) {}

  enum class Told { by_itself, by_what_was_counted, by_the_sentence };

  std::optional<FittingRule> fit(const Hold& hold, Told told) const {
    // Rows of "*" are tried after the word's own.
    for (const std::string& key : {text_.lemmas[hold.predicate], std::string("*")})
      for (const std::size_t i : text_.rules.count_rules_at(key)) {
        const CountRule& rule = text_.rules.count_rules()[i];
        if (told_by(rule) != told || !has_slot(rule, hold.slot) || !counts(rule)) continue;
        if (!rule.unwanted.empty() && companion(rule.unwanted, hold)) continue;
        const auto beside = told == Told::by_the_sentence ? in_sentence(rule.wanted, hold) : companion(rule.wanted, hold);
        if (!rule.wanted.empty() && !beside) continue;
        if (hold.slot == "of" && text_.is_verb(hold.predicate) && rule.wanted.empty()) continue;
        return FittingRule{.rule = &rule, .hold = hold, .companion = beside};
      }
    return std::nullopt;
  }

 private:
  static Told told_by(const CountRule& rule) {
    if (rule.wanted.empty()) return rule.what == kByTheCount ? Told::by_what_was_counted : Told::by_itself;
    return rule.wanted.front().kind == Companion::Kind::sentence ? Told::by_the_sentence : Told::by_itself;
  }

  static bool has_slot(const CountRule& rule, const std::string& slot) {
    return std::find(rule.slots.begin(), rule.slots.end(), slot) != rule.slots.end();
  }

  // Who is counted without a noun, or with one that no table has, is somebody. A row that leaves it to the noun needs one that tells.
  bool counts(const CountRule& rule) const {
    if (rule.what == kByTheNoun && (!kind_ || kind_->what.empty())) return false;
    const std::string name = kind_ ? kind_->name : std::string(kPeople);
    return std::any_of(rule.counted.begin(), rule.counted.end(), [&](const std::string& wide) { return text_.rules.contains(wide, name); });
  }

  std::optional<std::size_t> companion(const std::vector<Companion>& wanted, const Hold& hold) const {
    const std::size_t predicate = hold.predicate;
    const auto& beside = text_.tree.children(predicate);
    for (const std::size_t token : beside)
      for (const Companion& each : wanted)
        if (token != hold.filler && is(token, each, predicate)) return token;
    if (const std::size_t head = text_.word(predicate).head; head != kRoot)
      for (const Companion& each : wanted)
        if (each.kind == Companion::Kind::coordinated && is(head, each, predicate)) return head;
    // "flew them out of Kabul", "stripped eight of their citizenship", "in police custody"
    for (const std::size_t child : beside) {
      if (is_apart(child)) continue;
      for (const std::size_t token : text_.tree.children(child))
        for (const Companion& each : wanted)
          if (each.kind == Companion::Kind::word && !is_apart(token) && is(token, each, predicate)) return token;
    }
    if (const auto subject = shared_subject(predicate))
      for (const Companion& each : wanted)
        if (is(*subject, each, predicate)) return subject;
    return std::nullopt;
  }

  std::optional<std::size_t> in_sentence(const std::vector<Companion>& wanted, const Hold& hold) const {
    const TokenRange sentence = text_.tokens.sentences[text_.tokens.sentence_of(hold.predicate)];
    for (std::size_t token = sentence.first; token < sentence.last; ++token)
      for (const Companion& each : wanted)
        if (text_.lemmas[token] == each.text) return token;
    return std::nullopt;
  }

  // "killed or wounded", with nothing else between.
  bool are_joined(std::size_t one, std::size_t other) const {
    const auto [first, second] = std::minmax(one, other);
    return second == first + 2 && text_.word(second).head == first && is_relation(text_.word(second).relation, "conj");
  }

  bool is_apart(std::size_t token) const {
    const std::string& relation = text_.word(token).relation;
    if (is_relation(relation, "acl") && !text_.is_verb(token)) return false;
    return std::any_of(kApart.begin(), kApart.end(), [&](std::string_view clause) { return is_relation(relation, clause); });
  }

  // "rose again and now stands at", "is feared to have risen to"
  std::optional<std::size_t> shared_subject(std::size_t predicate) const {
    if (text_.tree.has_child(predicate, "nsubj") || text_.word(predicate).head == kRoot) return std::nullopt;
    if (!is_relation(text_.word(predicate).relation, "conj") && !is_relation(text_.word(predicate).relation, "xcomp")) return std::nullopt;
    // "ordered nine envoys to leave"
    if (is_relation(text_.word(predicate).relation, "xcomp") && text_.tree.has_child(text_.word(predicate).head, "obj"))
      return std::nullopt;
    const auto subjects = text_.tree.children(text_.word(predicate).head, "nsubj");
    return subjects.empty() ? std::nullopt : std::optional(subjects.front());
  }

  bool is(std::size_t token, const Companion& wanted, std::size_t predicate) const {
    switch (wanted.kind) {
      case Companion::Kind::word:
        return text_.lemmas[token] == wanted.text && !is_relation(text_.word(token).relation, "conj");
      case Companion::Kind::coordinated:
        return text_.lemmas[token] == wanted.text && are_joined(token, predicate);
      case Companion::Kind::sentence:
        return false;
      case Companion::Kind::place:
        return names(token, [](const Actor& actor) { return actor.kind == ActorKind::place || actor.kind == ActorKind::state; });
      case Companion::Kind::state:
        return names(token, [](const Actor& actor) { return actor.kind == ActorKind::state; });
      case Companion::Kind::sector:
        return names(token, [&](const Actor& actor) {
          return std::find(actor.sectors.begin(), actor.sectors.end(), wanted.text) != actor.sectors.end();
        });
    }
    return false;
  }

  template <class Test>
  bool names(std::size_t token, Test test) const {
    const ActorMention* mention = text_.actors.headed_by(token);
    return mention &&
           std::any_of(mention->actors.begin(), mention->actors.end(), [&](ActorId id) { return test(text_.actors.actors[id.index]); });
  }

  const CountedClass* kind_;
  const QuantityText& text_;
};

}  // namespace

std::vector<Hold> holds_of(std::size_t role, std::size_t noun, TokenRange but, const QuantityText& text) {
  return Climber(text, but).climb(role, noun);
}

std::optional<FittingRule> fitting_rule(const std::vector<Hold>& holds, const CountedClass* kind, const QuantityText& text) {
  const Fitter fitter(kind, text);
  for (const auto told : {Fitter::Told::by_itself, Fitter::Told::by_what_was_counted, Fitter::Told::by_the_sentence})
    for (const Hold& hold : holds)
      if (auto found = fitter.fit(hold, told)) return found;
  return std::nullopt;
}

std::vector<std::size_t> fillers(std::size_t predicate, const std::string& slot, const QuantityText& text) {
  std::size_t at = predicate;
  for (int depth = 0; depth < kDeepest; ++depth) {
    std::vector<std::size_t> found;
    const bool passive = text.is_verb(at) && (text.is_passive(at) || (text.word(at).relation == "acl" && text.word(at).xpos != "VBG"));
    for (const std::size_t child : text.tree.children(at)) {
      const std::string& relation = text.word(child).relation;
      if (passive ? relation == "obl:agent" || (is_relation(relation, "obl") && text.preposition(child) == "by")
                  : slot == "subject" && is_relation(relation, "nsubj"))
        found.push_back(child);
    }
    if (!text.is_verb(at) && found.empty()) found = text.tree.children(at, "nmod:poss");
    if (!found.empty() || passive || text.word(at).head == kRoot) return found;
    const std::string& relation = text.word(at).relation;
    const bool shares = is_relation(relation, "conj") || is_relation(relation, "xcomp") || is_relation(relation, "advcl") ||
                        (is_relation(relation, "ccomp") && text.word(at).xpos == "VBG") ||
                        (is_relation(relation, "obj") && !text.is_verb(at));
    if (!shares) return found;
    at = text.word(at).head;
  }
  return {};
}

}  // namespace casus
