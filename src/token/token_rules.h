// What split and guess_language know of words: tables under rules/tokens/, described in its README.md.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "casus/result.h"

namespace casus {

// What the full stop of an abbreviation may be.
enum class Stop {
  title,    // never the end of a sentence: "Gen."
  number,   // an abbreviation before a figure only ("No. 5"), else an ordinary word with a full stop
  acronym,  // the end where a word follows that begins sentences: "U.S."
  end,      // the end where a capital follows, but for words of time: "p.m."
};

enum class UnitUse { any, money };  // "5km"; "$5m"
// "The" after "U.S."; "They" after a line end that was lost; "Tuesday" after "p.m."; "asked" after a quoted question; "Image" before
// a colon.
enum class WordRole { starter, opener, time, report, credit };

// Where an example of the tables says that tokens and sentences end: "Gen. Ruz left¦." with "¦" and "‖".
struct TokenExample {
  std::string place;  // "rules/tokens/abbreviations.tsv:12"
  std::string marked;
};

struct LanguageWords {
  std::string code;  // ISO 639-1
  std::unordered_set<std::string> words;
};

struct Script {
  std::string code;  // ISO 639-1 of the language that the script is taken for
  char32_t first = 0;
  char32_t last = 0;
};

// Loaded once, then immutable. Words are in lower case with plain apostrophes unless said otherwise.
struct TokenRules {
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::u32string_view text) const { return std::hash<std::u32string_view>()(text); }
  };
  template <class Value>
  using Map = std::unordered_map<std::u32string, Value, Hash, std::equal_to<>>;
  using Set = std::unordered_set<std::u32string, Hash, std::equal_to<>>;

  Map<Stop> abbreviations;              // as written, with the full stop
  Map<std::vector<std::size_t>> words;  // where a word is cut; nowhere for one that stays whole
  std::size_t longest_word = 0;         // characters, of `words`
  Set clitics;                          // "n't", "'s"
  Set prefixes;                         // "anti": what the hyphen does not cut off
  Map<UnitUse> units;                   // as written
  Set suffixes;                         // of host and file names: "org", "pdf"
  Set emoticons;                        // as written
  Map<WordRole> roles;                  // of words after a possible end of sentence
  std::vector<LanguageWords> languages;
  std::vector<Script> scripts;
  std::vector<TokenExample> examples;

  // The error names file and line.
  static Result<TokenRules> load(const std::string& folder);
};

}  // namespace casus
