#include "encoder/label_head.h"

#include <algorithm>

namespace casus {

Result<LabelHead> LabelHead::load(const WeightsFile& file, std::string_view head) { return load(file, head, head); }

Result<LabelHead> LabelHead::load(const WeightsFile& file, std::string_view head, std::string_view labels) {
  auto names = file.labels(labels);
  if (!names) return names.error();
  auto linear = Linear::load(file, "heads." + std::string(head), names->size(), file.config().hidden);
  if (!linear) return linear.error();
  return LabelHead(*std::move(linear), *std::move(names));
}

std::vector<std::size_t> LabelHead::best(const Vectors& vectors, Scratch& scratch) const {
  Scratch::Frame frame(scratch);
  const std::size_t words = vectors.words.rows, count = labels_.size();
  float* scores = frame.floats(std::min(words, kWordBlock) * count);
  std::vector<std::size_t> labels;
  labels.reserve(words);
  for (std::size_t first = 0; first < words; first += kWordBlock) {
    const std::size_t rows = std::min(kWordBlock, words - first);
    linear_.apply(vectors.words.row(first).data(), rows, scores, scratch);
    for (std::size_t i = 0; i < rows; ++i) {
      const float* row = scores + i * count;
      labels.push_back(static_cast<std::size_t>(std::max_element(row, row + count) - row));
    }
  }
  return labels;
}

}  // namespace casus
