// Whole attributions against PolNeAR: contents, their sources, and both together, also by the form of the content.
#pragma once

#include <string>
#include <vector>

#include "evaluation/attributions.h"
#include "evaluation/score.h"

namespace casus {

struct FormScores {
  std::string form;  // "all"; "direct", "mixed", "indirect": 90 % or more, some, none of the content's words in quotation marks
  std::vector<Score> scores;
};

// After Pareti et al. (2013). Spans are compared as sets of words; gold and predictions are judged or left out as by score_attributions.
//   content, exact              the same words
//   content, soft               the share of each content's words that stand in any content of the other side
//   content, IoU >= .5          one-to-one pairs that share at least half of the words that either has
//   source given content        of those pairs: the same source, or IoU >= .5; P over predicted sources, R over gold ones
//   attribution                 one-to-one pairs with content and source exact, or both IoU >= .5; no source agrees with no source
// Precision of a form is over predicted contents of the form, recall over gold ones. Units of the interval are articles.
std::vector<FormScores> score_attribution_forms(const std::vector<AttributedArticle>& gold,
                                                const std::vector<AttributedArticle>& predicted);

}  // namespace casus
