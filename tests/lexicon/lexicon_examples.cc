// Reads the example of every row of the lexicon with the whole engine, and prints those that do not come out as the row expects. A trained
// parser is not perfect, so the test asks for a share; what falls below it is a change of rules or model that broke something.
#include <cstdio>
#include <filesystem>

#include "lint/examples.h"
#include "reading/engine_parts.h"

namespace {

constexpr double kShareWanted = 0.8;
constexpr int kSkipped = 77;

}  // namespace

int main() {
  casus::EnginePaths paths = casus::default_paths();
  paths.event_model.clear();  // an example shows what its row finds
  if (!std::filesystem::exists(paths.model)) {
    std::printf("skipped: there is no model at %s\n", paths.model.c_str());
    return kSkipped;
  }
  const auto engine = casus::Engine::load(paths);
  if (!engine) {
    std::printf("%s\n", engine.error().message.c_str());
    return 1;
  }
  const auto examples = casus::examples_of(engine->parts().lexicon);
  std::size_t good = 0;
  for (const casus::Example& example : examples) {
    const auto fault = casus::fault_of(example, *engine);
    if (fault) std::printf("%s\n", fault->c_str());
    else ++good;
  }
  const double share = static_cast<double>(good) / static_cast<double>(examples.size());
  std::printf("%zu of %zu examples come out as expected: %.1f %% (wanted: %.0f %%)\n", good, examples.size(), 100 * share,
              100 * kShareWanted);
  return share >= kShareWanted ? 0 : 1;
}
