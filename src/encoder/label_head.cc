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

void LabelHead::each(const Vectors& vectors, Scratch& scratch, const std::function<void(std::size_t, std::span<const float>)>& take) const {
  Scratch::Frame frame(scratch);
  const std::size_t words = vectors.words.rows, count = labels_.size();
  float* scores = frame.floats(std::min(words, kWordBlock) * count);
  for (std::size_t first = 0; first < words; first += kWordBlock) {
    const std::size_t rows = std::min(kWordBlock, words - first);
    linear_.apply(vectors.words.row(first).data(), rows, scores, scratch);
    for (std::size_t i = 0; i < rows; ++i) take(first + i, {scores + i * count, count});
  }
}

std::vector<std::size_t> LabelHead::best(const Vectors& vectors, Scratch& scratch) const {
  std::vector<std::size_t> labels(vectors.words.rows);
  each(vectors, scratch, [&](std::size_t word, std::span<const float> scores) {
    labels[word] = static_cast<std::size_t>(std::max_element(scores.begin(), scores.end()) - scores.begin());
  });
  return labels;
}

}  // namespace casus
