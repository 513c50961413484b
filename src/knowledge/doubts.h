// What in the knowledge base may be wrong though every row is sound.
#pragma once

#include <string>
#include <vector>

#include "knowledge/knowledge.h"

namespace casus {

// A line each, with table, line and remedy: two persons in one office of one state at a time (but for shared_offices.tsv); one name
// that two states, organisations or territories have at a time.
std::vector<std::string> doubts_about(const Knowledge& knowledge);

}  // namespace casus
