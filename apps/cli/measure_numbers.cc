#include "evaluation/numbers.h"
#include "measuring.h"
#include "output.h"
#include "reading/engine_parts.h"
#include "reading/layers.h"

namespace casus {
namespace {

std::vector<Figure> figures_of(const Layers& layers) {
  std::vector<Figure> figures;
  for (const Quantity& quantity : layers.quantities.quantities) {
    const Number& number = quantity.number;
    Figure figure{.span = number.spans.front(),
                  .what = number.what,
                  .low = number.low,
                  .high = number.high,
                  .unit = number.unit,
                  .of = {},
                  .superseded = quantity.superseded};
    figure.of = quantity.side;
    for (const Event& event : layers.events.events)
      for (const Number& told : event.numbers) figure.in_event |= told.spans == number.spans;
    figures.push_back(std::move(figure));
  }
  return figures;
}

Result<FiguresById> predicted_figures(const Gold& gold, const std::vector<NumberText>& texts, const GetEngine& get_engine) {
  if (!gold.predicted.empty()) return parsed(gold.predicted, read_figures);
  const auto engine = get_engine();
  if (!engine) return engine.error();
  FiguresById figures;
  for (const NumberText& text : texts) {
    const auto layers = read_layers({.text = text.text, .id = text.id, .published = text.published}, (*engine)->parts());
    if (!layers) return Error{text.id + ": " + layers.error().message};
    figures[text.id] = figures_of(*layers);
  }
  if (!gold.written_predictions.empty())
    if (const auto written = write_file(gold.written_predictions, write_figures(figures)); !written) return written.error();
  return figures;
}

}  // namespace

Tables measure_numbers(const Gold& gold, const GetEngine& get_engine) {
  const auto texts = parsed(gold.path, read_number_gold);
  if (!texts) return texts.error();
  const auto predicted = predicted_figures(gold, *texts, get_engine);
  if (!predicted) return predicted.error();
  return std::vector<ScoreTable>{{.title = "figures with what they count and whose it is, " + count(texts->size(), "text"),
                                  .counts = {"right", "wrong", "missing"},
                                  .scores = score_numbers(*texts, *predicted)}};
}

}  // namespace casus
