// A head that gives each word one of a list of labels: one product with the words' vectors.
#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "casus/result.h"
#include "encoder/vectors.h"
#include "tensor/linear.h"
#include "tensor/scratch.h"
#include "tensor/weights_file.h"

namespace casus {

// Words are worked on this many at a time where all results are not wanted at once.
inline constexpr std::size_t kWordBlock = 5 * kRowBlock;

class LabelHead {
 public:
  // Tensors heads.HEAD.weight and .bias, with the file's labels of that name.
  static Result<LabelHead> load(const WeightsFile& file, std::string_view head);
  static Result<LabelHead> load(const WeightsFile& file, std::string_view head, std::string_view labels);

  const std::vector<std::string>& labels() const { return labels_; }

  // Calls take(word, scores of its labels) for each word in order.
  void each(const Vectors& vectors, Scratch& scratch, const std::function<void(std::size_t, std::span<const float>)>& take) const;
  // For each word the index of its label of the highest score.
  std::vector<std::size_t> best(const Vectors& vectors, Scratch& scratch) const;
  // [words, labels]
  Matrix scores(const Vectors& vectors, Scratch& scratch) const { return linear_(vectors.words, scratch); }

 private:
  LabelHead(Linear linear, std::vector<std::string> labels) : linear_(std::move(linear)), labels_(std::move(labels)) {}
  Linear linear_;
  std::vector<std::string> labels_;
};

}  // namespace casus
