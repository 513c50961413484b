// The words that are said: trimmed, carried on over sentences, direct or not.
#pragma once

#include <optional>
#include <vector>

#include "casus/record.h"
#include "quotation/quotations.h"
#include "statements/proposals.h"

namespace casus {

// Without punctuation at its ends, and without quotation marks that enclose all of it or have no partner in it. May become empty.
std::vector<TokenRange> trimmed(const std::vector<TokenRange>& ranges, const Document& document, const Tokens& tokens,
                                const Quotations& quotations);

// Nothing where there are no words. The first "that" and punctuation do not count.
std::optional<SpeechForm> form_of(const std::vector<TokenRange>& content, const Document& document, const Tokens& tokens,
                                  const Quotations& quotations);

// Gives quotations, or the rest of them, to the proposals they belong to: a quotation is said by whom its first words are said by; one that
// the cue splits, that goes on in the next sentence or the next paragraph is one speech. A quoted sentence behind a sentence about one
// person becomes a proposal of its own, without a cue.
void carry_on_quotations(std::vector<Proposal>& proposals, const Document& document, const Tokens& tokens, const Tree& tree,
                         const Quotations& quotations);

}  // namespace casus
