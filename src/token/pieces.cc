// White space cuts a paragraph into chunks; within a chunk pieces are taken from the left, each by the first of these that
// fits: a ruler ("-----"), an address, an emoticon, a figure with what belongs to it, a word, a mark. Every attempt looks no
// further than its own piece or a fixed number of characters, so that the time is linear.

#include "token/pieces.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "core/unicode.h"

namespace casus {
namespace {

constexpr std::size_t kLongestTableWord = 24;  // characters; nothing in the tables is longer
constexpr std::size_t kShortestRuler = 4;
constexpr std::size_t kLongestSegment = 200;  // characters; a longer one is cut at the next joint
constexpr std::size_t kLongestNumber = 64;    // characters; of longer ones the figures are not told apart

bool in(char32_t c, std::u32string_view set) { return set.find(c) != std::u32string_view::npos; }
bool is_ascii_letter(char32_t c) { return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z'); }
bool is_figure(char32_t c) { return c >= U'0' && c <= U'9'; }
bool is_currency(char32_t c) { return c == U'$' || c == U'£' || c == U'¥' || c == U'¢' || (c >= 0x20A0 && c <= 0x20CF); }

class ChunkCutter {
 public:
  ChunkCutter(const Characters& characters, CharacterRange chunk, CharacterRange paragraph, const TokenRules& rules,
              std::vector<Piece>& pieces)
      : text_(characters), begin_(chunk.first), end_(chunk.last), paragraph_end_(paragraph.last), rules_(rules), pieces_(pieces) {}

  void cut() {
    if (take_ruler()) return;
    at_ = begin_;
    while (at_ < end_) {
      if (take_address() || take_table_word() || take_emoticon() || take_number() || take_word()) continue;
      take_mark();
    }
  }

 private:
  char32_t at(std::size_t i) const { return i < end_ ? text_[i] : U'\0'; }
  char32_t before(std::size_t i) const { return i > begin_ ? text_[i - 1] : U'\0'; }
  std::u32string_view view(std::size_t first, std::size_t last) const {
    return std::u32string_view(text_.visible).substr(first, last - first);
  }
  bool is_word(std::size_t i) const { return i < end_ && is_word_character(text_[i]); }

  void take(std::size_t last, std::optional<Stop> stop = std::nullopt) {
    pieces_.push_back({at_, last, stop});
    at_ = last;
  }

  bool take_ruler();
  bool take_address();
  bool take_table_word();
  bool take_emoticon();
  bool take_number();
  bool take_word();
  void take_mark();

  std::size_t end_of_url(std::size_t from) const;
  std::size_t end_of_mail() const;
  std::size_t end_of_handle() const;
  std::size_t end_of_number() const;
  std::size_t end_of_grouped_number(std::size_t first, std::size_t last) const;
  std::size_t end_of_segment(std::size_t from) const;
  void take_segment(std::size_t last);
  void take_dotted(std::size_t last);
  void take_with_clitics(std::size_t last);
  std::optional<Stop> stop_of(std::size_t first, std::size_t last) const;
  std::optional<Stop> known_stop(std::size_t first, std::size_t last) const;
  bool figure_follows(std::size_t i) const;
  std::size_t end_of_symbol() const;

  const Characters& text_;
  std::size_t begin_;
  std::size_t end_;
  std::size_t paragraph_end_;
  const TokenRules& rules_;
  std::vector<Piece>& pieces_;
  std::size_t at_ = 0;
};

// "-----", "*~*~*~*", "---->===<----": drawn, not written.
bool ChunkCutter::take_ruler() {
  if (end_ - begin_ < kShortestRuler) return false;
  for (std::size_t i = begin_; i < end_; ++i)
    if (!in(text_[i], U"-=*_~+<>|^#{}")) return false;
  at_ = begin_;
  take(end_);
  return true;
}

// Closing marks and stops at the end of an address belong to the sentence, but for brackets that the address opened.
std::size_t ChunkCutter::end_of_url(std::size_t from) const {
  std::size_t last = from;
  std::size_t open = 0, closed = 0;
  while (last < end_ && !in(text_[last], U"<>\"“”«»|{}")) {
    if (text_[last] == U'(') ++open;
    if (text_[last] == U')') ++closed;
    ++last;
  }
  while (last > from) {
    const char32_t c = text_[last - 1];
    if (c == U')' && closed > open) --closed;
    else if (!in(c, U".,;:!?'’]…*")) break;
    --last;
  }
  return last;
}

// The local part may have what names have; the host must have a dot, or be all capitals as in old mail systems.
std::size_t ChunkCutter::end_of_mail() const {
  std::size_t sign = at_;
  while (is_word(sign) || in(at(sign), U".+-%")) ++sign;
  if (at(sign) != U'@' || sign == at_) return at_;
  std::size_t last = sign + 1;
  while (is_word(last) || (in(at(last), U".-") && is_word(last + 1))) ++last;
  return last > sign + 1 ? last : at_;
}

std::size_t ChunkCutter::end_of_handle() const {
  if (at(at_) != U'@' && at(at_) != U'#') return at_;
  if (is_word_character(before(at_)) || !is_letter(at(at_ + 1))) return at_;
  std::size_t last = at_ + 1;
  while (is_word(last)) ++last;
  return last;
}

bool ChunkCutter::take_address() {
  if (const std::size_t last = end_of_handle(); last > at_) return take(last), true;
  // Where a word goes on an address was already looked for.
  if (!is_word(at_) || is_word_character(before(at_)) || in(before(at_), U".+-%")) return false;
  std::size_t scheme = at_;
  while (scheme < end_ && scheme - at_ < kLongestTableWord && is_ascii_letter(text_[scheme])) ++scheme;
  const std::u32string name = plain(view(at_, scheme));
  const bool url = view(scheme, std::min(end_, scheme + 3)) == U"://" || (name == U"www" && at(scheme) == U'.') ||
                   (name == U"mailto" && at(scheme) == U':');
  if (url) return take(std::max(end_of_url(scheme), scheme)), true;
  if (const std::size_t last = end_of_mail(); last > at_) return take(last), true;

  // A host or file name: labels with dots between, the last of them known; a host may go on with a path.
  std::size_t last = at_;
  std::size_t dot = at_;
  while (is_word(last) || (in(at(last), U".-") && is_word(last + 1))) {
    if (text_[last] == U'.') dot = last;
    ++last;
  }
  if (dot == at_ || dot - at_ < 2 || last - dot > kLongestTableWord) return false;
  if (!rules_.suffixes.contains(std::u32string_view(plain(view(dot + 1, last))))) return false;
  if (at(last) == U'/') last = std::max(last, end_of_url(last));
  return take(last), true;
}

// The longest of the words in the table that stands here by itself.
bool ChunkCutter::take_table_word() {
  if (is_word_character(before(at_)) && is_word(at_)) return false;
  std::size_t last = at_;
  while (last < end_ && last - at_ <= rules_.longest_word && (is_word(last) || is_apostrophe(text_[last]) || in(text_[last], U"-/&*.!")))
    ++last;
  if (last == at_) return false;
  const std::u32string word = plain(view(at_, last));
  for (std::size_t length = word.size(); length > 1; --length) {
    if (is_word(at_ + length) && is_word(at_ + length - 1)) continue;
    const auto found = rules_.words.find(std::u32string_view(word).substr(0, length));
    if (found == rules_.words.end()) continue;
    const std::size_t start = at_;
    for (const std::size_t cut : found->second) take(start + cut);
    return take(start + length), true;
  }
  return false;
}

bool ChunkCutter::take_emoticon() {
  constexpr std::size_t kLongestEmoticon = 5;
  if (is_word(at_)) return false;
  for (std::size_t length = std::min(kLongestEmoticon, end_ - at_); length > 1; --length) {
    if (is_word(at_ + length)) continue;
    if (rules_.emoticons.contains(view(at_, at_ + length))) return take(at_ + length), true;
  }
  return false;
}

// Figures with separators between: "1,200.50", "11:35", "2020-10-07", "713-853-3989", "+852", ".5".
std::size_t ChunkCutter::end_of_number() const {
  std::size_t first = at_;
  if (in(at(first), U".+") && is_figure(at(first + 1)) && !is_word_character(before(first)) && before(first) != U'.') ++first;
  if (!is_figure(at(first))) return at_;
  std::size_t last = first;
  while (is_figure(at(last)) || (in(at(last), U".,:/-–") && is_figure(at(last + 1)))) ++last;
  return last - first > kLongestNumber ? last : end_of_grouped_number(first, last);
}

// What of the figures in [first, last) is one token: dates, times, thousands, telephone numbers are; ranges, scores, lists and
// fractions are not.
std::size_t ChunkCutter::end_of_grouped_number(std::size_t first, std::size_t last) const {
  std::vector<std::size_t> separators;
  for (std::size_t i = first; i < last; ++i)
    if (!is_figure(text_[i])) separators.push_back(i);
  if (separators.empty()) return last;
  const auto group = [&](std::size_t n) {
    const std::size_t from = n == 0 ? first : separators[n - 1] + 1;
    const std::size_t to = n < separators.size() ? separators[n] : last;
    return view(from, to);
  };
  const auto value = [&](std::size_t n) {
    std::size_t number = 0;
    for (const char32_t c : group(n).substr(0, 6)) number = 10 * number + (c - U'0');
    return number;
  };
  const auto only = [&](std::u32string_view set) {
    return std::all_of(separators.begin(), separators.end(), [&](std::size_t i) { return in(text_[i], set); });
  };

  if (only(U".,")) {
    // "1,200" and "55,7" are numbers, "[5,6]" and "1,2,3" lists.
    for (std::size_t n = 0; n < separators.size(); ++n) {
      if (text_[separators[n]] != U',' || group(n + 1).size() == 3) continue;
      if (separators.size() > 1 || in(before(first), U"[(,") || value(n) + 1 == value(n + 1)) return separators[n];
    }
    return last;
  }
  if (only(U":.")) return last;
  if (only(U"/")) {
    const bool date = separators.size() == 2 && (value(0) <= 31 && value(1) <= 31);
    const bool day = separators.size() == 1 && value(0) >= 1 && value(0) <= 12 && value(1) <= 31 && value(0) != value(1) &&
                     (value(1) >= 10 || value(0) > value(1) || group(1).size() == 2);
    return date || day ? last : separators[0];
  }
  if (only(U"-") && separators.size() >= 2) return last;
  // Telephone numbers, whole and as extensions.
  if (only(U"-") && group(1).size() == 4 && (group(0).size() == 3 || group(0).size() == 1)) return last;
  if (only(U"-/") && separators.size() >= 2) return last;
  const auto range = std::find_if(separators.begin(), separators.end(), [&](std::size_t i) { return in(text_[i], U"-–/"); });
  return range == separators.end() ? last : end_of_grouped_number(first, *range);
}

bool ChunkCutter::take_number() {
  if (is_word_character(before(at_)) && is_figure(before(at_))) return false;
  std::size_t last = end_of_number();
  if (last == at_) return false;
  const bool money = is_currency(before(at_));

  // "20th", "1970s", "4chan"; but "5km", "7am", "$10k" are two.
  std::size_t letters = last;
  while (is_word(letters)) ++letters;
  if (letters > last) {
    const auto unit = letters - last > kLongestTableWord ? rules_.units.end() : rules_.units.find(view(last, letters));
    const bool cut = unit != rules_.units.end() && (money || unit->second == UnitUse::any);
    if (!cut) last = letters;
  }
  // "the 1990's" is a decade, "2003's" a genitive.
  const bool decade = view(at_, last).ends_with(U'0') && (last - at_ == 2 || last - at_ == 4);
  if (decade && is_apostrophe(at(last)) && at(last + 1) == U's' && !is_word(last + 2)) last += 2;
  return take(last), true;
}

// A run of word characters with what may stand between two of them: apostrophes, dots, "&", "@".
std::size_t ChunkCutter::end_of_segment(std::size_t from) const {
  std::size_t last = from;
  while (last < end_) {
    if (is_word(last)) {
      ++last;
      continue;
    }
    const char32_t c = text_[last];
    const bool joins = is_apostrophe(c) || c == U'.' || c == U'*' || (c == U'&' && is_upper(text_[last - 1]) && is_upper(at(last + 1)));
    if (!joins || !is_word(last + 1) || last == from || last - from > kLongestSegment) break;
    ++last;
  }
  return last;
}

bool ChunkCutter::figure_follows(std::size_t i) const {
  while (i < paragraph_end_ && (is_space(text_[i]) || in(text_[i], U"§#"))) ++i;
  if (i == paragraph_end_) return false;
  if (is_digit(text_[i])) return true;
  std::size_t roman = i;
  while (roman < paragraph_end_ && roman - i < 8 && in(text_[roman], U"IVXLC")) ++roman;
  return roman > i && (roman == paragraph_end_ || !is_word_character(text_[roman]));
}

// The word [first, last) is followed by a full stop: what it is if the table has it.
std::optional<Stop> ChunkCutter::known_stop(std::size_t first, std::size_t last) const {
  if (last - first > kLongestTableWord) return std::nullopt;
  const std::u32string word(view(first, last + 1));
  auto found = rules_.abbreviations.find(word);
  if (found == rules_.abbreviations.end() && word.size() > 2 && std::all_of(word.begin(), word.end() - 1, is_upper)) {
    std::u32string capitalised = plain(word);
    capitalised[0] = word[0];
    found = rules_.abbreviations.find(capitalised);
  }
  if (found == rules_.abbreviations.end()) return std::nullopt;
  if (found->second == Stop::number && !figure_follows(last + 1)) return std::nullopt;
  return found->second;
}

// The same, with initials ("J.") and acronyms ("U.S.") known by their shape.
std::optional<Stop> ChunkCutter::stop_of(std::size_t first, std::size_t last) const {
  if (at(last) != U'.' || (at(last + 1) == U'.' && at(last + 2) == U'.')) return std::nullopt;
  if (const auto known = known_stop(first, last)) return known;
  bool single = true;
  for (std::size_t i = first; i < last; ++i) single = single && ((i - first) % 2 == 0 ? is_letter(text_[i]) : text_[i] == U'.');
  if (!single || (last - first) % 2 == 0) return std::nullopt;
  if (last - first == 1) return is_upper(text_[first]) ? std::optional(Stop::acronym) : std::nullopt;
  return Stop::acronym;
}

// "don't" and "shouldn't've": cut from the right, given from the left.
void ChunkCutter::take_with_clitics(std::size_t last) {
  constexpr std::size_t kLongestClitic = 4;
  std::vector<std::size_t> cuts;
  std::size_t end = last;
  for (bool found = true; found && end > at_;) {
    found = false;
    for (std::size_t length = std::min(kLongestClitic, end - at_); length > 1 && !found; --length) {
      if (length == end - at_) continue;
      if (!rules_.clitics.contains(std::u32string_view(plain(view(end - length, end))))) continue;
      cuts.push_back(end - length);
      end -= length;
      found = true;
    }
  }
  for (auto cut = cuts.rbegin(); cut != cuts.rend(); ++cut) take(*cut);
  take(last);
}

// A segment with dots in it: an acronym or abbreviation stays whole, a missing space ("over.The") is cut, names of
// newsgroups and the like stay whole.
void ChunkCutter::take_dotted(std::size_t last) {
  if (const auto stop = stop_of(at_, last)) return take(last + 1, stop);
  const std::size_t dots = static_cast<std::size_t>(std::count(text_.visible.begin() + static_cast<std::ptrdiff_t>(at_),
                                                               text_.visible.begin() + static_cast<std::ptrdiff_t>(last), U'.'));
  const std::size_t dot = text_.visible.find(U'.', at_);
  bool single = true;
  for (std::size_t i = at_; i < last; ++i) single = single && ((i - at_) % 2 == 0 ? is_letter(text_[i]) : text_[i] == U'.');
  if (single) return take(last);
  if (const auto stop = known_stop(at_, dot)) return take(dot + 1, stop);
  const bool missing_space = is_upper(text_[dot + 1]) && dot > at_ + 1;
  if (dots == 1 || missing_space) {
    take_with_clitics(dot);
    return take(dot + 1);
  }
  take(last);
}

void ChunkCutter::take_segment(std::size_t last) {
  const bool dotted = view(at_, last).find(U'.') != std::u32string_view::npos;
  if (dotted) return take_dotted(last);
  if (const auto stop = stop_of(at_, last)) return take(last + 1, stop);
  take_with_clitics(last);
}

bool ChunkCutter::take_word() {
  if (!is_word(at_)) {
    // "'72"
    const bool year = is_apostrophe(at(at_)) && !is_word_character(before(at_)) && is_figure(at(at_ + 1)) && is_figure(at(at_ + 2));
    if (year && !is_word(at_ + 3)) return take(at_ + 3), true;
    if (year && at(at_ + 3) == U's' && !is_word(at_ + 4)) return take(at_ + 4), true;
    // A clitic cut off from its word, by a space ("Bush 's") or a mark ("12's").
    if (!is_apostrophe(at(at_)) || (at_ == begin_ && end_ - at_ > 4)) return false;
    std::size_t last = at_ + 1;
    while (is_word(last) && last - at_ < 4) ++last;
    if (!is_word(last) && rules_.clitics.contains(std::u32string_view(plain(view(at_, last))))) return take(last), true;
    return false;
  }
  std::size_t last = end_of_segment(at_);
  if (at(last) == U'$' && last - at_ <= 3 && is_upper(text_[at_])) return take(last + 1), true;

  // A prefix keeps its hyphen, and with it the word that follows.
  bool prefixed = false;
  while (is_hyphen(at(last)) && is_word(last + 1)) {
    std::size_t from = last;
    while (from > at_ && is_word_character(text_[from - 1]) && last - from < kLongestTableWord) --from;
    if (!rules_.prefixes.contains(std::u32string_view(plain(view(from, last))))) break;
    prefixed = true;
    last = end_of_segment(last + 1);
  }
  if (!prefixed) return take_segment(last), true;
  // "non-U.S."
  std::size_t base = last;
  while (base > at_ && !is_hyphen(text_[base - 1])) --base;
  if (const auto stop = stop_of(base, last)) return take(last + 1, stop), true;
  return take_with_clitics(last), true;
}

// Emoji with what modifies or joins them, flags by their two letters.
std::size_t ChunkCutter::end_of_symbol() const {
  const auto is_flag_letter = [](char32_t c) { return c >= 0x1F1E6 && c <= 0x1F1FF; };
  const auto modifies = [](char32_t c) { return is_mark(c) || (c >= 0x1F3FB && c <= 0x1F3FF) || (c >= 0xE0020 && c <= 0xE007F); };
  std::size_t last = at_ + 1;
  if (is_flag_letter(at(at_)) && is_flag_letter(at(last))) ++last;
  for (;;) {
    while (last < end_ && modifies(text_[last])) ++last;
    // A zero-width joiner is invisible: it shows as the gap between the places of two emoji.
    const bool joined = last < end_ && at(at_) >= 0x2190 && text_[last] >= 0x2190 && !is_word(last) &&
                        text_.origin[last] - text_.origin[last - 1] > 1 && !is_flag_letter(text_[last]);
    if (!joined) return last;
    ++last;
  }
}

void ChunkCutter::take_mark() {
  const char32_t c = at(at_);
  std::size_t last = at_;
  if (c == U'.') {
    while (at(last) == U'.') ++last;
    if (last == at_ + 1)
      while (in(at(last), U"?!")) ++last;
    return take(last);
  }
  if (in(c, U"?!")) {
    while (in(at(last), U"?!")) ++last;
    if (at(last) == U'.' && at(last + 1) != U'.') ++last;
    return take(last);
  }
  if (view(at_, std::min(end_, at_ + 5)) == U"[...]") return take(at_ + 5);
  if (c == U'…' && at(at_ + 1) == U'.') return take(at_ + 2);
  if (in(c, U"-–—―=*_~#+|^`…<>$/\\") && at(at_ + 1) == c) {
    while (at(last) == c) ++last;
    return take(last);
  }
  // Quotation marks made of two apostrophes.
  const char32_t next = at(at_ + 1);
  if (is_apostrophe(c) && (next == c || (c == U'‘' && next == U'’'))) return take(at_ + 2);
  take(end_of_symbol());
}

}  // namespace

std::vector<Piece> find_pieces(const Characters& characters, CharacterRange paragraph, const TokenRules& rules) {
  std::vector<Piece> pieces;
  std::size_t i = paragraph.first;
  while (i < paragraph.last) {
    if (is_space(characters[i])) {
      ++i;
      continue;
    }
    std::size_t end = i;
    while (end < paragraph.last && !is_space(characters[end])) ++end;
    ChunkCutter(characters, {i, end}, paragraph, rules, pieces).cut();
    i = end;
  }
  return pieces;
}

}  // namespace casus
