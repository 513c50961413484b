// Names as the knowledge base compares them.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace casus {

// The words of a token or phrase as keys have them: folded, full stops dropped, split at hyphens, slashes and spaces.
// "U.N." -> "un"; "Nagorno-Karabakh" -> "nagorno", "karabakh"; "'s" and punctuation give none.
std::vector<std::string> key_words(std::string_view text);
// These words, joined by single spaces.
std::string key_of(std::string_view text);

// Do the letters of the text stand in capitals, as an acronym's must?
bool is_acronym(std::string_view text);

std::string_view last_word(std::string_view name);

// `visit` gets each word of a text whose words are divided by single spaces.
template <class Visit>
void for_each_word(std::string_view text, Visit visit) {
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t end = std::min(text.find(' ', start), text.size());
    visit(text.substr(start, end - start));
    start = end + 1;
  }
}

}  // namespace casus
