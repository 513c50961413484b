// A word is cleaned (NFD, marks dropped, lower case, controls and spaces dropped) and cut at punctuation; each chunk is taken apart from
// its left, the longest piece first, pieces after the first written with "##". Prefixes are hashed once, byte by byte, and looked up from
// the longest to the shortest; pieces are whole code points, so bytes can stand for characters.
#include "encoder/word_pieces.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>

#include "core/unicode.h"

namespace casus {
namespace {

constexpr std::size_t kLongestChunk = 100;  // characters, as BERT's tokenizer has it
constexpr std::string_view kContinuation = "##";

// FNV-1a
constexpr std::uint32_t kHashStart = 2166136261u;
constexpr std::uint32_t hash_on(std::uint32_t hash, char c) { return (hash ^ static_cast<unsigned char>(c)) * 16777619u; }

std::uint32_t hash_of(std::string_view text) {
  std::uint32_t hash = kHashStart;
  for (const char c : text) hash = hash_on(hash, c);
  return hash;
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool is_ascii_alphanumeric(char32_t c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool splits(char32_t c) {
  if (c < 0x80) return c > 0x20 && c < 0x7f && !is_ascii_alphanumeric(c);
  return (U_GET_GC_MASK(static_cast<UChar32>(c)) & U_GC_P_MASK) != 0;
}

bool is_dropped(char32_t c) { return (U_GET_GC_MASK(static_cast<UChar32>(c)) & (U_GC_C_MASK | U_GC_Z_MASK)) != 0; }

std::u32string clean(std::string_view form) {
  std::u32string cleaned;
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2* nfd = icu::Normalizer2::getNFDInstance(error);
  const auto given = icu::UnicodeString::fromUTF8(icu::StringPiece(form.data(), static_cast<int32_t>(form.size())));
  const icu::UnicodeString text = U_SUCCESS(error) ? nfd->normalize(given, error) : given;
  for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const UChar32 c = text.char32At(i);
    if (u_charType(c) == U_NON_SPACING_MARK) continue;
    const auto lowered = to_lower(static_cast<char32_t>(c));
    if (!is_dropped(lowered)) cleaned.push_back(lowered);
  }
  return cleaned;
}

std::string clean_ascii(std::string_view form) {
  std::string cleaned;
  cleaned.reserve(form.size());
  for (const char c : form) {
    if (c <= 0x20 || c == 0x7f) continue;
    cleaned.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
  }
  return cleaned;
}

// Digits in the sense of Unicode's numeric types, superscripts among them.
bool has_digit_value(char32_t c) {
  const auto type = u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_NUMERIC_TYPE);
  return type == U_NT_DECIMAL || type == U_NT_DIGIT;
}

bool is_general_letter(char32_t c) { return (U_GET_GC_MASK(static_cast<UChar32>(c)) & U_GC_L_MASK) != 0; }
bool is_capital(char32_t c) { return u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_UPPERCASE); }

}  // namespace

Shape shape_of(std::string_view form, WordPlace place) {
  const auto text = from_utf8(form);
  if (!text) return Shape::other;
  std::size_t letters = 0, capitals = 0;
  bool digit = false, first_capital = false;
  for (const char32_t c : *text) {
    digit = digit || has_digit_value(c);
    if (!is_general_letter(c)) continue;
    const bool capital = is_capital(c);
    if (letters == 0) first_capital = capital;
    ++letters;
    if (capital) ++capitals;
  }
  if (digit) return letters > 0 ? Shape::alphanumeric : Shape::digits;
  if (letters == 0) return Shape::other;
  if (capitals == 0) return Shape::lower;
  if (first_capital && capitals == 1) return place == WordPlace::sentence_start ? Shape::title_initial : Shape::title;
  return capitals == letters ? Shape::upper : Shape::mixed;
}

