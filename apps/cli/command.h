// The subcommands: one file each, listed in main.cc.
#pragma once

#include <functional>

namespace CLI {
class App;
}

namespace casus {

// The program's exit statuses. A report that cannot be read is a failure, whatever became of the others.
inline constexpr int kDone = 0;
inline constexpr int kFailed = 2;

// Does what the subcommand is for, once its options are parsed; gives the exit status.
using Run = std::function<int()>;

struct Command {
  const char* name;
  Run (*declare)(CLI::App& command);
};

// Each declares its options on `command`; `Run` may use what they were bound to for as long as it lives.
Run declare_read(CLI::App& command);
Run declare_parse(CLI::App& command);
Run declare_eval(CLI::App& command);
Run declare_explain(CLI::App& command);
Run declare_lexicon(CLI::App& command);
Run declare_kb(CLI::App& command);

}  // namespace casus
