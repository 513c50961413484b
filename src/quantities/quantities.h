// How many: every figure of a report that counts people, arms, goods or money in what happens.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "actors/actors.h"
#include "casus/record.h"
#include "document/document.h"
#include "knowledge/knowledge.h"
#include "quantities/quantity_rules.h"
#include "syntax/parse.h"
#include "timeplace/dates.h"
#include "token/tokens.h"

namespace casus {

struct Quantity {
  Number number;
  std::size_t role = 0;             // the word by which numeral and noun hang in their clause
  std::size_t predicate = 0;        // what tells what became of them; `role` where their noun does
  std::optional<std::string> side;  // whose: ISO 3166 alpha-3 or a body's code, also where the report has no actor for it
  bool superseded = false;          // withdrawn by the report itself
  const CountRule* rule = nullptr;  // the row that told; lives as long as the rules, null where no row did
};

// In the order of the text.
struct Quantities {
  std::vector<Quantity> quantities;
  const QuantityRules* rules = nullptr;  // by which they were found; outlives them
};

Quantities find_quantities(const Document& document, const Tokens& tokens, const Parse& parse, const Actors& actors, const Dates& dates,
                           const Knowledge& knowledge, const QuantityRules& rules);

}  // namespace casus
