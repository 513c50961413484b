// Events as gold files have them and as they are scored: what is coded, and the words that bring it.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "casus/record.h"
#include "casus/result.h"
#include "casus/span.h"

namespace casus {

struct CodedEvent {
  std::string type;
  std::optional<std::string> mode;
  Status status = Status::asserted;
  std::vector<std::string> actors;  // codes of country and sector: "ARMGOV"
  std::vector<std::string> recipients;
  std::optional<std::string> date;  // ISO 8601, as precise as told
  Spans trigger;                    // code points of the text
  Spans also;                       // later mentions of the same event
  std::vector<std::string> contexts;
  bool operator==(const CodedEvent&) const = default;
};

using EventsById = std::map<std::string, std::vector<CodedEvent>, std::less<>>;  // by text

// JSON Lines: {"id", "events": [{"trigger", "type", "status", "mode", "actors", "recipients", "date", "also", "contexts"}, ...]},
// all after the status optional. A trigger is a span [start, end] or a list of spans. Errors name `origin` and the line.
Result<EventsById> read_coded_events(std::string_view text, std::string_view origin);

// The same; the trigger is a list of spans.
std::string write_coded_events(const EventsById& events);

// The code points that both have. Spans of one list do not overlap.
std::size_t overlap(const Spans& a, const Spans& b);

}  // namespace casus
