// What the knowledge base tells of the persons whom a report names.
#pragma once

#include <optional>

#include "actors/drafts.h"
#include "actors/parsed_report.h"
#include "knowledge/knowledge.h"

namespace casus {

// Gives the person his id, country, office and sector where he is known. Returns the term that he served in at another time than the
// report says; null where there is none.
const Term* recognise_person(const ParsedReport& report, Drafts& drafts, DraftId d);

}  // namespace casus
