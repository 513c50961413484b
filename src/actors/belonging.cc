#include "actors/belonging.h"

#include <algorithm>

#include "actors/sectors.h"

namespace casus {
namespace {

std::string sector_of(const Draft& draft) { return draft.actor.sectors.empty() ? "" : draft.actor.sectors.front(); }

bool has_weak_sector(const Knowledge& knowledge, const Entry& entry) {
  if (entry.sense == Sense::office) return knowledge.title(entry.row).weak;
  return entry.sense == Sense::nominal && knowledge.nominal(entry.row).weak;
}

bool has_weak_sector(const Knowledge& knowledge, const std::string& words) {
  const auto entries = knowledge.find(words);
  return std::any_of(entries.begin(), entries.end(), [&](const Entry& entry) { return has_weak_sector(knowledge, entry); });
}

// A spokesman, a commander or a delegation may be anybody's; a minister or a soldier tells by himself what he is.
bool may_be_of_any_sector(const Knowledge& knowledge, const Draft& draft) {
  const auto& roles = draft.actor.roles;
  if (roles.empty()) return draft.thing == Thing::person || has_weak_sector(knowledge, draft.lemma);
  const auto is_weak = [&](const Role& role) { return has_weak_sector(knowledge, role.office); };
  return std::any_of(roles.begin(), roles.end(), is_weak) && std::all_of(roles.begin(), roles.end(), [&](const Role& role) {
           return is_weak(role) || knowledge.is_office_kind("rank", role.office);
         });
}

// Who speaks or acts for others is what they are: "the rebels' spokesman".
std::string sector_among(const Knowledge& knowledge, const Draft& draft, const Draft& owner) {
  const std::string own = sector_of(draft);
  const std::string others = sector_of(owner);
  // A rebel's spokesman is a rebel, his brother need not be.
  const bool of_body = is_one_of(owner.thing, {Thing::organisation, Thing::body, Thing::group});
  if (!of_body && (others.empty() || is_of_state(others) || draft.actor.roles.empty())) return own;
  if (!own.empty() && !speaks_for_state(own)) return own;
  if (!may_be_of_any_sector(knowledge, draft)) return own;
  return others.empty() && !owner.actor.country && is_whole_code(owner.actor) ? "" : others.empty() ? own : others;
}

// The party, armed group or organisation, no part of a state, whose one is by the words of a mention. A soldier is no rebel.
DraftId organisation_of(const Drafts& drafts, DraftId d) {
  const bool soldier = sector_of(drafts[d]) == "MIL";
  const auto is_joined = [&](DraftId o) {
    const std::string sector = sector_of(drafts[o]);
    if (soldier && !sector.empty() && sector != "MIL") return false;
    return o != d && is_one_of(drafts[o].thing, {Thing::organisation, Thing::body, Thing::group}) && !is_of_state(sector);
  };
  for (const std::size_t m : drafts[d].marks) {
    const Mark& mark = drafts.mark(m);
    if (mark.affiliation)
      for (std::size_t t = mark.affiliation->first; t < mark.affiliation->last; ++t)
        if (const auto* meant = drafts.meant_at(t))
          for (const DraftId o : *meant)
            if (is_joined(o)) return o;
    if (const auto owner = drafts.owner_of(mark); owner && is_joined(*owner)) return *owner;
  }
  return kNoDraft;
}

}  // namespace

// "his spokesman", "Kern's lawyer": country and code are the owner's.
void inherit_from_owner(const Knowledge& knowledge, Drafts& drafts, DraftId d) {
  Draft& draft = drafts[d];
  if (draft.actor.country || !is_one_of(draft.thing, {Thing::person, Thing::office, Thing::body, Thing::group, Thing::individual})) return;
  for (const std::size_t m : draft.marks) {
    const auto owner = drafts.owner_of(drafts.mark(m));
    if (!owner || *owner == d) continue;
    const Actor& actor = drafts[*owner].actor;
    const std::string own = sector_of(draft);
    const std::string sector = sector_among(knowledge, draft, drafts[*owner]);
    if (actor.country) {
      set_codes(draft.actor, *actor.country, sector, "");
    } else if (is_whole_code(actor) && (!draft.actor.code || draft.actor.code == own)) {
      draft.actor.sectors.clear();
      set_codes(draft.actor, "", sector, *actor.code);
    }
    if (drafts[*owner].thing == Thing::place && !actor.country) {
      drafts[*owner].is_country = drafts[*owner].is_country || is_one_of(draft.thing, {Thing::person, Thing::office, Thing::body});
      drafts[*owner].only_place = false;
      if (draft.actor.member_of.empty()) draft.actor.member_of.push_back({static_cast<std::uint32_t>(*owner)});
    }
    for (Role& role : draft.actor.roles)
      if (!role.of && (actor.country || is_whole_code(actor))) role.of = actor.country ? actor.country : actor.code;
    return;
  }
}

// Persons in office and bodies belong to their state or organisation; an adjective founds the state where nothing else names it.
void join_state(Drafts& drafts, DraftId d) {
  Draft& draft = drafts[d];
  if (!is_one_of(draft.thing, {Thing::person, Thing::office, Thing::body, Thing::organisation})) return;
  if (is_human(draft))
    if (const DraftId o = organisation_of(drafts, d); o != kNoDraft) draft.actor.member_of = {{static_cast<std::uint32_t>(o)}};
  if (!draft.actor.country && draft.owner && draft.actor.member_of.empty()) draft.actor.member_of = drafts[*draft.owner].actor.member_of;
  if (!draft.territory.empty()) {
    for (const DraftId t : drafts.indexed(draft.territory)) draft.actor.member_of.push_back({static_cast<std::uint32_t>(t)});
    return;
  }
  const std::optional<TokenRange> words = drafts.affiliation_words(draft);
  if (!draft.actor.country) {
    if (draft.thing == Thing::organisation || !is_whole_code(draft.actor) || !draft.actor.member_of.empty()) return;
    for (const DraftId o : drafts.indexed("code " + *draft.actor.code))
      if (o != d) {
        draft.actor.member_of.push_back({static_cast<std::uint32_t>(o)});
        return;
      }
    return;
  }
  if (draft.actor.sectors.empty() || !is_of_state(draft.actor.sectors.front())) return;
  const std::string country = *draft.actor.country;
  const auto& existing = drafts.indexed("state " + country);
  const bool mentioned = !existing.empty() && !drafts[existing.front()].marks.empty();
  if (!mentioned && !words) return;
  const DraftId s = mentioned ? existing.front() : drafts.found_state(country, *words);
  drafts[s].only_place = false;
  drafts[d].actor.member_of.push_back({static_cast<std::uint32_t>(s)});
}

}  // namespace casus
