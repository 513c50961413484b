// How --help is laid out: usage, what the subcommand is for, its options with their text beside them, examples.
#pragma once

#include <CLI/CLI.hpp>

namespace casus {

class Help : public CLI::Formatter {
 public:
  std::string make_help(const CLI::App* app, std::string name, CLI::AppFormatMode mode) const override;
};

}  // namespace casus
