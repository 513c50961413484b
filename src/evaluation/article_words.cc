#include "evaluation/article_words.h"

#include <algorithm>

#include "core/unicode.h"

namespace casus {
namespace {

constexpr std::size_t kNoWord = static_cast<std::size_t>(-1);

bool is_word_character(char32_t c) { return is_letter(c) || is_digit(c); }
bool joins_words(char32_t c) { return c == U'\'' || c == U'’' || c == U'.' || c == U',' || c == U'-'; }

}  // namespace

ArticleWords::ArticleWords(const std::u32string& text) : word_at_(text.size(), kNoWord) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool after_word = i > 0 && word_at_[i - 1] != kNoWord;
    if (is_word_character(text[i])) {
      if (!after_word) starts_.push_back(i);
      word_at_[i] = starts_.size() - 1;
    } else if (after_word && joins_words(text[i]) && is_word_character(text[i - 1]) && i + 1 < text.size() &&
               is_word_character(text[i + 1])) {
      word_at_[i] = word_at_[i - 1];
    }
  }
}

WordSet ArticleWords::in(const Spans& spans) const {
  WordSet words;
  for (const Span& span : spans)
    for (std::size_t i = span.start; i < std::min(span.end, word_at_.size()); ++i)
      if (word_at_[i] != kNoWord) words.insert(word_at_[i]);
  return words;
}

}  // namespace casus
