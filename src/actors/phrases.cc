#include "actors/phrases.h"

#include <algorithm>

#include "core/unicode.h"

namespace casus {

Phrases::Phrases(const Tokens& tokens, const Parse& parse, const Knowledge& knowledge)
    : tokens_(tokens), parse_(parse), knowledge_(knowledge), words_(tokens.tokens.size()), sentence_end_(tokens.tokens.size()) {
  for (std::size_t i = 0; i < words_.size(); ++i) words_[i] = key_words(tokens.tokens[i].form);
  for (const TokenRange& sentence : tokens.sentences)
    for (std::size_t i = sentence.first; i < sentence.last; ++i) sentence_end_[i] = sentence.last;
}

std::vector<PhraseMatch> Phrases::starting_at(std::size_t token) const {
  std::vector<PhraseMatch> matches;
  if (words_[token].empty()) return matches;
  std::size_t longest = knowledge_.longest_key(words_[token].front());
  const bool noun = parse_.words[token].upos == "NOUN" || parse_.words[token].upos == "PROPN";
  if (noun) {
    const std::vector<std::string> lemma = key_words(parse_.words[token].lemma);
    if (!lemma.empty()) longest = std::max(longest, knowledge_.longest_key(lemma.front()));
  }
  std::string key;
  std::size_t count = 0;
  for (std::size_t last = token; last < sentence_end_[token] && count < longest; ++last) {
    if (words_[last].empty()) {
      if (joins(last)) continue;
      break;
    }
    const std::string before = key;
    for (const std::string& word : words_[last]) key += (key.empty() ? "" : " ") + word;
    count += words_[last].size();
    if (const auto entries = knowledge_.find(key); !entries.empty()) matches.push_back({{token, last + 1}, entries, false});
    const Word& word = parse_.words[last];
    const std::string lemma = fold(word.lemma);
    if ((word.upos != "NOUN" && word.upos != "PROPN") || lemma.empty() || lemma == words_[last].back()) continue;
    const std::string by_lemma = before + (before.empty() ? "" : " ") + lemma;
    if (const auto entries = knowledge_.find(by_lemma); !entries.empty()) matches.push_back({{token, last + 1}, entries, true});
  }
  std::stable_sort(matches.begin(), matches.end(), [](const auto& a, const auto& b) { return a.range.size() > b.range.size(); });
  return matches;
}

bool Phrases::joins(std::size_t token) const {
  const std::string form = fold(tokens_.tokens[token].form);
  return form == "-" || form == "/" || form == "'" || form == "'s" || form == ".";
}

}  // namespace casus
