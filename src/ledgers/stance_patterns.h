// Words that tell what stance somebody takes: rules/ledgers/answers.tsv over dependency trees.
#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "syntax/parse.h"
#include "token/tokens.h"

namespace casus {

// Whose predicate the words are: of the one who takes the stance ("denied"), or of what he says of the matter ("was slander").
// Or it is a noun that he has: "the denial from the palace".
enum class StancePart { does, said, has };

struct StancePattern {
  std::vector<std::set<std::string>> words;  // the head's alternatives, then those of words below it: lemmas or forms in lower case
  StancePart part = StancePart::does;
  std::string stance;          // "none": none is taken, whatever the act; empty: the row says nothing
  std::string negated_stance;  // of "did not ..."
  std::string example;
  std::string place;  // file and line of the row
};

struct StanceMatch {
  const StancePattern* pattern = nullptr;  // owned by the StancePatterns
  std::string stance;
  std::vector<std::size_t> words;  // tokens; the head first
};

// Loaded once, then immutable.
class StancePatterns {
 public:
  StancePatterns() = default;
  explicit StancePatterns(std::vector<StancePattern> patterns);

  // A word counts by its lemma, its form, and as a regular form of an alternative, since taggers err on lemmas.
  // Of the pattern with most words whose head is `token` and that says something; of equals the first.
  const std::vector<StancePattern>& patterns() const { return patterns_; }
  std::optional<StanceMatch> match(std::size_t token, StancePart part, const Tokens& tokens, const Tree& tree) const;

 private:
  std::vector<StancePattern> patterns_;
  std::unordered_map<std::string, std::vector<std::size_t>> by_head_;
};

// "did not deny", "nobody denied", "had no part"; also of the second of "neither confirmed nor denied".
bool is_told_negated(const std::vector<std::size_t>& words, const Tree& tree);

}  // namespace casus
