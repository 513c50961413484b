// Ranges of words as a conditional random field: a word is inside or outside, and beginning and ending a range has a score of its own.
#pragma once

#include <span>
#include <vector>

#include "token/tokens.h"

namespace casus {

// Log potentials of each word; three rows of one length. Of those that are no number, or no finite one, each counts as a very low score.
struct RangeScores {
  std::span<const float> inside;
  std::span<const float> begin;
  std::span<const float> end;
};

struct BestRanges {
  std::vector<TokenRange> ranges;  // counted from 0, ascending, with words between them; perhaps none
  double probability = 1;          // of exactly these among all choices of ranges
};

// The choice with the highest sum: `inside` over the words of its ranges, `begin` at their first words, `end` at their last; no ranges have
// 0. Exact, in time linear in the words.
BestRanges best_ranges(const RangeScores& scores);

}  // namespace casus
