// A phrase of place is what stands in a slot of rules/places/slots.tsv at the predicate: its head names the place, or something that lies
// there ("at a checkpoint near Lutz"). Where the predicate has none, the clauses that it shares with others are asked.
#include "events/placing.h"

#include <algorithm>
#include <vector>

namespace casus {
namespace {

constexpr int kDeepest = 4;
constexpr int kFarthest = 4;  // clauses upwards

struct FoundPlace {
  Place place;
  Breadth breadth = Breadth::unknown;
};

// Of equally narrow ones the first.
void take_narrower(std::optional<FoundPlace>& best, std::optional<FoundPlace> other) {
  if (other && (!best || other->breadth < best->breadth)) best = std::move(other);
}

class Placer {
 public:
  Placer(const EventDraft& draft, const Given& given)
      : draft_(draft), given_(given), tree_(given.tree), grammar_(given.grammar), places_(given.places), rules_(given.place_rules) {}

  std::optional<Place> find() const {
    const Match& match = *draft_.match;
    TokenList hosts = match.hosts;
    if (match.clause != match.token) hosts.push_back(match.clause);
    std::optional<FoundPlace> best = at_hosts(hosts);
    take_narrower(best, at_objects(grammar_.objects(match.token)));
    take_narrower(best, at_deeds(grammar_.subjects(match.token)));
    if (best) return best->place;
    if (auto words = vague_at(hosts)) return words;
    if (const auto shared = at_shared_clauses(match.clause, 0)) return shared->place;
    if (const auto doers = at_doers(grammar_.subjects(match.token))) return doers->place;
    return std::nullopt;
  }

 private:
  const PlaceNoun* noun(std::size_t token) const { return rules_.noun(tree_.word(token).lemma); }
  bool is_noun_of(std::size_t token, PlaceNounKind kind) const {
    const PlaceNoun* known = noun(token);
    return known && known->kind == kind;
  }
  bool is_definite(std::size_t token) const {
    const TokenList determiners = tree_.children(token, "det");
    return std::any_of(determiners.begin(), determiners.end(), [&](std::size_t child) {
      const std::string& feats = tree_.word(child).feats;
      return feats.find("Definite=Def") != std::string::npos || feats.find("PronType=Dem") != std::string::npos;
    });
  }

  std::optional<FoundPlace> at_hosts(const TokenList& hosts) const {
    std::optional<FoundPlace> best;
    for (const PlaceSlot& slot : rules_.slots()) {
      if (slot.tells == PlaceTold::words || !slot.is_for(draft_.type)) continue;
      for (const std::size_t head : grammar_.prepositional(hosts, slot.slot))
        take_narrower(best, slot.tells == PlaceTold::place ? of_phrase(head, 0) : below(head, 0));
    }
    // "north of the city", "there"
    for (const std::size_t host : hosts)
      for (const std::size_t child : tree_.children(host, "advmod"))
        if (is_noun_of(child, PlaceNounKind::part) || is_noun_of(child, PlaceNounKind::again)) take_narrower(best, of_phrase(child, 0));
    return best;
  }

  // "shelled Lutz", "captured the town of Lutz"; of other events only where the object lies: "met officials in Lutz".
  std::optional<FoundPlace> at_objects(const TokenList& objects) const {
    const bool by_object = has_slot(kObjectSlot);
    std::optional<FoundPlace> best;
    for (const std::size_t object : objects) take_narrower(best, by_object ? of_phrase(object, 0) : below(object, 0));
    return best;
  }

  bool has_slot(std::string_view name) const {
    const auto& slots = rules_.slots();
    return std::any_of(slots.begin(), slots.end(), [&](const PlaceSlot& slot) { return slot.slot == name && slot.is_for(draft_.type); });
  }

  // "police in Lutz arrested ten"
  std::optional<FoundPlace> at_doers(const TokenList& subjects) const {
    std::optional<FoundPlace> best;
    if (!has_slot(kSubjectSlot)) return best;
    for (const std::size_t subject : subjects) take_narrower(best, below(subject, 0));
    return best;
  }

  // "an air strike on Lutz killed ten": where a deed was done, its effect is.
  std::optional<FoundPlace> at_deeds(const TokenList& subjects) const {
    std::optional<FoundPlace> best;
    for (const std::size_t subject : subjects)
      if (!given_.actors.headed_by(subject) && !places_.headed_by(subject)) take_narrower(best, below(subject, 0));
    return best;
  }

