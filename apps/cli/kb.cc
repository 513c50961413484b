// casus kb: the knowledge base, with a subcommand for each thing that can be done with it.
#include <CLI/CLI.hpp>
#include <array>
#include <map>
#include <memory>

#include "command.h"
#include "edge.h"
#include "kb_command.h"
#include "kb_dictionaries.h"

namespace casus {
namespace {

constexpr std::array kSubcommands = {
    Command{"build", declare_kb_build},
    Command{"explain", declare_kb_explain},
    Command{"import", declare_kb_import},
    Command{"export", declare_kb_export},
};

}  // namespace

void declare_overlays(CLI::App& command, std::vector<std::string>& overlays) {
  command
      .add_option("--kb", overlays,
                  "lay the tables of this folder over those of the knowledge base (repeatable); or a file that casus kb build made")
      ->type_name("FOLDER")
      ->allow_extra_args(false);
}

Run declare_kb(CLI::App& command) {
  command.description("Shows, checks and converts what casus knows before it reads.");
  command.require_subcommand(0, 1);
  const auto runs = std::make_shared<std::map<std::string, Run>>();
  for (const Command& subcommand : kSubcommands) (*runs)[subcommand.name] = subcommand.declare(*command.add_subcommand(subcommand.name));
  return [&command, runs] {
    const auto chosen = command.get_subcommands();
    if (!chosen.empty()) return runs->at(chosen.front()->get_name())();
    complain("kb needs a command: see casus kb --help");
    return kFailed;
  };
}

}  // namespace casus
