// The words of a text for measures that are blind to punctuation: a word is a number, a role is a set of them.
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <vector>

#include "casus/span.h"

namespace casus {

using WordSet = std::set<std::size_t>;

// Words are runs of letters and digits with an apostrophe, full stop, comma or hyphen inside; punctuation and quotation marks are none.
class ArticleWords {
 public:
  explicit ArticleWords(const std::u32string& text);

  // The words that the spans (of code points, cut at the end of the text) touch.
  WordSet in(const Spans& spans) const;
  std::size_t start(std::size_t word) const { return starts_[word]; }

 private:
  std::vector<std::size_t> word_at_;  // of each code point; kNoWord between words
  std::vector<std::size_t> starts_;
};

}  // namespace casus
