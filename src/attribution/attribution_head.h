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

  // One attribution for each cue, a run of tagged words, with the words of its window that its first word is linked to. Confidence: the
  // square root of the product of the cue's probability (the mean of its words) and those of its source and its content, exactly as chosen.
  Attributions find(const Vectors& vectors, const Tokens& tokens, Scratch& scratch) const;

  // Logits [words, labels] of the tags, labels in the order outside, begin, inside.
  Matrix source_scores(const Vectors& vectors, Scratch& scratch) const { return source_.scores(vectors, scratch); }
  Matrix cue_scores(const Vectors& vectors, Scratch& scratch) const { return cue_.scores(vectors, scratch); }
  Matrix content_scores(const Vectors& vectors, Scratch& scratch) const { return content_.scores(vectors, scratch); }
  // Log potentials [6, words of the window] for the cue that begins with word `cue`: of a word to be inside of, to begin and to end a range
  // of its source, then of its content.
  Matrix link_scores(const Vectors& vectors, TokenRange window, std::size_t cue, Scratch& scratch) const;

 private:
  struct Links {
    Linear cue;
    Linear word;
    Linear bilinear;  // [6 * link, link]
    Matrix prior;     // [6, link]
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
