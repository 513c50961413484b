// A stop ends a sentence together with the closing quotation marks, brackets and note numbers that follow it, unless what comes
// next says that the sentence goes on: a comma, a small letter, a name after a title or initial, the verb of a question quoted.
// Without a stop end: a dateline ("LUTZ, Oct 7 (Wire) -"; EWT has it as a sentence of its own), a headline before the line of
// its date, and what stands before the credit of a picture ("Image: A. Lind").

#include "token/sentences.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "core/unicode.h"

namespace casus {
namespace {

constexpr std::size_t kReportWithin = 5;  // pieces from a quoted question to its verb: "asked" after "Kofi Annan"
constexpr std::size_t kShortestWord = 2;  // letters before a full stop that a small letter may follow in careless writing

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
    std::vector<std::size_t> ends = ends_at_stops();
    if (const std::size_t end = end_of_dateline()) ends.push_back(end);
    add_ends_of_headline(ends);
    add_ends_before_credits(ends);
    add_lost_line_ends(ends);
    ends.push_back(pieces_.size());
    std::sort(ends.begin(), ends.end());
    ends.erase(std::unique(ends.begin(), ends.end()), ends.end());
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

  bool capital(std::size_t i) const { return is_upper(first(i)); }
  bool is_number(std::size_t i) const { return is_digit(first(i)); }

