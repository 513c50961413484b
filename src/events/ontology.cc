#include "events/ontology.h"

#include <algorithm>
#include <charconv>

#include "core/rule_table.h"

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

bool is_mode_name(std::string_view name) {
  return !name.empty() &&
         std::all_of(name.begin(), name.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
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
  if (name == "active") return Need::active;
  if (name == "free" || name.empty()) return Need::free;
  return std::nullopt;
}

std::optional<Parties> parties_named(std::string_view name) {
  if (name == "political") return Parties::political;
  if (name == "any" || name.empty()) return Parties::any;
  return std::nullopt;
}

Error unknown(const RuleTable& table, std::size_t row, std::string_view what, const std::string& cell) {
  return Error{table.place(row) + ": unknown " + std::string(what) + " '" + cell + "'"};
}

}  // namespace

// A codebook's rows are read before the built-in ones: the first row of a name holds.
Result<Ontology> Ontology::load(const std::string& folder, const std::optional<CodebookFolder>& codebook) {
  const RuleFiles files(folder, "ontology", codebook);
  const bool built_in_codes = !codebook || codebook->extends;
  Ontology ontology;
  for (const auto& file : files.general("cameo.tsv"))
    if (auto error = ontology.load_cameo(file, built_in_codes || files.is_own(file))) return *error;
  for (const auto& file : files.coding("types.tsv"))
    if (auto error = ontology.load_types(file)) return *error;
  for (const auto& file : files.coding("modes.tsv"))
    if (auto error = ontology.load_modes(file)) return *error;
  if (auto error = ontology.check_cameo()) return *error;
  for (const auto& file : files.general("sectors.tsv"))
    if (auto error = ontology.load_sectors(file)) return *error;
  for (const auto& file : files.general("contexts.tsv"))
    if (auto error = ontology.load_contexts(file)) return *error;
  for (const auto& file : files.coding("embedding.tsv"))
    if (auto error = ontology.load_embedding(file)) return *error;
  return ontology;
}

std::optional<Error> Ontology::load_types(const std::string& file) {
  const auto table =
      read_rules(file, {"type", "quad", "score", "cameo", "actor", "recipient", "complement", "parties", "present", "by"}, 1);
  if (!table) return table.error();
  std::set<std::string> seen;
  for (std::size_t i = 0; i < table->rows.size(); ++i) {
    const auto& row = table->rows[i];
    const auto actor = need(row[4]), recipient = need(row[5]);
    const auto complement = from_complement(row[6]);
    const auto parties = parties_named(row[7]);
    TypeFacts facts;
    if (!is_type_name(row[0]))
      return Error{table->place(i) + ": a type is named by capital letters, digits and hyphens, not '" + row[0] + "'"};
    if (!read_quad(row[1], facts.quad)) return unknown(*table, i, "quad class", row[1]);
    if (!read_score(row[2], facts.score)) return unknown(*table, i, "score", row[2]);
    if (!row[3].empty() && !cameo(row[3])) return unknown(*table, i, "CAMEO code", row[3]);
    if (!actor || !recipient) return unknown(*table, i, "need", actor ? row[5] : row[4]);
    if (!complement) return unknown(*table, i, "complement", row[6]);
    if (!parties) return unknown(*table, i, "parties", row[7]);
    facts.parties = *parties;
    if (row[8] != "act" && row[8] != "habit" && !row[8].empty()) return unknown(*table, i, "reading of the present", row[8]);
    facts.told_in_present = row[8] != "habit";
    if (row[9] != "words" && row[9] != "deeds" && !row[9].empty()) return unknown(*table, i, "way of being done", row[9]);
    facts.by_words = row[9] == "words";
    facts.cameo = row[3];
    facts.actor = *actor;
    facts.recipient = *recipient;
    facts.complement = *complement;
    if (!seen.insert(row[0]).second) return Error{table->place(i) + ": the type '" + row[0] + "' is there already"};
    types_.emplace(row[0], std::move(facts));
  }
  return std::nullopt;
}

std::optional<Error> Ontology::load_sectors(const std::string& file) {
  const auto table = read_rules(file, {"sector", "standing", "gloss"}, 2);
  if (!table) return table.error();
  for (std::size_t i = 0; i < table->rows.size(); ++i) {
    const auto& row = table->rows[i];
    if (row[1] != "political" && row[1] != "civil") return unknown(*table, i, "standing", row[1]);
    sectors_.emplace(row[0], row[1] == "political");
  }
  return std::nullopt;
}

bool Ontology::is_political(const Actor& actor) const {
  if (actor.kind == ActorKind::state || actor.kind == ActorKind::place) return true;
  if (actor.sectors.empty() || (actor.kind == ActorKind::person && actor.knowledge_id)) return true;
  const bool of_no_state = actor.code && !actor.country && actor.code->size() > 3;
  const bool international = of_no_state && !actor.code->starts_with("MNC");
  return international || std::any_of(actor.sectors.begin(), actor.sectors.end(), [&](const std::string& sector) {
           const auto found = sectors_.find(sector);
           return found != sectors_.end() && found->second;
         });
}

