// Text as a terminal shows it: safe to print, measured in columns, cut and coloured without harm to a character.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace casus {

enum class Style { plain, strong, faint, focus, cooperation, conflict_in_words, conflict, warning };
enum class Colour { no, yes };

// One character as a reader counts them (a grapheme cluster).
struct Cell {
  std::string text;  // UTF-8
  std::size_t columns = 1;
  Style style = Style::plain;
};

// A row of cells. What is added is made safe: white space of any kind becomes single spaces, control characters become visible
// symbols, and what would reorder or hide the text is dropped.
class StyledText {
 public:
  StyledText() = default;
  StyledText(std::string_view utf8, Style style = Style::plain) { add(utf8, style); }

  StyledText& add(std::string_view utf8, Style style = Style::plain);
  // `styles` has one entry for each code point.
  StyledText& add(std::u32string_view text, const std::vector<Style>& styles);
  StyledText& add(const StyledText& other);

  bool empty() const { return cells_.empty(); }
  std::size_t columns() const;
  const std::vector<Cell>& cells() const { return cells_; }

  // At most `width` columns; where something is left out, "…" stands in its place. The cells [first, last) stay in view if they can.
  StyledText cut(std::size_t width, std::size_t first = 0, std::size_t last = 0) const;
  // Lines of at most `width` columns, broken at spaces, or within a word that is longer than a line.
  std::vector<StyledText> wrapped(std::size_t width) const;
  StyledText& pad(std::size_t width);
  StyledText& space(std::size_t columns);

  std::string render(Colour colour) const;

 private:
  std::vector<Cell> cells_;
};

// One line that is safe to print, for messages.
std::string printable(std::string_view utf8);

}  // namespace casus
