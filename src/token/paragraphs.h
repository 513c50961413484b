// Paragraphs of a text, whether its lines are paragraphs or were wrapped at some width.
#pragma once

#include <cstddef>
#include <vector>

#include "token/characters.h"

namespace casus {

// [first, last) in Characters; neither begins nor ends with white space.
struct CharacterRange {
  std::size_t first = 0;
  std::size_t last = 0;

  auto operator<=>(const CharacterRange&) const = default;
};

enum class FirstLine { title, text };  // a title is a paragraph of its own

std::vector<CharacterRange> find_paragraphs(const Characters& characters, FirstLine first_line);

}  // namespace casus
