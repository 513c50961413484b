// Letters and messages: who wrote to whom. They are no events, so trees tell them.
#pragma once

#include <optional>
#include <vector>

#include "ledgers/contact_input.h"

namespace casus {

struct ToldLetter {
  std::size_t predicate = 0;  // "sent"
  TokenList words;            // predicate and letter, in order
  ActorId writer;
  std::optional<ActorId> addressee;  // nobody: of the letter that is answered, its writer
  bool planned = false;
};

// In the order of the text.
std::vector<ToldLetter> find_letters(const ContactScene& scene);

}  // namespace casus
