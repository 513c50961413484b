// A stop ends a sentence together with the closing quotation marks, brackets and note numbers that follow it, unless what comes
// next says that the sentence goes on: a comma, a small letter, a name after a title or initial, the verb of a question quoted.

#include "token/sentences.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "core/unicode.h"

namespace casus {
namespace {

constexpr std::size_t kReportWithin = 5;  // pieces from a quoted question to its verb: "asked" after "Kofi Annan"
constexpr std::size_t kShortestWord = 3;  // letters before a full stop that a small letter may follow in careless writing

enum class Mark { none, stop, question, ellipsis };  // of the end of a sentence
enum class Quote { none, opening, closing };

bool in(char32_t c, std::u32string_view set) { return set.find(c) != std::u32string_view::npos; }

class SentenceFinder {
 public:
  SentenceFinder(const Characters& characters, const std::vector<Piece>& pieces, const TokenRules& rules)
      : text_(characters), pieces_(pieces), rules_(rules) {
    find_quotes();
  }

  std::vector<std::size_t> find_ends() const {
    std::vector<std::size_t> ends;
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      if (mark_of(i) == Mark::none && !pieces_[i].stop) continue;
      const Closing closing = closing_after(i);
      if (closing.next < pieces_.size() && ends_before(i, closing)) ends.push_back(closing.next);
      i = closing.next - 1;
    }
    if (!pieces_.empty() && (ends.empty() || ends.back() != pieces_.size())) ends.push_back(pieces_.size());
    return ends;
  }

 private:
  struct Closing {
    std::size_t next = 0;  // the first piece after the stop and what closes with it
    bool quote = false;
    bool bracket = false;
    bool stop = false;  // a further full stop among them
  };

  std::u32string_view view(std::size_t i) const { return std::u32string_view(text_.visible).substr(pieces_[i].first, pieces_[i].size()); }
  char32_t first(std::size_t i) const { return text_[pieces_[i].first]; }
  bool space_before(std::size_t i) const { return i == 0 || pieces_[i - 1].last < pieces_[i].first; }
  bool space_after(std::size_t i) const { return i + 1 >= pieces_.size() || pieces_[i].last < pieces_[i + 1].first; }

  void find_quotes();
  Mark mark_of(std::size_t i) const;
  Closing closing_after(std::size_t i) const;
  std::size_t after_note_number(std::size_t i) const;
  bool ends_before(std::size_t i, const Closing& closing) const;
  bool ends_after_abbreviation(std::size_t i, std::size_t next, std::size_t word) const;
  bool reports_question(std::size_t next) const;
  std::optional<WordRole> role_of(std::size_t i) const;

