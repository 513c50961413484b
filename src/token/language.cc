// Function words tell languages with Latin or Cyrillic letters apart; other scripts tell by themselves.

#include <algorithm>

#include "core/unicode.h"
#include "token/characters.h"
#include "token/tokens.h"

namespace casus {
namespace {

constexpr std::size_t kTokensRead = 2000;    // more would not change the answer
constexpr double kScriptShare = 0.3;         // of all letters; a Russian report has a few names in Latin letters
constexpr double kFunctionWordShare = 0.12;  // of all words; in running text every third or fourth is one
constexpr double kEnglishShare = 0.05;       // headlines have few, tables fewer
constexpr double kMoreThanEnglish = 1.3;     // how much more another language's words must be: many are English words too
constexpr std::size_t kAtLeast = 2;          // words of another language; one may be a name
constexpr std::size_t kFewWords = 12;        // a headline may do without function words
constexpr double kAccentShare = 0.1;         // of all letters, with accents, in an English headline: those of a name

struct Counts {
  std::size_t letters = 0;
  std::size_t latin = 0;
  std::size_t plain = 0;  // of ASCII
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
    if (c < 0x80) ++counts.plain;
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
    if (!is_letter(form[0]) && !is_apostrophe(form[0])) continue;
    ++counts.words;
    const std::string word = to_utf8(plain(form));
    for (std::size_t i = 0; i < rules.languages.size(); ++i) counts.of_language[i] += rules.languages[i].words.count(word);
  }
  return counts;
}

// "" where the words do not tell.
std::string language_of_words(const Counts& counts, const TokenRules& rules) {
  std::size_t english = 0, other = 0;
  std::string code;
  for (std::size_t i = 0; i < rules.languages.size(); ++i) {
    const std::size_t count = counts.of_language[i];
    if (rules.languages[i].code == "en") {
      english = count;
    } else if (count > other) {
      other = count;
      code = rules.languages[i].code;
    }
  }
  const auto words = static_cast<double>(counts.words);
  const auto by_other = static_cast<double>(other);
  if (other >= kAtLeast && by_other >= kFunctionWordShare * words && by_other >= kMoreThanEnglish * static_cast<double>(english))
    return code;
  if (english > 0 && english >= other && static_cast<double>(english) >= kEnglishShare * words) return "en";
  return "";
}

}  // namespace

std::string guess_language(const Document& document, const Tokens& tokens, const TokenRules& rules) {
  const Counts counts = count(document, tokens, rules);
  if (counts.words == 0) return "und";
  const std::string by_words = language_of_words(counts, rules);
  const auto script = std::max_element(counts.of_script.begin(), counts.of_script.end());
  if (script != counts.of_script.end() && static_cast<double>(*script) > kScriptShare * static_cast<double>(counts.letters)) {
    // Of the languages that share the script the words may know better.
    if (!by_words.empty() && counts.latin * 2 < counts.letters) return by_words;
    return rules.scripts[static_cast<std::size_t>(script - counts.of_script.begin())].code;
  }
  if (!by_words.empty()) return by_words;
  const bool english_letters = static_cast<double>(counts.letters - counts.plain) <= kAccentShare * static_cast<double>(counts.letters);
  return english_letters && counts.words <= kFewWords ? "en" : "und";
}

}  // namespace casus
