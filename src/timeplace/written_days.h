// Days in figures or with their month: "2020-10-07", "25/10/2020", "7 Oct", "Wednesday, October 7, 2020".
#pragma once

#include <optional>
#include <string_view>

#include "timeplace/time_reading.h"

namespace casus {

// A day with its month and, if told, its year, that starts at `first` and ends before `end`.
struct WrittenDay {
  std::optional<int> year;
  unsigned month = 0;
  unsigned day = 0;
  std::optional<unsigned> last_day;  // "September 27-29"
  std::size_t last = 0;              // the token behind it
};
std::optional<WrittenDay> written_day(const Tokens& tokens, std::size_t first, std::size_t end, const TimeRules& rules);

// Digits only, from kFirstYear to kLastYear.
std::optional<int> year_number(std::string_view form);
// "7", "07", "7th"
std::optional<unsigned> day_number(std::string_view form);
std::optional<unsigned> month_number(std::string_view form, const TimeRules& rules);  // with a capital, and perhaps a full stop

// Each reads what starts at `at`. Without a day of publication, only what says its year.
std::optional<TimeReading> numeric_day_at(const TimeText& text, std::size_t at);
std::optional<TimeReading> written_day_at(const TimeText& text, std::size_t at);

}  // namespace casus
