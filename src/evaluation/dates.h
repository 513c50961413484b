// Expressions of time: short texts with a day of publication, every date marked (gold/dates).
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "casus/result.h"
#include "casus/span.h"
#include "evaluation/score.h"

namespace casus {

struct MarkedDate {
  Span span;          // code points
  std::string value;  // ISO 8601, as precise as told
  bool operator==(const MarkedDate&) const = default;
};

struct DatedText {
  std::string id;
  std::string text;       // UTF-8
  std::string published;  // ISO 8601 day
  std::vector<MarkedDate> dates;
  Spans none;  // what looks like a date and is none
};

using DatesById = std::map<std::string, std::vector<MarkedDate>, std::less<>>;  // by text

// JSON Lines: {"id", "published", "text", "dates": [{"span": [start, end], "value"}], "none": [[start, end], ...]}, none optional. Errors
// name `origin` and the line.
Result<std::vector<DatedText>> read_date_gold(std::string_view text, std::string_view origin);

// JSON Lines: {"id", "dates"}.
Result<DatesById> read_dates(std::string_view text, std::string_view origin);
std::string write_dates(const DatesById& dates);

struct DateScores {
  // Of the dates of the gold, the share for which some overlapping date names the same days. Counts: right, wrong, not found.
  std::vector<Score> values;
  // Of what looks like a date and is none, the share that is taken for one; of the dates found, the share where no date is marked. Counts:
  // how many of how many.
  std::vector<Score> false_alarms;
};

// Units of the intervals are texts.
DateScores score_dates(const std::vector<DatedText>& gold, const DatesById& predicted);

}  // namespace casus
