#include "attribution_tables.h"

#include <utility>

#include "evaluation/attribution_forms.h"

namespace casus {

std::vector<ScoreTable> attribution_tables(const std::vector<AttributedArticle>& gold, const std::vector<AttributedArticle>& predicted,
                                           const std::string& what) {
  std::vector<ScoreTable> tables = {{.title = "words in " + what, .scores = score_attributions(gold, predicted)}};
  for (FormScores& form : score_attribution_forms(gold, predicted))
    tables.push_back({.title = what + ", " + form.form, .scores = std::move(form.scores)});
  return tables;
}

}  // namespace casus
