// What a numeral counts, and whose it is.
#pragma once

#include <optional>
#include <string>

#include "quantities/amounts.h"
#include "quantities/quantity_text.h"

namespace casus {

struct Counted {
  Amount amount;
  std::optional<std::size_t> noun;     // none where the numeral stands alone
  std::size_t role = 0;                // the word by which the whole phrase hangs on its predicate
  const CountedClass* kind = nullptr;  // by the noun; null where no table has it
  std::string unit;
  std::optional<std::string> currency;  // ISO 4217
  TokenRange words;                     // numeral and noun
};

Counted counted_by(const Amount& amount, const QuantityText& text);

// Whose something is: ISO 3166 alpha-3, or the code of a body; the actor, where the report has one.
struct Owner {
  std::string side;
  std::optional<ActorId> actor;
};

// What the phrase headed by `token` says: by a name, an adjective, an owner, "of" or "from", but not by where it is.
std::optional<Owner> told_owner(std::size_t token, const QuantityText& text);

// The nationality that follows a numeral: "two Polish [and three Danish engineers]"; nobody's where they are of several.
struct ToldNationality {
  std::optional<Owner> owner;
};

std::optional<ToldNationality> nationality_after(TokenRange numeral, std::size_t head, const QuantityText& text);

}  // namespace casus
