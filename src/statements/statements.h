// Who says what to whom, with which words.
#pragma once

#include <optional>
#include <vector>

#include "actors/actors.h"
#include "attribution/attributions.h"
#include "casus/record.h"
#include "statements/cues.h"
#include "syntax/parse.h"
#include "timeplace/dates.h"
#include "token/tokens.h"

namespace casus {

// Where a statement stands in the tokens; parallel to Statements::statements.
struct StatementTokens {
  std::vector<TokenRange> speaker;
  std::optional<TokenRange> cue;
  std::vector<TokenRange> content;
  bool tree_agrees = false;  // on the speaker
};

struct Statements {
  std::vector<Statement> statements;
  std::vector<StatementTokens> tokens;
  std::vector<StatementId> of_uncertain_speaker;  // quotations; their `speakers` are empty
  Spans unattributed;                             // quotations that are in no statement

  // The innermost statement whose content holds the token.
  std::optional<StatementId> holding(std::size_t token) const;
};

Statements find_statements(const Document& document, const Tokens& tokens, const Parse& parse, const Attributions& attributions,
                           const Actors& actors, const Dates& dates, const Cues& cues);

}  // namespace casus
