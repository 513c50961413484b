// Every place in a report where an actor may be meant; who it is comes later (actors.cc).
#pragma once

#include <vector>

#include "actors/mark.h"
#include "actors/parsed_report.h"
#include "names/names.h"

namespace casus {

// In the order of their heads; a possessor or an affiliation comes before what it belongs to where the text has it so.
std::vector<Mark> find_marks(const ParsedReport& report, const Names& tagged);

}  // namespace casus
