#include "evaluation/score.h"

#include <algorithm>
#include <random>

namespace casus {
namespace {

constexpr std::uint64_t kSeed = 1;

double percent(double part, double whole) { return whole == 0 ? 0 : 100 * part / whole; }
void add(Counts& total, const Counts& unit) {
  total.hits += unit.hits;
  total.gold += unit.gold;
  total.predicted += unit.predicted;
}

double precision(const SidedCounts& counts) { return percent(counts.predicted_hits, counts.predicted); }
double recall(const SidedCounts& counts) { return percent(counts.gold_hits, counts.gold); }

SidedCounts sided(const Counts& counts) {
  const auto hits = static_cast<double>(counts.hits);
  return {.predicted_hits = hits,
          .predicted = static_cast<double>(counts.predicted),
          .gold_hits = hits,
          .gold = static_cast<double>(counts.gold)};
}

}  // namespace

void add(SidedCounts& total, const SidedCounts& unit) {
  total.predicted_hits += unit.predicted_hits;
  total.predicted += unit.predicted;
  total.gold_hits += unit.gold_hits;
  total.gold += unit.gold;
}

double f1(const SidedCounts& counts) {
  const double p = precision(counts), r = recall(counts);
  return p + r == 0 ? 0 : 2 * p * r / (p + r);
}

Counts sum(const std::vector<Counts>& units) {
  Counts total;
  for (const Counts& unit : units) add(total, unit);
  return total;
}

double f1(const Counts& counts) { return f1(sided(counts)); }

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
  std::vector<SidedCounts> both;
  both.reserve(units.size());
  for (const Counts& unit : units) both.push_back(sided(unit));
  return sided_f1_score(std::move(measure), both);
}

Score share_score(std::string measure, const std::vector<Counts>& units) {
  const auto share = [](const Counts& counts) { return percent(static_cast<double>(counts.hits), static_cast<double>(counts.gold)) / 100; };
  const Interval interval = bootstrap(units.size(), [&](const std::vector<std::size_t>& drawn) {
    Counts counts;
    for (const std::size_t unit : drawn) add(counts, units[unit]);
    return share(counts);
  });
  return {.measure = std::move(measure), .value = share(sum(units)), .low = interval.low, .high = interval.high};
}

Score counted_f1_score(std::string measure, const std::vector<Counts>& units) {
  const Counts total = sum(units);
  Score score = f1_score(std::move(measure), units);
  score.counts = {total.hits, total.predicted - total.hits, total.gold - total.hits};
  return score;
}

Score counted_share_score(std::string measure, const std::vector<Counts>& units) {
  const Counts total = sum(units);
  Score score = share_score(std::move(measure), units);
  score.counts = {total.hits, total.gold};
  return score;
}

Score sided_f1_score(std::string measure, const std::vector<SidedCounts>& units) {
  SidedCounts total;
  for (const SidedCounts& unit : units) add(total, unit);
  const Interval interval = bootstrap(units.size(), [&](const std::vector<std::size_t>& drawn) {
    SidedCounts counts;
    for (const std::size_t unit : drawn) add(counts, units[unit]);
    return f1(counts);
  });
  return {.measure = std::move(measure),
          .value = f1(total),
          .low = interval.low,
          .high = interval.high,
          .precision = precision(total),
          .recall = recall(total)};
}

}  // namespace casus
