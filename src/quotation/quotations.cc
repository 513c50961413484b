// One pass over each paragraph. A double mark opens where none is open and closes else, whatever is written between; single marks count
// only outside of double ones and only in pairs, since they are apostrophes too. A paragraph that ends inside a quotation and a next one
// that begins with a mark are one speech.
#include "quotation/quotations.h"

#include <algorithm>
#include <string_view>

#include "core/unicode.h"

namespace casus {
namespace {

constexpr std::u32string_view kDoubleMarks = U"“”„«»\"‟";
constexpr std::u32string_view kSingleMarks = U"‘’'‚‹›";

bool is_in(std::u32string_view marks, char32_t c) { return marks.find(c) != std::u32string_view::npos; }
bool is_word_character(char32_t c) { return is_letter(c) || is_digit(c); }

class ParagraphReader {
 public:
  ParagraphReader(std::u32string_view text, Span paragraph)
      : text_(text), at_(paragraph.start), start_(paragraph.start), end_(paragraph.end) {}

  std::vector<Quotation> read() {
    for (; at_ < end_; ++at_) {
      if (const std::size_t width = double_mark(at_)) {
        take_double(width);
        at_ += width - 1;
      } else if (!open_ && opens_single(at_)) {
        take_single();
      }
    }
    if (open_) add(*open_, end_, false);
    return std::move(found_);
  }

 private:
  // The number of characters of the double mark at `at`: `` and '' have two.
  std::size_t double_mark(std::size_t at) const {
    if (is_in(kDoubleMarks, text_[at])) return 1;
    const bool doubled = (text_[at] == U'`' || text_[at] == U'\'') && at + 1 < end_ && text_[at + 1] == text_[at];
    return doubled ? 2 : 0;
  }

  void take_double(std::size_t width) {
    if (open_) {
      if (text_[at_] == U'“' && at_ > *open_ && is_space(text_[at_ - 1])) return;  // an opening mark within: the first was not closed
      add(*open_, at_, true);
      open_.reset();
    } else if (at_ + width < end_ && !is_space(text_[at_ + width])) {
      open_ = at_ + width;
    }
  }

  bool opens_single(std::size_t at) const {
    if (!is_in(kSingleMarks, text_[at]) || at + 1 >= end_ || !is_letter(text_[at + 1])) return false;
    return at == start_ || is_space(text_[at - 1]) || text_[at - 1] == U'(' || text_[at - 1] == U'[';
  }

  bool closes_single(std::size_t at) const {
    if (!is_in(kSingleMarks, text_[at]) || is_space(text_[at - 1])) return false;
    return at + 1 == end_ || !is_word_character(text_[at + 1]);
  }

  void take_single() {
    if (no_more_singles_) return;
    for (std::size_t close = at_ + 2; close < end_ && !double_mark(close); ++close)
      if (closes_single(close)) {
        add(at_ + 1, close, true);
        at_ = close;
        return;
      }
    no_more_singles_ = true;
  }

  void add(std::size_t first, std::size_t last, bool closed) {
    if (last > first) found_.push_back({{first, last}, {}, closed, std::nullopt});
  }

  std::u32string_view text_;
  std::size_t at_, start_, end_;
  std::optional<std::size_t> open_;
  bool no_more_singles_ = false;
  std::vector<Quotation> found_;
};

std::vector<TokenRange> paragraphs_of(const Tokens& tokens) {
  std::vector<TokenRange> paragraphs;
  for (std::size_t at = 0; at < tokens.tokens.size(); ++at) {
    if (at == 0 || tokens.tokens[at].paragraph_start) paragraphs.push_back({at, at});
    paragraphs.back().last = at + 1;
  }
  return paragraphs;
}

}  // namespace

bool is_quotation_mark(char32_t c) { return is_in(kDoubleMarks, c) || is_in(kSingleMarks, c) || c == U'`'; }

Quotations::Quotations(const Document& document, const Tokens& tokens) : of_token_(tokens.tokens.size()) {
  bool goes_on = false;
  for (const TokenRange& paragraph : paragraphs_of(tokens)) {
    const Span span = tokens.span(paragraph);
    auto found = ParagraphReader(document.text, span).read();
    const bool begins_with_mark =
        !found.empty() && found.front().span.start <= span.start + 2 && is_quotation_mark(document.text[span.start]);
    if (goes_on && begins_with_mark) found.front().continues = all_.size() - 1;
    goes_on = !found.empty() && !found.back().closed;
    std::size_t token = paragraph.first;
    for (Quotation& quotation : found) {
      while (token < paragraph.last && tokens.tokens[token].span.start < quotation.span.start) ++token;
      quotation.tokens.first = token;
      for (; token < paragraph.last && tokens.tokens[token].span.end <= quotation.span.end; ++token) of_token_[token] = all_.size();
      quotation.tokens.last = token;
      all_.push_back(quotation);
    }
  }
}

}  // namespace casus
