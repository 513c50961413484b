// The subcommands of casus lexicon: one file each.
#pragma once

#include "command.h"

namespace casus {

Run declare_lexicon_check(CLI::App& command);

}  // namespace casus