  std::optional<FoundPlace> of_phrase(std::size_t head, int depth) const {
    if (const PlaceMention* mention = places_.headed_by(head)) {
      std::optional<FoundPlace> best = FoundPlace{mention->place, mention->breadth};
      take_narrower(best, beside(*mention, depth));
      return best;
    }
    auto best = below(head, depth);
    return best ? best : named_before(head);
  }

  // "in Syria, in the town of Tabqa"
  std::optional<FoundPlace> beside(const PlaceMention& mention, int depth) const {
    return depth >= kDeepest ? std::nullopt : below(mention.phrase, depth);
  }

  // Where that lies which the phrase means.
  std::optional<FoundPlace> below(std::size_t head, int depth) const {
    std::optional<FoundPlace> best;
    if (depth >= kDeepest) return best;
    for (const std::size_t child : tree_.children(head))
      if (leads_to_place(head, child)) take_narrower(best, of_phrase(child, depth + 1));
    return best;
  }

  bool leads_to_place(std::size_t head, std::size_t child) const {
    const std::string& relation = tree_.word(child).relation;
    const PlaceMention* mention = places_.headed_by(child);
    // "Lutz's market", "the north of Nordland", but not "Nordland's elections"
    const bool owner = is_relation(relation, "nmod:poss");
    if (owner || relation == "compound")
      return mention && (mention->breadth <= (owner ? Breadth::town : Breadth::division) || is_noun_of(head, PlaceNounKind::part));
    if (relation == "appos") return true;
    if (!is_relation(relation, "nmod") && !is_relation(relation, "obl")) return false;
    const std::string preposition = grammar_.preposition_of(child);
    // "the town hall of Lutz", but not "the mayor of Lutz"
    if (preposition == "of") {
      if (mention && mention->breadth == Breadth::state) return noun(head) && !is_noun_of(head, PlaceNounKind::vague);
      return noun(head) || (mention && !is_somebody(head));
    }
    if (preposition.empty()) return mention != nullptr;
    if (is_noun_of(head, PlaceNounKind::vague) && mention && mention->breadth == Breadth::state) return false;
    const auto& slots = rules_.slots();
    return std::any_of(slots.begin(), slots.end(), [&](const PlaceSlot& slot) {
      return slot.types.empty() && slot.tells == PlaceTold::place && grammar_.has_preposition(child, slot.slot);
    });
  }

  bool is_somebody(std::size_t head) const {
    const ActorMention* mention = given_.actors.headed_by(head);
    return mention && std::any_of(mention->actors.begin(), mention->actors.end(),
                                  [&](ActorId id) { return given_.actors.actors[id.index].kind != ActorKind::organisation; });
  }

  // "the city", "there": the last of the kind that was named before.
  std::optional<FoundPlace> named_before(std::size_t head) const {
    const PlaceNoun* known = noun(head);
    if (!known) return std::nullopt;
    const bool by_kind = known->kind == PlaceNounKind::name && is_definite(head);
    const bool by_any = known->kind == PlaceNounKind::again && (is_definite(head) || tree_.word(head).upos == "ADV");
    if (!by_kind && !by_any) return std::nullopt;
    for (auto mention = places_.mentions.rbegin(); mention != places_.mentions.rend(); ++mention) {
      if (mention->head >= head || !mention->place.feature_code || mention->breadth == Breadth::state) continue;
      if (by_kind && !known->fits(*mention->place.feature_code)) continue;
      FoundPlace found{mention->place, mention->breadth};
      found.place.spans.push_back(given_.tokens.tokens[head].span);
      return found;
    }
    return std::nullopt;
  }

  // "along the line of contact"
  std::optional<Place> vague_at(const TokenList& hosts) const {
    for (const PlaceSlot& slot : rules_.slots()) {
      if (!slot.types.empty() || slot.tells == PlaceTold::within) continue;
      for (const std::size_t head : grammar_.prepositional(hosts, slot.slot)) {
        if (slot.tells == PlaceTold::words ? !are_places(head) : !is_vague(head)) continue;
        const TokenRange core = core_of(head);
        const Span span = given_.tokens.span(core);
        return Place{.name = given_.tokens.forms(core), .country = state_of(head), .spans = {span}};
      }
    }
    return std::nullopt;
  }

