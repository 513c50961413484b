// Which lemmas of the lexicon a form may belong to: a second way to know a cue where the tagger's lemma is wrong.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

namespace casus {

// The regular forms of an English verb or noun, its lemma included: "deny", "denies", "denied", "denying". Some that nobody writes are
// among them.
std::vector<std::string> regular_forms(const std::string& lemma);

}  // namespace casus
