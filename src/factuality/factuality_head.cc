#include "factuality/factuality_head.h"

#include <algorithm>

#include "encoder/label_head.h"
#include "tensor/kernels.h"

namespace casus {
namespace {

constexpr std::size_t kHidden = 64;

}  // namespace

Result<FactualityHead> FactualityHead::load(const WeightsFile& file) {
  auto hidden = Linear::load(file, "heads.factuality.hidden", kHidden, file.config().hidden);
  if (!hidden) return hidden.error();
  auto out = Linear::load(file, "heads.factuality.out", 1, kHidden);
  if (!out) return out.error();
  return FactualityHead(*std::move(hidden), *std::move(out));
}

Factuality FactualityHead::judge(const Vectors& vectors, Scratch& scratch) const {
  Scratch::Frame frame(scratch);
  const std::size_t words = vectors.words.rows;
  float* hidden = frame.floats(std::min(words, kWordBlock) * kHidden);
  Factuality factuality;
  factuality.values.resize(words);
  for (std::size_t first = 0; first < words; first += kWordBlock) {
    const std::size_t rows = std::min(kWordBlock, words - first);
    hidden_.apply(vectors.words.row(first).data(), rows, hidden, scratch);
    kernels().gelu(hidden, rows * kHidden);
    out_.apply(hidden, rows, factuality.values.data() + first, scratch);
  }
  return factuality;
}

}  // namespace casus
