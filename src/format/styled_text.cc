#include "format/styled_text.h"

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <memory>

#include "core/unicode.h"

namespace casus {
namespace {

constexpr char32_t kReplacement = 0xFFFD;
constexpr char32_t kControlPictures = 0x2400;
constexpr char32_t kDeletePicture = 0x2421;
constexpr char32_t kJoiner = 0x200D;
constexpr char32_t kNonJoiner = 0x200C;
constexpr char32_t kEmojiSelector = 0xFE0F;
// More marks than any script puts on a letter; without a limit a text could paint over its neighbours.
constexpr int kMostCodePointsInCell = 12;

// The code point to print for `c`; 0 for nothing.
char32_t safe(char32_t c) {
  const auto category = u_charType(static_cast<UChar32>(c));
  switch (category) {
    case U_CONTROL_CHAR:
      return c < 0x20 ? kControlPictures + c : c == 0x7F ? kDeletePicture : kReplacement;
    case U_FORMAT_CHAR:
      return c == kJoiner || c == kNonJoiner ? c : 0;
    case U_SURROGATE:
    case U_UNASSIGNED:
      return kReplacement;
    default:
      return c;
  }
}

bool is_blank(char32_t c) { return u_isUWhiteSpace(static_cast<UChar32>(c)) || c == 0x2028 || c == 0x2029; }

std::size_t columns_of(char32_t c) {
  const auto point = static_cast<UChar32>(c);
  if (c == kJoiner || c == kNonJoiner || is_mark(c)) return 0;
  const int width = u_getIntPropertyValue(point, UCHAR_EAST_ASIAN_WIDTH);
  const bool wide = width == U_EA_WIDE || width == U_EA_FULLWIDTH || u_hasBinaryProperty(point, UCHAR_EMOJI_PRESENTATION);
  return wide ? 2 : 1;
}

std::size_t columns_of(std::u32string_view cluster) {
  if (cluster.find(kEmojiSelector) != std::u32string_view::npos) return 2;
  std::size_t columns = 0;
  for (const char32_t c : cluster) columns = std::max(columns, columns_of(c));
  return columns;
}

bool is_plain_ascii(std::u32string_view text) {
  return std::all_of(text.begin(), text.end(), [](char32_t c) { return c >= 0x20 && c < 0x7F; });
}

// The lengths of the clusters of `text`, in code points.
std::vector<std::size_t> cluster_lengths(std::u32string_view text) {
  if (is_plain_ascii(text)) return std::vector<std::size_t>(text.size(), 1);
  const auto utf16 = icu::UnicodeString::fromUTF32(reinterpret_cast<const UChar32*>(text.data()), static_cast<int32_t>(text.size()));
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> breaks(icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), error));
  if (U_FAILURE(error)) return std::vector<std::size_t>(text.size(), 1);
  breaks->setText(utf16);
  std::vector<std::size_t> lengths;
  int32_t start = breaks->first();
  for (int32_t end = breaks->next(); end != icu::BreakIterator::DONE; start = end, end = breaks->next())
    lengths.push_back(static_cast<std::size_t>(utf16.countChar32(start, end - start)));
  return lengths;
}

Cell ellipsis() { return {.text = "…", .columns = 1, .style = Style::faint}; }

std::string_view code(Style style) {
  switch (style) {
    case Style::plain:
      return "";
    case Style::strong:
      return "\x1b[1m";
    case Style::faint:
      return "\x1b[2m";
    case Style::focus:
      return "\x1b[1;36m";
    case Style::cooperation:
      return "\x1b[32m";
    case Style::conflict_in_words:
      return "\x1b[33m";
    case Style::conflict:
      return "\x1b[31m";
    case Style::warning:
      return "\x1b[35m";
  }
  return "";
}

}  // namespace

StyledText& StyledText::add(std::string_view utf8, Style style) {
  // Bytes that are not UTF-8 (a file's name may hold them) become U+FFFD, as ICU reads them.
  const auto utf16 = icu::UnicodeString::fromUTF8(icu::StringPiece(utf8.data(), static_cast<int32_t>(utf8.size())));
  std::u32string text(static_cast<std::size_t>(utf16.countChar32()), U'\0');
  UErrorCode error = U_ZERO_ERROR;
  utf16.toUTF32(reinterpret_cast<UChar32*>(text.data()), static_cast<int32_t>(text.size()), error);
  return add(text, std::vector<Style>(text.size(), style));
}

