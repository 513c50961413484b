#include <algorithm>

#include "evaluation/duties.h"
#include "measuring.h"

namespace casus {
namespace {

constexpr std::string_view kGovernment = "GOV";

using Codes = std::vector<std::string>;

void add(const std::string& code, Codes& codes) {
  if (std::find(codes.begin(), codes.end(), code) == codes.end()) codes.push_back(code);
}

// A government's duties are the state's.
std::string party_code(const Actor& actor) {
  const std::string code = actor.code.value_or(actor.name);
  return actor.country && code == *actor.country + std::string(kGovernment) ? *actor.country : code;
}

// A state that speaks is its government.
std::string speaker_code(const Actor& actor) {
  const std::string code = actor.code.value_or(actor.name);
  return code == actor.country ? code + std::string(kGovernment) : code;
}

Codes parties_of(const Record& record, const std::vector<ActorId>& actors) {
  Codes codes;
  for (const ActorId actor : actors) add(party_code(record.actors[actor.index]), codes);
  return codes;
}

Codes speakers_of(const Record& record, const std::vector<StatementId>& statements) {
  Codes codes;
  for (const StatementId statement : statements)
    for (const ActorId speaker : record.statements[statement.index].speakers) add(speaker_code(record.actors[speaker.index]), codes);
  return codes;
}

std::vector<ToldScope> scopes_of(const std::vector<Scope>& scopes) {
  std::vector<ToldScope> told;
  for (const Scope& scope : scopes) told.push_back({scope.text.value_or(""), scope.code});
  return told;
}

Spans spans_of(const std::optional<Words>& words) { return words ? words->spans : Spans{}; }

std::vector<ToldDuty> duties_of(const Record& record) {
  std::vector<ToldDuty> duties;
  for (const Commitment& commitment : record.commitments) {
    if (commitment.from == Source::knowledge) continue;
    const auto& instrument = commitment.instrument;
    duties.push_back({.bound = parties_of(record, commitment.bound),
                      .beneficiaries = parties_of(record, commitment.beneficiaries),
                      .instrument = instrument ? std::optional(instrument->name) : std::nullopt,
                      .knowledge_id = instrument ? instrument->knowledge_id : std::nullopt,
                      .duty = commitment.duty,
                      .condition = spans_of(commitment.condition),
                      .includes = scopes_of(commitment.includes),
                      .excludes = scopes_of(commitment.excludes),
                      .triggered = commitment.triggered,
                      .because = spans_of(commitment.because),
                      .speakers = speakers_of(record, commitment.statements)});
  }
  return duties;
}

Result<std::vector<DutyReport>> predicted_duties(const std::vector<DutyReport>& gold, const GetEngine& get_engine) {
  const auto engine = get_engine();
  if (!engine) return engine.error();
  std::vector<DutyReport> predicted;
  for (const DutyReport& report : gold) {
    const auto record = (*engine)->read({.text = report.text, .id = report.id, .published = report.published});
    if (!record) return Error{report.id + ": " + record.error().message};
    predicted.push_back({.id = report.id, .published = report.published, .text = report.text, .duties = duties_of(*record)});
  }
  return predicted;
}

}  // namespace

Tables measure_duties(const Gold& gold, const GetEngine& get_engine) {
  const auto reports = parsed(gold.path, read_duty_reports);
  if (!reports) return reports.error();
  const auto predicted = gold.predicted.empty() ? predicted_duties(*reports, get_engine) : parsed(gold.predicted, read_duty_reports);
  if (!predicted) return predicted.error();
  DutyScores scores = score_duties(*reports, *predicted);
  return std::vector<ScoreTable>{
      {.title = "fields of duties that are right, " + count(reports->size(), "report"),
       .counts = {"right", "of"},
       .scores = std::move(scores.fields),
       .remarks = {}},
      {.title = "duties, whatever their fields", .counts = {"right", "false", "missed"}, .scores = std::move(scores.found), .remarks = {}}};
}

}  // namespace casus
