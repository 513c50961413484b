// Which way in time a clause looks: what "on Friday" and "in November" depend on.
#pragma once

#include <cstddef>

#include "syntax/parse.h"

namespace casus {

// `unknown` where only a noun says it ("the meeting on Friday") and its clause is not about the future.
enum class Tense { past, present, future, unknown };

// Of the clause that the word `token` (the head of an expression of time) modifies.
Tense tense_of_clause(std::size_t token, const Tree& tree);

// Verbs, nouns and adjectives whose infinitive lies ahead of them: "agreed to meet", "plans to meet", "ready to meet".
bool looks_ahead(std::string_view lemma);

}  // namespace casus
