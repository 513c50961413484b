#include "actors/learned_antecedents.h"

#include <algorithm>
#include <cmath>

namespace casus {

LearnedAntecedents::LearnedAntecedents(const Coreference& coreference) : coreference_(coreference) {
  for (std::size_t i = 0; i < coreference.markables.size(); ++i) {
    markable_at_.emplace(coreference.markables[i].head, i);
    markable_at_.emplace(coreference.markables[i].first, i);
  }
}

std::vector<LearnedAntecedent> LearnedAntecedents::of(std::size_t token, const Meant& meant) const {
  const auto found = markable_at_.find(token);
  if (found == markable_at_.end()) return {};
  const std::vector<float>& scores = coreference_.choices[found->second].scores;
  const std::size_t first = found->second - scores.size();
  const float best = scores.empty() ? 0 : std::max(0.0f, *std::max_element(scores.begin(), scores.end()));
  float sum = std::exp(-best);
  for (const float score : scores) sum += std::exp(score - best);

  std::vector<std::size_t> root(scores.size());                          // of each candidate's chain
  std::vector<const std::vector<std::size_t>*> meaning(scores.size());   // of the candidate by its own words
  std::vector<const std::vector<std::size_t>*> of_chain(scores.size());  // by root: what its first mention with a meaning means
  for (std::size_t i = 0; i < scores.size(); ++i) {
    const auto& referred = coreference_.choices[first + i].antecedent;
    root[i] = referred ? root[*referred - first] : i;
    meaning[i] = meant(coreference_.markables[first + i].head);
    if (!of_chain[root[i]]) of_chain[root[i]] = meaning[i];
  }
  std::vector<LearnedAntecedent> antecedents;
  std::map<std::pair<std::vector<std::size_t>, std::size_t>, std::size_t> known;  // by meaning; without one by chain
  for (std::size_t i = 0; i < scores.size(); ++i) {
    const auto* means = meaning[i] ? meaning[i] : of_chain[root[i]];
    const auto key = means ? std::pair(*means, std::size_t{0}) : std::pair(std::vector<std::size_t>{}, root[i]);
    const auto [entity, added] = known.emplace(key, antecedents.size());
    if (added) antecedents.push_back({.means = means ? *means : std::vector<std::size_t>{}});
    antecedents[entity->second].last_head = coreference_.markables[first + i].head;
    antecedents[entity->second].probability += std::exp(scores[i] - best) / sum;
  }
  std::stable_sort(antecedents.begin(), antecedents.end(), [](const auto& a, const auto& b) { return a.probability > b.probability; });
  return antecedents;
}

}  // namespace casus
