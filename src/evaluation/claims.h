// Claims as gold/claims has them and as they are scored.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "casus/result.h"
#include "casus/span.h"
#include "evaluation/score.h"

namespace casus {

// `actor` is an actor code, `name` a form in the text by which to know the actor; UTF-8. `spans` are code points of the text.
struct StancePosition {
  std::optional<std::string> actor;
  std::string name;
  std::string stance;
  Spans spans;
};

struct StancedClaim {
  Spans proposition;
  std::vector<StancePosition> positions;
  std::string standing;
};

struct ClaimReport {
  std::string id;
  std::string published;  // ISO 8601 day
  std::string text;       // UTF-8
  std::vector<StancedClaim> claims;
};

// JSON Lines: {"id", "published", "text", "claims": [{"proposition": [[s, e], ...], "positions": [{"actor", "name", "stance", "span": [s,
// e]},
// ...], "standing", ...}, ...], ...}. Errors name `origin` and the line.
Result<std::vector<ClaimReport>> read_claim_reports(std::string_view text, std::string_view origin);

struct ClaimScores {
  // Precision, recall and F1 of positions on the right claim with the right actor and stance: all, then by stance; last the claims that
  // some position was right on. Counts: right, false, missed.
  std::vector<Score> positions;
  // Of the claims with a right position, the share with the right standing. Counts: right, of.
  std::vector<Score> standings;
};

// A claim of the gold is met by one at most that overlaps its proposition or, where it overlaps nobody's, one of its positions: of several
// by the one with most of its positions right. A position that is told twice of one actor counts once. Actors are the same by country or
// organisation; by the whole code where others on the gold's claim share these; by name where the predicted one has neither. Units of the
// intervals are reports.
ClaimScores score_claims(const std::vector<ClaimReport>& gold, const std::vector<ClaimReport>& predicted);

}  // namespace casus
