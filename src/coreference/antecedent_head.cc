#include "coreference/antecedent_head.h"

#include <algorithm>

#include "core/check.h"
#include "tensor/kernels.h"

namespace casus {
namespace {

float dot(std::span<const float> a, std::span<const float> b) { return kernels().dot(a.data(), b.data(), a.size()); }

std::vector<float> products(const Matrix& rows, std::span<const float> with) {
  std::vector<float> all(rows.rows);
  for (std::size_t i = 0; i < rows.rows; ++i) all[i] = dot(rows.row(i), with);
  return all;
}

}  // namespace

Result<AntecedentHead> AntecedentHead::load(const WeightsFile& file) {
  const std::size_t hidden = file.config().hidden, size = file.config().link;
  const std::vector<std::size_t>& distances = file.config().distances;
  auto anaphor = Linear::load(file, "heads.antecedent.anaphor", size, hidden);
  if (!anaphor) return anaphor.error();
  auto candidate = Linear::load(file, "heads.antecedent.candidate", size, hidden);
  if (!candidate) return candidate.error();
  auto bilinear = Linear::load_unbiased(file, "heads.antecedent.bilinear", size, size);
  if (!bilinear) return bilinear.error();
  const auto prior = file.matrix("heads.antecedent.prior", 2, size);
  if (!prior) return prior.error();
  auto distance = file.vector("heads.antecedent.distance", distances.size() + 2);
  if (!distance) return distance.error();
  return AntecedentHead(*std::move(anaphor), *std::move(candidate), *std::move(bilinear), prior->matrix(), distances, *std::move(distance));
}

AntecedentHead::Words AntecedentHead::prepare(const Vectors& vectors, TokenRange window, Scratch& scratch) const {
  CASUS_CHECK(window.last <= vectors.words.rows);
  const float* x = vectors.words.values.data() + window.first * vectors.words.columns;
  Matrix anaphors = anaphor_.of_rows(x, window.size(), scratch, After::gelu);
  const Matrix candidates = candidate_.of_rows(x, window.size(), scratch, After::gelu);
  std::vector<float> anaphor_priors = products(anaphors, prior_.row(0));
  return {.window = window,
          .anaphors = std::move(anaphors),
          .candidates = bilinear_(candidates, scratch),
          .anaphor_priors = std::move(anaphor_priors),
          .candidate_priors = products(candidates, prior_.row(1))};
}

std::size_t AntecedentHead::distance_class(std::size_t anaphor, std::size_t candidate) const {
  if (candidate > anaphor) return distances_.size() + 1;
  const auto beyond = std::upper_bound(distances_.begin(), distances_.end(), anaphor - candidate);
  return static_cast<std::size_t>(beyond - distances_.begin());
}

std::vector<float> AntecedentHead::scores(const Words& words, std::size_t anaphor, std::span<const std::size_t> candidates) const {
  CASUS_CHECK(words.window.contains(anaphor));
  const std::size_t a = anaphor - words.window.first;
  std::vector<float> all;
  all.reserve(candidates.size());
  for (const std::size_t candidate : candidates) {
    CASUS_CHECK(words.window.contains(candidate));
    const std::size_t c = candidate - words.window.first;
    all.push_back(dot(words.anaphors.row(a), words.candidates.row(c)) + words.candidate_priors[c] + words.anaphor_priors[a] +
                  distance_[distance_class(anaphor, candidate)]);
  }
  return all;
}

}  // namespace casus
