// What somebody is bound to: clauses and phrases that tell a duty.
#pragma once

#include <optional>
#include <vector>

#include "commitments/obligation_text.h"

namespace casus {

// Whether what is told is turned into its contrary by the words above it ("bars them from attacking").
enum class Wording { straight, turned };

struct DutyPhrase {
  const DutyContent* tells = nullptr;
  std::size_t head = 0;
};

// The duty that the words headed by `head` tell, if one.
std::optional<DutyPhrase> duty_at(std::size_t head, Wording wording, const ObligationText& text);

// The duties that a clause or phrase and what it is coordinated with tell; where its head tells none ("be ready to defend them"), those
// of the clauses and phrases right below it.
std::vector<DutyPhrase> duties_in(std::size_t head, Wording wording, const ObligationText& text);

// The first told in the range, and those coordinated with it.
std::vector<DutyPhrase> first_duties(TokenRange range, Wording wording, const ObligationText& text);

// A duty's head and the clauses right below it: "stop them from striking at America".
TokenList clauses_of(std::size_t head, const Tree& tree);

// By a word in the name of an instrument ("non-aggression pact"), else by the treaty that it is, if that has one kind of duty. Empty: none.
std::string duty_of_instrument(const InstrumentMention& instrument, const ObligationText& text);

}  // namespace casus
