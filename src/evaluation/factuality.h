// Factuality against Universal Decompositional Semantics: correlation and error of a number a predicate.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "casus/result.h"
#include "evaluation/score.h"

namespace casus {

struct JudgedPredicate {
  std::string sentence_id;
  std::size_t token = 0;  // counted from 1, as in the treebank
  std::string form;
  double factuality = 0;
};

// TSV with a header: sent_id, token, form, factuality, then whatever. Errors name `origin` and the line.
Result<std::vector<JudgedPredicate>> read_factuality(std::string_view text, std::string_view origin);

struct FactualityPair {
  std::size_t sentence = 0;  // the unit of the interval
  double gold = 0;
  double predicted = 0;
};

// Pearson's r, and the mean absolute error. r is 0 where a side does not vary.
std::vector<Score> score_factuality(const std::vector<FactualityPair>& pairs);

}  // namespace casus
