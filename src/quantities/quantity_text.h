// What quantities are found in, with the lemmas that the tables know.
#pragma once

#include <string>
#include <vector>

#include "actors/actors.h"
#include "knowledge/knowledge.h"
#include "quantities/quantity_rules.h"
#include "syntax/parse.h"
#include "token/tokens.h"

namespace casus {

// All must outlive this.
struct QuantityText {
  QuantityText(const Tokens& all, const Tree& trees, const Actors& known, const Knowledge& world, const QuantityRules& tables);

  const Tokens& tokens;
  const Tree& tree;
  const Actors& actors;
  const Knowledge& knowledge;
  const QuantityRules& rules;
  std::vector<std::string> forms;  // in lower case
  std::vector<std::string> lemmas;

  const Word& word(std::size_t token) const { return tree.word(token); }
  bool is_verb(std::size_t token) const { return word(token).upos == "VERB" || word(token).upos == "AUX"; }
  bool is_nominal(std::size_t token) const {
    return word(token).upos == "NOUN" || word(token).upos == "PROPN" || word(token).upos == "ADJ" || word(token).upos == "SYM";
  }
  bool is_passive(std::size_t verb) const { return tree.has_child(verb, "aux:pass") || tree.has_child(verb, "nsubj:pass"); }
  // The preposition of a phrase, but for one that belongs to its numeral ("up to 20"): lemmas of the first of its words; empty for none.
  std::string preposition(std::size_t head, TokenRange but = {}) const;
};

}  // namespace casus
