#include "codebook_option.h"

#include <CLI/CLI.hpp>

namespace casus {

void declare_codebook(CLI::App& command, std::string& codebook) {
  command.add_option("--codebook", codebook, "code events by the types and frames of this folder rather than by PLOVER")
      ->type_name("FOLDER");
}

}  // namespace casus
