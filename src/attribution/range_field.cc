// Two states of each word, outside and inside of a range:
//
//   value(outside, i) = either(value(outside, i - 1),            value(inside, i - 1) + end[i - 1])
//   value(inside, i)  = either(value(outside, i - 1) + begin[i], value(inside, i - 1)             ) + inside[i]
//
// With the higher one as `either` the last values are those of the best choice (Viterbi), with log(exp + exp) the log sums of all choices.
#include "attribution/range_field.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/check.h"

namespace casus {
namespace {

// Far below the scores of any model, and sums over a text's words stay exact.
constexpr double kLowest = -1e6;

double finite(float score) { return std::isfinite(score) ? std::clamp(double{score}, kLowest, -kLowest) : kLowest; }

double higher(double a, double b) { return std::max(a, b); }
double log_sum(double a, double b) { return std::max(a, b) + std::log1p(std::exp(-std::abs(a - b))); }

// Of all choices up to a word, by its state.
struct Values {
  double outside = 0;
  double inside = -std::numeric_limits<double>::infinity();
};

class Field {
 public:
  explicit Field(const RangeScores& scores) : scores_(scores) {
    CASUS_CHECK(scores.begin.size() == words() && scores.end.size() == words());
  }

  std::size_t words() const { return scores_.inside.size(); }
  double left(const Values& before, std::size_t i) const { return i == 0 ? before.inside : before.inside + finite(scores_.end[i - 1]); }
  double entered(const Values& before, std::size_t i) const { return before.outside + finite(scores_.begin[i]); }

  template <class Either>
  Values next(const Values& before, std::size_t i, Either either) const {
    return {.outside = either(before.outside, left(before, i)),
            .inside = either(entered(before, i), before.inside) + finite(scores_.inside[i])};
  }

 private:
  const RangeScores& scores_;
};

double log_sum_of_choices(const Field& field) {
  Values values;
  for (std::size_t i = 0; i < field.words(); ++i) values = field.next(values, i, log_sum);
  return log_sum(values.outside, field.left(values, field.words()));
}

// For each word, whether the best way to each of its states comes from the same state of the word before.
struct Way {
  bool stayed_outside;
  bool stayed_inside;
};

std::vector<TokenRange> walk_back(const std::vector<Way>& ways, bool inside) {
  std::vector<TokenRange> ranges;
  for (std::size_t i = ways.size(); i-- > 0;) {
    if (inside && (ranges.empty() || ranges.back().first != i + 1)) ranges.push_back({i, i + 1});
    else if (inside) ranges.back().first = i;
    const bool stayed = inside ? ways[i].stayed_inside : ways[i].stayed_outside;
    inside = inside == stayed;
  }
  std::reverse(ranges.begin(), ranges.end());
  return ranges;
}

}  // namespace

BestRanges best_ranges(const RangeScores& scores) {
  const Field field(scores);
  std::vector<Way> ways(field.words());
  Values values;
  for (std::size_t i = 0; i < field.words(); ++i) {
    ways[i] = {.stayed_outside = values.outside >= field.left(values, i), .stayed_inside = values.inside >= field.entered(values, i)};
    values = field.next(values, i, higher);
  }
  const double leaving = field.left(values, field.words());
  const double log_probability = higher(values.outside, leaving) - log_sum_of_choices(field);
  return {.ranges = walk_back(ways, leaving > values.outside), .probability = std::min(1.0, std::exp(log_probability))};
}

}  // namespace casus
