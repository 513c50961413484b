// Every place in a report where an actor may be meant; who it is comes later (actors.cc).
#pragma once

#include <string_view>
#include <vector>

#include "actors/mark.h"
#include "document/document.h"
#include "knowledge/knowledge.h"
#include "names/names.h"
#include "syntax/parse.h"
#include "token/tokens.h"

namespace casus {

// In the order of their heads; a possessor or an affiliation comes before what it belongs to where the text has it so.
std::vector<Mark> find_marks(const Document& document, const Tokens& tokens, const Parse& parse, const Tree& tree, const Names& names,
                             const Knowledge& knowledge, std::string_view date);

}  // namespace casus
