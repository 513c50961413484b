#include "names/names_head.h"

#include <algorithm>

#include "tensor/kernels.h"

namespace casus {

Result<NamesHead> NamesHead::load(const WeightsFile& file) {
  auto head = LabelHead::load(file, "names");
  if (!head) return head.error();
  auto labels = Bioes::make(head->labels());
  if (!labels) return file.error("labels of names: " + labels.error().message);
  return NamesHead(*std::move(head), *std::move(labels));
}

Names NamesHead::find(const Vectors& vectors, const Tokens& tokens, Scratch& scratch) const {
  Matrix all = scores(vectors, scratch);
  Names found;
  for (const TokenRange sentence : tokens.sentences) {
    Matrix own(sentence.size(), all.columns);
    std::copy_n(all.values.begin() + static_cast<std::ptrdiff_t>(sentence.first * all.columns), own.values.size(), own.values.begin());
    const auto labels = labels_.best(own);
    kernels().softmax(own.values.data(), own.rows, own.columns);
    for (Name name : labels_.names(labels)) {
      for (std::size_t i = name.range.first; i < name.range.last; ++i) name.confidence += own.row(i)[labels[i]];
      name.confidence /= static_cast<float>(name.range.size());
      name.range = {sentence.first + name.range.first, sentence.first + name.range.last};
      found.names.push_back(name);
    }
  }
  return found;
}

}  // namespace casus
