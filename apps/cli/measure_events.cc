#include "evaluation/document_events.h"
#include "marked_texts.h"
#include "measuring.h"

namespace casus {
namespace {

Result<std::vector<Report>> reports_of(const Gold& gold, const std::vector<EventDocument>& documents) {
  std::vector<Report> reports;
  if (!gold.predicted.empty()) return reports;
  std::vector<MarkedText> marked;
  for (const EventDocument& document : documents)
    marked.push_back({.source = document.source, .document = document.id, .span = {0, document.read}, .sha256 = document.sha256});
  auto texts = texts_of(marked, gold);
  if (!texts) return texts.error();
  for (std::size_t i = 0; i < documents.size(); ++i)
    reports.push_back({.text = std::move((*texts)[i]), .id = documents[i].id, .published = documents[i].published});
  return reports;
}

}  // namespace

Tables measure_events(const Gold& gold, const GetEngine& get_engine) {
  const auto documents = parsed(gold.path, read_event_documents);
  if (!documents) return documents.error();
  const auto reports = reports_of(gold, *documents);
  if (!reports) return reports.error();
  const auto predicted = predicted_events(gold, *reports, get_engine);
  if (!predicted) return predicted.error();
  DocumentEventScores scores = score_document_events(*documents, *predicted);
  const std::string size = count(documents->size(), "document");
  return std::vector<ScoreTable>{
      {.title = "events, " + size, .counts = {"right", "false", "missed"}, .scores = std::move(scores.figures)},
      {.title = "events found with their type, " + size, .counts = {"right", "of"}, .scores = std::move(scores.shares)}};
}

}  // namespace casus
