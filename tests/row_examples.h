// The examples that stand in rows of tables, read with the whole engine. A trained parser is not perfect, so a share of them is asked for.
#pragma once

#include <cstdio>
#include <filesystem>
#include <string>

#include "casus/casus.h"

namespace casus {

inline constexpr double kShareOfExamplesWanted = 0.85;
inline constexpr int kSkippedTest = 77;
inline constexpr const char* kExamplesPublished = "2024-11-18";

struct ExampleCount {
  std::size_t good = 0;
  std::size_t all = 0;

  // `fault` is printed with the row's place where the example is not read as it should be.
  void add(bool is_good, const std::string& place, const char* fault, const std::string& example) {
    ++all;
    if (is_good) ++good;
    else std::printf("%s: %s: %s\n", place.c_str(), fault, example.c_str());
  }
};

// The test's exit status. `read_all` takes the engine and the count that it adds to.
template <class ReadAll>
int check_examples(const char* verdict, ReadAll read_all) {
  const EnginePaths paths = default_paths();
  if (!std::filesystem::exists(paths.model)) {
    std::printf("skipped: there is no model at %s\n", paths.model.c_str());
    return kSkippedTest;
  }
  const auto engine = Engine::load(paths);
  if (!engine) {
    std::printf("%s\n", engine.error().message.c_str());
    return 1;
  }
  ExampleCount count;
  read_all(*engine, count);
  const double share = static_cast<double>(count.good) / static_cast<double>(count.all);
  std::printf("%zu of %zu examples %s: %.1f %% (wanted: %.0f %%)\n", count.good, count.all, verdict, 100 * share,
              100 * kShareOfExamplesWanted);
  return share >= kShareOfExamplesWanted ? 0 : 1;
}

}  // namespace casus
