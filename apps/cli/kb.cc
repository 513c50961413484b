// casus kb: the knowledge base, with a subcommand for each thing that can be done with it.
#include <CLI/CLI.hpp>
#include <array>
#include <map>
#include <memory>

#include "command.h"
#include "kb_dictionaries.h"

namespace casus {
namespace {

struct Subcommand {
  const char* name;
  Run (*declare)(CLI::App& command);
};

constexpr std::array kSubcommands = {
    Subcommand{"import", declare_kb_import},
    Subcommand{"export", declare_kb_export},
};

}  // namespace

Run declare_kb(CLI::App& command) {
  command.description("Shows, checks and converts what casus knows before it reads.");
  command.require_subcommand(1);
  const auto runs = std::make_shared<std::map<std::string, Run>>();
  for (const Subcommand& subcommand : kSubcommands) (*runs)[subcommand.name] = subcommand.declare(*command.add_subcommand(subcommand.name));
  return [&command, runs] { return runs->at(command.get_subcommands().front()->get_name())(); };
}

}  // namespace casus
