// What the readers of event gold share: the fields of an event. All throw nlohmann::json::exception where a field is missing or of
// another kind.
#pragma once

#include <nlohmann/json.hpp>

#include "evaluation/coded_events.h"

namespace casus {

Span span_in(const nlohmann::json& pair);
Result<std::string> event_type_in(const nlohmann::json& event);
Result<Status> status_in(const nlohmann::json& event);
Result<std::vector<CodedEvent>> coded_events_in(const nlohmann::json& list);

}  // namespace casus
