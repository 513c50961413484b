// What was spoken about in a contact.
#pragma once

#include <vector>

#include "ledgers/contact_gathering.h"

namespace casus {

struct ToldTopic {
  std::size_t contact = 0;  // index
  std::size_t word = 0;     // that introduces it: "discussed"
  TokenRange range;
};

// In the order of the words that introduce them; of those coordinated, each.
std::vector<ToldTopic> find_topics(const GatheredContacts& contacts, const ContactScene& scene);

}  // namespace casus
