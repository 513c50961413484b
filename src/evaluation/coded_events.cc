#include "evaluation/coded_events.h"

#include <algorithm>

#include "evaluation/coded_event_json.h"
#include "evaluation/json_lines.h"

namespace casus {
namespace {

using nlohmann::json;

Spans spans_in(const json& value) {
  Spans spans;
  if (!value.empty() && value.front().is_number()) return {span_in(value)};
  for (const json& pair : value) spans.push_back(span_in(pair));
  return spans;
}

std::optional<std::string> text_in(const json& event, const char* field) {
  if (!event.contains(field) || event.at(field).is_null()) return std::nullopt;
  return event.at(field).get<std::string>();
}

json text_or_null(const std::optional<std::string>& text) { return text ? json(*text) : json(nullptr); }

Result<CodedEvent> coded_event_in(const json& event) {
  const auto type = event_type_in(event);
  if (!type) return type.error();
  const auto status = status_in(event);
  if (!status) return status.error();
  return CodedEvent{.type = *type,
                    .mode = text_in(event, "mode"),
                    .status = *status,
                    .actors = event.value("actors", std::vector<std::string>{}),
                    .recipients = event.value("recipients", std::vector<std::string>{}),
                    .date = text_in(event, "date"),
                    .trigger = spans_in(event.at("trigger")),
                    .also = event.contains("also") ? spans_in(event.at("also")) : Spans{},
                    .contexts = event.value("contexts", std::vector<std::string>{})};
}

json pairs_of(const Spans& spans) {
  json pairs = json::array();
  for (const Span& span : spans) pairs.push_back({span.start, span.end});
  return pairs;
}

}  // namespace

Span span_in(const json& pair) { return {pair.at(0).get<std::size_t>(), pair.at(1).get<std::size_t>()}; }

Result<std::string> event_type_in(const json& event) {
  auto name = event.at("type").get<std::string>();
  if (is_type_name(name)) return name;
  return Error{"type \"" + name + "\" is no type's name: capital letters, digits and hyphens"};
}

Result<Status> status_in(const json& event) {
  const std::string name = event.at("status").get<std::string>();
  if (const auto known = status(name)) return *known;
  return Error{"status \"" + name + "\" is none of the record's"};
}

Result<std::vector<CodedEvent>> coded_events_in(const json& list) {
  std::vector<CodedEvent> events;
  for (const json& one : list) {
    auto event = coded_event_in(one);
    if (!event) return event.error();
    events.push_back(*std::move(event));
  }
  return events;
}

Result<EventsById> read_coded_events(std::string_view text, std::string_view origin) {
  EventsById events;
  const auto error = for_each_object(text, origin, [&](const json& object) -> std::optional<Error> {
    auto list = coded_events_in(object.at("events"));
    if (!list) return list.error();
    events[object.at("id").get<std::string>()] = *std::move(list);
    return std::nullopt;
  });
  if (error) return *error;
  return events;
}

std::string write_coded_events(const EventsById& events) {
  std::string lines;
  for (const auto& [id, list] : events) {
    json objects = json::array();
    for (const CodedEvent& event : list)
      objects.push_back({{"trigger", pairs_of(event.trigger)},
                         {"type", event.type},
                         {"mode", text_or_null(event.mode)},
                         {"actors", event.actors},
                         {"recipients", event.recipients},
                         {"status", to_string(event.status)},
                         {"date", text_or_null(event.date)},
                         {"contexts", event.contexts}});
    lines += json{{"id", id}, {"events", objects}}.dump() + "\n";
  }
  return lines;
}

std::size_t overlap(const Spans& a, const Spans& b) {
  std::size_t shared = 0;
  for (const Span& one : a)
    for (const Span& other : b)
      if (one.overlaps(other)) shared += std::min(one.end, other.end) - std::max(one.start, other.start);
  return shared;
}

}  // namespace casus
