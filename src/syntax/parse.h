// Tags and dependency trees (Universal Dependencies, English).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "token/tokens.h"

namespace casus {

inline constexpr std::size_t kRoot = static_cast<std::size_t>(-1);

struct Word {
  std::string lemma;
  std::string upos;          // "VERB"
  std::string xpos;          // "VBD"
  std::string feats;         // "Mood=Ind|Tense=Past", or "_"
  std::size_t head = kRoot;  // a token of the same sentence
  std::string relation;      // "nsubj:pass"
};

// One Word per Token. Every sentence has one root and no cycle.
struct Parse {
  std::vector<Word> words;
};

// The dependency trees of a report with their edges both ways.
class Tree {
 public:
  Tree(const Tokens& tokens, const Parse& parse);

  const Word& word(std::size_t token) const { return parse_->words[token]; }
  const std::vector<std::size_t>& children(std::size_t token) const { return children_[token]; }
  std::vector<std::size_t> children(std::size_t token, std::string_view relation) const;  // "nsubj" finds "nsubj:pass" too
  bool has_child(std::size_t token, std::string_view relation) const;
  // All tokens below `token`, itself included, in order.
  std::vector<std::size_t> subtree(std::size_t token) const;
  // First to last token of the subtree.
  TokenRange extent(std::size_t token) const;
  bool is_ancestor(std::size_t above, std::size_t below) const;
  // The token itself and those coordinated with it (conj).
  std::vector<std::size_t> conjuncts(std::size_t token) const;

 private:
  const Parse* parse_;  // owned by the caller, who keeps it alive
  std::vector<std::vector<std::size_t>> children_;
};

// "nsubj:pass" is an "nsubj".
bool is_relation(std::string_view relation, std::string_view wanted);

}  // namespace casus
