// The head that scores what a word refers back to.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "casus/result.h"
#include "encoder/vectors.h"
#include "tensor/linear.h"
#include "tensor/matrix.h"
#include "tensor/scratch.h"
#include "tensor/weights_file.h"
#include "token/tokens.h"

namespace casus {

// score(anaphor a, candidate c) = a^T B c + prior_1 . c + prior_0 . a + distance[class]; 0 is the score of having no antecedent.
class AntecedentHead {
 public:
  static Result<AntecedentHead> load(const WeightsFile& file);

  // What the words of a window are as anaphors and as candidates.
  struct Words {
    TokenRange window;
    Matrix anaphors;                      // a
    Matrix candidates;                    // B c
    std::vector<float> anaphor_priors;    // prior_0 . a
    std::vector<float> candidate_priors;  // prior_1 . c
  };
  Words prepare(const Vectors& vectors, TokenRange window, Scratch& scratch) const;

  // One a candidate; `anaphor` and `candidates` are tokens of the window.
  std::vector<float> scores(const Words& words, std::size_t anaphor, std::span<const std::size_t> candidates) const;

 private:
  AntecedentHead(Linear anaphor, Linear candidate, Linear bilinear, Matrix prior, std::vector<std::size_t> distances,
                 std::vector<float> distance)
      : anaphor_(std::move(anaphor)),
        candidate_(std::move(candidate)),
        bilinear_(std::move(bilinear)),
        prior_(std::move(prior)),
        distances_(std::move(distances)),
        distance_(std::move(distance)) {}
  std::size_t distance_class(std::size_t anaphor, std::size_t candidate) const;

  Linear anaphor_;
  Linear candidate_;
  Linear bilinear_;
  Matrix prior_;                        // [2, link]
  std::vector<std::size_t> distances_;  // bounds of the classes
  std::vector<float> distance_;         // one a class
};

}  // namespace casus
