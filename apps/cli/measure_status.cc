#include "evaluation/status.h"
#include "measuring.h"

namespace casus {
namespace {

constexpr const char* kPublished = "2024-11-18";

std::vector<Report> reports_of(const std::vector<StatusSentence>& sentences) {
  std::vector<Report> reports;
  for (const StatusSentence& sentence : sentences) reports.push_back({.text = sentence.text, .id = sentence.id, .published = kPublished});
  return reports;
}

}  // namespace

Tables measure_status(const Gold& gold, const GetEngine& get_engine) {
  const auto sentences = parsed(gold.path, read_status_gold);
  if (!sentences) return sentences.error();
  const auto predicted = predicted_events(gold, reports_of(*sentences), get_engine);
  if (!predicted) return predicted.error();
  return std::vector<ScoreTable>{{.title = "status of the event at the trigger, " + count(sentences->size(), "sentence"),
                                  .counts = {"right", "wrong", "no event"},
                                  .scores = score_status(*sentences, *predicted)}};
}

}  // namespace casus
