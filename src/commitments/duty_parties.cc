#include "commitments/duty_parties.h"

#include <algorithm>

namespace casus {
namespace {

// The sector that bodies of several states have in the table.
constexpr std::string_view kNoSector = "-";

std::optional<ActorId> state_of(const std::string& country, const ObligationText& text) {
  const auto& actors = text.actors.actors;
  for (std::uint32_t i = 0; i < actors.size(); ++i)
    if (actors[i].kind == ActorKind::state && actors[i].country == country && actors[i].code == country) return ActorId{i};
  return std::nullopt;
}

// One that the knowledge base does not know.
bool is_codeless_state(ActorId id, const ObligationText& text) {
  const Actor& actor = text.actors.actors[id.index];
  return actor.kind == ActorKind::state && !actor.code;
}

// "the Republic of Hestland", where Hestland is a state of the report
std::optional<ActorId> state_within_name(const std::string& name, const ObligationText& text) {
  const auto& actors = text.actors.actors;
  for (std::uint32_t i = 0; i < actors.size(); ++i)
    if (is_codeless_state({i}, text) && name.ends_with(" " + actors[i].name)) return ActorId{i};
  return std::nullopt;
}

std::optional<ActorId> state_or_itself(ActorId id, const ObligationText& text) {
  const Actor& actor = text.actors.actors[id.index];
  if (actor.country) {
    const auto state = state_of(*actor.country, text);
    return state ? state : id;
  }
  for (const ActorId above : actor.member_of)
    if (const ActorKind kind = text.actors.actors[above.index].kind; kind == ActorKind::organisation || is_codeless_state(above, text))
      return above;
  return std::nullopt;
}

std::optional<ActorId> party(ActorId id, const ObligationText& text) {
  const Actor& actor = text.actors.actors[id.index];
  if (actor.kind == ActorKind::state) return id;
  if (!actor.code) return std::nullopt;
  if (actor.country == actor.code) return state_or_itself(id, text);
  const std::string sector = actor.sectors.empty() ? std::string(kNoSector) : actor.sectors.front();
  const auto rule = text.rules.parties.find(sector);
  if (rule == text.rules.parties.end() || (sector == kNoSector && actor.kind != ActorKind::organisation)) return std::nullopt;
  // "Israeli troops" are the state's; an army of a name may be bound itself.
  const bool of_state = rule->second == BoundAs::state || (rule->second == BoundAs::body && actor.kind != ActorKind::organisation);
  return of_state ? state_or_itself(id, text) : std::optional(id);
}

std::size_t first_conjunct(std::size_t token, const Tree& tree) {
  while (tree.word(token).relation == "conj" && tree.word(token).head != kRoot) token = tree.word(token).head;
  return token;
}

bool is_named_party(const ActorMention& mention, const ObligationText& text) {
  const auto is_place = [&](ActorId id) { return text.actors.actors[id.index].kind == ActorKind::place; };
  return mention.form != MentionForm::pronoun && std::none_of(mention.actors.begin(), mention.actors.end(), is_place) &&
         !parties_of(mention.actors, text).empty();
}

}  // namespace

void add_parties(const PartyList& more, PartyList& parties) {
  for (const ActorId one : more)
    if (std::find(parties.begin(), parties.end(), one) == parties.end()) parties.push_back(one);
}

PartyList parties_of(const std::vector<ActorId>& actors, const ObligationText& text) {
  PartyList parties;
  for (const ActorId id : actors)
    if (const auto one = party(id, text)) add_parties({*one}, parties);
  return parties;
}

PartyList parties_of(const TokenList& phrases, RoleKind kind, const ObligationText& text) {
  Resolved resolved;
  for (const std::size_t phrase : phrases) resolve(phrase, kind, text.grammar, text.actors, text.lexicon, resolved);
  PartyList parties = parties_of(resolved.actors, text);
  if (!parties.empty() || kind != RoleKind::doer) return parties;
  for (const ActorId id : resolved.actors) {
    const Actor& actor = text.actors.actors[id.index];
    if (actor.kind != ActorKind::place || actor.country) continue;
    if (const auto state = state_within_name(actor.name, text)) add_parties({*state}, parties);
  }
  return parties;
}

namespace {

// "Armenian captives", "the agency's inspectors"
PartyList owners_of(const TokenList& phrases, const ObligationText& text) {
  PartyList owners;
  for (const std::size_t phrase : phrases)
    for (const std::size_t child : text.tree.children(phrase)) {
      const Word& word = text.tree.word(child);
      const bool modifies = is_relation(word.relation, "amod") || is_relation(word.relation, "compound") || word.relation == "nmod:poss";
      const ActorMention* mention = modifies ? text.actors.headed_by(child) : nullptr;
      if (mention && mention->form != MentionForm::pronoun) add_parties(parties_of(mention->actors, text), owners);
    }
  return owners;
}

}  // namespace

PartyList sides_of(const TokenList& phrases, const ObligationText& text) {
  Resolved resolved;
  for (const std::size_t phrase : phrases) resolve(phrase, RoleKind::affected, text.grammar, text.actors, text.lexicon, resolved);
  PartyList sides;
  for (const ActorId id : resolved.actors) {
    const Actor& actor = text.actors.actors[id.index];
    const auto one = party(id, text);
    if (one) add_parties({*one}, sides);
    else if (actor.country && !actor.country_from_report)
      if (const auto state = state_of(*actor.country, text); state || actor.sectors.empty()) add_parties({state.value_or(id)}, sides);
  }
  return sides.empty() ? owners_of(phrases, text) : sides;
}

TokenList first_filled(std::size_t predicate, const std::vector<Slot>& slots, const ObligationText& text) {
  for (const Slot& slot : slots) {
    const TokenList filled = text.grammar.fill(predicate, {predicate}, slot);
    if (!filled.empty()) return filled;
  }
  return {};
}

bool is_reciprocal(std::size_t phrase, const ObligationText& text) {
  const auto owners = text.tree.children(phrase, "nmod:poss");
  return (text.is("reciprocal", phrase) && text.actors.headed_by(phrase) == nullptr) ||
         std::any_of(owners.begin(), owners.end(), [&](std::size_t owner) { return text.is("reciprocal", owner); });
}

PartyList party_before(std::size_t token, const ObligationText& text) {
  const std::size_t first = text.sentence(token).first;
  for (std::size_t at = token; at-- > first;)
    if (const ActorMention* mention = text.actors.headed_by(at); mention && is_named_party(*mention, text))
      return parties_of({first_conjunct(at, text.tree)}, RoleKind::doer, text);
  return {};
}

PartyList parties_before(std::size_t token, const ObligationText& text) {
  PartyList parties;
  const std::size_t sentence = text.tokens.sentence_of(token);
  const auto add_named = [&](std::size_t first, std::size_t last) {
    for (std::size_t at = first; at < last; ++at)
      if (const ActorMention* mention = text.actors.headed_by(at); mention && is_named_party(*mention, text))
        add_parties(parties_of(mention->actors, text), parties);
  };
  add_named(text.sentence(token).first, token);
  if (parties.size() < 2 && sentence > 0) add_named(text.tokens.sentences[sentence - 1].first, text.tokens.sentences[sentence - 1].last);
  return parties;
}

PartyList party_after(std::size_t token, const ObligationText& text) {
  const std::size_t last = text.sentence(token).last;
  for (std::size_t at = token + 1; at < last; ++at)
    if (const ActorMention* mention = text.actors.headed_by(at); mention && is_named_party(*mention, text))
      return parties_of({at}, RoleKind::doer, text);
  return {};
}

PartyList parties_in_phrase(const InstrumentMention& instrument, const ObligationText& text) {
  PartyList parties;
  for (const std::size_t token : text.own_subtree(instrument.head)) {
    const ActorMention* mention = text.actors.headed_by(token);
    if (mention && mention->form != MentionForm::pronoun && text.tree.word(token).head == instrument.head) {
      Resolved resolved;
      resolve(token, RoleKind::affected, text.grammar, text.actors, text.lexicon, resolved);
      add_parties(parties_of(resolved.actors, text), parties);
    }
  }
  const Word& word = text.tree.word(instrument.head);
  if (parties.empty() && word.head != kRoot && text.is("signing", word.head) && is_relation(word.relation, "obj"))
    return parties_of(text.grammar.subjects(word.head), RoleKind::doer, text);
  return parties;
}

}  // namespace casus
