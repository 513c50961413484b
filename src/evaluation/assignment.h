// The assignment problem.
#pragma once

#include <vector>

namespace casus {

// The highest sum of values that pairs rows with columns, each at most once (Kuhn-Munkres). All rows are as long; values are not negative.
double best_assignment(const std::vector<std::vector<double>>& values);

}  // namespace casus
