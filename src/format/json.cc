// Record -> JSON, field by field in the order of the contract. What is unknown is null; no field is left out.
//
// Indented, anything that fits a line of kLineWidth stands on one line, so that a span takes no four lines and a record can be read.
#include <cmath>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "casus/casus.h"
#include "format/ids.h"
#include "format/record_text.h"

namespace casus {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kLineWidth = 120;

Json json(const std::string& value) { return value; }
Json json(int value) { return value; }
Json json(std::int64_t value) { return value; }
Json json(Span span) { return Json::array({span.start, span.end}); }

// Whole numbers as such: "low": 20, not 20.0.
Json json(double value) {
  constexpr double exact = 9007199254740992.0;  // 2^53
  if (value == std::trunc(value) && std::abs(value) < exact) return static_cast<std::int64_t>(value);
  return value;
}

template <class Item>
Json json(Id<Item> id) {
  return id_text(id);
}

Json json(const Words& words);
Json json(const Date& date);
Json json(const Ordinal& ordinal);
Json json(const Place& place);
Json json(const Role& role);
Json json(const Mention& mention);
Json json(const Number& number);
Json json(const Position& position);
Json json(const Scope& scope);
Json json(const Instrument& instrument);
Json json(const TreatyTerms& terms);
Json json(const Note& note);
Json json(const Codebook& codebook);

template <class Value>
Json json(const std::optional<Value>& value) {
  return value ? json(*value) : Json(nullptr);
}

template <class Value>
Json json(const std::vector<Value>& values) {
  Json list = Json::array();
  for (const Value& value : values) list.push_back(json(value));
  return list;
}

Json json(const Words& words) { return {{"text", words.text}, {"spans", json(words.spans)}}; }

Json json(const Date& date) { return {{"value", date.value}, {"from", to_string(date.from)}, {"spans", json(date.spans)}}; }

// A measure keeps its point: "goldstein": 1.0.
Json measure(std::optional<double> value) { return value ? Json(*value) : Json(nullptr); }

Json json(const Ordinal& ordinal) {
  return {{"n", ordinal.n}, {"since", json(ordinal.since)}, {"since_date", json(ordinal.since_date)}, {"spans", json(ordinal.spans)}};
}

Json json(const Place& place) {
  return {{"name", place.name},
          {"geonames_id", json(place.geonames_id)},
          {"feature_class", json(place.feature_class)},
          {"feature_code", json(place.feature_code)},
          {"country", json(place.country)},
          {"admin1", json(place.admin1)},
          {"lat", measure(place.latitude)},
          {"lon", measure(place.longitude)},
          {"spans", json(place.spans)}};
}

Json json(const DocumentInfo& document) {
  return {{"id", document.id},
          {"title", json(document.title)},
          {"outlet", json(document.outlet)},
          {"place", json(document.place)},
          {"language", json(document.language)},
          {"url", json(document.url)},
          {"published", json(document.published)},
          {"text", document.text},
          {"sentences", json(document.sentences)}};
}

Json json(const Role& role) {
  return {{"office", role.office},
          {"of", json(role.of)},
          {"as_of", json(role.as_of)},
          {"from", to_string(role.from)},
          {"spans", json(role.spans)}};
}

Json json(const Mention& mention) { return {{"span", json(mention.span)}, {"form", to_string(mention.form)}}; }

Json json(const Actor& actor) {
  return {{"name", actor.name},
          {"kind", to_string(actor.kind)},
          {"code", json(actor.code)},
          {"country", json(actor.country)},
          {"country_from", actor.country_from_report ? Json("report") : Json(nullptr)},
          {"sectors", json(actor.sectors)},
          {"roles", json(actor.roles)},
          {"knowledge_id", json(actor.knowledge_id)},
          {"member_of", json(actor.member_of)},
          {"mentions", json(actor.mentions)},
          {"spans", json(actor.spans)}};
}

Json json(const Statement& statement) {
  return {{"speakers", json(statement.speakers)},
          {"speaker", json(statement.speaker)},
          {"via", json(statement.via)},
          {"addressees", json(statement.addressees)},
          {"medium", json(statement.medium)},
          {"cue", json(statement.cue)},
          {"act", json(statement.act)},
          {"form", statement.form ? Json(to_string(*statement.form)) : Json(nullptr)},
          {"content", json(statement.content)},
          {"polarity", to_string(statement.polarity)},
          {"within", json(statement.within)},
          {"date", json(statement.date)},
          {"confidence", measure(rounded_confidence(statement.confidence))},
          {"spans", json(statement.spans)}};
}

Json json(const Casualties& casualties) {
  return {{"killed", json(casualties.killed)}, {"injured", json(casualties.injured)}, {"text", json(casualties.text)}};
}

Json json(const Number& number) {
  return {{"what", number.what},       {"low", json(number.low)},   {"high", json(number.high)},
          {"unit", json(number.unit)}, {"of", json(number.of)},     {"part", number.part},
          {"total", number.total},     {"text", json(number.text)}, {"spans", json(number.spans)}};
}

Json json(const Event& event) {
  return {{"type", event.type},
          {"mode", json(event.mode)},
          {"contexts", json(event.contexts)},
          {"cameo", json(event.cameo)},
          {"quad", json(event.quad)},
          {"goldstein", measure(event.goldstein)},
          {"plover_score", measure(event.plover_score)},
          {"actors", json(event.actors)},
          {"recipients", json(event.recipients)},
          {"initiator", json(event.initiator)},
          {"status", to_string(event.status)},
          {"ordinal", json(event.ordinal)},
          {"date", json(event.date)},
          {"place", json(event.place)},
          {"casualties", json(event.casualties)},
          {"numbers", json(event.numbers)},
          {"attribution", json(event.attribution)},
          {"confidence", measure(rounded_confidence(event.confidence))},
          {"rule", event.rule},
          {"trigger", json(event.trigger)},
          {"spans", json(event.spans)}};
}

Json json(const Situation& situation) {
  return {{"kind", situation.kind},           {"name", json(situation.name)},     {"parties", json(situation.parties)},
          {"places", json(situation.places)}, {"began", json(situation.began)},   {"ended", json(situation.ended)},
          {"status", situation.status},       {"events", json(situation.events)}, {"spans", json(situation.spans)}};
}

Json json(const Contact& contact) {
  return {{"kind", contact.kind},           {"parties", json(contact.parties)},   {"initiator", json(contact.initiator)},
          {"date", json(contact.date)},     {"place", json(contact.place)},       {"ordinal", json(contact.ordinal)},
          {"topics", json(contact.topics)}, {"outcomes", json(contact.outcomes)}, {"readouts", json(contact.readouts)},
          {"event", json(contact.event)},   {"spans", json(contact.spans)}};
}

Json json(const Position& position) {
  return {{"actor", json(position.actor)}, {"stance", position.stance}, {"statement", json(position.statement)},
          {"date", json(position.date)},   {"why", position.why},       {"spans", json(position.spans)}};
}

Json json(const Claim& claim) {
  const Proposition& proposition = claim.proposition;
  return {{"proposition", {{"text", proposition.text}, {"event", json(proposition.event)}, {"spans", json(proposition.spans)}}},
          {"positions", json(claim.positions)},
          {"standing", claim.standing},
          {"spans", json(claim.spans)}};
}

Json json(const Scope& scope) { return {{"code", json(scope.code)}, {"actor", json(scope.actor)}, {"text", json(scope.text)}}; }

Json json(const Instrument& instrument) {
  return {{"name", instrument.name}, {"knowledge_id", json(instrument.knowledge_id)}, {"article", json(instrument.article)}};
}

Json json(const TreatyTerms& terms) {
  return {
      {"condition", json(terms.condition)}, {"territory", json(terms.territory)}, {"source", terms.source}, {"as_of", json(terms.as_of)}};
}

Json json(const Commitment& commitment) {
  return {{"bound", json(commitment.bound)},
          {"beneficiaries", json(commitment.beneficiaries)},
          {"instrument", json(commitment.instrument)},
          {"duty", json(commitment.duty)},
          {"condition", json(commitment.condition)},
          {"scope", {{"includes", json(commitment.includes)}, {"excludes", json(commitment.excludes)}}},
          {"triggered", commitment.triggered},
          {"because", json(commitment.because)},
          {"statements", json(commitment.statements)},
          {"from", to_string(commitment.from)},
          {"terms", json(commitment.terms)},
          {"spans", json(commitment.spans)}};
}

Json json(const Note& note) { return {{"code", note.code}, {"message", note.message}, {"spans", json(note.spans)}}; }

// Items that others point at stand under their id, which is their place in the list.
Json json(const Codebook& codebook) { return {{"name", codebook.name}, {"version", codebook.version}}; }

template <class Item>
Json numbered(const std::vector<Item>& items) {
  Json list = Json::array();
  for (std::uint32_t i = 0; i < items.size(); ++i) {
    Json item = {{"id", id_text(Id<Item>{i})}};
    item.update(json(items[i]));
    list.push_back(std::move(item));
  }
  return list;
}

Json json(const Record& record) {
  return {{"schema", record.schema},
          {"casus", record.casus},
          {"model", record.model},
          {"knowledge", record.knowledge},
          {"codebook", json(record.codebook)},
          {"document", json(record.document)},
          {"actors", numbered(record.actors)},
          {"statements", numbered(record.statements)},
          {"events", numbered(record.events)},
          {"places", json(record.places)},
          {"situations", numbered(record.situations)},
          {"contacts", numbered(record.contacts)},
          {"claims", numbered(record.claims)},
          {"commitments", numbered(record.commitments)},
          {"notes", json(record.notes)}};
}

// DEL and the C1 controls, which JSON lets pass and terminals obey, become escapes. They can stand in strings only.
std::string escape_controls(std::string text) {
  const auto is_control = [&](std::size_t i) {
    const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
    return byte(i) == 0x7f || (byte(i) == 0xc2 && i + 1 < text.size() && byte(i + 1) < 0xa0);
  };
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!is_control(i)) {
      out += text[i];
      continue;
    }
    if (text[i] != 0x7f) ++i;
    constexpr std::string_view digits = "0123456789abcdef";
    const auto code = static_cast<unsigned char>(text[i]);
    out += std::string("\\u00") + digits[code >> 4] + digits[code & 15];
  }
  return out;
}

