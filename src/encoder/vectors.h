// What the encoder makes of a report: one vector for each token.
#pragma once

#include <vector>

#include "tensor/matrix.h"
#include "token/tokens.h"

namespace casus {

// `words` [tokens, hidden]. Tokens of one window were read together; windows follow each other and cover all tokens.
struct Vectors {
  Matrix words;
  std::vector<TokenRange> windows;
};

}  // namespace casus
