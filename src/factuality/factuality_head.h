// The head that says of each word whether it happened, were it a predicate.
#pragma once

#include "casus/result.h"
#include "encoder/vectors.h"
#include "factuality/factuality.h"
#include "tensor/linear.h"
#include "tensor/scratch.h"
#include "tensor/weights_file.h"

namespace casus {

class FactualityHead {
 public:
  static Result<FactualityHead> load(const WeightsFile& file);

  // One value for each word.
  Factuality judge(const Vectors& vectors, Scratch& scratch) const;

 private:
  FactualityHead(Linear hidden, Linear out) : hidden_(std::move(hidden)), out_(std::move(out)) {}
  Linear hidden_;
  Linear out_;
};

}  // namespace casus
