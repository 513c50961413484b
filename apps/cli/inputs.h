// The reports that a subcommand works on: which, what is known of them, and one after the other what is made of each.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "casus/casus.h"
#include "casus/result.h"

namespace CLI {
class App;
class Validator;
}  // namespace CLI

namespace casus {

struct Inputs {
  std::vector<std::string> paths;
  // For reports that do not say it of themselves; empty where not given.
  std::string published;
  std::string outlet;
  std::string title;
  std::size_t jobs = 0;  // 0: as many as there are processors for us
};

// Takes a day in ISO 8601.
CLI::Validator iso_date();

void declare_inputs(CLI::App& command, Inputs& inputs);
// Only what is known of the reports: --published, --outlet, --title.
void declare_what_is_known(CLI::App& command, Inputs& inputs);

// The one report of the inputs, with what is known of it. Fails where there is none, or more; messages name the file.
Result<Report> only_report(const Inputs& inputs);

// What `make` makes of a report, or nothing where that failed (which was said then). False: nobody wants the rest.
using Take = std::function<bool(const std::optional<std::string>& made)>;
using Make = std::function<Result<std::string>(const Report& report)>;

// `make` runs in several threads, `take` in this one and in the order of the reports. Failures are said as they come in that order.
// Shows how far it is where standard error is a terminal and there are files to read. Gives the exit status.
int for_each_report(const Inputs& inputs, const Make& make, const Take& take);

}  // namespace casus
