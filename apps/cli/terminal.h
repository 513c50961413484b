// What is known of the terminal, if there is one.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "format/styled_text.h"

namespace casus {

bool is_terminal(int descriptor);

// COLUMNS where it is set, else the terminal's own width, else 80; nothing where `descriptor` is no terminal and COLUMNS is not set.
std::optional<std::size_t> columns_of(int descriptor);

// `when` is "always", "never" or "auto": a terminal other than "dumb", unless NO_COLOR is set (https://no-color.org).
Colour colour_of(const std::string& when, int descriptor);

}  // namespace casus
