// What is said of attributions, whoever predicts them.
#pragma once

#include <string>
#include <vector>

#include "evaluation/attributions.h"
#include "measure.h"

namespace casus {

// Of all, and by the form of their contents. `what` names them in the titles.
std::vector<ScoreTable> attribution_tables(const std::vector<AttributedArticle>& gold, const std::vector<AttributedArticle>& predicted,
                                           const std::string& what);

}  // namespace casus
