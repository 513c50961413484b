#include "timeplace/feasts.h"

#include <gtest/gtest.h>

namespace casus {
namespace {

std::string days(HolidayRule rule, std::vector<int> first, int year, std::vector<int> last = {}) {
  std::string found;
  for (const CalendarSpan& each :
       occurrences({.words = {"x"}, .rule = rule, .first = std::move(first), .last = std::move(last)}, year, year))
    found += (found.empty() ? "" : " ") + iso(each);
  return found;
}

TEST(Feasts, OfEaster) {
  EXPECT_EQ(days(HolidayRule::easter, {0}, 2019), "2019-04-21");
  EXPECT_EQ(days(HolidayRule::easter, {0}, 2024), "2024-03-31");
  EXPECT_EQ(days(HolidayRule::easter, {-2}, 2000), "2000-04-21");
  EXPECT_EQ(days(HolidayRule::easter, {-7}, 2011, {-1}), "2011-04-17/2011-04-23");
  EXPECT_EQ(days(HolidayRule::orthodox_easter, {0}, 2019), "2019-04-28");
  EXPECT_EQ(days(HolidayRule::orthodox_easter, {0}, 2024), "2024-05-05");
}

TEST(Feasts, OfOtherCalendars) {
  EXPECT_EQ(days(HolidayRule::islamic, {9, 1}, 2020, {9, 30}), "2020-04-24/2020-05-23");
  EXPECT_EQ(days(HolidayRule::islamic, {10, 1}, 2021), "2021-05-13");
  EXPECT_EQ(days(HolidayRule::islamic, {9, 1}, 2030), "2030-01-05 2030-12-26") << "twice in a year";
  EXPECT_EQ(days(HolidayRule::hebrew, {1, 10}, 1973), "1973-10-06");
  EXPECT_EQ(days(HolidayRule::chinese, {1, 1}, 2023), "2023-01-22");
}

TEST(Feasts, OfTheYear) {
  EXPECT_EQ(days(HolidayRule::fixed, {12, 25}, 2020), "2020-12-25");
  EXPECT_EQ(days(HolidayRule::weekday, {11, 4, 4}, 2020), "2020-11-26");
  EXPECT_EQ(days(HolidayRule::weekday, {5, 1, 5}, 2021), "2021-05-31");
  EXPECT_EQ(days(HolidayRule::day, {2001, 9, 11}, 2020), "2001-09-11");
}

}  // namespace
}  // namespace casus
