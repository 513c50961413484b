// Who are the parties of a contact, and when two tellings have the same.
#pragma once

#include <vector>

#include "ledgers/contact_input.h"

namespace casus {

using ContactParties = std::vector<ActorId>;

// Those who act or are acted upon; of a state and somebody who acts for it only the latter.
ContactParties parties_of(const Event& event, const ContactScene& scene);

// "the two delegations", "the negotiators": nobody in particular, but those of whom was told before.
bool is_nameless(ActorId party, const ContactScene& scene);
bool are_interlocutors(std::size_t noun, const ContactScene& scene);

// One and the same, or one of them stands for the other's state.
bool is_same_party(ActorId one, ActorId other, const ContactScene& scene);

// Each of the fewer is a party of the more, and there are two of them at least.
bool are_same_parties(const ContactParties& one, const ContactParties& other, const ContactScene& scene);

bool has_party(const ContactParties& parties, ActorId actor, const ContactScene& scene);

// The parties of both tellings: of two that stand for each other, the person.
ContactParties joined(const ContactParties& told, const ContactParties& again, const ContactScene& scene);

}  // namespace casus
