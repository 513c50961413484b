// The contexts of events: sentences with one event to judge in each (gold/contexts).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "casus/result.h"
#include "evaluation/coded_events.h"
#include "evaluation/score.h"

namespace casus {

struct ContextSentence {
  std::string id;
  std::string published;  // ISO 8601 day
  std::string text;       // UTF-8
  Span trigger;           // code points
  std::vector<std::string> contexts;
  std::vector<std::string> doubtful;  // neither asked for nor a false alarm
};

// JSON Lines: {"id", "published", "text", "trigger": [start, end], "contexts", "doubtful", ...}. Errors name `origin` and the line.
Result<std::vector<ContextSentence>> read_context_gold(std::string_view text, std::string_view origin);

struct ContextScores {
  // Precision, recall and F1 of contexts at the event whose trigger overlaps most: over the sentences that have one, then over all. Counts:
  // right, false, missed. Units of the interval are sentences.
  std::vector<Score> scores;
  std::size_t without_event = 0;  // sentences
};

ContextScores score_contexts(const std::vector<ContextSentence>& gold, const EventsById& predicted);

}  // namespace casus
