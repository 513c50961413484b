#include "actors/belonging.h"

#include <set>

namespace casus {

// "his spokesman", "Kern's lawyer": country and code are the owner's.
void inherit_from_owner(Drafts& drafts, DraftId d) {
  Draft& draft = drafts[d];
  if (draft.actor.country || !is_one_of(draft.thing, {Thing::person, Thing::office, Thing::body, Thing::group, Thing::individual})) return;
  for (const std::size_t m : draft.marks) {
    const auto owner = drafts.owner_of(drafts.mark(m));
    if (!owner || *owner == d) continue;
    const Actor& actor = drafts[*owner].actor;
    const std::string sector = draft.actor.sectors.empty() ? "" : draft.actor.sectors.front();
    if (actor.country) set_codes(draft.actor, *actor.country, sector, "");
    else if (is_whole_code(actor) && (!draft.actor.code || draft.actor.code == sector)) set_codes(draft.actor, "", sector, *actor.code);
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
  static const std::set<std::string> kOfState{"GOV", "MIL", "SPY", "COP", "LEG", "JUD"};
  Draft& draft = drafts[d];
  if (!is_one_of(draft.thing, {Thing::person, Thing::office, Thing::body, Thing::organisation})) return;
  if (!draft.actor.country && draft.owner && draft.actor.member_of.empty()) draft.actor.member_of = drafts[*draft.owner].actor.member_of;
  if (!draft.territory.empty()) {
    for (const DraftId t : drafts.indexed(draft.territory)) draft.actor.member_of.push_back({static_cast<std::uint32_t>(t)});
    return;
  }
  const std::optional<TokenRange> words = drafts.affiliation_words(draft);
  if (!draft.actor.country) {
    if (draft.thing == Thing::organisation || !is_whole_code(draft.actor)) return;
    for (const DraftId o : drafts.indexed("code " + *draft.actor.code))
      if (o != d) {
        draft.actor.member_of.push_back({static_cast<std::uint32_t>(o)});
        return;
      }
    return;
  }
  if (draft.actor.sectors.empty() || !kOfState.contains(draft.actor.sectors.front())) return;
  const std::string country = *draft.actor.country;
  const auto& existing = drafts.indexed("state " + country);
  const bool mentioned = !existing.empty() && !drafts[existing.front()].marks.empty();
  if (!mentioned && !words) return;
  const DraftId s = mentioned ? existing.front() : drafts.found_state(country, *words);
  drafts[s].only_place = false;
  drafts[d].actor.member_of.push_back({static_cast<std::uint32_t>(s)});
}

}  // namespace casus
