#include "actors/sectors.h"

#include <gtest/gtest.h>

namespace casus {
namespace {

TEST(Sectors, CourtsAreOfTheStateAndDoNotSpeakForIt) {
  EXPECT_TRUE(is_of_state("JUD"));
  EXPECT_FALSE(speaks_for_state("JUD"));
  EXPECT_TRUE(speaks_for_state("MIL"));
}

TEST(Sectors, RebelsAreOfNoStateAndContendForOne) {
  EXPECT_FALSE(is_of_state("REB"));
  EXPECT_TRUE(contends_for_state("REB"));
  EXPECT_FALSE(contends_for_state("MIL"));
}

TEST(Sectors, OfficesEndAndCallingsDoNot) {
  EXPECT_TRUE(ends_with_office("GOV"));
  EXPECT_TRUE(ends_with_office("PTY"));
  EXPECT_FALSE(ends_with_office("JRN"));
  EXPECT_FALSE(ends_with_office("OPP"));
}

TEST(Sectors, ReportsOnAffairsAtHomeSpeakOfPartiesAndCourts) {
  EXPECT_TRUE(is_domestic("PTY"));
  EXPECT_FALSE(is_domestic("GOV"));
  EXPECT_TRUE(governs("GOV"));
  EXPECT_FALSE(governs("MIL"));
}

TEST(Sectors, RefugeesAndThoseOfNoSectorMayBeFromElsewhere) {
  EXPECT_TRUE(is_often_foreign("REF"));
  EXPECT_TRUE(is_often_foreign(""));
  EXPECT_FALSE(is_often_foreign("COP"));
}

}  // namespace
}  // namespace casus
