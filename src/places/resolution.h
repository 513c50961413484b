// Which of several places of a name a report means.
#pragma once

#include <optional>
#include <vector>

#include "places/candidates.h"
#include "places/place_names.h"

namespace casus {

// Another word of a report that tells of a state: an actor of it.
struct CountryHint {
  std::size_t token = 0;
  std::string_view country;
};

// For each name what it means; nothing where none is known or none stands out. By the words beside the name ("Tripoli, Lebanon", "the
// Lebanese city of Tripoli", "Homs province"), the states that the report tells of, the other places that it names, and how many people
// live there. A name means one place throughout, unless the words beside it say otherwise.
std::vector<std::optional<PlaceCandidate>> resolve_places(const NamedText& text, const PlaceNames& names,
                                                          const std::vector<CountryHint>& hints);

}  // namespace casus
