#include "measuring.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "core/unicode.h"
#include "output.h"
#include "reading/engine_parts.h"

namespace casus {
namespace {

// Without those that have no code; each code once.
std::vector<std::string> codes_of(const Record& record, const std::vector<ActorId>& ids) {
  std::vector<std::string> codes;
  for (const ActorId id : ids) {
    const Actor& actor = record.actors[id.index];
    const auto& code = actor.code ? actor.code : actor.country;
    if (code && std::find(codes.begin(), codes.end(), *code) == codes.end()) codes.push_back(*code);
  }
  return codes;
}

std::vector<CodedEvent> coded_events_of(const Record& record) {
  std::vector<CodedEvent> events;
  for (const Event& event : record.events)
    events.push_back({.type = event.type,
                      .mode = event.mode,
                      .status = event.status,
                      .actors = codes_of(record, event.actors),
                      .recipients = codes_of(record, event.recipients),
                      .date = event.date ? std::optional(event.date->value) : std::nullopt,
                      .trigger = event.trigger.spans,
                      .also = {},
                      .contexts = event.contexts});
  return events;
}

}  // namespace

Result<std::string> content_of(const std::string& path) {
  if (std::filesystem::is_directory(path)) return Error{path + ": is a directory: name a gold file in it"};
  std::ifstream file(path, std::ios::binary);
  if (!file) return Error{path + ": cannot be opened: check the name and the rights"};
  return std::string{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::string count(std::size_t n, const std::string& noun) { return std::to_string(n) + " " + noun + (n == 1 ? "" : "s"); }

Document document_with(const std::u32string& text) {
  Document document;
  document.text = text;
  document.info.text = to_utf8(text);
  return document;
}

Result<EventsById> events_in(const std::vector<Report>& reports, const GetEngine& get_engine) {
  const auto engine = get_engine();
  if (!engine) return engine.error();
  EventsById events;
  for (const Report& report : reports) {
    const std::string id = report.id.value_or("");
    const auto record = (*engine)->read(report);
    if (!record) return Error{id + ": " + record.error().message};
    events[id] = coded_events_of(*record);
  }
  return events;
}

Result<EventsById> predicted_events(const Gold& gold, const std::vector<Report>& reports, const GetEngine& get_engine) {
  if (!gold.predicted.empty()) return parsed(gold.predicted, read_coded_events);
  auto events = events_in(reports, get_engine);
  if (!events || gold.written_predictions.empty()) return events;
  if (const auto written = write_file(gold.written_predictions, write_coded_events(*events)); !written) return written.error();
  return events;
}

Structure structure_of_tokens(const Tokens& tokens, const std::vector<std::size_t>& starts, const Engine& engine) {
  Structure all;
  for_each_document(tokens, starts, [&](std::size_t first, std::size_t last) {
    append(all, find_structure(sentences_of(tokens, first, last), engine.parts()));
  });
  return all;
}

}  // namespace casus
