// What the treaties of the knowledge base say, beside what the report says of them.
#pragma once

#include <vector>

#include "actors/actors.h"
#include "casus/record.h"
#include "commitments/instruments.h"
#include "knowledge/knowledge.h"
#include "timeplace/dates.h"
#include "token/tokens.h"

namespace casus {

struct TreatyReading {
  std::vector<Commitment> commitments;  // from the knowledge base, by their first span
  std::vector<Note> notes;              // treaty-differs: where it is not what the report tells
};

// Of each treaty that the report names: the duties by the articles named, those that the report tells of (`told`), or else that for which
// the treaty is known; between actors of the report that are its parties on the day of publication, if it is in force then.
TreatyReading read_treaties(const Tokens& tokens, const Actors& actors, const Dates& dates,
                            const std::vector<InstrumentMention>& instruments, const std::vector<Commitment>& told,
                            const Knowledge& knowledge);

}  // namespace casus
