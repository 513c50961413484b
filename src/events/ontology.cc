#include "events/ontology.h"

#include <charconv>

#include "events/rule_table.h"

namespace casus {
namespace {

std::optional<double> number(const std::string& text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

// An empty cell is a score that the codebook does not give.
bool read_score(const std::string& cell, std::optional<double>& score) {
  score = number(cell);
  return score || cell.empty();
}

bool read_quad(const std::string& cell, std::optional<int>& quad) {
  if (cell.empty()) return true;
  if (cell.size() != 1 || cell[0] < '1' || cell[0] > '4') return false;
  quad = cell[0] - '0';
  return true;
}

std::optional<FromComplement> from_complement(std::string_view name) {
  if (name == "none" || name.empty()) return FromComplement::none;
  if (name == "actors") return FromComplement::actors;
  if (name == "recipients") return FromComplement::recipients;
  if (name == "purpose") return FromComplement::purpose;
  return std::nullopt;
}

std::optional<Need> need(std::string_view name) {
  if (name == "needed") return Need::needed;
  if (name == "free" || name.empty()) return Need::free;
  return std::nullopt;
}

Error unknown(const RuleTable& table, std::size_t row, std::string_view what, const std::string& cell) {
  return Error{table.place(row) + ": unknown " + std::string(what) + " '" + cell + "'"};
}

}  // namespace

Result<Ontology> Ontology::load(const std::string& folder) {
  Ontology ontology;
  if (auto error = ontology.load_cameo(folder + "/cameo.tsv")) return *error;
  if (auto error = ontology.load_types(folder + "/types.tsv")) return *error;
  if (auto error = ontology.load_modes(folder + "/modes.tsv")) return *error;
  if (auto error = ontology.load_embedding(folder + "/embedding.tsv")) return *error;
  return ontology;
}

std::optional<Error> Ontology::load_types(const std::string& file) {
  const auto table = read_rules(file, {"type", "quad", "score", "cameo", "actor", "recipient", "complement"});
  if (!table) return table.error();
  for (std::size_t i = 0; i < table->rows.size(); ++i) {
    const auto& row = table->rows[i];
    const auto actor = need(row[4]), recipient = need(row[5]);
    const auto complement = from_complement(row[6]);
    TypeFacts facts;
    if (!is_type_name(row[0]))
      return Error{table->place(i) + ": a type is named by capital letters, digits and hyphens, not '" + row[0] + "'"};
    if (!read_quad(row[1], facts.quad)) return unknown(*table, i, "quad class", row[1]);
    if (!read_score(row[2], facts.score)) return unknown(*table, i, "score", row[2]);
    if (!row[3].empty() && !goldstein(row[3])) return unknown(*table, i, "CAMEO code", row[3]);
    if (!actor || !recipient) return unknown(*table, i, "need", actor ? row[5] : row[4]);
    if (!complement) return unknown(*table, i, "complement", row[6]);
    facts.cameo = row[3];
    facts.actor = *actor;
    facts.recipient = *recipient;
    facts.complement = *complement;
    if (!types_.emplace(row[0], std::move(facts)).second) return Error{table->place(i) + ": the type '" + row[0] + "' is there already"};
  }
  return std::nullopt;
}

std::optional<Error> Ontology::load_modes(const std::string& file) {
  const auto table = read_rules(file, {"type", "mode", "score", "cameo"});
  if (!table) return table.error();
  for (std::size_t i = 0; i < table->rows.size(); ++i) {
    const auto& row = table->rows[i];
    const auto type = types_.find(row[0]);
    ModeFacts facts{.mode = row[1], .score = {}, .cameo = row[3]};
    if (type == types_.end()) return unknown(*table, i, "type", row[0]);
    if (mode(row[0], row[1])) return Error{table->place(i) + ": the mode '" + row[1] + "' is there already"};
    if (!read_score(row[2], facts.score)) return unknown(*table, i, "score", row[2]);
    if (!row[3].empty() && !goldstein(row[3])) return unknown(*table, i, "CAMEO code", row[3]);
    type->second.modes.push_back(std::move(facts));
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
    Row entry{.outer = row[0], .inner = row[1], .mode = row[2], .result = {}};
    if (!type(row[0]) && row[0] != "will" && row[0] != "will-not") return unknown(*table, i, "outer type", row[0]);
    if (!type(row[1]) && row[1] != "*") return unknown(*table, i, "inner type", row[1]);
    if (row[2] != "*" && row[1] != "*" && !mode(row[1], row[2])) return unknown(*table, i, "mode", row[2]);
    if (!type(row[3])) return unknown(*table, i, "type", row[3]);
    if (!row[4].empty() && !mode(row[3], row[4])) return unknown(*table, i, "mode", row[4]);
    if (!row[5].empty() && !goldstein(row[5])) return unknown(*table, i, "CAMEO code", row[5]);
    entry.result = {.type = row[3], .mode = row[4], .cameo = row[5], .absorbed = row[6] == "absorbed", .status = casus::status(row[6])};
    if (!entry.result.absorbed && !entry.result.status && row[6] != "-") return unknown(*table, i, "status", row[6]);
    embeddings_.push_back(std::move(entry));
  }
  return std::nullopt;
}

const TypeFacts* Ontology::type(std::string_view name) const {
  const auto found = types_.find(name);
  return found == types_.end() ? nullptr : &found->second;
}

const ModeFacts* Ontology::mode(std::string_view type_name, std::string_view mode) const {
  const TypeFacts* facts = type(type_name);
  if (!facts) return nullptr;
  for (const ModeFacts& each : facts->modes)
    if (each.mode == mode) return &each;
  return nullptr;
}

std::optional<double> Ontology::goldstein(std::string_view cameo) const {
  const auto found = goldstein_.find(std::string(cameo));
  if (found == goldstein_.end()) return std::nullopt;
  return found->second;
}

void Ontology::complete(Event& event) const {
  const TypeFacts* facts = type(event.type);
  if (!facts) return;
  const ModeFacts* mode_facts = event.mode ? mode(event.type, *event.mode) : nullptr;
  const std::string& cameo = mode_facts ? mode_facts->cameo : facts->cameo;
  event.quad = facts->quad;
  event.plover_score = mode_facts ? mode_facts->score : facts->score;
  if (!event.cameo && !cameo.empty()) event.cameo = cameo;
  if (event.cameo) event.goldstein = goldstein(*event.cameo);
}

std::optional<Embedding> Ontology::find(std::string_view outer, std::string_view inner, std::string_view mode) const {
  for (const Row& row : embeddings_)
    if (row.outer == outer && (row.inner == "*" || row.inner == inner) && (row.mode == "*" || row.mode == mode)) return row.result;
  return std::nullopt;
}

std::optional<Embedding> Ontology::embed(std::string_view outer, std::string_view inner, std::string_view inner_mode) const {
  return find(outer, inner, inner_mode);
}

std::optional<Embedding> Ontology::in_future(std::string_view inner, std::string_view inner_mode) const {
  return find("will", inner, inner_mode);
}

std::optional<Embedding> Ontology::in_negated_future(std::string_view inner, std::string_view inner_mode) const {
  return find("will-not", inner, inner_mode);
}

}  // namespace casus
