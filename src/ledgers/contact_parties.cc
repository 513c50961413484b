#include "ledgers/contact_parties.h"

#include <algorithm>

namespace casus {
namespace {

bool is_individual(const Actor& actor) { return actor.kind == ActorKind::person || actor.kind == ActorKind::role; }

// A person before his office, an office before a body, a body before the state.
int nearness(const Actor& actor) {
  switch (actor.kind) {
    case ActorKind::person:
      return 0;
    case ActorKind::role:
      return 1;
    case ActorKind::state:
    case ActorKind::place:
      return 3;
    default:
      return 2;
  }
}

bool share_an_office(const Actor& one, const Actor& other) {
  return std::any_of(one.roles.begin(), one.roles.end(), [&](const Role& role) {
    return std::any_of(other.roles.begin(), other.roles.end(), [&](const Role& also) { return role.office == also.office; });
  });
}

// Two persons are two; a person and an office may be one.
bool may_be_one(const Actor& one, const Actor& other) {
  if (!is_individual(one) || !is_individual(other)) return true;
  if (one.kind == other.kind) return false;
  return one.roles.empty() || other.roles.empty() || share_an_office(one, other);
}

// Codes of organisations tell one; a sector alone is anybody's.
constexpr std::size_t kCodeOfASector = 3;
bool tells_one(const Actor& actor) { return actor.code->size() > kCodeOfASector; }

bool is_state(const Actor& actor) { return actor.country && actor.code == actor.country; }

bool is_of_government(const Actor& actor) { return actor.country && actor.code == *actor.country + "GOV"; }

// "the government and the rebels" are two, a state and its minister one.
bool is_one_side(const Actor& one, const Actor& other) {
  const auto speaks_for_state = [](const Actor& actor) { return is_state(actor) || is_of_government(actor); };
  return one.country && one.country == other.country && (one.code == other.code || (speaks_for_state(one) && speaks_for_state(other)));
}

bool is_beside_its_own(ActorId party, const ContactParties& parties, const ContactScene& scene) {
  const Actor& state = scene.actor(party);
  return is_state(state) && std::any_of(parties.begin(), parties.end(), [&](ActorId other) {
           return scene.actor(other).country == state.country && is_of_government(scene.actor(other));
         });
}

bool is_where_others_meet(ActorId party, const Event& event, const ContactScene& scene) {
  if (event.actors.size() < 2 || !event.place) return false;
  const auto& mentions = scene.actor(party).mentions;
  return std::all_of(mentions.begin(), mentions.end(), [&](const Mention& mention) {
    return std::any_of(event.place->spans.begin(), event.place->spans.end(), [&](Span span) { return span.overlaps(mention.span); });
  });
}

}  // namespace

TokenList ContactScene::tokens_in(const Spans& spans) const {
  TokenList found;
  for (const Span& span : spans) {
    auto token = std::lower_bound(tokens.tokens.begin(), tokens.tokens.end(), span.start,
                                  [](const Token& one, std::size_t start) { return one.span.end <= start; });
    for (; token != tokens.tokens.end() && token->span.start < span.end; ++token)
      found.push_back(static_cast<std::size_t>(token - tokens.tokens.begin()));
  }
  return found;
}

std::vector<ActorId> ContactScene::meant_by(std::size_t token) const {
  Resolved meant;
  resolve(token, RoleKind::doer, grammar, actors, lexicon, meant);
  if (!meant.actors.empty()) return meant.actors;
  const ActorMention* mention = actors.covering(token);
  return mention ? mention->actors : meant.actors;
}

ContactParties parties_of(const Event& event, const ContactScene& scene) {
  ContactParties all = event.actors;
  for (const ActorId recipient : event.recipients)
    if (std::find(all.begin(), all.end(), recipient) == all.end() && !is_where_others_meet(recipient, event, scene))
      all.push_back(recipient);
  ContactParties parties;
  for (const ActorId party : all)
    if (!is_beside_its_own(party, all, scene)) parties.push_back(party);
  return parties;
}

bool is_nameless(ActorId party, const ContactScene& scene) {
  const Actor& actor = scene.actor(party);
  if (actor.country || actor.knowledge_id || actor.kind == ActorKind::person) return false;
  return std::any_of(scene.actors.mentions.begin(), scene.actors.mentions.end(), [&](const ActorMention& mention) {
    return mention.form == MentionForm::nominal && mention.actors == std::vector{party} && are_interlocutors(mention.head, scene);
  });
}

bool are_interlocutors(std::size_t noun, const ContactScene& scene) {
  const Word& word = scene.tree.word(noun);
  return word.xpos == "NNS" && scene.lexicon.words("interlocutor").lemmas.contains(word.lemma);
}

bool is_same_party(ActorId one, ActorId other, const ContactScene& scene) {
  if (one == other) return true;
  const Actor &first = scene.actor(one), &second = scene.actor(other);
  const bool same_organisation = !first.country && !second.country && first.code && first.code == second.code && tells_one(first);
  return (same_organisation || is_one_side(first, second)) && may_be_one(first, second);
}

bool has_party(const ContactParties& parties, ActorId actor, const ContactScene& scene) {
  return std::any_of(parties.begin(), parties.end(), [&](ActorId party) { return is_same_party(party, actor, scene); });
}

bool are_same_parties(const ContactParties& one, const ContactParties& other, const ContactScene& scene) {
  const ContactParties& fewer = one.size() <= other.size() ? one : other;
  const ContactParties& more = one.size() <= other.size() ? other : one;
  if (fewer.size() < 2) return false;
  ContactParties left = more;
  for (const ActorId party : fewer) {
    const auto same = std::find(left.begin(), left.end(), party);
    const auto found =
        same != left.end() ? same : std::find_if(left.begin(), left.end(), [&](ActorId each) { return is_same_party(each, party, scene); });
    if (found == left.end()) return false;
    left.erase(found);
  }
  return std::all_of(left.begin(), left.end(), [&](ActorId party) { return has_party(fewer, party, scene); }) || fewer.size() > 2;
}

ContactParties joined(const ContactParties& told, const ContactParties& again, const ContactScene& scene) {
  ContactParties parties = told;
  for (const ActorId party : again) {
    const auto same = std::find_if(parties.begin(), parties.end(), [&](ActorId each) { return is_same_party(each, party, scene); });
    if (same == parties.end()) parties.push_back(party);
    else if (nearness(scene.actor(party)) < nearness(scene.actor(*same))) *same = party;
  }
  return parties;
}

}  // namespace casus
