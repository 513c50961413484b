// Events as a table: one a line, tab-separated, with a header.
#pragma once

#include <string>

#include "casus/record.h"

namespace casus {

// The names of the columns, ending in a line feed.
std::string tsv_header();

// A line for each event. Lists are joined by ";", what is unknown is empty, and white space in a value is a single space.
std::string tsv_rows(const Record& record);

}  // namespace casus
