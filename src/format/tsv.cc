#include "format/tsv.h"

#include <functional>
#include <nlohmann/json.hpp>

#include "core/unicode.h"
#include "format/ids.h"
#include "format/record_text.h"

namespace casus {
namespace {

constexpr const char* kListSeparator = ";";

struct Row {
  const Record& record;
  const RecordText& text;
  const Event& event;
  EventId id;
};

struct Column {
  const char* name;
  std::function<std::string(const Row&)> value;
};

std::string shown(const std::optional<std::string>& value) { return value.value_or(""); }
std::string shown(const std::optional<int>& value) { return value ? std::to_string(*value) : ""; }
std::string shown(const std::optional<double>& value) { return value ? nlohmann::json(*value).dump() : ""; }
std::string shown(const std::optional<Date>& date) { return date ? date->value : ""; }

// A separator inside of a value would split it.
std::string in_list(std::string value) {
  for (char& c : value)
    if (c == *kListSeparator) c = ',';
  return value;
}

std::string codes(const Row& row, const std::vector<ActorId>& actors) {
  std::vector<std::string> list;
  for (const ActorId actor : actors) list.push_back(in_list(row.text.actor(actor).code.value_or("")));
  return join(list, kListSeparator);
}

std::string names(const Row& row, const std::vector<ActorId>& actors) {
  std::vector<std::string> list;
  for (const ActorId actor : actors) list.push_back(in_list(row.text.name(actor)));
  return join(list, kListSeparator);
}

// The sentence that holds the trigger.
std::string words(const Row& row) {
  const Spans& spans = row.event.trigger.spans.empty() ? row.event.spans : row.event.trigger.spans;
  return spans.empty() ? "" : row.text.words(row.text.sentence(spans.front()));
}

const std::vector<Column>& columns() {
  static const std::vector<Column> list = {
      {"document", [](const Row& row) { return row.record.document.id; }},
      {"outlet", [](const Row& row) { return shown(row.record.document.outlet); }},
      {"published", [](const Row& row) { return shown(row.record.document.published); }},
      {"event", [](const Row& row) { return id_text(row.id); }},
      {"date", [](const Row& row) { return shown(row.event.date); }},
      {"actor_codes", [](const Row& row) { return codes(row, row.event.actors); }},
      {"actors", [](const Row& row) { return names(row, row.event.actors); }},
      {"recipient_codes", [](const Row& row) { return codes(row, row.event.recipients); }},
      {"recipients", [](const Row& row) { return names(row, row.event.recipients); }},
      {"type", [](const Row& row) { return row.event.type; }},
      {"mode", [](const Row& row) { return shown(row.event.mode); }},
      {"contexts", [](const Row& row) { return join(row.event.contexts, kListSeparator); }},
      {"status", [](const Row& row) { return std::string(to_string(row.event.status)); }},
      {"cameo", [](const Row& row) { return shown(row.event.cameo); }},
      {"quad", [](const Row& row) { return shown(row.event.quad); }},
      {"goldstein", [](const Row& row) { return shown(row.event.goldstein); }},
      {"plover_score", [](const Row& row) { return shown(row.event.plover_score); }},
      {"ordinal", [](const Row& row) { return row.event.ordinal ? std::to_string(row.event.ordinal->n) : ""; }},
      {"ordinal_since", [](const Row& row) { return row.event.ordinal ? shown(row.event.ordinal->since_date) : ""; }},
      {"place", [](const Row& row) { return row.event.place ? row.event.place->name : ""; }},
      {"place_country", [](const Row& row) { return row.event.place ? shown(row.event.place->country) : ""; }},
      {"lat", [](const Row& row) { return row.event.place ? shown(row.event.place->latitude) : ""; }},
      {"lon", [](const Row& row) { return row.event.place ? shown(row.event.place->longitude) : ""; }},
      {"killed", [](const Row& row) { return shown(row.event.casualties.killed); }},
      {"injured", [](const Row& row) { return shown(row.event.casualties.injured); }},
      {"attribution", [](const Row& row) { return row.event.attribution ? id_text(*row.event.attribution) : ""; }},
      {"attributed_to", [](const Row& row) { return row.event.attribution ? row.text.speaker(*row.event.attribution).value_or("") : ""; }},
      {"confidence", [](const Row& row) { return shown(rounded_confidence(row.event.confidence)); }},
      {"rule", [](const Row& row) { return row.event.rule; }},
      {"trigger", [](const Row& row) { return row.event.trigger.text; }},
      {"text", words},
  };
  return list;
}

// White space and control characters, alone or in a row, become one space.
std::string cell(const std::string& value) {
  std::u32string out;
  for (const char32_t c : from_utf8(value).value_or(U"\uFFFD")) {
    const bool blank = c < 0x20 || (c >= 0x7F && c < 0xA0) || is_space(c);
    if (!blank) out += c;
    else if (!out.empty() && out.back() != U' ') out += U' ';
  }
  if (out.ends_with(U' ')) out.pop_back();
  return to_utf8(out);
}

}  // namespace

std::string tsv_header() {
  std::string line;
  for (const Column& column : columns()) line += (line.empty() ? "" : "\t") + std::string(column.name);
  return line + "\n";
}

std::string tsv_rows(const Record& record) {
  const RecordText text(record);
  std::string out;
  for (std::uint32_t i = 0; i < record.events.size(); ++i) {
    std::string line;
    const Row row{record, text, record.events[i], EventId{i}};
    for (const Column& column : columns()) line += (&column == &columns().front() ? "" : "\t") + cell(column.value(row));
    out += line + "\n";
  }
  return out;
}

}  // namespace casus
