// The status of events: sentences with one event to judge in each (gold/status).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "casus/result.h"
#include "evaluation/coded_events.h"
#include "evaluation/score.h"

namespace casus {

struct StatusSentence {
  std::string id;
  std::string text;  // UTF-8
  Span trigger;      // code points
  std::string type;
  Status status = Status::asserted;
};

// JSON Lines: {"id", "text", "trigger": [start, end], "type", "status", ...}. Errors name `origin` and the line.
Result<std::vector<StatusSentence>> read_status_gold(std::string_view text, std::string_view origin);

// Of the events whose trigger overlaps the sentence's, the one of its type, else the one that overlaps most, else the first; null
// where none does.
const CodedEvent* judged_event(const StatusSentence& sentence, const std::vector<CodedEvent>& events);

// Share of sentences whose judged event has the right status: of each status, then of all; then the share whose judged event has the
// right type. Counts: right, wrong, no event. Units of the interval are sentences.
std::vector<Score> score_status(const std::vector<StatusSentence>& gold, const EventsById& predicted);

}  // namespace casus
