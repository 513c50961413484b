#include "ledgers/denials.h"

#include <algorithm>

#include "events/roles.h"

namespace casus {
namespace {

// Of PLOVER's quad classes the even ones are deeds; the others are words, and denied as statements.
bool is_deed(const Event& event) { return event.quad && *event.quad % 2 == 0; }

bool is_denied(const Event& event, const Claim& claim, const Actors& actors) {
  const auto speaks_for_doer = [&](ActorId denier) {
    return std::any_of(event.actors.begin(), event.actors.end(),
                       [&](ActorId doer) { return same_side(actors.actors[denier.index], actors.actors[doer.index]); });
  };
  const auto is_meant = [&](const Position& position) {
    const bool of_that_deed = position.why == "refers" || position.why == "same-event";
    if (event.actors.empty() || !position.actor) return of_that_deed;
    const bool unknown_side = !actors.actors[position.actor->index].country;
    return speaks_for_doer(*position.actor) || (unknown_side && (of_that_deed || position.why == "answers"));
  };
  return std::any_of(claim.positions.begin(), claim.positions.end(),
                     [&](const Position& position) { return position.stance == "denies" && is_meant(position); });
}

bool is_told_by_who_asserts(const Event& event, const Claim& claim) {
  return std::any_of(claim.positions.begin(), claim.positions.end(), [&](const Position& position) {
    return event.attribution && position.statement == event.attribution && (position.stance == "asserts" || position.stance == "implies");
  });
}

}  // namespace

Events with_denials(Events events, const Claims& claims, const Actors& actors) {
  for (const Claim& claim : claims.claims) {
    if (!claim.proposition.event) continue;
    Event& event = events.events[claim.proposition.event->index];
    const bool may_be_denied = event.status == Status::asserted || event.status == Status::alleged;
    if (is_deed(event) && may_be_denied && is_told_by_who_asserts(event, claim) && is_denied(event, claim, actors))
      event.status = Status::denied;
  }
  return events;
}

}  // namespace casus
