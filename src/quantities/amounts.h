// Numerals: where a sentence has them and what they are worth.
#pragma once

#include <optional>
#include <vector>

#include "quantities/quantity_rules.h"
#include "syntax/parse.h"
#include "token/tokens.h"

namespace casus {

// "between 50 and 60", "at least two dozen", "hundreds of thousands". One of low and high may be missing, not both.
struct Amount {
  TokenRange words;    // with the words that bound it
  TokenRange numeral;  // without
  std::optional<double> low;
  std::optional<double> high;
};

// In the order of the text, without overlap. Figures within names ("F-16") are none.
std::vector<Amount> find_amounts(const Tokens& tokens, const Parse& parse, const QuantityRules& rules);

}  // namespace casus
