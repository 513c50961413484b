#include "core/unicode.h"
#include "evaluation/claims.h"
#include "measuring.h"

namespace casus {
namespace {

// By its code where that tells a country or an organisation, else by its name alone.
std::optional<std::string> telling_code(const Actor& actor) {
  const bool is_organisation = actor.code && (actor.code->starts_with("IGO") || actor.code->starts_with("NGO"));
  return actor.country || is_organisation ? actor.code : std::nullopt;
}

// All forms by which the report names it.
std::string forms_of(const Actor& actor, const Document& document) {
  std::string forms = actor.name;
  for (const Mention& mention : actor.mentions)
    if (mention.form != MentionForm::pronoun) forms += " | " + slice(document, mention.span);
  return forms;
}

StancedClaim stanced_claim(const Claim& claim, const Record& record) {
  const Document document = document_with(from_utf8(record.document.text).value_or(U""));
  StancedClaim stanced{.proposition = claim.proposition.spans, .positions = {}, .standing = claim.standing};
  for (const Position& position : claim.positions) {
    const Actor* actor = position.actor ? &record.actors[position.actor->index] : nullptr;
    std::string name = actor ? forms_of(*actor, document) : std::string();
    if (actor && position.statement)
      if (const auto& speaker = record.statements[position.statement->index].speaker) name += " | " + speaker->text;
    stanced.positions.push_back({.actor = actor ? telling_code(*actor) : std::nullopt,
                                 .name = std::move(name),
                                 .stance = position.stance,
                                 .spans = position.spans});
  }
  return stanced;
}

Result<std::vector<ClaimReport>> predicted_claims(const std::vector<ClaimReport>& gold, const GetEngine& get_engine) {
  const auto engine = get_engine();
  if (!engine) return engine.error();
  std::vector<ClaimReport> predicted;
  for (const ClaimReport& report : gold) {
    const auto record = (*engine)->read({.text = report.text, .id = report.id, .published = report.published});
    if (!record) return Error{report.id + ": " + record.error().message};
    predicted.push_back({.id = report.id, .published = report.published, .text = report.text, .claims = {}});
    for (const Claim& claim : record->claims) predicted.back().claims.push_back(stanced_claim(claim, *record));
  }
  return predicted;
}

}  // namespace

Tables measure_claims(const Gold& gold, const GetEngine& get_engine) {
  const auto reports = parsed(gold.path, read_claim_reports);
  if (!reports) return reports.error();
  const auto predicted = gold.predicted.empty() ? predicted_claims(*reports, get_engine) : parsed(gold.predicted, read_claim_reports);
  if (!predicted) return predicted.error();
  ClaimScores scores = score_claims(*reports, *predicted);
  return std::vector<ScoreTable>{
      {.title = "positions on the right claim, " + count(reports->size(), "report"),
       .counts = {"right", "false", "missed"},
       .scores = std::move(scores.positions),
       .remarks = {}},
      {.title = "of claims with a right position", .counts = {"right", "of"}, .scores = std::move(scores.standings), .remarks = {}}};
}

}  // namespace casus
