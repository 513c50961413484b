// Where somebody may be saying something: what the model marked and what the lexicon finds in the trees, as one list.
#pragma once

#include <optional>
#include <vector>

#include "attribution/attributions.h"
#include "quotation/quotations.h"
#include "statements/cues.h"
#include "syntax/parse.h"

namespace casus {

// One for each cue, in the order of the cues. Ranges are not yet trimmed and may be empty.
struct Proposal {
  std::vector<TokenRange> source;
  std::vector<TokenRange> cue;      // empty where no word is the cue
  std::size_t head = kRoot;         // of the cue
  std::optional<CueMatch> match;    // nothing where the lexicon does not know the cue
  std::vector<TokenRange> content;  // empty for a non-answer
  std::vector<std::size_t> source_heads;
  double confidence = 0;
  bool from_tree = false;  // the model has not marked it
};

std::vector<Proposal> find_proposals(const Tokens& tokens, const Tree& tree, const Attributions& attributions, const Quotations& quotations,
                                     const Cues& cues);

// Ascending token indices as ranges, cut where a paragraph begins.
std::vector<TokenRange> ranges_of(const std::vector<std::size_t>& tokens, const Tokens& all);
// Ranges and words together, in order, none twice.
void add_words(std::vector<TokenRange>& ranges, std::vector<std::size_t> words, const Tokens& all);
bool holds(const std::vector<TokenRange>& ranges, std::size_t token);

// The tokens of the ranges whose head is outside of them.
std::vector<std::size_t> heads_of(const std::vector<TokenRange>& ranges, const Tree& tree);

}  // namespace casus
