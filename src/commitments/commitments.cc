#include "commitments/commitments.h"

#include "commitments/joining.h"

namespace casus {

Commitments find_commitments(const Document& document, const Tokens& tokens, const Parse& parse, const Actors& actors, const Places& places,
                             const Statements& statements, const std::vector<InstrumentMention>& instruments, const Lexicon& lexicon,
                             const CommitmentRules& rules) {
  const Tree tree(tokens, parse);
  const Grammar grammar(tokens, tree, lexicon);
  const ObligationText text{document, tokens, tree, grammar, actors, places, statements, instruments, lexicon, rules};
  return {join(find_duty_tellings(text), text)};
}

}  // namespace casus
