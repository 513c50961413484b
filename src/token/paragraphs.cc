// A blank line always ends a paragraph. Whether a single line end does depends on the text: where many lines begin with a
// small letter they were wrapped at some width, and a line that is full runs on into the next; elsewhere each line is a
// paragraph (headline, bullet, one-line paragraph) unless the next begins with a small letter.

#include "token/paragraphs.h"

#include <algorithm>

#include "core/unicode.h"

namespace casus {
namespace {

// Of the lines of wrapped English prose about three in four begin with a small letter, of paragraphs next to none.
constexpr double kWrappedShare = 0.25;
// People wrap by hand less evenly than programs: a line is full where the next word would have reached this part of the width.
constexpr double kFullShare = 0.85;
// Of the lines that are followed by another; a few longer ones (addresses, tables) do not set the width.
constexpr double kWidthQuantile = 0.9;
constexpr std::size_t kIndent = 2;

struct Line {
  std::size_t first = 0;  // first and last visible character
  std::size_t last = 0;
  std::size_t indent = 0;

  bool blank() const { return first == last; }
  std::size_t length() const { return last - first; }
};

Line make_line(const Characters& characters, std::size_t begin, std::size_t end) {
  Line line{begin, end, 0};
  while (line.first < line.last && is_space(characters[line.first])) ++line.first;
  while (line.last > line.first && is_space(characters[line.last - 1])) --line.last;
  line.indent = line.first - begin;
  return line;
}

// U+2029 is a blank line by itself.
std::vector<Line> find_lines(const Characters& characters) {
  std::vector<Line> lines;
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= characters.size(); ++i) {
    if (i < characters.size() && !is_line_end(characters[i])) continue;
    lines.push_back(make_line(characters, begin, i));
    if (i < characters.size() && characters[i] == 0x2029) lines.push_back({i, i, 0});
    begin = i + 1;
  }
  return lines;
}

std::size_t first_word_length(const Characters& characters, const Line& line) {
  std::size_t i = line.first;
  while (i < line.last && !is_space(characters[i])) ++i;
  return i - line.first;
}

bool begins_small(const Characters& characters, const Line& line) { return is_lower(characters[line.first]); }

bool ends_sentence(const Characters& characters, const Line& line) {
  std::size_t i = line.last;
  while (i > line.first + 1 && (characters[i - 1] == U'"' || characters[i - 1] == 0x201D || characters[i - 1] == U')')) --i;
  const char32_t c = characters[i - 1];
  return c == U'.' || c == U'!' || c == U'?' || c == U':' || c == U';' || c == 0x2026;
}

enum class Bullet { none, sure, perhaps };

Bullet bullet_of(const Characters& characters, const Line& line) {
  constexpr std::u32string_view kBullets = U"•◦▪‣∙●○■□⁃*";
  const std::size_t mark = first_word_length(characters, line);
  if (mark == 0 || mark == line.length()) return Bullet::none;
  const char32_t c = characters[line.first];
  if (mark == 1 && kBullets.find(c) != std::u32string_view::npos) return Bullet::sure;
  if (mark == 1 && (is_hyphen(c) || is_dash(c))) return Bullet::perhaps;
  const char32_t end = characters[line.first + mark - 1];
  if (mark > 4 || (end != U'.' && end != U')')) return Bullet::none;
  const std::size_t body = c == U'(' ? 1 : 0;
  const bool figures = std::all_of(characters.visible.begin() + static_cast<std::ptrdiff_t>(line.first + body),
                                   characters.visible.begin() + static_cast<std::ptrdiff_t>(line.first + mark - 1), is_digit);
  const bool letter = mark - body == 2 && end == U')' && is_letter(characters[line.first + body]);
  return figures || letter ? Bullet::perhaps : Bullet::none;
}

struct Wrapping {
  bool wrapped = false;
  std::size_t width = 0;
};

Wrapping find_wrapping(const Characters& characters, const std::vector<Line>& lines) {
  std::size_t small = 0;
  std::vector<std::size_t> lengths;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (lines[i].blank() || lines[i + 1].blank()) continue;
    lengths.push_back(lines[i].length());
    if (begins_small(characters, lines[i + 1])) ++small;
  }
  if (lengths.empty()) return {};
  const auto nth = lengths.begin() + static_cast<std::ptrdiff_t>(kWidthQuantile * static_cast<double>(lengths.size() - 1));
  std::nth_element(lengths.begin(), nth, lengths.end());
  return {static_cast<double>(small) >= kWrappedShare * static_cast<double>(lengths.size()), *nth};
}

bool runs_on(const Characters& characters, const Line& line, const Line& next, const Wrapping& wrapping) {
  if (begins_small(characters, next)) return true;
  const Bullet bullet = bullet_of(characters, next);
  if (bullet == Bullet::sure || !wrapping.wrapped) return false;
  if (bullet == Bullet::perhaps && ends_sentence(characters, line)) return false;
  if (next.indent >= line.indent + kIndent) return false;
  const std::size_t wanted = line.length() + 1 + first_word_length(characters, next);
  // A paragraph may end just short of the width.
  if (ends_sentence(characters, line)) return wanted > wrapping.width;
  return static_cast<double>(wanted) >= kFullShare * static_cast<double>(wrapping.width);
}

}  // namespace

std::vector<CharacterRange> find_paragraphs(const Characters& characters, FirstLine first_line) {
  const std::vector<Line> lines = find_lines(characters);
  const Wrapping wrapping = find_wrapping(characters, lines);
  std::vector<CharacterRange> paragraphs;
  const Line* before = nullptr;
  for (const Line& line : lines) {
    if (line.blank()) {
      before = nullptr;
      continue;
    }
    const bool after_title = first_line == FirstLine::title && paragraphs.size() == 1 && before != nullptr;
    if (before && !after_title && runs_on(characters, *before, line, wrapping)) paragraphs.back().last = line.last;
    else paragraphs.push_back({line.first, line.last});
    before = &line;
  }
  return paragraphs;
}

}  // namespace casus