  void find_quotes();
  std::vector<std::size_t> ends_at_stops() const;
  std::size_t end_of_dateline() const;
  void add_ends_of_headline(std::vector<std::size_t>& ends) const;
  void add_ends_before_credits(std::vector<std::size_t>& ends) const;
  void add_lost_line_ends(std::vector<std::size_t>& ends) const;
  Mark mark_of(std::size_t i) const;
  Closing closing_after(std::size_t i) const;
  std::size_t after_note_number(std::size_t i) const;
  bool ends_before(std::size_t i, const Closing& closing) const;
  bool ends_after_abbreviation(std::size_t i, std::size_t next, std::size_t word) const;
  bool reports_question(std::size_t next) const;
  std::optional<WordRole> role_of(std::size_t i) const;
  bool starts(std::size_t i) const { return role_of(i) == WordRole::starter || role_of(i) == WordRole::opener; }

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
  if (piece[0] == U'…' || piece == U"[...]") return Mark::ellipsis;
  if (piece[0] != U'.') return Mark::none;
  if (piece.size() == 1) return Mark::stop;
  if (piece[1] == U'.') return Mark::ellipsis;
  return in(piece[1], U"?!") ? Mark::question : Mark::none;
}

std::vector<std::size_t> SentenceFinder::ends_at_stops() const {
  std::vector<std::size_t> ends;
  for (std::size_t i = 0; i < pieces_.size(); ++i) {
    if (mark_of(i) == Mark::none && !pieces_[i].stop) continue;
    const Closing closing = closing_after(i);
    if (closing.next < pieces_.size() && ends_before(i, closing)) ends.push_back(closing.next);
    i = closing.next - 1;
  }
  return ends;
}

// Names, dates and an agency in brackets, then a dash and a capital; the place in capitals, or a comma or bracket before the
// dash. 0 where there is none.
std::size_t SentenceFinder::end_of_dateline() const {
  constexpr std::size_t kLongestDateline = 20;  // pieces
  if (pieces_.size() < 3 || !capital(0)) return 0;
  const std::u32string_view place = view(0);
  bool marked = place.size() >= 3 && std::all_of(place.begin(), place.end(), is_upper);
  for (std::size_t i = 1; i + 1 < std::min(pieces_.size(), kLongestDateline); ++i) {
    const char32_t c = first(i);
    if (is_hyphen(c) || is_dash(c)) {
      if (!space_before(i) && !space_after(i) && is_hyphen(c)) continue;  // "PORT-AU-PRINCE"
      const bool begins = capital(i + 1) || is_number(i + 1) || quotes_[i + 1] == Quote::opening;
      return marked && begins ? i + 1 : 0;
    }
    if (in(c, U",(")) marked = true;
    else if (!in(c, U")/.") && !capital(i) && !is_number(i)) return 0;
  }
  return 0;
}

// "Envoy leaves capital Tuesday, September 1, 2015": pages lose the line end between.
void SentenceFinder::add_ends_of_headline(std::vector<std::size_t>& ends) const {
  constexpr std::size_t kDate = 6;  // pieces
  const std::size_t limit = ends.empty() ? pieces_.size() : ends.front();
  for (std::size_t i = 0; i + kDate <= limit; ++i) {
    if (first(i + 1) != U',' || role_of(i) != WordRole::time || role_of(i + 2) != WordRole::time) continue;
    if (!is_number(i + 3) || first(i + 4) != U',' || pieces_[i + 5].size() != 4 || !is_number(i + 5)) continue;
    const bool closed = i + kDate == pieces_.size();
    if (!closed && !capital(i + kDate)) return;
    if (i > 0 && (starts(i - 1) || in(first(i - 1), U",-–—("))) return;
    if (i > 0) ends.push_back(i);
    if (!closed) ends.push_back(i + kDate);
    return;
  }
}

void SentenceFinder::add_ends_before_credits(std::vector<std::size_t>& ends) const {
  for (std::size_t i = 1; i + 1 < pieces_.size(); ++i) {
    if (first(i + 1) != U':' || !capital(i) || role_of(i) != WordRole::credit) continue;
    if (is_word_character(first(i - 1)) || in(first(i - 1), U".)")) ends.push_back(i);
  }
}

// "the largest vote They also won": a word that is written small within a sentence, between a content word and a small one. In
// a paragraph without a stop or in a quotation it may stand in a title.
void SentenceFinder::add_lost_line_ends(std::vector<std::size_t>& ends) const {
  constexpr std::size_t kShortestSentence = 4;  // pieces
  if (ends.empty() && mark_of(pieces_.size() - 1) == Mark::none) return;
  bool quoted = false;
  for (std::size_t i = 0; i + kShortestSentence < pieces_.size(); ++i) {
    if (quotes_[i] != Quote::none) quoted = quotes_[i] == Quote::opening;
    if (quoted || i < kShortestSentence) continue;
    if (!capital(i) || role_of(i) != WordRole::opener || (pieces_[i].size() > 1 && is_upper(text_[pieces_[i].first + 1]))) continue;
    const bool after_word = is_word_character(text_[pieces_[i - 1].last - 1]) && role_of(i - 1) == std::nullopt && space_before(i);
    const bool before_small = is_lower(first(i + 1)) || is_apostrophe(first(i + 1));
    if (after_word && before_small) ends.push_back(i);
  }
}

// "[1]" or "[2, 3]" after a stop.
std::size_t SentenceFinder::after_note_number(std::size_t i) const {
  constexpr std::size_t kLongestNote = 12;
  if (i >= pieces_.size() || first(i) != U'[') return i;
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
    else if (rules_.emoticons.contains(view(next)) && pieces_[next].size() > 1) continue;
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
  if (starts(next)) return false;
  for (std::size_t i = next; i < std::min(pieces_.size(), next + kReportWithin); ++i) {
    if (mark_of(i) != Mark::none || quotes_[i] != Quote::none) return false;
    if (role_of(i) == WordRole::report) return true;
  }
  return false;
}

bool SentenceFinder::ends_after_abbreviation(std::size_t i, std::size_t next, std::size_t word) const {
  const char32_t c = first(word);
  const bool opens = quotes_[next] == Quote::opening;
  switch (*pieces_[i].stop) {
    case Stop::title:
      return false;
    case Stop::number:
      return !is_digit(c) && starts(word);
    case Stop::acronym:
      return opens || starts(word);
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
  const std::u32string_view deciding = view(word);
  // "iPhone" begins a sentence as it is.
  const bool small = is_lower(deciding[0]) && std::none_of(deciding.begin(), deciding.end(), is_upper);

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
  // "I" is a capital anywhere.
  if (mark == Mark::ellipsis && deciding == U"I") return false;
  // "(2019)." belongs to what it dates.
  if (c == U'(' && next + 3 < pieces_.size() && is_number(next + 1) && first(next + 2) == U')' && mark_of(next + 3) != Mark::none)
    return false;
  // A number at the begin of a list's item.
  if (i == 1 && mark == Mark::stop && pieces_[0].size() <= 3 && is_digit(first(0)) && !closing.quote) return false;
  // A bullet; behind a quotation the dash before its author.
  if (dash)
    return is_hyphen(c) && mark == Mark::stop && !closing.quote && next + 1 < pieces_.size() && capital(next + 1) && space_after(next);
  if (small) {
    if (closing.quote || closing.bracket || mark == Mark::ellipsis) return false;
    // "Yahoo! said": the mark belongs to the name.
    if (mark == Mark::question) return i > 0 && !capital(i - 1);
    return i > 0 && pieces_[i - 1].size() >= kShortestWord;
  }
  if (mark == Mark::question && closing.quote) return word > next || !reports_question(next);
  return true;
}

}  // namespace

std::vector<std::size_t> find_sentence_ends(const Characters& characters, const std::vector<Piece>& pieces, const TokenRules& rules) {
  return SentenceFinder(characters, pieces, rules).find_ends();
}

}  // namespace casus