std::optional<Error> Ontology::load_modes(const std::string& file) {
  const auto table = read_rules(file, {"type", "mode", "score", "cameo"}, 2);
  if (!table) return table.error();
  std::set<std::pair<std::string, std::string>> seen;
  for (std::size_t i = 0; i < table->rows.size(); ++i) {
    const auto& row = table->rows[i];
    const auto type = types_.find(row[0]);
    ModeFacts facts{.mode = row[1], .score = {}, .cameo = row[3]};
    if (type == types_.end()) return unknown(*table, i, "type", row[0]);
    if (!is_mode_name(row[1]))
      return Error{table->place(i) + ": a mode is named by small letters, digits and hyphens, not '" + row[1] + "'"};
    if (!seen.emplace(row[0], row[1]).second) return Error{table->place(i) + ": the mode '" + row[1] + "' is there already"};
    if (!read_score(row[2], facts.score)) return unknown(*table, i, "score", row[2]);
    if (!row[3].empty() && !cameo(row[3])) return unknown(*table, i, "CAMEO code", row[3]);
    if (!mode(row[0], row[1])) type->second.modes.push_back(std::move(facts));
  }
  return std::nullopt;
}

std::optional<Error> Ontology::load_cameo(const std::string& file, bool codes_events) {
  const auto table = read_rules(file, {"cameo", "type", "mode", "goldstein", "gloss"}, 4);
  if (!table) return table.error();
  for (std::size_t i = 0; i < table->rows.size(); ++i) {
    const auto& row = table->rows[i];
    const auto score = number(row[3]);
    if (!score) return unknown(*table, i, "score", row[3]);
    CameoRow entry{.facts = {.goldstein = *score, .type = {}, .mode = {}}, .place = table->place(i)};
    if (codes_events) {
      entry.facts.type = row[1];
      entry.facts.mode = row[2];
    }
    cameo_.emplace(row[0], std::move(entry));
  }
  return std::nullopt;
}

std::optional<Error> Ontology::check_cameo() const {
  for (const auto& [code, row] : cameo_) {
    const auto& [facts, place] = row;
    if (!facts.type.empty() && !type(facts.type)) return Error{place + ": unknown type '" + facts.type + "'"};
    if (!facts.mode.empty() && !mode(facts.type, facts.mode)) return Error{place + ": unknown mode '" + facts.mode + "'"};
  }
  return std::nullopt;
}

std::optional<Error> Ontology::load_contexts(const std::string& file) {
  const auto table = read_rules(file, {"context", "gloss"}, 1);
  if (!table) return table.error();
  for (const auto& row : table->rows) contexts_.insert(row[0]);
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
    if (!row[5].empty() && !cameo(row[5])) return unknown(*table, i, "CAMEO code", row[5]);
    entry.result = {.type = row[3],
                    .mode = row[4],
                    .cameo = row[5],
                    .absorbed = row[6] == "absorbed",
                    .status = casus::status(row[6]),
                    .place = table->place(i)};
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

const CameoFacts* Ontology::cameo(std::string_view code) const {
  const auto found = cameo_.find(code);
  return found == cameo_.end() ? nullptr : &found->second.facts;
}

void Ontology::complete(Event& event) const {
  const TypeFacts* facts = type(event.type);
  if (!facts) return;
  const ModeFacts* mode_facts = event.mode ? mode(event.type, *event.mode) : nullptr;
  const std::string& usual_cameo = mode_facts ? mode_facts->cameo : facts->cameo;
  event.quad = facts->quad;
  event.plover_score = mode_facts ? mode_facts->score : facts->score;
  if (!event.cameo && !usual_cameo.empty()) event.cameo = usual_cameo;
  const CameoFacts* cameo_facts = event.cameo ? cameo(*event.cameo) : nullptr;
  if (cameo_facts) event.goldstein = cameo_facts->goldstein;
}

const Embedding* Ontology::find(std::string_view outer, std::string_view inner, std::string_view mode) const {
  for (const Row& row : embeddings_)
    if (row.outer == outer && (row.inner == "*" || row.inner == inner) && (row.mode == "*" || row.mode == mode)) return &row.result;
  return nullptr;
}

const Embedding* Ontology::embed(std::string_view outer, std::string_view inner, std::string_view inner_mode) const {
  return find(outer, inner, inner_mode);
}

const Embedding* Ontology::in_future(std::string_view inner, std::string_view inner_mode) const { return find("will", inner, inner_mode); }

const Embedding* Ontology::in_negated_future(std::string_view inner, std::string_view inner_mode) const {
  return find("will-not", inner, inner_mode);
}

}  // namespace casus
