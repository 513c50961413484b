// The words of who says something.
#pragma once

#include <string_view>
#include <vector>

#include "statements/proposals.h"

namespace casus {

// The heads of those whose words they are, by the tree alone.
std::vector<std::size_t> sources_by_tree(std::size_t head, const CueMatch& match, const Tree& tree);

// The model's source where it fits the tree, else the tree's.
void complete_source(Proposal& proposal, const Tokens& tokens, const Tree& tree);

// What is called for, travelled for, written for: "called to congratulate him".
bool is_courtesy(std::string_view act);

}  // namespace casus
