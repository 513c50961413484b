// Situations as gold/situations has them and as they are scored.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "casus/result.h"
#include "evaluation/score.h"

namespace casus {

// `names`: all that are right; a predicted one has one. Parties are countries, ISO 3166 alpha-3. Dates are ISO 8601.
struct NamedSituation {
  std::string kind;
  std::vector<std::string> names;
  std::vector<std::string> parties;
  std::optional<std::string> began;
  std::optional<std::string> ended;
  std::string status;
};

struct SituationReport {
  std::string id;
  std::string published;  // ISO 8601 day
  std::string text;       // UTF-8
  std::vector<NamedSituation> situations;
};

// JSON Lines: {"id", "published", "text", "situations": [{"kind", "names", "parties", "began", "ended", "status"}, ...], ...}. Errors name
// `origin` and the line.
Result<std::vector<SituationReport>> read_situation_reports(std::string_view text, std::string_view origin);

struct SituationScores {
  // Precision, recall and F1 of situations with the right kind and name (whatever its capitals), and of the parties of those found. Counts:
  // right, false, missed.
  std::vector<Score> found;
  // Of those found, the shares with the right beginning, end and status. Counts: right, of.
  std::vector<Score> told;
};

// Units of the intervals are reports.
SituationScores score_situations(const std::vector<SituationReport>& gold, const std::vector<SituationReport>& predicted);

}  // namespace casus
