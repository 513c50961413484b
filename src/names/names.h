// Names in the text: spans of tokens with a kind.
#pragma once

#include <string_view>
#include <vector>

#include "token/tokens.h"

namespace casus {

enum class NameKind { person, organisation, location, other };

struct Name {
  TokenRange range;
  NameKind kind = NameKind::other;
  float confidence = 0;
};

// In the order of the text; names do not overlap.
struct Names {
  std::vector<Name> names;
};

std::string_view label(NameKind kind);  // "PER", "ORG", "LOC", "MISC"

}  // namespace casus
