// Whether a stance is taken on a claim that stands already, why, and what it then says of it.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "ledgers/taken_stances.h"

namespace casus {

// A claim as far as it has been read.
struct OpenClaim {
  std::vector<TakenStance> taken;  // the first tells the proposition
  Matter matter;                   // of all who tell it
  std::size_t first_sentence = 0;
  std::size_t last_sentence = 0;
};

struct ClaimLink {
  std::string_view why;  // same-event, answers, refers, same-words, follows
  std::string stance;
  double weight = 0;
};

// Nothing where the words give no ground.
std::optional<ClaimLink> link_to(const OpenClaim& claim, const TakenStance& taken, const ClaimInput& input);

// "shell", "shells" and "shelling" are of one family.
bool same_family(std::string_view one, std::string_view other);

}  // namespace casus
