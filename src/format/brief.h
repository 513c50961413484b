// The brief: a record for a person to read, in sections, each item above the words it rests on.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "casus/record.h"
#include "format/styled_text.h"

namespace casus {

enum class Section { actors, events, statements, situations, contacts, claims, commitments };

// Every section in the order of the brief, by its name.
const std::vector<std::string>& section_names();
std::optional<Section> section(std::string_view name);

struct BriefOptions {
  std::optional<std::size_t> width;  // columns; nothing: lines are neither cut nor wrapped
  Colour colour = Colour::no;
  // Empty: actors, events and statements, and of the others those that have something to show. Notes are always shown.
  std::vector<Section> sections;
};

std::string brief(const Record& record, const BriefOptions& options);

}  // namespace casus
