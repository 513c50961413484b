#include "core/inflections.h"

#include <string_view>

namespace casus {
namespace {

bool is_vowel(char c) { return std::string_view("aeiou").find(c) != std::string_view::npos; }

bool hisses(const std::string& lemma) {
  for (const std::string_view ending : {"s", "x", "z", "ch", "sh", "o"})
    if (lemma.ends_with(ending)) return true;
  return false;
}

// "signal" -> "signalled", "quip" -> "quipped"
bool may_double(const std::string& lemma) {
  const std::size_t n = lemma.size();
  if (n < 3 || is_vowel(lemma[n - 1]) || !is_vowel(lemma[n - 2])) return false;
  return !is_vowel(lemma[n - 3]) || (n > 3 && lemma[n - 3] == 'u' && lemma[n - 4] == 'q');
}

}  // namespace

std::vector<std::string> regular_forms(const std::string& lemma) {
  constexpr std::size_t kShortest = 2;
  if (lemma.size() < kShortest) return {lemma};
  const std::size_t n = lemma.size();
  const std::string stem = lemma.substr(0, n - 1);
  std::vector<std::string> forms = {lemma};
  if (lemma.back() == 'e') {
    forms.insert(forms.end(), {lemma + "s", lemma + "d", stem + "ing"});
  } else if (lemma.back() == 'y' && !is_vowel(lemma[n - 2])) {
    forms.insert(forms.end(), {stem + "ies", stem + "ied", lemma + "ing"});
  } else {
    forms.insert(forms.end(), {lemma + (hisses(lemma) ? "es" : "s"), lemma + "ed", lemma + "ing"});
    if (may_double(lemma)) forms.insert(forms.end(), {lemma + lemma.back() + "ed", lemma + lemma.back() + "ing"});
  }
  return forms;
}

}  // namespace casus
