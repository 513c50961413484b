// Where in a tree the words of a rule hang.
#pragma once

#include <string>
#include <vector>

#include "statements/cues.h"
#include "syntax/parse.h"

namespace casus {

// The children of the cue's words that `place` names.
std::vector<std::size_t> find_at(const CuePlace& place, const CueMatch& match, const Tree& tree);

// The word stands behind the preposition or conjunction.
bool has_introduction(std::size_t token, const std::string& lemma, const Tree& tree);

bool is_passive(std::size_t verb, const Tree& tree);
// "men said to have fled"
bool is_reduced_passive(std::size_t verb, const Tree& tree);

// `from` is ascending.
void remove_subtree(std::vector<std::size_t>& from, std::size_t top, const Tree& tree);

}  // namespace casus
