// Expressions of time by the words of rules/time/phrases.tsv: "two days ago", "the following week", "the eve of the vote".
#pragma once

#include <optional>

#include "timeplace/time_reading.h"

namespace casus {

// The longest phrase at `at`, where the calendar names `date`.
std::optional<TimeReading> phrase_at(const TimeText& text, std::size_t at, const std::optional<TimeReading>& date);

}  // namespace casus
