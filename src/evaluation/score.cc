#include "evaluation/score.h"

#include <algorithm>
#include <random>

namespace casus {
namespace {

constexpr std::uint64_t kSeed = 1;

double share(std::size_t part, std::size_t whole) {
  return whole == 0 ? 0 : 100.0 * static_cast<double>(part) / static_cast<double>(whole);
}

void add(Counts& total, const Counts& unit) {
  total.hits += unit.hits;
  total.gold += unit.gold;
  total.predicted += unit.predicted;
}

}  // namespace

Counts sum(const std::vector<Counts>& units) {
  Counts total;
  for (const Counts& unit : units) add(total, unit);
  return total;
}

double f1(const Counts& counts) { return share(2 * counts.hits, counts.gold + counts.predicted); }

Interval bootstrap(std::size_t units, const std::function<double(const std::vector<std::size_t>& drawn)>& figure) {
  if (units == 0) return {};
  std::mt19937_64 random(kSeed);
  std::vector<std::size_t> drawn(units);
  std::vector<double> figures;
  figures.reserve(kBootstrapDraws);
  for (int draw = 0; draw < kBootstrapDraws; ++draw) {
    // Not std::uniform_int_distribution: its results differ between libraries.
    for (std::size_t& unit : drawn) unit = random() % units;
    figures.push_back(figure(drawn));
  }
  std::sort(figures.begin(), figures.end());
  return {figures[kBootstrapDraws * 25 / 1000], figures[kBootstrapDraws * 975 / 1000 - 1]};
}

Score f1_score(std::string measure, const std::vector<Counts>& units) {
  const Counts total = sum(units);
  const Interval interval = bootstrap(units.size(), [&](const std::vector<std::size_t>& drawn) {
    Counts counts;
    for (const std::size_t unit : drawn) add(counts, units[unit]);
    return f1(counts);
  });
  return {.measure = std::move(measure),
          .value = f1(total),
          .low = interval.low,
          .high = interval.high,
          .precision = share(total.hits, total.predicted),
          .recall = share(total.hits, total.gold)};
}

}  // namespace casus
