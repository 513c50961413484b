// Which drafts are events: those with the parties that their type needs, each told once in a sentence.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "events/drafts.h"

namespace casus {

struct Verdict {
  Fate fate = Fate::event;
  std::optional<std::size_t> other;  // index of the draft that absorbs or repeats it
};

// One a draft. A draft that another is the effect of takes its words and its mode.
std::vector<Verdict> keep(const Given& given, std::vector<EventDraft>& drafts);

}  // namespace casus
