#include "dictionaries/actor_codes.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "dictionaries/named_table.h"

namespace casus {
namespace {

template <class Value, std::size_t N>
std::optional<Value> named(const std::array<std::pair<std::string_view, Value>, N>& names, std::string_view name) {
  for (const auto& [text, value] : names)
    if (text == name) return value;
  return std::nullopt;
}

}  // namespace

std::string CodedActor::code() const {
  if (!sphere.empty()) return (is_sphere_within_state ? state : "") + sphere + organisation;
  std::string all = state;
  for (const std::string& sector : sectors) all += sector;
  return all;
}

Result<ActorCodes> ActorCodes::load(const std::string& file) {
  constexpr std::array<std::pair<std::string_view, Kind>, 8> kKinds{{{"state", Kind::state},
                                                                     {"sector", Kind::sector},
                                                                     {"group", Kind::group},
                                                                     {"religion", Kind::religion},
                                                                     {"sphere", Kind::sphere},
                                                                     {"organisation", Kind::organisation},
                                                                     {"region", Kind::region},
                                                                     {"none", Kind::none}}};
  constexpr std::array<std::pair<std::string_view, Direction>, 3> kDirections{
      {{"both", Direction::both}, {"import", Direction::import}, {"export", Direction::export_}}};
  const auto table = NamedTable::read(file, {"cameo", "kind", "plover", "direction", "name", "source"});
  if (!table) return table.error();
  ActorCodes codes;
  for (std::size_t i = 0; i < table->size(); ++i) {
    const auto kind = named(kKinds, table->cell(i, "kind"));
    const auto direction = named(kDirections, table->cell(i, "direction"));
    const std::string cameo(table->cell(i, "cameo"));
    const std::string plover(table->cell(i, "plover"));
    if (!kind) return table->error(i, "no such kind: \"" + std::string(table->cell(i, "kind")) + "\"");
    if (!direction) return table->error(i, "direction is neither both, import nor export");
    if ((!cameo.empty() && cameo.size() != 3) || (!plover.empty() && plover.size() != 3) || cameo + plover == "")
      return table->error(i, "codes have three letters");
    codes.letters_.push_back({cameo, *kind, plover, *direction, std::string(table->cell(i, "name"))});
  }
  return codes;
}

const ActorCodes::Letters* ActorCodes::find(std::string_view triple, CodeScheme scheme, std::initializer_list<Kind> kinds) const {
  const Letters* found = nullptr;
  for (const Letters& letters : letters_) {
    if (std::find(kinds.begin(), kinds.end(), letters.kind) == kinds.end()) continue;
    if (scheme == CodeScheme::cameo ? letters.cameo != triple || letters.direction == Direction::export_ : letters.plover != triple)
      continue;
    if (!found || letters.direction == Direction::both) found = &letters;
  }
  return found;
}

std::string ActorCodes::state_of(std::string_view triple, CodeScheme scheme, const Knowledge& knowledge) const {
  std::string code(triple);
  if (scheme == CodeScheme::cameo)
    if (const Letters* letters = find(triple, scheme, {Kind::state})) code = letters->plover;
  return knowledge.state(code) ? code : "";
}

CodedActor ActorCodes::read(std::string_view code, CodeScheme scheme, const Knowledge& knowledge) const {
  CodedActor actor;
  for (std::size_t at = 0; at + 3 <= code.size(); at += 3) {
    const std::string_view triple = code.substr(at, 3);
    if (at > 0) {
      add(actor, triple, scheme, knowledge, at == 3);
      continue;
    }
    const Letters* organisation = scheme == CodeScheme::plover ? find(triple, scheme, {Kind::organisation}) : nullptr;
    actor.state = state_of(triple, scheme, knowledge);
    if (!actor.state.empty()) continue;
    // PLOVER puts the United Nations and the European Union where a state stands.
    if (organisation) actor.sphere = "IGO";
    add(actor, triple, scheme, knowledge, false);
  }
  return actor;
}

void ActorCodes::add(CodedActor& actor, std::string_view triple, CodeScheme scheme, const Knowledge& knowledge, bool is_second) const {
  const bool international = actor.sphere == "IGO";
  if (!actor.sphere.empty())
    if (const Letters* letters = find(triple, scheme, {Kind::organisation})) {
      actor.organisation = letters->plover;
      actor.organisation_name = letters->name;
      return;
    }
  if (const Letters* letters = find(triple, scheme, {Kind::sector, Kind::group})) {
    if (actor.sectors.empty()) {
      actor.office = letters->name;
      actor.is_group = letters->kind == Kind::group;
    }
    if (std::find(actor.sectors.begin(), actor.sectors.end(), letters->plover) == actor.sectors.end())
      actor.sectors.push_back(letters->plover);
  } else if (find(triple, scheme, {Kind::sphere}) && actor.sphere.empty()) {
    actor.sphere = find(triple, scheme, {Kind::sphere})->plover;
    actor.is_sphere_within_state = !actor.state.empty();
  } else if (const Letters* religion = find(triple, scheme, {Kind::religion}); religion && !international) {
    // Of a warrior of a faith the sector says more.
    if (actor.sectors.empty()) actor.office = religion->name;
    if (actor.sectors.empty()) actor.sectors.push_back(religion->plover);
    else actor.lost.emplace_back(triple);
  } else if (const std::string state = state_of(triple, scheme, knowledge);
             !state.empty() && actor.state.empty() && !actor.sphere.empty() && !international) {
    actor.state = state;
  } else if (!actor.sphere.empty() && is_second && !find(triple, scheme, {Kind::region, Kind::none})) {
    actor.organisation = triple;
  } else {
    actor.lost.emplace_back(triple);
  }
}

std::string ActorCodes::write(std::string_view code, CodeScheme scheme) const {
  if (scheme == CodeScheme::plover) return std::string(code);
  std::string written;
  bool is_international = false;
  for (std::size_t at = 0; at + 3 <= code.size(); at += 3) {
    const std::string_view triple = code.substr(at, 3);
    const Letters* best = nullptr;
    const auto is_in_place = [&](Kind kind) {
      if (at == 0) return kind == Kind::state || kind == Kind::sphere || kind == Kind::sector || kind == Kind::group;
      return kind == (is_international ? Kind::organisation : Kind::sector) || kind == Kind::group || kind == Kind::sphere;
    };
    for (const Letters& letters : letters_)
      if (letters.plover == triple && letters.direction != Direction::import && is_in_place(letters.kind) &&
          (!best || letters.direction == Direction::both))
        best = &letters;
    if (at == 0) is_international = best && best->kind == Kind::sphere;
    // Letters of ours that mean somebody else there say less than none.
    const bool is_taken = !best && is_international && at > 0 && find(triple, scheme, {Kind::organisation, Kind::region});
    if (!is_taken) written += best ? best->cameo : std::string(triple);
  }
  return written;
}

}  // namespace casus
