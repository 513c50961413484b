// Places where a report tells that somebody is bound, or something of an obligation: each with what its own words say.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "commitments/duty_parties.h"
#include "commitments/duty_terms.h"
#include "commitments/obligation_text.h"

namespace casus {

// Parts that its words do not tell are empty; one without parties or duty tells of an obligation that other words name.
struct DutyTelling {
  std::size_t cue = 0;
  PartyList bound;
  PartyList beneficiaries;
  std::optional<std::size_t> instrument;  // its mention
  bool carried = false;                   // the instrument is named in a sentence before
  std::string duty;
  bool in_words = false;  // the duty is told by words, and not by the instrument's name alone
  Owed owed = Owed::as_told;
  TokenRanges condition;
  TokenRanges reason;
  std::vector<ScopePhrase> scope;
  Dueness tells = Dueness::unknown;
  bool observes = false;  // that an instrument or obligation is kept, broken or invoked
  bool of_scope = false;  // what an instrument covers, or not
  std::optional<StatementId> statement;
  std::optional<StatementId> binding;  // the statement that is the act of being bound, which the report tells
  PartyList on_soil_of;                // it tells only of what is owed to them
  TokenRanges words;                   // that it rests on
};

// In the order of their cues.
std::vector<DutyTelling> find_duty_tellings(const ObligationText& text);

}  // namespace casus
