// Dependency trees as text: a word a line, in the order of the sentence, with lines from heads to dependents on the left.
#pragma once

#include <string>
#include <vector>

#include "syntax/parse.h"
#include "token/tokens.h"

namespace casus {

// For each token of the sentence the lines before its word, "│  ╭─ ", three columns for each head above it. UTF-8.
std::vector<std::string> draw_tree(const Parse& parse, TokenRange sentence);

}  // namespace casus