// Bytes that are no UTF-8 become U+FFFD: a record is always valid JSON.
std::string one_line(const Json& value) { return escape_controls(value.dump(-1, ' ', false, Json::error_handler_t::replace)); }

// As one_line, with a space after each colon and comma that separates.
void print_inline(const Json& value, std::string& out) {
  if (!value.is_structured()) {
    out += one_line(value);
    return;
  }
  out += value.is_array() ? '[' : '{';
  bool first = true;
  for (const auto& [key, item] : value.items()) {
    if (!first) out += ", ";
    first = false;
    if (value.is_object()) out += one_line(Json(key)) + ": ";
    print_inline(item, out);
  }
  out += value.is_array() ? ']' : '}';
}

// A list of spans or ids that is too long for a line fills several, as words do.
void print_filled(const Json& list, std::size_t indent, std::string& out) {
  const std::string margin = "\n" + std::string(indent + 2, ' ');
  out += '[';
  std::size_t column = kLineWidth;
  for (std::size_t i = 0; i < list.size(); ++i) {
    std::string item;
    print_inline(list[i], item);
    if (i + 1 < list.size()) item += ',';
    const bool fits = column + 1 + item.size() <= kLineWidth;
    column = fits ? column + 1 + item.size() : indent + 2 + item.size();
    out += (fits ? " " : margin) + item;
  }
  out += "\n" + std::string(indent, ' ') + ']';
}

