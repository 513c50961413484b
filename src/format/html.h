// Records as one HTML page that stands alone: the head, the records with a separator between them, the tail. The page is web/reading.html.
#pragma once

#include <string>
#include <string_view>

#include "casus/record.h"

namespace casus {

inline constexpr std::string_view kHtmlSeparator = ",\n";

std::string_view html_head();

// JSON that can stand in a script of HTML, whatever the report holds.
std::string html_record(const Record& record);

std::string_view html_tail();

}  // namespace casus
