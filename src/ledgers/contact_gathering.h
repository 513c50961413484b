// The contacts of a report, each once, however often it is told.
#pragma once

#include <vector>

#include "ledgers/contact_input.h"
#include "ledgers/contact_parties.h"

namespace casus {

struct GatheredContact {
  Contact contact;
  ContactKinds kinds;  // that the words leave open, the likeliest first
  bool planned = false;
  TokenList words;  // that tell it, in order
};

using GatheredContacts = std::vector<GatheredContact>;  // by their first word

// From events and letters; later nouns that stand for them ("the call") are taken along, with the ordinal that stands there.
GatheredContacts gather_contacts(const ContactScene& scene);

// The contact whose word is the token, or of which was told last before it, no more than `far` sentences away; null where there is none.
const GatheredContact* contact_before(std::size_t token, const GatheredContacts& contacts, std::size_t far, const ContactScene& scene);

}  // namespace casus
