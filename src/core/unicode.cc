#include "core/unicode.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

namespace casus {
namespace {

UChar32 code(char32_t c) { return static_cast<UChar32>(c); }

}  // namespace

std::optional<std::size_t> first_invalid_byte(std::string_view utf8) {
  const auto length = static_cast<int64_t>(utf8.size());
  int64_t i = 0;
  while (i < length) {
    const int64_t start = i;
    UChar32 c;
    U8_NEXT(utf8.data(), i, length, c);
    if (c < 0) return static_cast<std::size_t>(start);
  }
  return std::nullopt;
}

std::optional<std::u32string> from_utf8(std::string_view utf8) {
  std::u32string text;
  text.reserve(utf8.size());
  const auto length = static_cast<int64_t>(utf8.size());
  int64_t i = 0;
  while (i < length) {
    UChar32 c;
    U8_NEXT(utf8.data(), i, length, c);
    if (c < 0) return std::nullopt;
    text.push_back(static_cast<char32_t>(c));
  }
  return text;
}

std::string to_utf8(std::u32string_view text) {
  std::string utf8;
  utf8.reserve(text.size());
  for (const char32_t c : text) {
    char bytes[U8_MAX_LENGTH];
    int32_t length = 0;
    U8_APPEND_UNSAFE(bytes, length, c);
    utf8.append(bytes, static_cast<std::size_t>(length));
  }
  return utf8;
}

bool is_letter(char32_t c) { return u_isalpha(code(c)); }
bool is_digit(char32_t c) { return u_isdigit(code(c)); }
bool is_upper(char32_t c) { return u_isupper(code(c)) || u_istitle(code(c)); }
bool is_lower(char32_t c) { return u_islower(code(c)); }
bool is_space(char32_t c) { return u_isUWhiteSpace(code(c)); }
bool is_punctuation(char32_t c) { return (U_GET_GC_MASK(code(c)) & (U_GC_P_MASK | U_GC_S_MASK)) != 0; }
bool is_mark(char32_t c) { return (U_GET_GC_MASK(code(c)) & U_GC_M_MASK) != 0; }

bool is_invisible(char32_t c) {
  return c == 0xAD || c == 0x34F || c == 0x61C || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x2064) || (c >= 0xFE00 && c <= 0xFE0F) || c == 0xFEFF;
}

char32_t to_lower(char32_t c) { return static_cast<char32_t>(u_tolower(code(c))); }

std::string lower(std::string_view utf8) {
  const auto text = from_utf8(utf8);
  if (!text) return std::string(utf8);
  std::u32string lowered;
  lowered.reserve(text->size());
  for (const char32_t c : *text) lowered.push_back(to_lower(c));
  return to_utf8(lowered);
}

std::string fold(std::string_view utf8) {
  bool ascii = true;
  for (const char c : utf8) ascii = ascii && static_cast<unsigned char>(c) < 0x80;
  if (ascii) {
    std::string folded(utf8);
    for (char& c : folded)
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return folded;
  }
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2* nfd = icu::Normalizer2::getNFDInstance(error);
  if (U_FAILURE(error)) return lower(utf8);
  const icu::UnicodeString decomposed =
      nfd->normalize(icu::UnicodeString::fromUTF8(icu::StringPiece(utf8.data(), static_cast<int32_t>(utf8.size()))), error);
  std::u32string folded;
  for (int32_t i = 0; i < decomposed.length(); i = decomposed.moveIndex32(i, 1)) {
    const auto c = static_cast<char32_t>(decomposed.char32At(i));
    if (is_mark(c) || is_invisible(c)) continue;
    if (c == 0x2018 || c == 0x2019 || c == 0x2BC) folded.push_back(U'\'');
    else if (c >= 0x2010 && c <= 0x2015) folded.push_back(U'-');
    else if (c == 0x131) folded.push_back(U'i');
    else folded.push_back(to_lower(c));
  }
  return to_utf8(folded);
}

}  // namespace casus
