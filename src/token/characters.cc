#include "token/characters.h"

#include "core/unicode.h"

namespace casus {

Characters visible_characters(std::u32string_view text) {
  Characters characters;
  characters.visible.reserve(text.size());
  characters.origin.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (is_invisible(text[i])) continue;
    characters.visible.push_back(text[i]);
    characters.origin.push_back(static_cast<std::uint32_t>(i));
  }
  return characters;
}

bool is_line_end(char32_t c) { return (c >= U'\n' && c <= U'\r') || c == 0x85 || c == 0x2028 || c == 0x2029; }

bool is_apostrophe(char32_t c) { return c == U'\'' || c == 0x2019 || c == 0x2BC || c == U'`' || c == 0x2018 || c == 0xB4; }

bool is_hyphen(char32_t c) { return c == U'-' || c == 0x2010 || c == 0x2011; }

bool is_dash(char32_t c) { return c >= 0x2012 && c <= 0x2015; }

bool is_word_character(char32_t c) {
  if (c < 0x80) return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || (c >= U'0' && c <= U'9') || c == U'_';
  return is_letter(c) || is_digit(c) || is_mark(c);
}

std::u32string plain(std::u32string_view word) {
  std::u32string plain;
  plain.reserve(word.size());
  for (const char32_t c : word) {
    if (is_apostrophe(c)) plain.push_back(U'\'');
    else if (is_hyphen(c)) plain.push_back(U'-');
    else plain.push_back(to_lower(c));
  }
  return plain;
}

}  // namespace casus
