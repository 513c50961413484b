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
  for (const std::string& singular : singulars(token)) longest = std::max(longest, knowledge_.longest_key(singular));
  std::string key;
  std::size_t count = 0;
  bool opened = false;
  for (std::size_t last = token; last < sentence_end_[token] && count < longest; ++last) {
    if (words_[last].empty()) {
      opened = opened || tokens_.tokens[last].form == "(";
      if (joins(last)) continue;
      break;
    }
    const std::string before = key;
    for (const std::string& word : words_[last]) key += (key.empty() ? "" : " ") + word;
    count += words_[last].size();
    const std::size_t end = last + (opened && last + 1 < sentence_end_[token] && tokens_.tokens[last + 1].form == ")" ? 2 : 1);
    if (const auto entries = knowledge_.find(key); !entries.empty()) matches.push_back({{token, end}, entries, false, key});
    for (const std::string& singular : singulars(last)) {
      const std::string by_lemma = before + (before.empty() ? "" : " ") + singular;
      const auto entries = knowledge_.find(by_lemma);
      if (entries.empty()) continue;
      matches.push_back({{token, end}, entries, true, by_lemma});
      break;
    }
  }
  std::stable_sort(matches.begin(), matches.end(), [](const auto& a, const auto& b) { return a.range.size() > b.range.size(); });
  return matches;
}

// The lemma, and what a regular plural is the plural of, since a parser's lemma may be wrong: "agencie".
std::vector<std::string> Phrases::singulars(std::size_t token) const {
  const Word& word = parse_.words[token];
  if ((word.upos != "NOUN" && word.upos != "PROPN") || words_[token].empty()) return {};
  const std::string& form = words_[token].back();
  std::vector<std::string> found;
  const auto offer = [&](std::string singular) {
    if (!singular.empty() && singular != form && std::find(found.begin(), found.end(), singular) == found.end())
      found.push_back(std::move(singular));
  };
  offer(fold(word.lemma));
  if (word.xpos != "NNS" && word.xpos != "NNPS") return found;
  if (form.ends_with("ies")) offer(form.substr(0, form.size() - 3) + "y");
  if (form.ends_with("men")) offer(form.substr(0, form.size() - 3) + "man");
  if (form.ends_with("s")) offer(form.substr(0, form.size() - 1));
  if (form.ends_with("es")) offer(form.substr(0, form.size() - 2));
  return found;
}

bool Phrases::joins(std::size_t token) const {
  const std::string form = fold(tokens_.tokens[token].form);
  return form == "-" || form == "/" || form == "'" || form == "'s" || form == "." || form == "(";
}

}  // namespace casus
