// Attributions against PolNeAR (Newell et al. 2018): which words are in any source, any cue, any content.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "casus/result.h"
#include "casus/span.h"
#include "evaluation/score.h"

namespace casus {

// Spans count code points of the article's text.
struct AttributionSpans {
  Spans source;
  Spans cue;
  Spans content;
};

struct AttributedArticle {
  std::string id;
  std::u32string text;
  Spans discard;  // regions in which nothing is judged
  std::vector<AttributionSpans> attributions;
};

// JSON Lines: {"id", "text", "discard": [[s,e],...], "attributions": [{"source": [[s,e],...], "cue": ..., "content": ...}, ...]}; text and
// discard may be missing (in predictions). Errors name `origin` and the line.
Result<std::vector<AttributedArticle>> read_attributions(std::string_view text, std::string_view origin);

// The same, without text and discard.
std::string write_attributions(const std::vector<AttributedArticle>& articles);

// Precision, recall and F1 over words (ArticleWords). An attribution whose content holds no word is left out on both sides, and so is a
// prediction whose content lies wholly in discarded text. Predictions are found by the gold article's id; an article without one has none.
// Units of the interval are articles.
std::vector<Score> score_attributions(const std::vector<AttributedArticle>& gold, const std::vector<AttributedArticle>& predicted);

}  // namespace casus
