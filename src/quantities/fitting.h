// What becomes of what is counted: the predicates that it hangs on, and the row of the tables that fits.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "quantities/quantity_text.h"

namespace casus {

// A predicate, and the slot that a phrase fills there whatever the voice of the clause: subject, object, indirect, is, or a preposition.
struct Hold {
  std::size_t predicate = 0;
  std::string slot;
  std::size_t filler = kRoot;  // the word that fills it, where it stands beside the predicate
};

// Those that the phrase of numeral and noun hangs on, the likeliest first. `role` is the phrase's head, `noun` the noun or again `role`;
// prepositions in `but` belong to the numeral.
std::vector<Hold> holds_of(std::size_t role, std::size_t noun, TokenRange but, const QuantityText& text);

struct FittingRule {
  const CountRule* rule = nullptr;
  Hold hold;
  std::optional<std::size_t> companion;  // the word that the row wants beside the predicate
};

// The first of the holds that a row fits; `kind` is what is counted, null where no table has its noun: then it is people.
std::optional<FittingRule> fitting_rule(const std::vector<Hold>& holds, const CountedClass* kind, const QuantityText& text);

// The heads of who or what fills a slot of a predicate.
std::vector<std::size_t> fillers(std::size_t predicate, const std::string& slot, const QuantityText& text);

}  // namespace casus
