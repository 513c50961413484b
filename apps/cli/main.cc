// The program: finds the subcommand and runs it.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <csignal>
#include <iostream>
#include <map>
#include <memory>

#include "casus/casus.h"
#include "command.h"
#include "core/check.h"
#include "edge.h"
#include "help.h"
#include "output.h"
#include "tensor/kernels.h"
#include "tensor/matmul.h"

namespace casus {
namespace {

constexpr std::array kCommands = {
    Command{"read", declare_read},       Command{"parse", declare_parse},     Command{"eval", declare_eval},
    Command{"explain", declare_explain}, Command{"lexicon", declare_lexicon}, Command{"kb", declare_kb},
};

constexpr const char* kFooter = R"(casus COMMAND --help tells more of each. Where models/, kb/ and rules/ are not
in their usual place, the environment variable CASUS_DATA names their folder.)";

int print(const std::string& text) {
  auto output = Output::open("-");
  output->write(text);
  return closed(*output, kDone);
}

int print_version() {
  const auto engine = load_engine();
  std::string text = "casus " + std::string(version()) + "\n";
  if (engine) {
    text += "model " + std::string(engine->model_version()) + "\n";
    text += "knowledge " + std::string(engine->knowledge_version()) + "\n";
  }
  text += "instruction set " + std::string(kernels().name) + ", byte products by oneDNN with " + byte_products().instruction_set + "\n";
  const int status = print(text);
  return engine ? status : kFailed;
}

class Program {
 public:
  Program() {
    app_.formatter(std::make_shared<Help>());
    app_.set_help_flag("--help,-h", "print this help");
    app_.add_flag("--version", version_, "print the versions of program, model and knowledge, and the instruction set in use");
    app_.require_subcommand(0, 1);
    app_.footer(kFooter);
    for (const Command& command : kCommands) add(*app_.add_subcommand(command.name), command.declare);
    add(*app_.add_subcommand("help"), [this](CLI::App& command) { return declare_help(command); });
  }

  int run(int argc, const char* const* argv) {
    try {
      app_.parse(argc, argv);
    } catch (const CLI::CallForHelp&) {
      return print(help_of(chosen()));
    } catch (const CLI::ParseError& error) {
      complain(std::string(error.what()) + ": see " + full_name(chosen()) + " --help");
      return kFailed;
    }
    if (version_) return print_version();
    if (&chosen() == &app_) return print(help_of(app_));
    return runs_.at(app_.get_subcommands().front()->get_name())();
  }

 private:
  template <class Declare>
  void add(CLI::App& command, Declare declare) {
    runs_[command.get_name()] = declare(command);
  }

  Run declare_help(CLI::App& command) {
    command.description("Prints the help of a command.");
    command.add_option("COMMAND", topic_, "read, parse, eval, explain, lexicon, kb, or one of these two and one of its own");
    return [this] {
      const CLI::App* app = &app_;
      for (const std::string& name : topic_) {
        const auto commands = app->get_subcommands({});
        const auto found = std::find_if(commands.begin(), commands.end(), [&](const CLI::App* each) { return each->get_name() == name; });
        if (found == commands.end()) {
          complain("no command \"" + name + "\": see " + full_name(*app) + " --help");
          return kFailed;
        }
        app = *found;
      }
      return print(help_of(*app));
    };
  }

  // The subcommand that was parsed, or its own subcommand.
  const CLI::App& chosen() const {
    const CLI::App* app = &app_;
    while (!app->get_subcommands().empty()) app = app->get_subcommands().front();
    return *app;
  }

  // App::help would give the help of the subcommand that was parsed.
  std::string help_of(const CLI::App& app) const {
    return app_.get_formatter()->make_help(&app, full_name(app), CLI::AppFormatMode::Normal);
  }
  std::string full_name(const CLI::App& app) const { return &app == &app_ ? "casus" : full_name(*app.get_parent()) + " " + app.get_name(); }

  CLI::App app_{"Reads news reports on conflict and diplomacy into records that say for everything which words it rests on.", "casus"};
  bool version_ = false;
  std::vector<std::string> topic_;
  std::map<std::string, Run> runs_;
};

}  // namespace
}  // namespace casus

int main(int argc, char** argv) {
  casus::hold_standard_descriptors();
  std::signal(SIGPIPE, SIG_IGN);
  std::ios::sync_with_stdio(false);
  int status = casus::kFailed;
  const auto outcome = casus::guarded([&]() -> casus::Result<std::string> {
    status = casus::Program().run(argc, argv);
    return std::string();
  });
  if (outcome) return status;
  casus::complain(outcome.error().message);
  return casus::kFailed;
}