  // "the border", "the lake"
  bool is_vague(std::size_t head) const {
    const PlaceNoun* known = noun(head);
    if (!known || !(is_definite(head) || tree_.has_child(head, "nmod:poss"))) return false;
    if (known->kind == PlaceNounKind::vague) return true;
    const std::string_view of = known->kind == PlaceNounKind::name ? rules_.feature_class(known->features.front()) : std::string_view();
    return of == "H" || of == "T" || of == "V";
  }

  // "between Lutz and Roda", but not "between Norway and Mali"
  bool are_places(std::size_t head) const {
    const TokenList both = tree_.conjuncts(head);
    return both.size() > 1 && std::all_of(both.begin(), both.end(), [&](std::size_t each) {
             const PlaceMention* mention = places_.headed_by(each);
             return mention && mention->breadth != Breadth::state && mention->place.geonames_id;
           });
  }

  // The phrase with its preposition, without clauses and what is set apart.
  TokenRange core_of(std::size_t head) const {
    TokenRange core{head, head + 1};
    for (const std::size_t child : tree_.children(head)) {
      const std::string& relation = tree_.word(child).relation;
      if (is_relation(relation, "acl") || relation == "appos" || relation == "punct" || relation == "parataxis") continue;
      const TokenRange extent = tree_.extent(child);
      core = {std::min(core.first, extent.first), std::max(core.last, extent.last)};
    }
    return core;
  }

  // "Ukraine's border", "the coast of Yemen"
  std::optional<std::string> state_of(std::size_t head) const {
    for (const std::size_t child : tree_.children(head)) {
      const std::string& relation = tree_.word(child).relation;
      const bool owner = is_relation(relation, "nmod:poss") || (is_relation(relation, "nmod") && grammar_.preposition_of(child) == "of");
      const PlaceMention* mention = owner ? places_.headed_by(child) : nullptr;
      if (mention) return mention->place.country;
    }
    return std::nullopt;
  }

  // Upwards along what shares its place; of a clause with another coordinated, to that too.
  std::optional<FoundPlace> at_shared_clauses(std::size_t token, int steps) const {
    for (const std::size_t other : tree_.children(token, "conj"))
      if (grammar_.is_verb(other) == grammar_.is_verb(token) && !grammar_.has_own_subject(other))
        if (auto found = at_hosts({other})) return found;
    const Word& word = tree_.word(token);
    if (word.head == kRoot || steps >= kFarthest) return std::nullopt;
    const std::size_t above = word.head;
    const std::string& relation = word.relation;
    // "Lutz, where rebels killed ten"
    if (relation == "acl:relcl") {
      const TokenList adverbs = tree_.children(token, "advmod");
      const bool where = std::any_of(adverbs.begin(), adverbs.end(), [&](std::size_t child) { return tree_.word(child).xpos == "WRB"; });
      return where ? of_phrase(above, 0) : std::nullopt;
    }
    if (is_relation(relation, "ccomp")) return fronted(above);
    const bool verb = grammar_.is_verb(token);
    const bool shares = is_relation(relation, "conj") || relation == "advcl" || relation == "acl" || relation == "xcomp" ||
                        relation == "parataxis" ||
                        (!verb && (is_relation(relation, "nsubj") || relation == "obj" || is_relation(relation, "nmod") ||
                                   is_relation(relation, "obl") || relation == "compound"));
    if (!shares) return std::nullopt;
    if (auto found = at_hosts({above})) return found;
    if (is_relation(relation, "conj") && grammar_.is_verb(above))
      for (const std::size_t object : tree_.children(above, "obj"))
        if (auto found = below(object, 0)) return found;
    if (!grammar_.is_verb(above))
      if (auto found = below(above, 0)) return found;
    return at_shared_clauses(above, steps + 1);
  }

  // "In Lutz, witnesses said that ..."
  std::optional<FoundPlace> fronted(std::size_t verb) const {
    std::optional<FoundPlace> best;
    const TokenList subjects = tree_.children(verb, "nsubj");
    if (subjects.empty()) return best;
    for (const std::size_t child : tree_.children(verb, "obl"))
      if (child < subjects.front() && rules_.is_locative(grammar_.preposition_of(child))) take_narrower(best, of_phrase(child, 0));
    return best;
  }

  const EventDraft& draft_;
  const Given& given_;
  const Tree& tree_;
  const Grammar& grammar_;
  const Places& places_;
  const PlaceRules& rules_;
};

}  // namespace

std::optional<Place> place_of(const EventDraft& draft, const Given& given) { return Placer(draft, given).find(); }

}  // namespace casus
