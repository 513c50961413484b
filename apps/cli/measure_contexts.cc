#include "evaluation/contexts.h"
#include "measuring.h"

namespace casus {
namespace {

std::vector<Report> reports_of(const std::vector<ContextSentence>& sentences) {
  std::vector<Report> reports;
  for (const ContextSentence& sentence : sentences)
    reports.push_back({.text = sentence.text, .id = sentence.id, .published = sentence.published});
  return reports;
}

}  // namespace

Tables measure_contexts(const Gold& gold, const GetEngine& get_engine) {
  const auto sentences = parsed(gold.path, read_context_gold);
  if (!sentences) return sentences.error();
  const auto predicted = predicted_events(gold, reports_of(*sentences), get_engine);
  if (!predicted) return predicted.error();
  ContextScores scores = score_contexts(*sentences, *predicted);
  return std::vector<ScoreTable>{{.title = "contexts of the event at the trigger, " + count(sentences->size(), "sentence"),
                                  .counts = {"right", "false", "missed"},
                                  .scores = std::move(scores.scores),
                                  .remarks = {count(scores.without_event, "sentence") + " without an event at the trigger"}}};
}

}  // namespace casus
