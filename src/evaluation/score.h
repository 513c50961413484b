// Figures with their uncertainty: precision, recall, F1, and 95 % intervals by the bootstrap.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace casus {

// One line of a table of results. F1, precision and recall are in per cent; correlations and errors are not.
struct Score {
  std::string measure;
  double value = 0;
  double low = 0;  // 95 % interval of the value
  double high = 0;
  std::optional<double> precision;
  std::optional<double> recall;
  std::vector<std::size_t> counts;  // what the value is made of, in the columns that the table names
};

// What one unit of the gold (a sentence or a document) adds to a measure.
struct Counts {
  std::size_t hits = 0;
  std::size_t gold = 0;
  std::size_t predicted = 0;
};

Counts sum(const std::vector<Counts>& units);
double f1(const Counts& counts);  // in per cent; 0 where nothing was found

// Precision, recall and F1 over all units; the interval draws units with replacement.
Score f1_score(std::string measure, const std::vector<Counts>& units);

// Hits over gold, from 0 to 1; the interval draws units with replacement.
Score share_score(std::string measure, const std::vector<Counts>& units);

// The same with counts: right, false, missed; or how many of how many.
Score counted_f1_score(std::string measure, const std::vector<Counts>& units);
Score counted_share_score(std::string measure, const std::vector<Counts>& units);

// F1 where hits differ by side: parts of items, or classes that only one side of a pair belongs to.
struct SidedCounts {
  double predicted_hits = 0;
  double predicted = 0;
  double gold_hits = 0;
  double gold = 0;
};

void add(SidedCounts& total, const SidedCounts& unit);
double f1(const SidedCounts& counts);  // in per cent; 0 where nothing was found
Score sided_f1_score(std::string measure, const std::vector<SidedCounts>& units);

struct Interval {
  double low = 0;
  double high = 0;
};

inline constexpr int kBootstrapDraws = 1000;

// The middle 95 % of `figure` over 1,000 draws of `units` indices below `units`, with replacement. The seed is fixed: the same
// input gives the same interval on every machine.
Interval bootstrap(std::size_t units, const std::function<double(const std::vector<std::size_t>& drawn)>& figure);

}  // namespace casus
