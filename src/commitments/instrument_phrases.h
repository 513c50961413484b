// Noun phrases that name what binds.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "commitments/instrument_rules.h"
#include "document/document.h"
#include "syntax/parse.h"
#include "token/tokens.h"

namespace casus {

struct InstrumentPhrase {
  TokenRange range;      // its name, with "article 5 of the" before it
  std::size_t head = 0;  // of the range
  std::size_t noun = 0;  // of the name
  TokenRange name;       // without article and passing words
  InstrumentKind kind = InstrumentKind::treaty;
  std::optional<std::string> article;    // "5", "42(7)"
  std::vector<const TreatyName*> names;  // those of treaties that stand there
};

// In the order of their heads. `rules` must outlive them.
std::vector<InstrumentPhrase> find_instrument_phrases(const Document& document, const Tokens& tokens, const Tree& tree,
                                                      const InstrumentRules& rules);

// "defence" in "the defence pact"; what is of the same phrase as the noun after it.
bool modifies_noun(std::size_t token, const Tree& tree);

}  // namespace casus
