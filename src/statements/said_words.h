// The words that a cue says, of the sentence that it stands in.
#pragma once

#include <vector>

#include "quotation/quotations.h"
#include "statements/proposals.h"

namespace casus {

// The model's content where it fits the tree, else the tree's. Words in other sentences are left to the quotations. The trees alone give no
// cue a quotation that another has `said`: a flag for each token.
void complete_content(Proposal& proposal, const std::vector<bool>& said, const Tokens& tokens, const Tree& tree,
                      const Quotations& quotations);

// The last token of a quotation that is not empty is a comma or ends a sentence.
bool stops(const Quotation& quotation, const Tokens& tokens);

// Words in marks, or a clause with a subject of its own; "they dislike the plan" tells nothing that somebody says.
bool is_told(const std::vector<TokenRange>& content, const Tree& tree, const Quotations& quotations);

bool has_verb(const std::vector<TokenRange>& ranges, const Tree& tree);

}  // namespace casus
