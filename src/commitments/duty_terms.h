// On which condition, for which reason and within which scope: what stands beside the words of an obligation.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "commitments/duty_contents.h"
#include "commitments/obligation_text.h"

namespace casus {

using TokenRanges = std::vector<TokenRange>;

// Words of a table ("in the event of") and what they introduce, from the first of them on.
struct IntroducedWords {
  const Introducer* by = nullptr;
  TokenRange range;
  std::size_t governor = 0;  // what they hang on; kRoot where they are the sentence
};

// In the order of the sentence.
std::vector<IntroducedWords> introduced_in(TokenRange sentence, const ObligationText& text);

// Of all in the sentence those that hang on the words of the obligation, above or below them.
TokenRanges beside(const std::vector<std::size_t>& obligation, Introduces what, const std::vector<IntroducedWords>& introduced,
                   const ObligationText& text);

struct ScopePhrase {
  TokenRange range;
  Reach reach = Reach::covers;
};

// The words of a cue of scope with what they say that an instrument or obligation covers, or not.
struct ToldReach {
  std::size_t cue = 0;
  std::optional<std::size_t> instrument;  // its mention; none where an obligation or a pronoun stands for it
  std::vector<ScopePhrase> phrases;
};

std::optional<ToldReach> reach_told_at(std::size_t token, const ObligationText& text);

// The places that a duty itself names: "withdraw from the Kivus", "hold their fire in Omdurman".
std::vector<ScopePhrase> scope_of(const DutyPhrase& duty, const ObligationText& text);

// A phrase without its preposition, relative clauses and what is contrasted with it.
TokenRange phrase_range(std::size_t head, const ObligationText& text);

Scope scope(TokenRange range, const ObligationText& text);

}  // namespace casus
