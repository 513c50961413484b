#include "evaluation/situations.h"

#include <algorithm>
#include <map>

#include "core/unicode.h"
#include "evaluation/json_lines.h"
#include "evaluation/match.h"

namespace casus {
namespace {

using Names = std::vector<std::string>;

std::optional<std::string> text_in(const nlohmann::json& value) {
  return value.is_null() ? std::nullopt : std::optional(value.get<std::string>());
}

NamedSituation situation_in(const nlohmann::json& object) {
  return {.kind = object.at("kind").get<std::string>(),
          .names = object.at("names").get<Names>(),
          .parties = object.at("parties").get<Names>(),
          .began = text_in(object.at("began")),
          .ended = text_in(object.at("ended")),
          .status = object.at("status").get<std::string>()};
}

bool is_same(const NamedSituation& gold, const NamedSituation& predicted) {
  return gold.kind == predicted.kind && std::any_of(gold.names.begin(), gold.names.end(), [&](const std::string& right) {
           return std::any_of(predicted.names.begin(), predicted.names.end(),
                              [&](const std::string& name) { return lower(right) == lower(name); });
         });
}

Counts parties_of(const NamedSituation& gold, const NamedSituation& predicted) {
  Counts counts{.gold = gold.parties.size(), .predicted = predicted.parties.size()};
  for (const std::string& party : predicted.parties)
    if (std::find(gold.parties.begin(), gold.parties.end(), party) != gold.parties.end()) ++counts.hits;
  return counts;
}

// What one report adds to each measure.
struct Unit {
  Counts situations;
  Counts parties;
  Counts began;
  Counts ended;
  Counts status;
};

void add(Counts& total, const Counts& more) {
  total.hits += more.hits;
  total.gold += more.gold;
  total.predicted += more.predicted;
}

Counts judged(bool right) { return {.hits = right ? 1u : 0u, .gold = 1}; }

Unit compare(const std::vector<NamedSituation>& gold, const std::vector<NamedSituation>& predicted) {
  const auto same = match(gold.size(), predicted.size(),
                          [&](std::size_t right, std::size_t found) { return is_same(gold[right], predicted[found]) ? 1.0 : 0.0; });
  Unit unit{.situations = {.hits = same.size(), .gold = gold.size(), .predicted = predicted.size()}};
  for (const auto [right, found] : same) {
    add(unit.parties, parties_of(gold[right], predicted[found]));
    add(unit.began, judged(gold[right].began == predicted[found].began));
    add(unit.ended, judged(gold[right].ended == predicted[found].ended));
    add(unit.status, judged(gold[right].status == predicted[found].status));
  }
  return unit;
}

}  // namespace

Result<std::vector<SituationReport>> read_situation_reports(std::string_view text, std::string_view origin) {
  std::vector<SituationReport> reports;
  const auto error = for_each_object(text, origin, [&](const nlohmann::json& object) -> std::optional<Error> {
    SituationReport report{.id = object.at("id").get<std::string>(),
                           .published = object.at("published").get<std::string>(),
                           .text = object.at("text").get<std::string>(),
                           .situations = {}};
    for (const nlohmann::json& one : object.at("situations")) report.situations.push_back(situation_in(one));
    reports.push_back(std::move(report));
    return std::nullopt;
  });
  if (error) return *error;
  return reports;
}

SituationScores score_situations(const std::vector<SituationReport>& gold, const std::vector<SituationReport>& predicted) {
  std::map<std::string, const SituationReport*> by_id;
  for (const SituationReport& report : predicted) by_id[report.id] = &report;
  std::vector<Unit> units;
  for (const SituationReport& report : gold) {
    const auto found = by_id.find(report.id);
    units.push_back(compare(report.situations, found == by_id.end() ? std::vector<NamedSituation>{} : found->second->situations));
  }
  const auto of = [&](Counts Unit::*measure) {
    std::vector<Counts> counts;
    for (const Unit& unit : units) counts.push_back(unit.*measure);
    return counts;
  };
  return {.found = {counted_f1_score("situations", of(&Unit::situations)), counted_f1_score("parties", of(&Unit::parties))},
          .told = {counted_share_score("began", of(&Unit::began)), counted_share_score("ended", of(&Unit::ended)),
                   counted_share_score("status", of(&Unit::status))}};
}

}  // namespace casus
