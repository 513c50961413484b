#include "help.h"

#include <algorithm>
#include <sstream>

namespace casus {
namespace {

constexpr std::size_t kWidth = 80;
constexpr std::size_t kTextColumn = 26;

// Fills lines from `column` on with the words of `text`.
std::string filled(const std::string& text, std::size_t column) {
  std::istringstream words(text);
  std::string out;
  std::size_t at = column;
  for (std::string word; words >> word;) {
    const bool first = at == column;
    if (!first && at + 1 + word.size() > kWidth) {
      out += "\n" + std::string(column, ' ');
      at = column;
    } else if (!first) {
      out += ' ';
      ++at;
    }
    out += word;
    at += word.size();
  }
  return out + "\n";
}

std::string entry(const std::string& left, const std::string& text) {
  std::string out = "  " + left;
  if (out.size() + 2 > kTextColumn) out += "\n" + std::string(kTextColumn, ' ');
  else out.resize(kTextColumn, ' ');
  return out + filled(text, kTextColumn);
}

std::string names_of(const CLI::Option& option) {
  std::string names;
  for (const std::string& name : option.get_snames()) names += "-" + name + ", ";
  if (names.empty()) names = "    ";
  for (const std::string& name : option.get_lnames()) names += "--" + name;
  // CLI11 appends what its validators check, which the text beside it says better.
  std::string value = option.get_type_size() > 0 ? option.get_type_name() : "";
  value.resize(std::min(value.size(), value.find(':')));
  return value.empty() ? names : names + " " + value;
}

}  // namespace

std::string Help::make_help(const CLI::App* app, std::string name, CLI::AppFormatMode) const {
  const auto positionals = app->get_options([](const CLI::Option* option) { return option->get_positional(); });
  const auto options = app->get_options([](const CLI::Option* option) { return option->nonpositional(); });
  const auto subcommands = app->get_subcommands({});

  std::string out = "Usage: " + name + (subcommands.empty() ? "" : " COMMAND") + " [OPTIONS]";
  for (const CLI::Option* positional : positionals) out += " " + make_option_usage(positional);
  out += "\n\n" + filled(app->get_description(), 0);
  if (!subcommands.empty()) out += "\nCommands:\n";
  for (const CLI::App* subcommand : subcommands) out += entry(subcommand->get_name(), subcommand->get_description());
  if (!positionals.empty()) out += "\nArguments:\n";
  for (const CLI::Option* positional : positionals) out += entry(positional->get_name(true, false), positional->get_description());
  out += "\nOptions:\n";
  for (const CLI::Option* option : options) out += entry(names_of(*option), option->get_description());
  return app->get_footer().empty() ? out : out + "\n" + app->get_footer() + "\n";
}

}  // namespace casus
