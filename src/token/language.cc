// Function words tell languages with Latin or Cyrillic letters apart; other scripts tell by themselves.

#include <algorithm>

#include "core/unicode.h"
#include "token/tokens.h"

namespace casus {
namespace {

constexpr std::size_t kTokensRead = 2000;    // more would not change the answer
constexpr double kScriptShare = 0.3;         // of all letters; a Russian report has a few names in Latin letters
constexpr double kFunctionWordShare = 0.12;  // of all words; in running text every third or fourth is one
constexpr std::size_t kFewWords = 12;        // a headline may do without function words

struct Counts {
  std::size_t letters = 0;
  std::size_t latin = 0;
  std::size_t words = 0;
  std::vector<std::size_t> of_script;
  std::vector<std::size_t> of_language;
};

bool is_latin(char32_t c) { return (c < 0x250 || (c >= 0x1E00 && c <= 0x1EFF)) && is_letter(c); }

void count_letters(std::u32string_view letters, const TokenRules& rules, Counts& counts) {
  for (const char32_t c : letters) {
    if (!is_letter(c)) continue;
    ++counts.letters;
    if (is_latin(c)) ++counts.latin;
    for (std::size_t i = 0; i < rules.scripts.size(); ++i)
      if (c >= rules.scripts[i].first && c <= rules.scripts[i].last) ++counts.of_script[i];
  }
}

Counts count(const Document& document, const Tokens& tokens, const TokenRules& rules) {
  Counts counts;
  counts.of_script.resize(rules.scripts.size());
  counts.of_language.resize(rules.languages.size());
  constexpr std::size_t kLongestWord = 40;
  for (std::size_t t = 0; t < std::min(tokens.tokens.size(), kTokensRead); ++t) {
    const Span span = tokens.tokens[t].span;
    const std::u32string_view form = std::u32string_view(document.text).substr(span.start, std::min(span.length(), kLongestWord));
    count_letters(form, rules, counts);
    if (!is_letter(form[0])) continue;
    ++counts.words;
    const std::string word = lower(tokens.tokens[t].form.substr(0, kLongestWord));
    for (std::size_t i = 0; i < rules.languages.size(); ++i) counts.of_language[i] += rules.languages[i].words.count(word);
  }
  return counts;
}

}  // namespace

std::string guess_language(const Document& document, const Tokens& tokens, const TokenRules& rules) {
  const Counts counts = count(document, tokens, rules);
  if (counts.words == 0) return "und";
  const auto most = std::max_element(counts.of_language.begin(), counts.of_language.end());
  const auto script = std::max_element(counts.of_script.begin(), counts.of_script.end());
  const bool words_tell =
      most != counts.of_language.end() && static_cast<double>(*most) >= kFunctionWordShare * static_cast<double>(counts.words);
  const std::string by_words = words_tell ? rules.languages[static_cast<std::size_t>(most - counts.of_language.begin())].code : "";
  const bool other_script =
      script != counts.of_script.end() && static_cast<double>(*script) > kScriptShare * static_cast<double>(counts.letters);
  if (other_script) {
    // Of the languages that share the script the words may know better.
    if (words_tell && counts.latin * 2 < counts.letters) return by_words;
    return rules.scripts[static_cast<std::size_t>(script - counts.of_script.begin())].code;
  }
  if (words_tell) return by_words;
  const bool all_latin = counts.latin == counts.letters;
  const bool plain_letters = std::all_of(document.text.begin(), document.text.end(), [](char32_t c) { return c < 0x80 || !is_letter(c); });
  return all_latin && plain_letters && counts.words <= kFewWords && *most == 0 ? "en" : "und";
}

}  // namespace casus
