#include "timeplace/calendar.h"

#include <gtest/gtest.h>

namespace casus {
namespace {

TEST(Calendar, ReadsDays) {
  struct Case {
    const char* text;
    const char* iso;  // empty: no day
  };
  const Case cases[] = {
      {"2020-10-07", "2020-10-07"},
      {"2020-10-07T09:30:00Z", "2020-10-07"},
      {"2020-10-07 09:30", "2020-10-07"},
      {"2020-02-29", "2020-02-29"},
      {"2019-02-29", ""},
      {"2020-13-01", ""},
      {"2020-00-10", ""},
      {"2020-10", ""},
      {"2020-10-071", ""},
      {"20-10-2020", ""},
      {"0007-10-07", ""},
      {"yesterday!", ""},
      {"", ""},
      {"２０２０-10-07", ""},
  };
  for (const Case& c : cases) {
    const auto day = parse_day(c.text);
    EXPECT_EQ(day ? iso_day(*day) : "", c.iso) << c.text;
  }
}

TEST(Calendar, WeeksBeginOnMonday) {
  const Day wednesday = *make_day(2020, 10, 7);
  EXPECT_EQ(iso_day(monday_of(wednesday)), "2020-10-05");
  EXPECT_EQ(iso_day(monday_of(*make_day(2020, 10, 5))), "2020-10-05");
  EXPECT_EQ(iso_day(monday_of(*make_day(2020, 10, 11))), "2020-10-05");
}

TEST(Calendar, AnIntervalOfOneDayIsThatDay) {
  const Day day = *make_day(2020, 12, 31);
  EXPECT_EQ(iso_interval(day, day), "2020-12-31");
  EXPECT_EQ(iso_interval(day, day + std::chrono::days(1)), "2020-12-31/2021-01-01");
  EXPECT_EQ(iso_month(month_of(day)), "2020-12");
  EXPECT_EQ(iso_day(last_day(month_of(*make_day(2024, 2, 3)))), "2024-02-29");
}

}  // namespace
}  // namespace casus
