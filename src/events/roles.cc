// A phrase means whom its head means; else whom the name beside the head means (apposition), else whom its parts do, the nearest kind of
// part first: "Turkey's efforts", "Israeli tanks", "a group of diplomats", "the situation in Syria".
#include "events/roles.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace casus {
namespace {

constexpr int kDeepest = 3;
constexpr std::array<std::string_view, 9> kPlaces = {"in", "on", "against", "from", "with", "to", "for", "at", "near"};

// "condemned the attack in Nice": where it was done is not who did it.
bool is_deed_of_violence(std::size_t token, const Grammar& grammar, const Lexicon& lexicon) {
  return lexicon.words("violence").lemmas.contains(grammar.tree().word(token).lemma);
}

class Resolver {
 public:
  Resolver(RoleKind kind, const Grammar& grammar, const Actors& actors, const Lexicon& lexicon, Resolved& result)
      : kind_(kind), grammar_(grammar), tree_(grammar.tree()), actors_(actors), lexicon_(lexicon), result_(result) {}

  void find(std::size_t phrase) {
    phrase_ = phrase;
    find(phrase, PhrasePart::head, 0);
  }

 private:
  // `part`: of the phrase, the one that the token stands in.
  bool find(std::size_t token, PhrasePart part, int depth) {
    const ActorMention* mention = named(token);
    const bool beside = mention && part == PhrasePart::head && !mention->range.contains(token);
    const bool found = add(mention, beside ? PhrasePart::apposition : part) || by_parts(token, part, depth);
    for (const std::size_t other : coordinated(token, mention))
      if (tree_.word(other).upos != "VERB") find(other, part, depth + 1);
    return found;
  }

  bool add(const ActorMention* mention, PhrasePart part) {
    if (!mention || mention->actors.empty()) return false;
    for (const ActorId actor : mention->actors)
      if (std::find(result_.actors.begin(), result_.actors.end(), actor) == result_.actors.end()) result_.actors.push_back(actor);
    auto& findings = result_.findings;
    if (std::none_of(findings.begin(), findings.end(), [&](const Finding& finding) { return finding.mention == mention->head; }))
      findings.push_back({.mention = mention->head, .phrase = phrase_, .part = part});
    return true;
  }

  // The mention whose head is the token, or is one name with it.
  const ActorMention* named(std::size_t token) const {
    if (const ActorMention* mention = actors_.headed_by(token); mention && !mention->actors.empty()) return mention;
    if (const ActorMention* mention = actors_.covering(token); mention && !mention->actors.empty() && is_one_name(mention->head, token))
      return mention;
    for (const std::size_t child : tree_.children(token)) {
      const std::string& relation = tree_.word(child).relation;
      if (relation != "appos" && relation != "flat" && relation != "nmod:desc") continue;
      if (const ActorMention* mention = actors_.headed_by(child); mention && !mention->actors.empty()) return mention;
    }
    return nullptr;
  }

  // A coordination may hang on any word of a name: "Chancellor A and President B".
  TokenList coordinated(std::size_t token, const ActorMention* mention) const {
    TokenList found = tree_.children(token, "conj");
    if (!mention) return found;
    for (std::size_t word = mention->range.first; word < mention->range.last; ++word) {
      if (word == token) continue;
      for (const std::size_t other : tree_.children(word, "conj"))
        if (!mention->range.contains(other)) found.push_back(other);
    }
    return found;
  }

  bool is_one_name(std::size_t one, std::size_t other) const {
    const auto joined = [&](std::size_t below, std::size_t above) {
      const Word& word = tree_.word(below);
      return word.head == above &&
             (word.relation == "flat" || word.relation == "appos" || word.relation == "compound" || word.relation == "nmod:desc");
    };
    return joined(one, other) || joined(other, one);
  }