StyledText& StyledText::add(std::u32string_view text, const std::vector<Style>& styles) {
  std::u32string shown;
  std::vector<Style> shown_styles;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char32_t c = is_blank(text[i]) ? U' ' : safe(text[i]);
    if (c == 0 || (c == U' ' && is_blank(text[i]) && !shown.empty() && shown.back() == U' ')) continue;
    shown += c;
    shown_styles.push_back(styles[i]);
  }
  std::size_t at = 0;
  for (const std::size_t length : cluster_lengths(shown)) {
    const auto cluster = std::u32string_view(shown).substr(at, std::min<std::size_t>(length, kMostCodePointsInCell));
    cells_.push_back({.text = to_utf8(cluster), .columns = columns_of(cluster), .style = shown_styles[at]});
    at += length;
  }
  return *this;
}

StyledText& StyledText::add(const StyledText& other) {
  cells_.insert(cells_.end(), other.cells_.begin(), other.cells_.end());
  return *this;
}

std::size_t StyledText::columns() const {
  std::size_t columns = 0;
  for (const Cell& cell : cells_) columns += cell.columns;
  return columns;
}

StyledText StyledText::cut(std::size_t width, std::size_t first, std::size_t last) const {
  if (columns() <= width) return *this;
  StyledText out;
  if (width == 0) return out;
  std::size_t before_last = 0;
  for (std::size_t i = 0; i < last && i < cells_.size(); ++i) before_last += cells_[i].columns;

  // Where the focus would fall off the end, start at a word a third of the width before it.
  std::size_t begin = 0;
  if (before_last + 1 > width) {
    begin = std::min(first, cells_.size());
    for (std::size_t room = width / 3; begin > 0 && room >= cells_[begin - 1].columns; --begin) room -= cells_[begin - 1].columns;
    while (begin < first && cells_[begin].text != " ") ++begin;
    while (begin < first && cells_[begin].text == " ") ++begin;
  }
  std::size_t left = width;
  if (begin > 0) {
    out.cells_.push_back(ellipsis());
    --left;
  }
  std::size_t rest = 0;
  for (std::size_t i = begin; i < cells_.size(); ++i) rest += cells_[i].columns;
  const bool whole = rest <= left;
  for (std::size_t i = begin; i < cells_.size() && (whole || cells_[i].columns + 1 <= left); ++i) {
    out.cells_.push_back(cells_[i]);
    left -= cells_[i].columns;
  }
  if (whole) return out;
  while (!out.cells_.empty() && out.cells_.back().text == " ") out.cells_.pop_back();
  out.cells_.push_back(ellipsis());
  return out;
}

std::vector<StyledText> StyledText::wrapped(std::size_t width) const {
  std::vector<StyledText> lines(1);
  std::size_t used = 0;
  for (std::size_t i = 0; i < cells_.size();) {
    // A word and the space before it.
    std::size_t end = i;
    std::size_t columns = 0;
    do columns += cells_[end++].columns;
    while (end < cells_.size() && cells_[end].text != " ");
    if (used > 0 && used + columns > width) {
      lines.emplace_back();
      used = 0;
      if (cells_[i].text == " ") columns -= cells_[i++].columns;
    }
    for (; i < end; ++i) {
      if (used > 0 && used + cells_[i].columns > width) {
        lines.emplace_back();
        used = 0;
      }
      lines.back().cells_.push_back(cells_[i]);
      used += cells_[i].columns;
    }
  }
  return lines;
}

StyledText& StyledText::pad(std::size_t width) {
  const std::size_t used = columns();
  return space(width > used ? width - used : 0);
}

StyledText& StyledText::space(std::size_t columns) {
  cells_.insert(cells_.end(), columns, Cell{.text = " "});
  return *this;
}

std::string StyledText::render(Colour colour) const {
  std::string out;
  Style style = Style::plain;
  const auto change = [&](Style next) {
    if (colour == Colour::no || next == style) return;
    if (style != Style::plain) out += "\x1b[0m";
    out += code(next);
    style = next;
  };
  for (const Cell& cell : cells_) {
    change(cell.style);
    out += cell.text;
  }
  change(Style::plain);
  return out;
}

std::string printable(std::string_view utf8) { return StyledText(utf8).render(Colour::no); }

}  // namespace casus
