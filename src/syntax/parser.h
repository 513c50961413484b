// Tags, lemmas and dependency trees from the words' vectors.
#pragma once

#include <string>
#include <vector>

#include "casus/result.h"
#include "encoder/label_head.h"
#include "encoder/vectors.h"
#include "syntax/biaffine.h"
#include "syntax/lemma_endings.h"
#include "syntax/lemma_script.h"
#include "syntax/parse.h"
#include "tensor/scratch.h"
#include "tensor/weights_file.h"
#include "token/tokens.h"

namespace casus {

// Loaded once, then immutable; any number of threads may parse, each with a Scratch of its own.
class Parser {
 public:
  static Result<Parser> load(const WeightsFile& file);

  // Every sentence gets a tree with one root, and only its root has the relation `root`. A sentence of more than kLongestSentence tokens is
  // parsed in parts of that many, whose roots hang on the first one's as parataxis.
  Parse parse(const Vectors& vectors, const Tokens& tokens, Scratch& scratch) const;

 private:
  Parser(LabelHead upos, LabelHead xpos, LabelHead feats, LabelHead lemma, std::vector<LemmaScript> scripts, LemmaEndings endings,
         ArcHead arcs, RelationHead relations, std::size_t root_relation);
  void tag(const Vectors& vectors, const Tokens& tokens, Parse& parse, Scratch& scratch) const;
  void attach(const Vectors& vectors, TokenRange words, const std::vector<TokenRange>& sentences, Parse& parse, Scratch& scratch) const;

  LabelHead upos_;
  LabelHead xpos_;
  LabelHead feats_;
  LabelHead lemma_;
  std::vector<LemmaScript> scripts_;  // of lemma_'s labels
  LemmaEndings endings_;
  ArcHead arcs_;
  RelationHead relations_;
  std::size_t root_relation_;  // of relations_' labels
};

}  // namespace casus
