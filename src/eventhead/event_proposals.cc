#include "eventhead/event_proposals.h"

#include <algorithm>

namespace casus {

std::size_t EventProposal::best() const { return static_cast<std::size_t>(std::max_element(types.begin(), types.end()) - types.begin()); }

const EventProposal* EventProposals::at(std::size_t token) const {
  const auto found = std::lower_bound(proposals.begin(), proposals.end(), token,
                                      [](const EventProposal& proposal, std::size_t wanted) { return proposal.token < wanted; });
  return found != proposals.end() && found->token == token ? &*found : nullptr;
}

float EventProposals::probability(const EventProposal& proposal, std::string_view type) const {
  const auto found = std::find(types.begin(), types.end(), type);
  return found == types.end() ? 0 : proposal.event * proposal.types[static_cast<std::size_t>(found - types.begin())];
}

}  // namespace casus
