// Which sequences of tokens the knowledge base knows.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "knowledge/knowledge.h"
#include "syntax/parse.h"
#include "token/tokens.h"

namespace casus {

struct PhraseMatch {
  TokenRange range;
  std::span<const Entry> entries;
  bool by_lemma = false;  // the last word matched as its lemma: "rebels" for "rebel"
  std::string key;
};

class Phrases {
 public:
  // All three must outlive it.
  Phrases(const Tokens& tokens, const Parse& parse, const Knowledge& knowledge);

  // Every key that begins at the token, the longest first; keys do not cross sentences.
  std::vector<PhraseMatch> starting_at(std::size_t token) const;

 private:
  bool joins(std::size_t token) const;
  std::vector<std::string> singulars(std::size_t token) const;

  const Tokens& tokens_;
  const Parse& parse_;
  const Knowledge& knowledge_;
  std::vector<std::vector<std::string>> words_;
  std::vector<std::size_t> sentence_end_;
};

}  // namespace casus
