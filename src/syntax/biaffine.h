// Scores of arcs and of their relations from pairs of words (Dozat and Manning 2017).
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "casus/result.h"
#include "tensor/linear.h"
#include "tensor/matrix.h"
#include "tensor/scratch.h"
#include "tensor/weights_file.h"

namespace casus {

// score(dependent d, head h) = d^T B h + prior . h; the root's h is a vector of its own.
class ArcHead {
 public:
  static Result<ArcHead> load(const WeightsFile& file);

  // What words [rows, hidden] are as dependents and as heads; made for many sentences at once.
  struct Words {
    Matrix dependents;          // d
    Matrix heads;               // B h
    std::vector<float> priors;  // prior . h
  };
  Words prepare(const float* words, std::size_t rows, Scratch& scratch) const;

  // [n, 1 + n] of the sentence of the words [first, first + n): row the dependent, column 0 the root, column 1 + j word j as its head.
  Matrix scores(const Words& words, std::size_t first, std::size_t n) const;

 private:
  ArcHead(Linear dependent, Linear head, Linear bilinear, std::vector<float> prior)
      : dependent_(std::move(dependent)), head_(std::move(head)), bilinear_(std::move(bilinear)), prior_(std::move(prior)) {}
  Linear dependent_;
  Linear head_;
  Linear bilinear_;
  std::vector<float> prior_;
  std::vector<float> root_;  // B h of the root
  float root_prior_ = 0;
};

// score of relation r = d^T B_r h + L_r [d; h] + b_r
class RelationHead {
 public:
  static Result<RelationHead> load(const WeightsFile& file);

  const std::vector<std::string>& labels() const { return labels_; }
  // [rows, labels] for words [rows, hidden], each with its head: a row, or kRoot.
  Matrix scores(const float* words, std::size_t rows, std::span<const std::size_t> heads, Scratch& scratch) const;

 private:
  RelationHead(std::vector<std::string> labels, Linear dependent, Linear head, Linear bilinear, Linear linear, std::vector<float> root)
      : labels_(std::move(labels)),
        dependent_(std::move(dependent)),
        head_(std::move(head)),
        bilinear_(std::move(bilinear)),
        linear_(std::move(linear)),
        root_(std::move(root)) {}
  std::vector<std::string> labels_;
  Linear dependent_;
  Linear head_;
  Linear bilinear_;
  Linear linear_;  // with b as its bias
  std::vector<float> root_;
};

}  // namespace casus
