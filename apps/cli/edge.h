// Where the program meets the process: messages, the engine, and what must not escape.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "casus/casus.h"
#include "output.h"

namespace casus {

// "casus: MESSAGE" on standard error, as one line that is safe to print.
void complain(std::string_view message);

// The exit status of a command whose work ended with `status`: what could not be written is said, and is a failure.
int closed(Output& output, int status);

// The engine from default_paths(), with these overlays and this codebook, if one is named; where it cannot be loaded, says so and gives
// nothing.
std::optional<Engine> load_engine(const std::vector<std::string>& overlays = {}, const std::string& codebook = {});
std::optional<Engine> load_engine(const EnginePaths& paths);

// The result of `work`, or as an error what it threw: a mistake of casus (InternalError), or memory that ran out.
Result<std::string> guarded(const std::function<Result<std::string>()>& work);

// Descriptors 0 to 2 that were closed are opened on /dev/null the wrong way round: no file that is opened later can take their place,
// and using them fails as if they were closed.
void hold_standard_descriptors();

}  // namespace casus