void print(const Json& value, std::size_t indent, std::string& out);

void print_broken(const Json& value, std::size_t indent, std::string& out) {
  const std::string margin(indent + 2, ' ');
  out += value.is_array() ? '[' : '{';
  bool first = true;
  for (const auto& [key, item] : value.items()) {
    out += first ? "\n" : ",\n";
    first = false;
    out += margin;
    if (value.is_object()) out += one_line(Json(key)) + ": ";
    print(item, indent + 2, out);
  }
  out += '\n' + std::string(indent, ' ') + (value.is_array() ? ']' : '}');
}

bool is_span_or_text(const Json& value) { return value.is_string() || (value.is_array() && value.size() == 2 && value[0].is_number()); }

void print(const Json& value, std::size_t indent, std::string& out) {
  std::string line;
  print_inline(value, line);
  if (!value.is_structured() || value.empty() || indent + line.size() <= kLineWidth) out += line;
  else if (value.is_array() && is_span_or_text(value[0])) print_filled(value, indent, out);
  else print_broken(value, indent, out);
}

}  // namespace

std::string to_json(const Record& record, Layout layout) {
  const Json value = json(record);
  if (layout == Layout::one_line) return one_line(value);
  std::string out;
  print_broken(value, 0, out);
  return out;
}

}  // namespace casus
