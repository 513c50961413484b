#include "syntax/biaffine.h"

#include <algorithm>

#include "core/check.h"
#include "syntax/parse.h"
#include "tensor/kernels.h"

namespace casus {

Result<ArcHead> ArcHead::load(const WeightsFile& file) {
  const std::size_t hidden = file.config().hidden, size = file.config().arc;
  auto dependent = Linear::load(file, "heads.arc.dependent", size, hidden);
  if (!dependent) return dependent.error();
  auto head = Linear::load(file, "heads.arc.head", size, hidden);
  if (!head) return head.error();
  auto bilinear = Linear::load_unbiased(file, "heads.arc.bilinear", size, size);
  if (!bilinear) return bilinear.error();
  auto prior = file.vector("heads.arc.prior", size);
  if (!prior) return prior.error();
  const auto root = file.vector("heads.arc.root", size);
  if (!root) return root.error();
  ArcHead made(*std::move(dependent), *std::move(head), *std::move(bilinear), *std::move(prior));
  Scratch scratch;
  made.root_.resize(size);
  made.bilinear_.apply(root->data(), 1, made.root_.data(), scratch);
  made.root_prior_ = kernels().dot(root->data(), made.prior_.data(), size);
  return made;
}

ArcHead::Words ArcHead::prepare(const float* words, std::size_t rows, Scratch& scratch) const {
  const Matrix h = head_.of_rows(words, rows, scratch, After::gelu);
  Words prepared{.dependents = dependent_.of_rows(words, rows, scratch, After::gelu), .heads = bilinear_(h, scratch), .priors = {}};
  for (std::size_t i = 0; i < rows; ++i) prepared.priors.push_back(kernels().dot(h.row(i).data(), prior_.data(), prior_.size()));
  return prepared;
}

Matrix ArcHead::scores(const Words& words, std::size_t first, std::size_t n) const {
  CASUS_CHECK(first + n <= words.dependents.rows);
  const Kernels& kernel = kernels();
  Matrix scores(n, n + 1);
  for (std::size_t i = 0; i < n; ++i) {
    const float* d = words.dependents.row(first + i).data();
    const auto row = scores.row(i);
    row[0] = kernel.dot(d, root_.data(), root_.size()) + root_prior_;
    for (std::size_t j = 0; j < n; ++j)
      row[1 + j] = kernel.dot(d, words.heads.row(first + j).data(), root_.size()) + words.priors[first + j];
  }
  return scores;
}

Result<RelationHead> RelationHead::load(const WeightsFile& file) {
  const std::size_t hidden = file.config().hidden, size = file.config().relation;
  auto labels = file.labels("relation");
  if (!labels) return labels.error();
  auto dependent = Linear::load(file, "heads.relation.dependent", size, hidden);
  if (!dependent) return dependent.error();
  auto head = Linear::load(file, "heads.relation.head", size, hidden);
  if (!head) return head.error();
  auto bilinear = Linear::load_unbiased(file, "heads.relation.bilinear", labels->size() * size, size);
  if (!bilinear) return bilinear.error();
  const auto linear = file.matrix("heads.relation.linear", labels->size(), 2 * size);
  if (!linear) return linear.error();
  const auto bias = file.vector("heads.relation.bias", labels->size());
  if (!bias) return bias.error();
  auto root = file.vector("heads.relation.root", size);
  if (!root) return root.error();
  return RelationHead(*std::move(labels), *std::move(dependent), *std::move(head), *std::move(bilinear), Linear(linear->matrix(), *bias),
                      *std::move(root));
}

Matrix RelationHead::scores(const float* words, std::size_t rows, std::span<const std::size_t> heads, Scratch& scratch) const {
  CASUS_CHECK(heads.size() == rows);
  const std::size_t size = root_.size(), count = labels_.size();
  const Matrix d = dependent_.of_rows(words, rows, scratch, After::gelu), h = head_.of_rows(words, rows, scratch, After::gelu);
  Matrix pairs(rows, 2 * size);  // [d; h of the head]
  for (std::size_t i = 0; i < rows; ++i) {
    CASUS_CHECK(heads[i] == kRoot || heads[i] < rows);
    std::copy_n(d.row(i).begin(), size, pairs.row(i).begin());
    std::copy_n(heads[i] == kRoot ? root_.data() : h.row(heads[i]).data(), size, pairs.row(i).begin() + static_cast<std::ptrdiff_t>(size));
  }
  Matrix scores = linear_(pairs, scratch);
  Scratch::Frame frame(scratch);
  // B_r h of all relations takes many floats a word, so a block of words at a time.
  float* head_rows = frame.floats(kRowBlock * size);
  float* products = frame.floats(kRowBlock * count * size);
  for (std::size_t first = 0; first < rows; first += kRowBlock) {
    const std::size_t block = std::min(kRowBlock, rows - first);
    for (std::size_t i = 0; i < block; ++i) std::copy_n(pairs.row(first + i).data() + size, size, head_rows + i * size);
    bilinear_.apply(head_rows, block, products, scratch);
    for (std::size_t i = 0; i < block; ++i)
      for (std::size_t r = 0; r < count; ++r)
        scores.row(first + i)[r] += kernels().dot(d.row(first + i).data(), products + (i * count + r) * size, size);
  }
  return scores;
}

}  // namespace casus
