// Reads the example of every row of the lexicon with the whole engine, and prints those that do not come out as the row expects. A trained
// parser is not perfect, so the test asks for a share; what falls below it is a change of rules or model that broke something.
#include <algorithm>
#include <cstdio>
#include <filesystem>

#include "casus/casus.h"
#include "events/lexicon.h"
#include "expectation.h"

namespace {

constexpr double kShareWanted = 0.8;
constexpr int kSkipped = 77;

struct Example {
  std::string place;
  std::string text;
  std::string expected;
};

std::vector<Example> examples_of(const casus::Lexicon& lexicon) {
  std::vector<Example> examples;
  for (const casus::Frame& frame : lexicon.frames()) examples.push_back({frame.place, frame.example, frame.expected});
  for (const casus::Operator& entry : lexicon.operators())
    if (!entry.example.empty()) examples.push_back({entry.place, entry.example, entry.expected});
  return examples;
}

// Whether the example comes out as expected; prints what came out instead.
bool comes_out(const Example& example, const casus::Engine& engine) {
  const auto expectation = casus::read_expectation(example.expected);
  if (!expectation) {
    std::printf("%s: cannot read '%s'\n", example.place.c_str(), example.expected.c_str());
    return false;
  }
  casus::Report report;
  report.text = example.text;
  report.published = "2020-10-07";
  const auto record = engine.read(report);
  if (record && casus::is_met(*expectation, *record)) return true;
  std::printf("%s: %s\n  expected %s\n", example.place.c_str(), example.text.c_str(), example.expected.c_str());
  if (record)
    for (const casus::Event& event : record->events)
      std::printf("  found    %s  (%s)\n", casus::describe(event, *record).c_str(), event.rule.c_str());
  return false;
}

}  // namespace

int main() {
  const casus::EnginePaths paths = casus::default_paths();
  if (!std::filesystem::exists(paths.model)) {
    std::printf("skipped: there is no model at %s\n", paths.model.c_str());
    return kSkipped;
  }
  const auto engine = casus::Engine::load(paths);
  const auto ontology = casus::Ontology::load(paths.rules + "/ontology");
  if (!engine || !ontology) {
    std::printf("%s\n", (engine ? ontology.error() : engine.error()).message.c_str());
    return 1;
  }
  const auto lexicon = casus::Lexicon::load(paths.rules + "/lexicon", *ontology);
  if (!lexicon) {
    std::printf("%s\n", lexicon.error().message.c_str());
    return 1;
  }
  const auto examples = examples_of(*lexicon);
  const auto good = std::count_if(examples.begin(), examples.end(), [&](const Example& example) { return comes_out(example, *engine); });
  const double share = static_cast<double>(good) / static_cast<double>(examples.size());
  std::printf("%zu of %zu examples come out as expected: %.1f %% (wanted: %.0f %%)\n", static_cast<std::size_t>(good), examples.size(),
              100 * share, 100 * kShareWanted);
  return share >= kShareWanted ? 0 : 1;
}
