// The words and marks of a paragraph, before it is known where sentences end.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "token/characters.h"
#include "token/paragraphs.h"
#include "token/token_rules.h"

namespace casus {

// [first, last) in Characters. With `stop` the last character is an abbreviation's full stop, which the sentence that ends with
// it may want for itself.
struct Piece {
  std::size_t first = 0;
  std::size_t last = 0;
  std::optional<Stop> stop = std::nullopt;

  std::size_t size() const { return last - first; }
};

// In the order of the text; together they cover all but white space.
std::vector<Piece> find_pieces(const Characters& characters, CharacterRange paragraph, const TokenRules& rules);

}  // namespace casus
