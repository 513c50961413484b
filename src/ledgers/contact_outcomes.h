// What came of a contact: events in which its parties agree, sign, concede or promise something.
#pragma once

#include <vector>

#include "ledgers/contact_gathering.h"

namespace casus {

struct ContactOutcome {
  std::size_t contact = 0;  // index
  EventId event;
};

// In the order of the events.
std::vector<ContactOutcome> find_outcomes(const GatheredContacts& contacts, const ContactScene& scene);

}  // namespace casus