  bool by_parts(std::size_t token, PhrasePart within, int depth) {
    if (depth > kDeepest) return false;
    const std::size_t before = result_.actors.size();
    const auto part = [&](const TokenList& tokens, PhrasePart kind) {
      bool found = false;
      for (const std::size_t child : tokens) found = find(child, within == PhrasePart::head ? kind : within, depth + 1) || found;
      return found;
    };
    const bool group = lexicon_.words("collective").lemmas.contains(tree_.word(token).lemma) || tree_.word(token).upos == "NUM";
    const bool of_its_own = kind_ == RoleKind::doer && lexicon_.words("private").lemmas.contains(tree_.word(token).lemma);
    if (of_its_own) return false;
    bool found = false;
    if (group) found = part(grammar_.prepositional({token}, "of"), PhrasePart::members);
    const bool direct = found;
    if (!found && kind_ == RoleKind::doer) found = part(grammar_.prepositional({token}, "by"), PhrasePart::agent);
    if (!found) found = part(tree_.children(token, "nmod:poss"), PhrasePart::owner);
    if (!found) found = modifiers(token, within == PhrasePart::head ? PhrasePart::modifier : within);
    if (!found && !group) found = part(grammar_.prepositional({token}, "of"), PhrasePart::of);
    // "rejected the offer by Norway": Norway's
    if (!found && token == phrase_ && !is_deed_of_violence(token, grammar_, lexicon_))
      found = part(grammar_.prepositional({token}, "by"), PhrasePart::agent);
    if (!found && !is_deed_of_violence(token, grammar_, lexicon_) && (kind_ == RoleKind::affected || group))
      for (const std::string_view place : kPlaces)
        if (!found) found = part(grammar_.prepositional({token}, place), PhrasePart::place);
    if (found && !direct && result_.actors.size() > before) result_.direct = false;
    return found;
  }

  bool modifiers(std::size_t token, PhrasePart part) {
    bool found = false;
    for (const std::size_t child : tree_.children(token)) {
      const std::string& relation = tree_.word(child).relation;
      if (relation == "amod" || relation == "compound" || relation == "nmod") {
        if (relation == "nmod" && !grammar_.preposition_of(child).empty()) continue;
        found = add(actors_.headed_by(child), part) || found;
      }
    }
    return found;
  }

  RoleKind kind_;
  const Grammar& grammar_;
  const Tree& tree_;
  const Actors& actors_;
  const Lexicon& lexicon_;
  Resolved& result_;
  std::size_t phrase_ = 0;
};

}  // namespace

void resolve(std::size_t token, RoleKind kind, const Grammar& grammar, const Actors& actors, const Lexicon& lexicon, Resolved& result) {
  Resolver(kind, grammar, actors, lexicon, result).find(token);
}

void resolve_within(std::size_t token, const Grammar& grammar, const Actors& actors, const Lexicon& lexicon, Resolved& result) {
  constexpr std::array<std::string_view, 8> kInPhrase = {"nmod", "obl", "obj", "acl", "advcl", "xcomp", "compound", "amod"};
  TokenList level = {token};
  for (int depth = 0; depth <= kDeepest && !level.empty() && result.actors.empty(); ++depth) {
    TokenList next;
    for (const std::size_t word : level) {
      resolve(word, RoleKind::affected, grammar, actors, lexicon, result);
      if (!result.actors.empty()) break;
      if (is_deed_of_violence(word, grammar, lexicon)) {
        const TokenList agents = grammar.prepositional({word}, "by");
        next.insert(next.end(), agents.begin(), agents.end());
        continue;
      }
      for (const std::size_t child : grammar.tree().children(word))
        if (std::any_of(kInPhrase.begin(), kInPhrase.end(),
                        [&](std::string_view relation) { return is_relation(grammar.tree().word(child).relation, relation); }))
          next.push_back(child);
    }
    level = std::move(next);
  }
  if (!result.actors.empty()) result.direct = false;
}

bool same_side(const Actor& one, const Actor& other) {
  return &one == &other || (one.country && other.country && *one.country == *other.country);
}

}  // namespace casus
