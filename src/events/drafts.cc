#include "events/drafts.h"

#include "core/check.h"

namespace casus {

const TypeFacts& Given::facts_of(const std::string& type) const {
  const TypeFacts* facts = ontology.type(type);
  CASUS_CHECK(facts != nullptr);
  return *facts;
}

std::optional<float> Given::witness(std::size_t token) const {
  return token < factuality.values.size() ? std::optional(factuality.values[token]) : std::nullopt;
}

}  // namespace casus
