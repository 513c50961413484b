// The head that finds names.
#pragma once

#include "casus/result.h"
#include "encoder/label_head.h"
#include "encoder/vectors.h"
#include "names/bioes.h"
#include "names/names.h"
#include "tensor/scratch.h"
#include "tensor/weights_file.h"
#include "token/tokens.h"

namespace casus {

class NamesHead {
 public:
  static Result<NamesHead> load(const WeightsFile& file);

  // Names lie within sentences. Confidence: the mean probability of the labels of a name's words.
  Names find(const Vectors& vectors, const Tokens& tokens, Scratch& scratch) const;
  // [words, labels]
  Matrix scores(const Vectors& vectors, Scratch& scratch) const { return head_.scores(vectors, scratch); }

 private:
  NamesHead(LabelHead head, Bioes labels) : head_(std::move(head)), labels_(std::move(labels)) {}
  LabelHead head_;
  Bioes labels_;
};

}  // namespace casus
