// Names against re3d (Dstl): spans of persons, organisations and places that overlap by half or more.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "casus/result.h"
#include "casus/span.h"
#include "evaluation/score.h"

namespace casus {

struct Entity {
  Span span;         // code points of the document's text
  std::string type;  // "Person", "Organisation", "Location", and others that are not scored
  double confidence = 1;
  auto operator<=>(const Entity&) const = default;
};

struct EntityDocument {
  std::string id;
  std::u32string text;
};

using EntitiesById = std::map<std::string, std::vector<Entity>, std::less<>>;  // by document

// JSON Lines: {"_id", "text", ...}. Errors name `origin` and the line.
Result<std::vector<EntityDocument>> read_entity_documents(std::string_view text, std::string_view origin);

// JSON Lines: {"documentId", "begin", "end", "type", "confidence", ...}; confidence may be missing.
Result<EntitiesById> read_entities(std::string_view text, std::string_view origin);

// On both sides persons, organisations and locations count that are named: without an article before it the span begins with a capital and
// is no pronoun. Of spans inside each other the outermost counts, of equal ones the surest; confidence 0 is no reason to leave a span out,
// as names in longer descriptions have it. A pair has the same type and shares half of the characters that either has; each span is in one
// pair. One line a type, then all. Units of the interval are documents.
std::vector<Score> score_entities(const std::vector<EntityDocument>& documents, const EntitiesById& gold, const EntitiesById& predicted);

}  // namespace casus
