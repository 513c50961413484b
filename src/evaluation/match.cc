#include "evaluation/match.h"

#include <algorithm>

namespace casus {

std::vector<MatchedPair> match(std::size_t gold, std::size_t predicted,
                               const std::function<double(std::size_t gold, std::size_t predicted)>& similarity) {
  struct Candidate {
    double similarity;
    MatchedPair match;
  };
  std::vector<Candidate> candidates;
  for (std::size_t g = 0; g < gold; ++g)
    for (std::size_t p = 0; p < predicted; ++p)
      if (const double s = similarity(g, p); s > 0) candidates.push_back({s, {g, p}});
  std::stable_sort(candidates.begin(), candidates.end(),
                   [](const Candidate& a, const Candidate& b) { return a.similarity > b.similarity; });
  std::vector<bool> gold_used(gold), predicted_used(predicted);
  std::vector<MatchedPair> matches;
  for (const Candidate& candidate : candidates) {
    const auto [g, p] = candidate.match;
    if (gold_used[g] || predicted_used[p]) continue;
    gold_used[g] = predicted_used[p] = true;
    matches.push_back(candidate.match);
  }
  return matches;
}

}  // namespace casus
