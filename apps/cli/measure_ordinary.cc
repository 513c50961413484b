#include "evaluation/ordinary.h"
#include "marked_texts.h"
#include "measuring.h"

namespace casus {
namespace {

Result<std::vector<Report>> reports_of(const Gold& gold, const std::vector<OrdinarySentence>& sentences) {
  std::vector<Report> reports;
  if (!gold.predicted.empty()) return reports;
  std::vector<MarkedText> marked;
  for (const OrdinarySentence& sentence : sentences)
    marked.push_back({.source = sentence.source,
                      .document = sentence.document,
                      .span = sentence.span,
                      .sha256 = sentence.sha256,
                      .checksum = MarkedText::Checksum::of_span});
  auto texts = texts_of(marked, gold);
  if (!texts) return texts.error();
  for (std::size_t i = 0; i < sentences.size(); ++i) reports.push_back({.text = std::move((*texts)[i]), .id = id_of(sentences[i])});
  return reports;
}

}  // namespace

Tables measure_ordinary(const Gold& gold, const GetEngine& get_engine) {
  const auto sentences = parsed(gold.path, read_ordinary_sentences);
  if (!sentences) return sentences.error();
  const auto reports = reports_of(gold, *sentences);
  if (!reports) return reports.error();
  const auto predicted = predicted_events(gold, *reports, get_engine);
  if (!predicted) return predicted.error();
  return std::vector<ScoreTable>{{.title = "false alarms in ordinary news, " + count(sentences->size(), "sentence"),
                                  .counts = {"false", "of"},
                                  .scores = score_false_alarms(*sentences, *predicted)}};
}

}  // namespace casus
