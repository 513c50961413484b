// Whose word on a contact tells what was said in it.
#pragma once

#include <vector>

#include "ledgers/contact_outcomes.h"
#include "ledgers/contact_topics.h"

namespace casus {

struct ContactReadout {
  std::size_t contact = 0;  // index
  StatementId statement;
};

// In the order of the statements; those within the content of others count with these.
std::vector<ContactReadout> find_readouts(const GatheredContacts& contacts, const std::vector<ToldTopic>& topics,
                                          const std::vector<ContactOutcome>& outcomes, const ContactScene& scene);

}  // namespace casus
