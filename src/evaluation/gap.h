// Pronouns against GAP (Webster et al. 2018): snippets with one ambiguous pronoun and two names, of which one at most is the pronoun's.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "casus/result.h"
#include "casus/span.h"
#include "evaluation/score.h"

namespace casus {

// Spans count code points of the text.
struct GapSnippet {
  std::string id;
  std::u32string text;
  Span pronoun;
  std::array<Span, 2> names;                        // A, B
  std::array<bool, 2> coreferent = {false, false};  // does the pronoun stand for A, for B?
};

// TSV with the header ID, Text, Pronoun, Pronoun-offset, A, A-offset, A-coref, B, B-offset, B-coref, then whatever. Errors name `origin`
// and the line.
Result<std::vector<GapSnippet>> read_gap(std::string_view text, std::string_view origin);

// Precision, recall and F1 over the pairs of pronoun and name: all, of masculine and of feminine pronouns; bias, the F1 of feminine
// over that of masculine pronouns. Units of the intervals are snippets. `predicted` has one for each snippet.
std::vector<Score> score_gap(const std::vector<GapSnippet>& snippets, const std::vector<std::array<bool, 2>>& predicted);

}  // namespace casus
