#include "events/word_pattern.h"

#include <algorithm>
#include <array>

#include "core/unicode.h"

namespace casus {
namespace {

// The Penn tags that tell one from several.
bool is_noun_tag(std::string_view tag) { return tag == "NN" || tag == "NNS" || tag == "NNP" || tag == "NNPS"; }

}  // namespace

bool is_upos(std::string_view tag) {
  constexpr std::array<std::string_view, 17> kUpos = {"ADJ",  "ADP",  "ADV",   "AUX",   "CCONJ", "DET", "INTJ", "NOUN", "NUM",
                                                      "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X"};
  return std::find(kUpos.begin(), kUpos.end(), tag) != kUpos.end();
}

Result<WordPattern> parse_word_pattern(std::string_view text) {
  const std::size_t mark = text.find_first_of("+/");
  WordPattern pattern{.lemma = std::string(text.substr(0, mark)), .tag = {}, .beside = {}};
  if (mark != std::string_view::npos) (text[mark] == '+' ? pattern.beside : pattern.tag) = text.substr(mark + 1);
  const bool half = mark != std::string_view::npos && mark + 1 == text.size();
  if (pattern.lemma.empty() || half) return Error{"'" + std::string(text) + "' is neither a lemma, nor lemma/TAG, nor lemma+lemma"};
  if (!pattern.tag.empty() && !is_upos(pattern.tag) && !is_noun_tag(pattern.tag))
    return Error{"unknown part of speech in '" + std::string(text) + "'"};
  return pattern;
}

std::string lemma_of(std::size_t token, const Tree& tree) {
  const Word& word = tree.word(token);
  return word.upos == "PROPN" ? lower(word.lemma) : word.lemma;
}

bool fits(std::size_t token, const WordPattern& pattern, const Tree& tree) {
  if (lemma_of(token, tree) != pattern.lemma) return false;
  const Word& word = tree.word(token);
  if (!pattern.tag.empty() && pattern.tag != word.upos && pattern.tag != word.xpos) return false;
  if (pattern.beside.empty()) return true;
  const std::size_t head = word.head;
  const auto& children = tree.children(token);
  return (head != kRoot && lemma_of(head, tree) == pattern.beside) ||
         std::any_of(children.begin(), children.end(), [&](std::size_t child) { return lemma_of(child, tree) == pattern.beside; });
}

}  // namespace casus
