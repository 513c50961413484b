// Where the sentences of a paragraph end.
#pragma once

#include <cstddef>
#include <vector>

#include "token/characters.h"
#include "token/pieces.h"
#include "token/token_rules.h"

namespace casus {

// The index one past the last piece of each sentence, ascending; the last is pieces.size().
std::vector<std::size_t> find_sentence_ends(const Characters& characters, const std::vector<Piece>& pieces, const TokenRules& rules);

}  // namespace casus
