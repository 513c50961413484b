// What the event head says of the words that may be predicates: an event or none, of which type and mode.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace casus {

// Probabilities from 0 to 1.
struct EventProposal {
  std::size_t token = 0;
  float event = 0;           // that it tells of an event at all
  std::vector<float> types;  // of each type, were it one; they sum to 1
  std::string mode;          // the likeliest of the likeliest type; empty where most likely none is told

  std::size_t best() const;
};

// In the order of the tokens. Without a head there are no types.
struct EventProposals {
  std::vector<std::string> types;
  std::vector<EventProposal> proposals;

  const EventProposal* at(std::size_t token) const;
  // That the word tells of an event of this type; 0 of types that the head does not know.
  float probability(const EventProposal& proposal, std::string_view type) const;
};

}  // namespace casus
