#include "quantities/quantity_text.h"

#include "core/unicode.h"

namespace casus {

QuantityText::QuantityText(const Tokens& all, const Tree& trees, const Actors& known, const Knowledge& world, const QuantityRules& tables)
    : tokens(all), tree(trees), actors(known), knowledge(world), rules(tables) {
  for (std::size_t i = 0; i < all.tokens.size(); ++i) {
    forms.push_back(lower(all.tokens[i].form));
    lemmas.push_back(tables.lemma(forms.back(), trees.word(i)));
  }
}

std::string QuantityText::preposition(std::size_t head, TokenRange but) const {
  for (const std::size_t child : tree.children(head, "case"))
    if (!but.contains(child) && word(child).upos != "PART") return lemmas[child];
  return {};
}

}  // namespace casus
