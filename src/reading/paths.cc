#include <cstdlib>
#include <filesystem>

#include "casus/casus.h"

namespace casus {
namespace {

namespace fs = std::filesystem;

bool holds_data(const fs::path& folder) {
  std::error_code ignored;
  return fs::is_directory(folder / "kb", ignored) && fs::is_directory(folder / "rules", ignored);
}

fs::path beside_program() {
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  return error ? fs::path() : program.parent_path().parent_path() / "share" / "casus";
}

fs::path data_folder() {
  if (const char* given = std::getenv("CASUS_DATA"); given && *given) return given;
  for (const fs::path& folder : {beside_program(), fs::path(CASUS_SOURCE_DATA), fs::path(CASUS_INSTALL_DATA)})
    if (holds_data(folder)) return folder;
  return CASUS_INSTALL_DATA;
}

}  // namespace

EnginePaths default_paths() {
  const fs::path data = data_folder();
  return {.model = data / "models" / "casus.safetensors",
          .knowledge = data / "kb",
          .rules = data / "rules",
          .compiled_knowledge = data == CASUS_SOURCE_DATA ? fs::path(CASUS_BUILT_KNOWLEDGE) : data / "casus.kb",
          .event_model = data / "models" / "events.safetensors"};
}

std::string_view version() { return CASUS_VERSION; }

}  // namespace casus
