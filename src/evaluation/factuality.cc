// Both figures are functions of sums, so a draw of sentences is a sum of their sums.
#include "evaluation/factuality.h"

#include <cmath>
#include <map>

#include "evaluation/lines.h"

namespace casus {
namespace {

struct Sums {
  double n = 0, x = 0, y = 0, xx = 0, yy = 0, xy = 0, error = 0;

  void add(const FactualityPair& pair) {
    n += 1;
    x += pair.gold;
    y += pair.predicted;
    xx += pair.gold * pair.gold;
    yy += pair.predicted * pair.predicted;
    xy += pair.gold * pair.predicted;
    error += std::abs(pair.gold - pair.predicted);
  }

  void add(const Sums& other) {
    n += other.n;
    x += other.x;
    y += other.y;
    xx += other.xx;
    yy += other.yy;
    xy += other.xy;
    error += other.error;
  }
};

double pearson(const Sums& sums) {
  const double covariance = sums.n * sums.xy - sums.x * sums.y;
  const double spread = (sums.n * sums.xx - sums.x * sums.x) * (sums.n * sums.yy - sums.y * sums.y);
  return spread > 0 ? covariance / std::sqrt(spread) : 0;
}

double mean_error(const Sums& sums) { return sums.n > 0 ? sums.error / sums.n : 0; }

Score figure_of(std::string measure, const std::vector<Sums>& units, double (*figure)(const Sums&)) {
  Sums total;
  for (const Sums& unit : units) total.add(unit);
  const Interval interval = bootstrap(units.size(), [&](const std::vector<std::size_t>& drawn) {
    Sums sums;
    for (const std::size_t unit : drawn) sums.add(units[unit]);
    return figure(sums);
  });
  return {.measure = std::move(measure), .value = figure(total), .low = interval.low, .high = interval.high};
}

}  // namespace

Result<std::vector<JudgedPredicate>> read_factuality(std::string_view text, std::string_view origin) {
  std::vector<JudgedPredicate> predicates;
  const auto lines = lines_of(text);
  if (!lines.front().starts_with("sent_id\ttoken\tform\tfactuality"))
    return error_at(origin, 1, "expected the header sent_id, token, form, factuality, separated by tabs");
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const auto cells = cells_of(lines[i]);
    if (cells.size() < 4)
      return error_at(origin, i + 1, "expected at least 4 tab-separated columns, found " + std::to_string(cells.size()));
    const auto token = number_of(cells[1]);
    const auto value = number_of(cells[3]);
    if (!token || *token < 1 || !value) return error_at(origin, i + 1, "the token or the factuality is not a number");
    predicates.push_back({.sentence_id = std::string(cells[0]),
                          .token = static_cast<std::size_t>(*token),
                          .form = std::string(cells[2]),
                          .factuality = *value});
  }
  return predicates;
}

std::vector<Score> score_factuality(const std::vector<FactualityPair>& pairs) {
  std::map<std::size_t, Sums> by_sentence;
  for (const FactualityPair& pair : pairs) by_sentence[pair.sentence].add(pair);
  std::vector<Sums> units;
  for (const auto& [sentence, sums] : by_sentence) units.push_back(sums);
  return {figure_of("Pearson", units, pearson), figure_of("mean absolute error", units, mean_error)};
}

}  // namespace casus
