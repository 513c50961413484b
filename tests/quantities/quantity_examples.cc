// Reads the example of every row of rules/quantities/predicates.tsv, and prints those in which the row does not decide.
#include <algorithm>

#include "../row_examples.h"
#include "reading/engine_parts.h"
#include "reading/layers.h"

int main() {
  return casus::check_examples("are decided by their row", [](const casus::Engine& engine, casus::ExampleCount& count) {
    for (const casus::CountRule& rule : engine.parts().quantities.count_rules()) {
      if (rule.example.empty()) continue;
      const auto layers = casus::read_layers({.text = rule.example, .published = casus::kExamplesPublished}, engine.parts());
      const bool decides = layers && std::any_of(layers->quantities.quantities.begin(), layers->quantities.quantities.end(),
                                                 [&](const casus::Quantity& quantity) { return quantity.rule == &rule; });
      count.add(decides, rule.place, "the row does not decide in its example", rule.example);
    }
  });
}
