#include "inputs.h"

#include <sched.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <iostream>

#include "command.h"
#include "document/document.h"
#include "document/reports.h"
#include "edge.h"
#include "in_order.h"
#include "progress.h"
#include "terminal.h"

namespace casus {
namespace {

constexpr std::size_t kMostJobs = 256;

std::size_t processors() {
  cpu_set_t set;
  if (sched_getaffinity(0, sizeof set, &set) != 0) return 1;
  return static_cast<std::size_t>(CPU_COUNT(&set));
}

struct Input {
  ReadReport read;
  std::uint64_t bytes = 0;  // of all files, up to and with this report
};

struct Made {
  std::string origin;
  Result<std::string> text;
  std::uint64_t bytes = 0;
};

// `-` alone is standard input, and so is nothing at all unless somebody sits there and types.
std::optional<std::vector<std::string>> paths_of(const Inputs& inputs) {
  if (!inputs.paths.empty()) return inputs.paths;
  if (is_terminal(STDIN_FILENO)) return std::nullopt;
  return std::vector<std::string>{"-"};
}

void complete(Report& report, const Inputs& inputs) {
  if (!report.published && !inputs.published.empty()) {
    report.published = inputs.published;
    report.published_from = DateFrom::option;
  }
  if (!report.outlet && !inputs.outlet.empty()) report.outlet = inputs.outlet;
  if (!report.title && !inputs.title.empty()) report.title = inputs.title;
}

// Reading may fail in ways that only throw (a disk's error in the middle of a line): said once, and the end.
class ReportSource {
 public:
  explicit ReportSource(const std::vector<std::string>& paths) : reader_(paths, std::cin) {}

  std::optional<Input> next() {
    if (broken_) return std::nullopt;
    std::optional<ReadReport> read;
    const auto outcome = guarded([&]() -> Result<std::string> {
      read = reader_.next();
      return std::string();
    });
    broken_ = !outcome;
    if (broken_) return Input{{"input", outcome.error()}, reader_.bytes_read()};
    if (!read) return std::nullopt;
    return Input{*std::move(read), reader_.bytes_read()};
  }

 private:
  ReportReader reader_;
  bool broken_ = false;
};

}  // namespace

CLI::Validator iso_date() {
  const auto iso = [](std::string& value) {
    const auto day = iso_day(value);
    if (!day) return "\"" + value + "\" is no date: write it as 2020-10-07";
    value = *day;
    return std::string();
  };
  return {iso, ""};
}

void declare_inputs(CLI::App& command, Inputs& inputs) {
  command.add_option("FILES", inputs.paths,
                     "text files, JSON Lines (.jsonl), directories with them, - for standard input (the default in a pipe)");
  declare_what_is_known(command, inputs);
  command.add_option("--jobs,-j", inputs.jobs, "how many reports to read at a time (default: one for each processor)")
      ->type_name("N")
      ->check(CLI::Range(std::size_t{1}, kMostJobs));
}

void declare_what_is_known(CLI::App& command, Inputs& inputs) {
  command.add_option("--published", inputs.published, "the day of publication, as 2020-10-07; dates are reckoned from it")
      ->type_name("DATE")
      ->check(iso_date());
  command.add_option("--outlet", inputs.outlet, "who published it")->type_name("NAME");
  command.add_option("--title", inputs.title, "its headline, read as the first line")->type_name("TEXT");
}

Result<Report> only_report(const Inputs& inputs) {
  ReportSource source(inputs.paths);
  auto first = source.next();
  if (!first) return Error{inputs.paths.front() + ": there is no report in it"};
  auto& [origin, report] = first->read;
  if (!report) return Error{origin + ": " + report.error().message};
  if (source.next()) return Error{inputs.paths.front() + ": there is more than one report in it; give one by itself"};
  complete(*report, inputs);
  return *std::move(report);
}

int for_each_report(const Inputs& inputs, const Make& make, const Take& take) {
  const auto paths = paths_of(inputs);
  if (!paths) {
    complain("nothing to read: name files or directories, or - for standard input");
    return kFailed;
  }
  int status = kDone;
  ReportSource source(*paths);
  Progress progress(is_terminal(STDERR_FILENO) ? total_bytes(*paths) : 0);
  in_order(
      inputs.jobs > 0 ? inputs.jobs : processors(), [&] { return source.next(); },
      [&](Input input) {
        auto& [origin, report] = input.read;
        if (!report) return Made{std::move(origin), report.error(), input.bytes};
        complete(*report, inputs);
        return Made{std::move(origin), guarded([&] { return make(*report); }), input.bytes};
      },
      [&](Made made) {
        if (!made.text || is_terminal(STDOUT_FILENO)) progress.clear();
        if (!made.text) {
          status = kFailed;
          complain(made.origin + ": " + made.text.error().message);
        }
        const bool more = take(made.text ? std::optional(*std::move(made.text)) : std::nullopt);
        progress.show(made.bytes);
        return more;
      });
  progress.clear();
  return status;
}

}  // namespace casus
