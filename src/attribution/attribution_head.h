// The heads that find who says what: tags of sources, cues and contents, and links from cues to words.
#pragma once

#include <cstddef>
#include <vector>

#include "attribution/attributions.h"
#include "casus/result.h"
#include "encoder/label_head.h"
#include "encoder/vectors.h"
#include "tensor/linear.h"
#include "tensor/scratch.h"
#include "tensor/weights_file.h"
#include "token/tokens.h"

namespace casus {

class AttributionHead {
 public:
  static Result<AttributionHead> load(const WeightsFile& file);

  // One attribution for each cue that the tags find, with the words of its window that its first word is linked to. Confidence: the
  // probability of the cue times the mean probabilities of its source's and of its content's words.
  Attributions find(const Vectors& vectors, const Tokens& tokens, Scratch& scratch) const;

  // Logits [words, labels] of the tags, labels in the order outside, begin, inside.
  Matrix source_scores(const Vectors& vectors, Scratch& scratch) const { return source_.scores(vectors, scratch); }
  Matrix cue_scores(const Vectors& vectors, Scratch& scratch) const { return cue_.scores(vectors, scratch); }
  Matrix content_scores(const Vectors& vectors, Scratch& scratch) const { return content_.scores(vectors, scratch); }
  // Logits [2, words of the window]: whether a word is of the source (row 0), of the content (row 1) of the cue that begins with word
  // `cue`.
  Matrix link_scores(const Vectors& vectors, TokenRange window, std::size_t cue, Scratch& scratch) const;

 private:
  struct Links {
    Linear cue;
    Linear word;
    Linear bilinear;  // [2 * link, link]
    Matrix prior;     // [2, link]
    std::vector<float> bias;
  };
  struct WindowWords;
  static Result<Links> load_links(const WeightsFile& file);

  AttributionHead(LabelHead source, LabelHead cue, LabelHead content, Links links)
      : source_(std::move(source)), cue_(std::move(cue)), content_(std::move(content)), links_(std::move(links)) {}
  WindowWords prepare(const Vectors& vectors, TokenRange window, Scratch& scratch) const;
  Matrix link_scores(const WindowWords& words, std::size_t cue) const;

  LabelHead source_;
  LabelHead cue_;
  LabelHead content_;
  Links links_;
};

}  // namespace casus
