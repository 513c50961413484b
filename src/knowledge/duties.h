// Duties by the words that tables and records have for them.
#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "knowledge/knowledge.h"

namespace casus {

inline constexpr std::array<std::pair<std::string_view, Duty>, 13> kDutyNames{{{"defence", Duty::defence},
                                                                               {"nonaggression", Duty::nonaggression},
                                                                               {"neutrality", Duty::neutrality},
                                                                               {"consultation", Duty::consultation},
                                                                               {"aid", Duty::aid},
                                                                               {"assurance", Duty::assurance},
                                                                               {"withdrawal", Duty::withdrawal},
                                                                               {"ceasefire", Duty::ceasefire},
                                                                               {"disarmament", Duty::disarmament},
                                                                               {"payment", Duty::payment},
                                                                               {"inspection", Duty::inspection},
                                                                               {"release", Duty::release},
                                                                               {"access", Duty::access}}};

constexpr std::optional<Duty> duty_named(std::string_view name) {
  for (const auto& [text, duty] : kDutyNames)
    if (text == name) return duty;
  return std::nullopt;
}

constexpr std::string_view name_of(Duty duty) {
  for (const auto& [text, known] : kDutyNames)
    if (known == duty) return text;
  return {};
}

}  // namespace casus
