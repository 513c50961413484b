// The dependency tree of the highest score (Chu and Liu 1965, Edmonds 1967).
#pragma once

#include <cstddef>
#include <vector>

#include "tensor/matrix.h"

namespace casus {

// `scores` [words, 1 + words]: row the dependent, column 0 the root, column 1 + j word j as its head. The result is for each word its head
// (a word, or kRoot of parse.h): always a tree in which one word hangs on the root, whatever the scores (those that are no numbers count as
// the lowest).
std::vector<std::size_t> best_tree(const Matrix& scores);

}  // namespace casus
