#include <algorithm>
#include <array>

#include "evaluation/plover.h"
#include "measuring.h"
#include "output.h"

namespace casus {
namespace {

// The gold codes what is said to happen.
constexpr std::array kScoredStatuses = {Status::asserted, Status::historical, Status::future};

std::vector<Report> reports_of(const std::vector<PloverSentence>& sentences) {
  std::vector<Report> reports;
  for (const PloverSentence& sentence : sentences)
    reports.push_back({.text = sentence.text, .id = sentence.id, .published = sentence.date});
  return reports;
}

std::vector<PloverSentence> as_predictions(const EventsById& found) {
  std::vector<PloverSentence> sentences;
  for (const auto& [id, events] : found) {
    PloverSentence& sentence = sentences.emplace_back(PloverSentence{.id = id});
    for (const CodedEvent& event : events)
      if (std::find(kScoredStatuses.begin(), kScoredStatuses.end(), event.status) != kScoredStatuses.end())
        sentence.events.push_back({.type = event.type, .mode = event.mode, .sources = event.actors, .targets = event.recipients});
  }
  return sentences;
}

Result<std::vector<PloverSentence>> predictions(const Gold& gold, const std::vector<PloverSentence>& sentences,
                                                const GetEngine& get_engine) {
  if (!gold.predicted.empty()) {
    auto predicted = parsed(gold.predicted, read_plover);
    if (!predicted) return predicted.error();
    return std::move(predicted->sentences);
  }
  const auto found = events_in(reports_of(sentences), get_engine);
  if (!found) return found.error();
  auto predicted = as_predictions(*found);
  if (!gold.written_predictions.empty())
    if (const auto written = write_file(gold.written_predictions, write_plover(predicted)); !written) return written.error();
  return predicted;
}

}  // namespace

Tables measure_plover(const Gold& gold, const GetEngine& get_engine) {
  const auto expected = parsed(gold.path, read_plover);
  if (!expected) return expected.error();
  const auto predicted = predictions(gold, expected->sentences, get_engine);
  if (!predicted) return predicted.error();
  PloverScores scores = score_plover(*expected, *predicted);
  const std::string of = std::string(expected->roots ? "roots" : "events") + " of " + count(expected->sentences.size(), "sentence");
  const std::vector<std::string> errors = {"right", "false", "missed"};
  return std::vector<ScoreTable>{{.title = of, .counts = errors, .scores = std::move(scores.figures)},
                                 {.title = of + ", shares", .counts = {"right", "of"}, .scores = std::move(scores.shares)},
                                 {.title = of + ", by type", .counts = errors, .scores = std::move(scores.types)}};
}

}  // namespace casus
