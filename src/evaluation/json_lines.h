// Gold files of one JSON object a line.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string_view>

#include "evaluation/lines.h"

namespace casus {

// Calls take(object) for each line that is not empty; the error that it returns, or that the parser throws, is told with the line.
template <class Take>
std::optional<Error> for_each_object(std::string_view text, std::string_view origin, Take take) {
  const auto lines = lines_of(text);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].empty()) continue;
    try {
      const std::optional<Error> wrong = take(nlohmann::json::parse(lines[i]));
      if (wrong) return error_at(origin, i + 1, wrong->message);
    } catch (const nlohmann::json::exception& error) {
      return error_at(origin, i + 1, error.what());
    }
  }
  return std::nullopt;
}

}  // namespace casus
