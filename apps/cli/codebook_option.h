// --codebook, of each command that codes events.
#pragma once

#include <string>

namespace CLI {
class App;
}

namespace casus {

void declare_codebook(CLI::App& command, std::string& codebook);

}  // namespace casus
