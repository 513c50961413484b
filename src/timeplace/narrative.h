// Expressions of time that count from what the report tells: "two days later", "the eve of the vote".
#pragma once

#include <vector>

#include "timeplace/time_reading.h"

namespace casus {

struct ReadExpression {
  TokenRange range;
  TimeReading reading;
};

// Gives the expressions that count from an event or from the day told before their periods. In the order of the text.
void resolve_in_narrative(const TimeText& text, std::vector<ReadExpression>& expressions);

}  // namespace casus
