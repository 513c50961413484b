#include <algorithm>

#include "evaluation/situations.h"
#include "measuring.h"

namespace casus {
namespace {

std::vector<std::string> countries_of(const Record& record, const std::vector<ActorId>& parties) {
  std::vector<std::string> countries;
  for (const ActorId party : parties) {
    const auto& country = record.actors[party.index].country;
    if (country && std::find(countries.begin(), countries.end(), *country) == countries.end()) countries.push_back(*country);
  }
  return countries;
}

std::optional<std::string> value_of(const std::optional<Date>& date) { return date ? std::optional(date->value) : std::nullopt; }

// Those without a name are not scored.
std::vector<NamedSituation> named_situations_of(const Record& record) {
  std::vector<NamedSituation> situations;
  for (const Situation& situation : record.situations)
    if (situation.name)
      situations.push_back({.kind = situation.kind,
                            .names = {*situation.name},
                            .parties = countries_of(record, situation.parties),
                            .began = value_of(situation.began),
                            .ended = value_of(situation.ended),
                            .status = situation.status});
  return situations;
}

Result<std::vector<SituationReport>> predicted_situations(const std::vector<SituationReport>& gold, const GetEngine& get_engine) {
  const auto engine = get_engine();
  if (!engine) return engine.error();
  std::vector<SituationReport> predicted;
  for (const SituationReport& report : gold) {
    const auto record = (*engine)->read({.text = report.text, .id = report.id, .published = report.published});
    if (!record) return Error{report.id + ": " + record.error().message};
    predicted.push_back({.id = report.id, .published = report.published, .text = report.text, .situations = named_situations_of(*record)});
  }
  return predicted;
}

}  // namespace

Tables measure_situations(const Gold& gold, const GetEngine& get_engine) {
  const auto reports = parsed(gold.path, read_situation_reports);
  if (!reports) return reports.error();
  const auto predicted =
      gold.predicted.empty() ? predicted_situations(*reports, get_engine) : parsed(gold.predicted, read_situation_reports);
  if (!predicted) return predicted.error();
  SituationScores scores = score_situations(*reports, *predicted);
  return std::vector<ScoreTable>{{.title = "situations by kind and name, " + count(reports->size(), "report"),
                                  .counts = {"right", "false", "missed"},
                                  .scores = std::move(scores.found),
                                  .remarks = {}},
                                 {.title = "of those found", .counts = {"right", "of"}, .scores = std::move(scores.told), .remarks = {}}};
}

}  // namespace casus
