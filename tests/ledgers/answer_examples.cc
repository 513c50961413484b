// Reads the example of every row of rules/ledgers/answers.tsv, and prints those in which the row does not decide.
#include "../row_examples.h"
#include "reading/engine_parts.h"
#include "reading/layers.h"

namespace {

bool decides(const casus::StancePattern& row, const casus::Layers& layers, const casus::StancePatterns& answers) {
  const casus::Tree tree(layers.tokens, layers.structure.parse);
  for (std::size_t token = 0; token < layers.tokens.tokens.size(); ++token) {
    const auto match = answers.match(token, row.part, layers.tokens, tree);
    if (match && match->pattern == &row) return true;
  }
  return false;
}

}  // namespace

int main() {
  return casus::check_examples("are decided by their row", [](const casus::Engine& engine, casus::ExampleCount& count) {
    const casus::StancePatterns& answers = engine.parts().ledgers.claims.answers;
    for (const casus::StancePattern& row : answers.patterns()) {
      const auto layers = casus::read_layers({.text = row.example, .published = casus::kExamplesPublished}, engine.parts());
      count.add(layers && decides(row, *layers, answers), row.place, "the row does not decide in its example", row.example);
    }
  });
}
