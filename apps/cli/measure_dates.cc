#include "evaluation/dates.h"
#include "measuring.h"
#include "output.h"
#include "reading/engine_parts.h"
#include "reading/layers.h"

namespace casus {
namespace {

std::vector<MarkedDate> marked(const Dates& dates) {
  std::vector<MarkedDate> found;
  for (const DateMention& mention : dates.mentions) found.push_back({mention.date.spans.front(), mention.date.value});
  return found;
}

Result<DatesById> dates_in(const std::vector<DatedText>& texts, const GetEngine& get_engine) {
  const auto engine = get_engine();
  if (!engine) return engine.error();
  DatesById dates;
  for (const DatedText& text : texts) {
    const auto layers = read_layers({.text = text.text, .id = text.id, .published = text.published}, (*engine)->parts());
    if (!layers) return Error{text.id + ": " + layers.error().message};
    dates[text.id] = marked(layers->dates);
  }
  return dates;
}

Result<DatesById> predicted_dates(const Gold& gold, const std::vector<DatedText>& texts, const GetEngine& get_engine) {
  if (!gold.predicted.empty()) return parsed(gold.predicted, read_dates);
  auto dates = dates_in(texts, get_engine);
  if (!dates || gold.written_predictions.empty()) return dates;
  if (const auto written = write_file(gold.written_predictions, write_dates(*dates)); !written) return written.error();
  return dates;
}

}  // namespace

Tables measure_dates(const Gold& gold, const GetEngine& get_engine) {
  const auto texts = parsed(gold.path, read_date_gold);
  if (!texts) return texts.error();
  const auto predicted = predicted_dates(gold, *texts, get_engine);
  if (!predicted) return predicted.error();
  DateScores scores = score_dates(*texts, *predicted);
  const std::string size = count(texts->size(), "text");
  return std::vector<ScoreTable>{
      {.title = "dates, " + size, .counts = {"right", "wrong", "not found"}, .scores = std::move(scores.values)},
      {.title = "false alarms of dates, " + size, .counts = {"false", "of"}, .scores = std::move(scores.false_alarms)}};
}

}  // namespace casus
