#include "events/ontology.h"

#include <charconv>

#include "events/rule_table.h"

namespace casus {
namespace {

constexpr std::size_t kTypes = 16;

std::optional<double> number(const std::string& text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::optional<FromComplement> from_complement(std::string_view name) {
  if (name == "none") return FromComplement::none;
  if (name == "actors") return FromComplement::actors;
  if (name == "recipients") return FromComplement::recipients;
  if (name == "purpose") return FromComplement::purpose;
  return std::nullopt;
}

std::optional<Need> need(std::string_view name) {
  if (name == "needed") return Need::needed;
  if (name == "free") return Need::free;
  return std::nullopt;
}

Error unknown(const RuleTable& table, std::size_t row, std::string_view what, const std::string& cell) {
  return Error{table.place(row) + ": unknown " + std::string(what) + " '" + cell + "'"};
}

}  // namespace

Result<Ontology> Ontology::load(const std::string& folder) {
  Ontology ontology;
  if (auto error = ontology.load_types(folder + "/types.tsv")) return *error;
  if (auto error = ontology.load_cameo(folder + "/cameo.tsv")) return *error;
  if (auto error = ontology.load_modes(folder + "/modes.tsv")) return *error;
  if (auto error = ontology.load_embedding(folder + "/embedding.tsv")) return *error;
  return ontology;
}

std::optional<Error> Ontology::load_types(const std::string& file) {
  const auto table = read_rules(file, {"type", "quad", "score", "cameo", "actor", "recipient", "complement"});
  if (!table) return table.error();
  types_.resize(kTypes);
  modes_.resize(kTypes);
  for (std::size_t i = 0; i < table->rows.size(); ++i) {
    const auto& row = table->rows[i];
    const auto type = event_type(row[0]);
    const auto quad = number(row[1]), score = number(row[2]);
    const auto actor = need(row[4]), recipient = need(row[5]);
    const auto complement = from_complement(row[6]);
    if (!type) return unknown(*table, i, "type", row[0]);
    if (!quad) return unknown(*table, i, "quad class", row[1]);
    if (!score) return unknown(*table, i, "score", row[2]);
    if (!actor || !recipient) return unknown(*table, i, "need", actor ? row[5] : row[4]);
    if (!complement) return unknown(*table, i, "complement", row[6]);
    types_[static_cast<std::size_t>(*type)] = {.quad = static_cast<int>(*quad),
                                               .score = *score,
                                               .cameo = row[3],
                                               .actor = *actor,
                                               .recipient = *recipient,
                                               .complement = *complement};
  }
  if (table->rows.size() != kTypes) return Error{file + ": " + std::to_string(table->rows.size()) + " types instead of 16"};
  return std::nullopt;
}

std::optional<Error> Ontology::load_modes(const std::string& file) {
  const auto table = read_rules(file, {"type", "mode", "score", "cameo"});
  if (!table) return table.error();
  for (std::size_t i = 0; i < table->rows.size(); ++i) {
    const auto& row = table->rows[i];
    const auto type = event_type(row[0]);
    const auto score = number(row[2]);
    if (!type) return unknown(*table, i, "type", row[0]);
    if (!score) return unknown(*table, i, "score", row[2]);
    if (!goldstein(row[3])) return unknown(*table, i, "CAMEO code", row[3]);
    modes_[static_cast<std::size_t>(*type)].push_back({.mode = row[1], .score = *score, .cameo = row[3]});
  }
  return std::nullopt;
}

std::optional<Error> Ontology::load_cameo(const std::string& file) {
  const auto table = read_rules(file, {"cameo", "goldstein"});
  if (!table) return table.error();
  for (std::size_t i = 0; i < table->rows.size(); ++i) {
    const auto score = number(table->rows[i][1]);
    if (!score) return unknown(*table, i, "score", table->rows[i][1]);
    goldstein_.emplace(table->rows[i][0], *score);
  }
  return std::nullopt;
}

std::optional<Error> Ontology::load_embedding(const std::string& file) {
  const auto table = read_rules(file, {"outer", "inner", "mode", "type", "new-mode", "cameo", "then"});
  if (!table) return table.error();
  for (std::size_t i = 0; i < table->rows.size(); ++i) {
    const auto& row = table->rows[i];
    Row entry{.outer = row[0], .inner = event_type(row[1]), .mode = row[2], .result = {}};
    if (!event_type(row[0]) && row[0] != "will" && row[0] != "will-not") return unknown(*table, i, "outer type", row[0]);
    if (!entry.inner && row[1] != "*") return unknown(*table, i, "inner type", row[1]);
    if (row[2] != "*" && entry.inner && !mode(*entry.inner, row[2])) return unknown(*table, i, "mode", row[2]);
    const auto type = event_type(row[3]);
    if (!type) return unknown(*table, i, "type", row[3]);
    if (!row[4].empty() && !mode(*type, row[4])) return unknown(*table, i, "mode", row[4]);
    if (!row[5].empty() && !goldstein(row[5])) return unknown(*table, i, "CAMEO code", row[5]);
    entry.result = {.type = *type, .mode = row[4], .cameo = row[5], .absorbed = row[6] == "absorbed", .status = casus::status(row[6])};
    if (!entry.result.absorbed && !entry.result.status && row[6] != "-") return unknown(*table, i, "status", row[6]);
    embeddings_.push_back(std::move(entry));
  }
  return std::nullopt;
}

const ModeFacts* Ontology::mode(EventType type, std::string_view mode) const {
  for (const ModeFacts& facts : modes_[static_cast<std::size_t>(type)])
    if (facts.mode == mode) return &facts;
  return nullptr;
}

std::optional<double> Ontology::goldstein(std::string_view cameo) const {
  const auto found = goldstein_.find(std::string(cameo));
  if (found == goldstein_.end()) return std::nullopt;
  return found->second;
}

void Ontology::complete(Event& event) const {
  const TypeFacts& facts = type(event.type);
  const ModeFacts* mode_facts = event.mode ? mode(event.type, *event.mode) : nullptr;
  event.quad = facts.quad;
  event.plover_score = mode_facts ? mode_facts->score : facts.score;
  if (!event.cameo) event.cameo = mode_facts ? mode_facts->cameo : facts.cameo;
  event.goldstein = goldstein(*event.cameo);
}

std::optional<Embedding> Ontology::find(std::string_view outer, EventType inner, std::string_view mode) const {
  for (const Row& row : embeddings_)
    if (row.outer == outer && (!row.inner || *row.inner == inner) && (row.mode == "*" || row.mode == mode)) return row.result;
  return std::nullopt;
}

std::optional<Embedding> Ontology::embed(EventType outer, EventType inner, std::string_view inner_mode) const {
  return find(to_string(outer), inner, inner_mode);
}

std::optional<Embedding> Ontology::in_future(EventType inner, std::string_view inner_mode) const { return find("will", inner, inner_mode); }

std::optional<Embedding> Ontology::in_negated_future(EventType inner, std::string_view inner_mode) const {
  return find("will-not", inner, inner_mode);
}

}  // namespace casus
