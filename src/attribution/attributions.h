// Who says what: the words of source, cue and content, and which belongs to which.
#pragma once

#include <vector>

#include "token/tokens.h"

namespace casus {

// A part may be several ranges, in the order of the text; source and content may be empty.
struct Attribution {
  std::vector<TokenRange> source;
  TokenRange cue;
  std::vector<TokenRange> content;
  float confidence = 0;
};

enum class SpanTag { outside, begin, inside };

// In the order of their cues. The tags say for each token whether it is in any source, cue or content, as an independent witness.
struct Attributions {
  std::vector<Attribution> attributions;
  std::vector<SpanTag> source_tags;
  std::vector<SpanTag> cue_tags;
  std::vector<SpanTag> content_tags;
};

}  // namespace casus
