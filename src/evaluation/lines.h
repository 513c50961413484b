// Gold files are read line by line.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "casus/result.h"

namespace casus {

// Without their ends (LF or CRLF).
std::vector<std::string_view> lines_of(std::string_view text);
std::vector<std::string_view> cells_of(std::string_view line, char separator = '\t');
std::optional<double> number_of(std::string_view cell);

// "origin:line: what".
Error error_at(std::string_view origin, std::size_t line, const std::string& what);

}  // namespace casus