Result<WordPieces> WordPieces::load(const WeightsFile& file) {
  WordPieces pieces;
  const auto& vocabulary = file.vocabulary();
  std::size_t places = 16;
  while (places < 2 * vocabulary.size()) places *= 2;
  pieces.entries_.resize(places);
  for (std::size_t i = 0; i < vocabulary.size(); ++i) {
    if (vocabulary[i].empty()) return file.error("has an empty word piece");
    pieces.insert(vocabulary[i], static_cast<PieceId>(i));
  }
  const auto special = [&](std::string_view name, PieceId& id) {
    const Entry* entry = pieces.find(hash_of(name), false, name);
    if (entry != nullptr) id = entry->id;
    return entry != nullptr;
  };
  if (!special("[UNK]", pieces.unknown_) || !special("[CLS]", pieces.window_start_) || !special("[SEP]", pieces.sentence_end_))
    return file.error("has no [UNK], [CLS] or [SEP] in its vocabulary");
  return pieces;
}

void WordPieces::insert(std::string_view piece, PieceId id) {
  const std::uint32_t hash = hash_of(piece);
  std::size_t place = hash & (entries_.size() - 1);
  while (entries_[place].size != 0) place = (place + 1) & (entries_.size() - 1);
  entries_[place] = {hash, static_cast<std::uint32_t>(text_.size()), static_cast<std::uint32_t>(piece.size()), id};
  text_ += piece;
  longest_ = std::max(longest_, piece.size());
}

// The entry of `rest`, or of "##" + rest.
const WordPieces::Entry* WordPieces::find(std::uint32_t hash, bool continues, std::string_view rest) const {
  const std::size_t prefix = continues ? kContinuation.size() : 0;
  for (std::size_t place = hash & (entries_.size() - 1); entries_[place].size != 0; place = (place + 1) & (entries_.size() - 1)) {
    const Entry& entry = entries_[place];
    if (entry.hash != hash || entry.size != prefix + rest.size()) continue;
    const std::string_view piece = std::string_view(text_).substr(entry.begin, entry.size);
    if (piece.substr(prefix) == rest && (!continues || piece.starts_with(kContinuation))) return &entry;
  }
  return nullptr;
}

bool WordPieces::split_chunk(std::string_view chunk, std::vector<PieceId>& pieces) const {
  std::array<std::uint32_t, 4 * kLongestChunk + 1> hashes;  // of the prefixes by their length
  for (std::size_t start = 0; start < chunk.size();) {
    const bool continues = start > 0;
    const std::size_t limit = std::min(chunk.size() - start, longest_);
    hashes[0] = continues ? hash_of(kContinuation) : kHashStart;
    for (std::size_t i = 0; i < limit; ++i) hashes[i + 1] = hash_on(hashes[i], chunk[start + i]);
    std::size_t size = limit;
    const Entry* entry = nullptr;
    for (; size > 0; --size) {
      entry = find(hashes[size], continues, chunk.substr(start, size));
      if (entry != nullptr) break;
    }
    if (entry == nullptr) return false;
    pieces.push_back(entry->id);
    start += size;
  }
  return true;
}

void WordPieces::split(std::string_view form, std::size_t limit, std::vector<PieceId>& pieces) const {
  const std::size_t before = pieces.size();
  std::string chunk;
  std::size_t characters = 0;
  const auto end_chunk = [&] {
    if (chunk.empty() || pieces.size() - before >= limit) return;
    const std::size_t kept = pieces.size();
    if (characters > kLongestChunk || !split_chunk(chunk, pieces)) {
      pieces.resize(kept);
      pieces.push_back(unknown_);
    }
    chunk.clear();
    characters = 0;
  };
  const auto add = [&](char32_t c, std::string_view bytes) {
    if (splits(c)) end_chunk();
    if (characters <= kLongestChunk) chunk += bytes;
    ++characters;
    if (splits(c)) end_chunk();
  };
  if (is_ascii(form)) {
    const std::string cleaned = clean_ascii(form);
    for (const char& c : cleaned) add(static_cast<unsigned char>(c), {&c, 1});
  } else {
    for (const char32_t c : clean(form)) add(c, to_utf8(std::u32string_view(&c, 1)));
  }
  end_chunk();
  if (pieces.size() - before > limit) pieces.resize(before + limit);
  if (pieces.size() == before) pieces.push_back(unknown_);
}

}  // namespace casus
