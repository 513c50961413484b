// From scores of words, one by one, to the ranges that a reader would mark.
#pragma once

#include <span>
#include <vector>

#include "token/tokens.h"

namespace casus {

// The ranges, counted from 0, whose sum of `scores` less `start` for each range and less `ends[i]` for each that ends with word i is
// highest: small gaps are closed and specks dropped where that pays. `ends` has one cost for each word, or none. What is no number counts
// as a very low score, and as no cost.
std::vector<TokenRange> best_ranges(std::span<const float> scores, float start, std::span<const float> ends = {});

// The ranges without commas, full stops, colons and dashes at their ends, and without those that hold no word. Where one mark of a pair of
// quotation marks stands at the inner side of a range's end and the other just outside of the range, the range takes it in.
std::vector<TokenRange> tidy_ranges(const Tokens& tokens, std::vector<TokenRange> ranges);

}  // namespace casus
