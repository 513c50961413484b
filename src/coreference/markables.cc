#include "coreference/markables.h"

#include <algorithm>

namespace casus {
namespace {

bool is_proper_noun(const Word& word) { return word.xpos == "NNP" || word.xpos == "NNPS"; }

bool has_relation(const Word& word, std::initializer_list<std::string_view> relations) {
  return std::any_of(relations.begin(), relations.end(), [&](std::string_view one) { return is_relation(word.relation, one); });
}

bool refers_as_pronoun(const Word& word) {
  if (has_relation(word, {"expl"})) return false;
  return word.xpos == "PRP" || word.xpos == "PRP$" || (word.xpos == "DT" && word.feats.find("PronType=Dem") != std::string::npos);
}

bool heads_phrase(const Word& word) {
  if (word.upos == "PRON") return refers_as_pronoun(word);
  if (has_relation(word, {"flat", "fixed", "goeswith"})) return false;
  return word.upos == "PROPN" || (word.upos == "NOUN" && !has_relation(word, {"compound"}));
}

// Of the run of proper nouns that ends with `head` and hangs on it.
std::size_t first_of_name(const Parse& parse, TokenRange sentence, std::size_t head) {
  if (!is_proper_noun(parse.words[head])) return head;
  std::size_t first = head;
  while (first > sentence.first) {
    const Word& before = parse.words[first - 1];
    const bool part_of_name = is_proper_noun(before) && before.head != kRoot && before.head >= first && before.head <= head &&
                              has_relation(before, {"compound", "amod", "flat", "nmod", "nummod"});
    if (!part_of_name) break;
    --first;
  }
  return first;
}

}  // namespace

std::vector<Markable> find_markables(const Tokens& tokens, const Parse& parse) {
  std::vector<Markable> markables;
  for (const TokenRange sentence : tokens.sentences)
    for (std::size_t i = sentence.first; i < sentence.last; ++i)
      if (heads_phrase(parse.words[i])) markables.push_back({.head = i, .first = first_of_name(parse, sentence, i)});
  // Of the markables that begin with one word the outermost: its head stands last.
  std::sort(markables.begin(), markables.end(),
            [](const Markable& a, const Markable& b) { return a.first != b.first ? a.first < b.first : a.head > b.head; });
  markables.erase(std::unique(markables.begin(), markables.end(), [](const Markable& a, const Markable& b) { return a.first == b.first; }),
                  markables.end());
  return markables;
}

}  // namespace casus
