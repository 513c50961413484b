// Reads the examples of rules/commitments/duties.tsv and cues.tsv, and prints those in which no commitment, or none with the row's duty, is
// found.
#include <algorithm>

#include "../row_examples.h"
#include "reading/engine_parts.h"

namespace {

// An empty duty: whichever.
void read_example(const std::string& example, const std::string& duty, const std::string& place, const casus::Engine& engine,
                  casus::ExampleCount& count) {
  if (example.empty()) return;
  const auto record = engine.read({.text = example, .published = casus::kExamplesPublished});
  const bool told = record && std::any_of(record->commitments.begin(), record->commitments.end(), [&](const casus::Commitment& commitment) {
                      return commitment.from == casus::Source::text && (duty.empty() || commitment.duty == duty);
                    });
  count.add(told, place, "no commitment is found in the example", example);
}

}  // namespace

int main() {
  return casus::check_examples("give their commitment", [](const casus::Engine& engine, casus::ExampleCount& count) {
    const casus::CommitmentRules& rules = engine.parts().commitments;
    for (const casus::DutyContent& row : rules.duties) read_example(row.example, row.duty, row.place, engine, count);
    for (const casus::ObligationCue& row : rules.cues) read_example(row.example, {}, row.place, engine, count);
  });
}
