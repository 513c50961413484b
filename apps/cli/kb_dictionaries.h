// The subcommands of casus kb for actor dictionaries of others, and what they share.
#pragma once

#include <string>

#include "casus/result.h"
#include "command.h"
#include "dictionaries/actor_codes.h"

namespace casus {

Run declare_kb_import(CLI::App& command);
Run declare_kb_export(CLI::App& command);

void declare_codes(CLI::App& command, std::string& codes);
CodeScheme scheme_of(const std::string& codes);
Result<ActorCodes> load_actor_codes();

// Makes the folder where it is not there yet.
Result<std::string> make_folder(const std::string& folder);

}  // namespace casus
