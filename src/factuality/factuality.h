// Did it happen? One number for each token read as a predicate.
#pragma once

#include <vector>

namespace casus {

// On the scale of Universal Decompositional Semantics: about -2 (no) to 2 (yes).
struct Factuality {
  std::vector<float> values;
};

}  // namespace casus
