// Duties as gold/duties has them and as they are scored.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "casus/result.h"
#include "casus/span.h"
#include "evaluation/score.h"

namespace casus {

// What a duty covers, or does not. `code`: an actor code.
struct ToldScope {
  std::string text;  // UTF-8
  std::optional<std::string> code;
};

// Parties and speakers are actor codes. Spans count code points of the report's text.
struct ToldDuty {
  std::vector<std::string> bound;
  std::vector<std::string> beneficiaries;
  std::optional<std::string> instrument;
  std::optional<std::string> knowledge_id;
  std::optional<std::string> duty;
  Spans condition;  // empty: none
  std::vector<ToldScope> includes;
  std::vector<ToldScope> excludes;
  std::string triggered;
  Spans because;  // empty: none
  std::vector<std::string> speakers;
};

struct DutyReport {
  std::string id;
  std::string published;  // ISO 8601 day
  std::string text;       // UTF-8
  std::vector<ToldDuty> duties;
};

// JSON Lines: {"id", "published", "text", "commitments": [{"bound", "beneficiaries", ...}, ...], ...}. Errors name `origin` and the line.
Result<std::vector<DutyReport>> read_duty_reports(std::string_view text, std::string_view origin);

struct DutyScores {
  // The share of fields that are right, in all and of each kind; of a duty that is missed all are wrong. Counts: right, of.
  std::vector<Score> fields;
  // Precision, recall and F1 of duties, whatever their fields. Counts: right, false, missed.
  std::vector<Score> found;
};

// Fields are compared as gold/duties/README.md says. Units of the intervals are reports.
DutyScores score_duties(const std::vector<DutyReport>& gold, const std::vector<DutyReport>& predicted);

}  // namespace casus
