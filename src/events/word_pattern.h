// Words as tables name them: a lemma ("treaty"), one with its part of speech or its tag ("shell/NOUN", "talk/NNS"), or a pair
// ("right+human").
#pragma once

#include <string>
#include <string_view>

#include "casus/result.h"
#include "syntax/parse.h"

namespace casus {

struct WordPattern {
  std::string lemma;
  std::string tag;     // UPOS or XPOS; empty: any
  std::string beside;  // the lemma of a word that depends on it or on which it depends; empty: none is asked for
};

Result<WordPattern> parse_word_pattern(std::string_view text);

bool is_upos(std::string_view tag);

// In small letters also where it is a name's.
std::string lemma_of(std::size_t token, const Tree& tree);
bool fits(std::size_t token, const WordPattern& pattern, const Tree& tree);

}  // namespace casus
