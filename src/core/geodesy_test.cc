#include "core/geodesy.h"

#include <gtest/gtest.h>

namespace casus {
namespace {

TEST(Geodesy, ADegreeOfLatitudeIsOneHundredAndElevenKilometres) { EXPECT_NEAR(kilometres({10, 20}, {11, 20}), 111.2, 0.1); }

TEST(Geodesy, LongitudesMeetBehindTheDateLine) { EXPECT_NEAR(kilometres({0, 179.5}, {0, -179.5}), 111.2, 0.1); }

TEST(Geodesy, APlaceIsNowhereElse) { EXPECT_EQ(kilometres({32.9, 13.2}, {32.9, 13.2}), 0); }

}  // namespace
}  // namespace casus
