// casus lexicon: the rules of events, with a subcommand for each thing that can be done with them.
#include <CLI/CLI.hpp>

#include "command.h"
#include "edge.h"
#include "lexicon_command.h"

namespace casus {

Run declare_lexicon(CLI::App& command) {
  command.description("Checks the rules by which events are found.");
  command.require_subcommand(0, 1);
  const Run check = declare_lexicon_check(*command.add_subcommand("check"));
  return [&command, check] {
    if (!command.get_subcommands().empty()) return check();
    complain("lexicon needs a command: see casus lexicon --help");
    return kFailed;
  };
}

}  // namespace casus
