// A document's visible characters, each with its place in the text; splitting works on these.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace casus {

// Without the invisible characters (soft hyphens, zero-width characters ...), which may stand within words and mean nothing.
struct Characters {
  std::u32string visible;
  std::vector<std::uint32_t> origin;  // of each, in the document's text

  std::size_t size() const { return visible.size(); }
  char32_t operator[](std::size_t i) const { return visible[i]; }
};

Characters visible_characters(std::u32string_view text);

bool is_line_end(char32_t c);
bool is_apostrophe(char32_t c);
bool is_hyphen(char32_t c);          // "-" and its typographic twins, not the dashes
bool is_dash(char32_t c);            // en dash, em dash and longer ones
bool is_word_character(char32_t c);  // letters, digits, combining marks, "_"

// Lower case with plain apostrophes and hyphens, as the tables of rules have it.
std::u32string plain(std::u32string_view word);

}  // namespace casus
