// Reads the examples of rules/commitments/duties.tsv and cues.tsv with the whole engine, and prints those in which no commitment, or none
// with the row's duty, is found. A trained parser is not perfect, so the test asks for a share.
#include <algorithm>
#include <cstdio>
#include <filesystem>

#include "reading/engine_parts.h"

namespace {

constexpr double kShareWanted = 0.85;
constexpr int kSkipped = 77;

struct ExampleCount {
  std::size_t good = 0;
  std::size_t all = 0;
};

// An empty duty: whichever.
void read_example(const std::string& example, const std::string& duty, const std::string& place, const casus::Engine& engine,
                  ExampleCount& count) {
  if (example.empty()) return;
  ++count.all;
  const auto record = engine.read({.text = example, .published = "2024-11-18"});
  const bool told = record && std::any_of(record->commitments.begin(), record->commitments.end(), [&](const casus::Commitment& commitment) {
                      return commitment.from == casus::Source::text && (duty.empty() || commitment.duty == duty);
                    });
  if (told) ++count.good;
  else std::printf("%s: no commitment is found in the example: %s\n", place.c_str(), example.c_str());
}

}  // namespace

int main() {
  const casus::EnginePaths paths = casus::default_paths();
  if (!std::filesystem::exists(paths.model)) {
    std::printf("skipped: there is no model at %s\n", paths.model.c_str());
    return kSkipped;
  }
  const auto engine = casus::Engine::load(paths);
  if (!engine) {
    std::printf("%s\n", engine.error().message.c_str());
    return 1;
  }
  const casus::CommitmentRules& rules = engine->parts().commitments;
  ExampleCount count;
  for (const casus::DutyContent& row : rules.duties) read_example(row.example, row.duty, row.place, *engine, count);
  for (const casus::ObligationCue& row : rules.cues) read_example(row.example, {}, row.place, *engine, count);
  const double share = static_cast<double>(count.good) / static_cast<double>(count.all);
  std::printf("%zu of %zu examples give their commitment: %.1f %% (wanted: %.0f %%)\n", count.good, count.all, 100 * share,
              100 * kShareWanted);
  return share >= kShareWanted ? 0 : 1;
}
