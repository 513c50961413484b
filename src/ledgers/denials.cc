#include "ledgers/denials.h"

#include <algorithm>

namespace casus {
namespace {

bool takes(const Claim& claim, std::string_view stance) {
  return std::any_of(claim.positions.begin(), claim.positions.end(), [&](const Position& position) { return position.stance == stance; });
}

bool is_told_by_who_asserts(const Event& event, const Claim& claim) {
  return std::any_of(claim.positions.begin(), claim.positions.end(), [&](const Position& position) {
    return event.attribution && position.statement == event.attribution && (position.stance == "asserts" || position.stance == "implies");
  });
}

bool may_be_denied(const Event& event) { return event.status == Status::asserted || event.status == Status::alleged; }

}  // namespace

Events with_denials(Events events, const Claims& claims) {
  for (const Claim& claim : claims.claims) {
    if (!claim.proposition.event || !takes(claim, "denies")) continue;
    const std::string type = events.events[claim.proposition.event->index].type;
    for (Event& event : events.events)
      if (event.type == type && may_be_denied(event) && is_told_by_who_asserts(event, claim)) event.status = Status::denied;
  }
  return events;
}

}  // namespace casus
