// Words, sentences, tags and trees against a treebank, after the CoNLL 2018 shared task (Zeman et al. 2018).
#pragma once

#include <string>
#include <vector>

#include "casus/result.h"
#include "evaluation/score.h"
#include "syntax/parse.h"
#include "token/tokens.h"

namespace casus {

// A text with its words and trees; the spans of the tokens count the code points of `text`. The caller owns all three.
struct AnalysedText {
  const std::u32string& text;
  const Tokens& tokens;
  const Parse& parse;
};

// A word is the range of characters that it covers, white space left out; tags, features, lemmas and heads count where a word of the
// prediction covers the same range. Punctuation counts. UFeats compares the universal features together, in any order. LAS compares
// relations without subtype, LAS+ with it. On equal tokens F1 is accuracy. Units of the interval are the gold's sentences. Fails where the
// texts differ by more than white space, and says at which character.
Result<std::vector<Score>> score_treebank(const AnalysedText& gold, const AnalysedText& predicted);

}  // namespace casus
