// The names that the tagger found, put right by what stands around them: whole, without titles, and of the kind that the words tell.
#pragma once

#include <vector>

#include "actors/parsed_report.h"
#include "actors/proper_names.h"
#include "names/names.h"

namespace casus {

std::vector<ProperName> tagged_names(const ParsedReport& report, const Names& tagged);

}  // namespace casus