  const Characters& text_;
  const std::vector<Piece>& pieces_;
  const TokenRules& rules_;
  std::vector<Quote> quotes_;  // of each piece
};

// Straight marks open where a space or bracket stands before them and none after; where there is a space on both sides they
// take turns.
void SentenceFinder::find_quotes() {
  quotes_.assign(pieces_.size(), Quote::none);
  bool open = false;
  for (std::size_t i = 0; i < pieces_.size(); ++i) {
    const char32_t c = first(i);
    if (pieces_[i].size() > 2) continue;
    if (in(c, U"“„«‹`")) quotes_[i] = Quote::opening;
    if (in(c, U"”»›")) quotes_[i] = Quote::closing;
    if (in(c, U"\"'‘’")) {
      if (pieces_[i].size() == 2 && !in(text_[pieces_[i].last - 1], U"\"'‘’")) continue;
      const bool left = space_before(i) || in(first(i - 1), U"([{-–—\"'“‘/");
      const bool right = space_after(i) || in(first(i + 1), U")]},.;:!?\"'”’");
      quotes_[i] = left == right ? (open ? Quote::closing : Quote::opening) : (left ? Quote::opening : Quote::closing);
      if (c == U'‘') quotes_[i] = Quote::opening;
      if (c == U'’' && pieces_[i].size() == 1) quotes_[i] = Quote::closing;
    }
    if (quotes_[i] != Quote::none) open = quotes_[i] == Quote::opening;
  }
}

Mark SentenceFinder::mark_of(std::size_t i) const {
  const std::u32string_view piece = view(i);
  if (in(piece[0], U"?!？！")) return Mark::question;
  if (piece[0] == U'。') return Mark::stop;
  if (piece[0] == U'…') return Mark::ellipsis;
  if (piece[0] != U'.') return Mark::none;
  if (piece.size() == 1) return Mark::stop;
  if (piece[1] == U'.') return Mark::ellipsis;
  return in(piece[1], U"?!") ? Mark::question : Mark::none;
}

// "[1]" or "[2, 3]" right after a stop.
std::size_t SentenceFinder::after_note_number(std::size_t i) const {
  constexpr std::size_t kLongestNote = 12;
  if (i >= pieces_.size() || first(i) != U'[' || space_before(i)) return i;
  for (std::size_t end = i + 1; end < std::min(pieces_.size(), i + kLongestNote); ++end) {
    if (first(end) == U']') return end + 1;
    if (!is_digit(first(end)) && !in(first(end), U",-–")) return i;
  }
  return i;
}

SentenceFinder::Closing SentenceFinder::closing_after(std::size_t i) const {
  Closing closing{i + 1};
  for (std::size_t& next = closing.next; next < pieces_.size(); ++next) {
    const bool attached = !space_before(next);
    if (quotes_[next] == Quote::closing && (attached || space_after(next))) closing.quote = true;
    else if (in(first(next), U")]}") && pieces_[next].size() == 1) closing.bracket = true;
    else if (attached && mark_of(next) != Mark::none) closing.stop = true;
    else if (const std::size_t after = after_note_number(next); after > next) next = after - 1;
    else break;
  }
  return closing;
}

std::optional<WordRole> SentenceFinder::role_of(std::size_t i) const {
  const auto found = rules_.roles.find(std::u32string_view(plain(view(i))));
  return found == rules_.roles.end() ? std::nullopt : std::optional(found->second);
}

// `"Is it war?" Annan asked.`: one sentence.
bool SentenceFinder::reports_question(std::size_t next) const {
  if (role_of(next) == WordRole::starter) return false;
  for (std::size_t i = next; i < std::min(pieces_.size(), next + kReportWithin); ++i) {
    if (mark_of(i) != Mark::none || quotes_[i] != Quote::none) return false;
    if (role_of(i) == WordRole::report) return true;
  }
  return false;
}

bool SentenceFinder::ends_after_abbreviation(std::size_t i, std::size_t next, std::size_t word) const {
  const char32_t c = first(word);
  const bool opens = word > next;
  switch (*pieces_[i].stop) {
    case Stop::title:
      return false;
    case Stop::number:
      return !is_digit(c) && role_of(word) == WordRole::starter;
    case Stop::acronym:
      return opens || role_of(word) == WordRole::starter;
    case Stop::end:
      return opens || (!is_digit(c) && role_of(word) != WordRole::time);
  }
  return false;
}

// Does the sentence that the stop at `i` may end go on with the piece at closing.next?
bool SentenceFinder::ends_before(std::size_t i, const Closing& closing) const {
  const std::size_t next = closing.next;
  const char32_t c = first(next);
  if (in(c, U",;:)]}%") || mark_of(next) != Mark::none) return false;

  // The word that decides, behind opening marks.
  std::size_t word = next;
  while (word + 1 < pieces_.size() && (quotes_[word] == Quote::opening || in(first(word), U"([{¿¡"))) ++word;
  const bool small = is_lower(first(word));

  const bool attached = !space_before(next);
  const bool dash = is_dash(c) || is_hyphen(c);
  if (pieces_[i].stop && !closing.stop) {
    if (attached || small || dash) return false;
    if (closing.quote) return true;
    return ends_after_abbreviation(i, next, word);
  }
  const Mark mark = mark_of(i);
  // A space that was forgotten: "over.The".
  if (attached) return mark == Mark::stop && is_upper(c) && i > 0 && is_lower(text_[pieces_[i].first - 1]);
  // A number at the begin of a list's item.
  if (i == 1 && mark == Mark::stop && pieces_[0].size() <= 3 && is_digit(first(0)) && !closing.quote) return false;
  if (dash) return mark == Mark::stop && next + 1 < pieces_.size() && is_upper(first(next + 1)) && space_after(next);
  if (small) {
    if (closing.quote || closing.bracket || mark == Mark::ellipsis) return false;
    return mark == Mark::question || (i > 0 && pieces_[i - 1].size() >= kShortestWord);
  }
  if (mark == Mark::question && closing.quote) return word > next || !reports_question(next);
  return true;
}

}  // namespace

std::vector<std::size_t> find_sentence_ends(const Characters& characters, const std::vector<Piece>& pieces, const TokenRules& rules) {
  return SentenceFinder(characters, pieces, rules).find_ends();
}

}  // namespace casus
