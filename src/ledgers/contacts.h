// Calls, meetings, visits, letters and talks between persons or states.
#pragma once

#include <vector>

#include "casus/record.h"
#include "ledgers/contact_input.h"

namespace casus {

// By their first span. One that is told twice (same parties, no other day or place, a kind that both may be) is one; what is planned is
// kept apart from what was held.
struct Contacts {
  std::vector<Contact> contacts;
};

Contacts find_contacts(const ContactInput& input);

}  // namespace casus
