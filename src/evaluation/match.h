// One-to-one pairs of gold and predicted items.
#pragma once

#include <cstddef>
#include <functional>
#include <vector>

namespace casus {

struct MatchedPair {
  std::size_t gold = 0;
  std::size_t predicted = 0;
};

// The most similar first, each item once; of equals the first gold item, then the first predicted one. Similarity 0 is no pair.
std::vector<MatchedPair> match(std::size_t gold, std::size_t predicted,
                               const std::function<double(std::size_t gold, std::size_t predicted)>& similarity);

}  // namespace casus
