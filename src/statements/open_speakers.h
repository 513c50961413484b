// Statements whose speaker the words beside the cue do not tell for sure.
#pragma once

#include "actors/actors.h"
#include "quotation/quotations.h"
#include "statements/statements.h"
#include "syntax/parse.h"

namespace casus {

// A pronoun that stands for nobody known goes on for who spoke before it; a quotation of an uncertain speaker is given to nobody.
void settle_open_speakers(Statements& statements, const Tokens& tokens, const Tree& tree, const Actors& actors);

// Sentences in marks that no statement holds.
Spans quotations_of_nobody(const Statements& statements, const Quotations& quotations, const Tokens& tokens, const Tree& tree);

}  // namespace casus
