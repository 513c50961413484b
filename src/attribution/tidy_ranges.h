// From the ranges that the scores favour to those that a reader would mark.
#pragma once

#include <vector>

#include "token/tokens.h"

namespace casus {

// The ranges without commas, full stops, colons and dashes at their ends, and without those that hold no word. Where one mark of a pair of
// quotation marks stands at the inner side of a range's end and the other just outside of the range, the range takes it in.
std::vector<TokenRange> tidy_ranges(const Tokens& tokens, std::vector<TokenRange> ranges);

}  // namespace casus
