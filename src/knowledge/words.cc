#include "knowledge/words.h"

#include "core/unicode.h"

namespace casus {

std::vector<std::string> key_words(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  const auto finish = [&] {
    if (word.ends_with("'s")) word.resize(word.size() - 2);
    while (word.ends_with('\'')) word.pop_back();
    while (word.starts_with('\'')) word.erase(0, 1);
    if (!word.empty()) words.push_back(std::move(word));
    word.clear();
  };
  for (const char c : fold(text)) {
    if (c == ' ' || c == '-' || c == '/' || c == '\n' || c == '\t') finish();
    else if (static_cast<unsigned char>(c) >= 0x80 || c == '\'' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z')) word += c;
  }
  finish();
  return words;
}

std::string key_of(std::string_view text) {
  std::string key;
  for (const std::string& word : key_words(text)) {
    if (!key.empty()) key += ' ';
    key += word;
  }
  return key;
}

bool is_acronym(std::string_view text) {
  std::size_t letters = 0;
  for (const char c : text) {
    if ((c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80 || c == ' ') return false;
    letters += c >= 'A' && c <= 'Z';
  }
  return letters >= 2;
}

std::string_view last_word(std::string_view name) {
  const std::size_t space = name.find_last_of(' ');
  return space == std::string_view::npos ? name : name.substr(space + 1);
}

}  // namespace casus
