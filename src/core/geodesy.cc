#include "core/geodesy.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace casus {

double kilometres(Coordinates a, Coordinates b) {
  constexpr double kEarthRadius = 6371;
  constexpr double kRadians = std::numbers::pi / 180;
  const double latitude = std::sin((b.latitude - a.latitude) * kRadians / 2);
  const double longitude = std::sin((b.longitude - a.longitude) * kRadians / 2);
  const double haversine = latitude * latitude + std::cos(a.latitude * kRadians) * std::cos(b.latitude * kRadians) * longitude * longitude;
  return 2 * kEarthRadius * std::asin(std::min(1.0, std::sqrt(haversine)));
}

}  // namespace casus
