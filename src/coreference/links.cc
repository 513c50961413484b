#include "coreference/links.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/check.h"

namespace casus {
namespace {

// `scores` are those of the markables from `first` on.
AntecedentChoice best_choice(std::vector<float> scores, std::size_t first) {
  AntecedentChoice choice;
  float best = 0;
  for (std::size_t i = 0; i < scores.size(); ++i) {
    if (!(scores[i] > best)) continue;
    best = scores[i];
    choice.antecedent = first + i;
  }
  float sum = std::exp(-best);
  for (const float score : scores) sum += std::exp(score - best);
  choice.probability = 1 / sum;
  choice.scores = std::move(scores);
  return choice;
}

}  // namespace

std::vector<std::vector<std::size_t>> chains_of(const std::vector<AntecedentChoice>& choices) {
  std::vector<std::vector<std::size_t>> chains;
  std::vector<std::optional<std::size_t>> chain_of(choices.size());
  for (std::size_t i = 0; i < choices.size(); ++i) {
    if (!choices[i].antecedent) continue;
    const std::size_t antecedent = *choices[i].antecedent;
    CASUS_CHECK(antecedent < i);
    if (!chain_of[antecedent]) {
      chain_of[antecedent] = chains.size();
      chains.push_back({antecedent});
    }
    chain_of[i] = chain_of[antecedent];
    chains[*chain_of[i]].push_back(i);
  }
  return chains;
}

Coreference find_coreference(const AntecedentHead& head, const Vectors& vectors, std::vector<Markable> markables, Scratch& scratch) {
  Coreference found{.markables = std::move(markables)};
  std::vector<std::size_t> candidates;
  std::size_t next = 0;
  for (const TokenRange window : vectors.windows) {
    const std::size_t first = next;
    candidates.clear();
    const auto words = head.prepare(vectors, window, scratch);
    for (; next < found.markables.size() && window.contains(found.markables[next].first); ++next) {
      const std::size_t anaphor = found.markables[next].first;
      found.choices.push_back(best_choice(head.scores(words, anaphor, candidates), first));
      candidates.push_back(anaphor);
    }
  }
  CASUS_CHECK(found.choices.size() == found.markables.size());
  found.chains = chains_of(found.choices);
  return found;
}

}  // namespace casus
