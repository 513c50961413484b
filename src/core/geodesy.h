// Distances on the earth.
#pragma once

namespace casus {

struct Coordinates {
  double latitude = 0;  // degrees, WGS 84
  double longitude = 0;
};

// Along a great circle, of a sphere: right within half a per cent.
double kilometres(Coordinates a, Coordinates b);

}  // namespace casus
