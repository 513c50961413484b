// The subcommands of casus kb: one file each, listed in kb.cc.
#pragma once

#include <string>
#include <vector>

#include "command.h"

namespace casus {

Run declare_kb_build(CLI::App& command);
Run declare_kb_explain(CLI::App& command);

// --kb, of each command that reads the knowledge base.
void declare_overlays(CLI::App& command, std::vector<std::string>& overlays);

}  // namespace casus
