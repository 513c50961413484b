// Code points and their properties (ICU does the work).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace casus {

// Nothing where `utf8` is not valid UTF-8 (overlong forms and surrogates are not); then first_invalid_byte says where.
std::optional<std::u32string> from_utf8(std::string_view utf8);
std::optional<std::size_t> first_invalid_byte(std::string_view utf8);
std::string to_utf8(std::u32string_view text);

bool is_letter(char32_t c);
bool is_digit(char32_t c);
bool is_upper(char32_t c);
bool is_lower(char32_t c);
bool is_space(char32_t c);
bool is_punctuation(char32_t c);  // Unicode punctuation and symbols
bool is_mark(char32_t c);         // combining marks
bool is_invisible(char32_t c);    // soft hyphen, zero-width characters, byte order mark, variation selectors

char32_t to_lower(char32_t c);
std::string lower(std::string_view utf8);
// For comparing names: lower case, accents dropped, typographic apostrophes and dashes made plain.
std::string fold(std::string_view utf8);

}  // namespace casus
