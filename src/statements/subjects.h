// Who does what a verb tells.
#pragma once

#include <vector>

#include "syntax/parse.h"

namespace casus {

// Whose subject an infinitive behind an object has: "urged him to resign", but "called him to thank him".
enum class Control { object, subject };

// The heads of the verb's subject, which it may share with the verbs it hangs below; none where a passive hides it.
std::vector<std::size_t> find_subjects(std::size_t verb, const Tree& tree, Control control = Control::object);

// The nominal's words, without the clauses that tell more of it.
std::vector<std::size_t> nominal_words(std::size_t head, const Tree& tree);

}  // namespace casus
