// casus kb build: checks the tables and makes of them the one file that casus maps.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <filesystem>
#include <memory>

#include "edge.h"
#include "kb_command.h"
#include "knowledge/compile.h"
#include "knowledge/doubts.h"
#include "output.h"

namespace casus {
namespace {

constexpr const char* kFooter = R"(Examples:
  casus kb build --kb my-folder
  casus kb build --kb my-folder --output my.kb
  casus read report.txt --kb my.kb

What is wrong is said with file and line, and the exit status is 2; what is only
doubtful is said too, and fails with --strict alone.)";

struct BuildOptions {
  std::vector<std::string> overlays;
  std::string output;
  bool strict = false;
  bool quiet = false;
};

// Beside its place first: programs that have the old file mapped keep it.
std::optional<Error> replace(const std::string& path, std::string_view bytes) {
  const std::string beside = path + ".new";
  auto output = Output::open(beside);
  if (!output) return output.error();
  output->write(bytes);
  if (!output->close()) return *output->error();
  if (std::error_code error; std::filesystem::rename(beside, path, error), error)
    return Error{path + ": cannot be written: " + error.message() + "; choose another place"};
  return std::nullopt;
}

std::string counts_of(const Knowledge& knowledge) {
  const auto& lists = knowledge.lists();
  const std::pair<const char*, std::size_t> counts[] = {
      {"states", lists.states.size()},
      {"organisations and groups", lists.organisations.size()},
      {"disputed territories", lists.territories.size()},
      {"names of these, titles and nouns", lists.entries.size()},
      {"persons", lists.persons.size()},
      {"terms in office", lists.terms.size()},
      {"places", lists.places.size()},
      {"names of places", lists.place_names.size()},
      {"memberships", lists.memberships.size()},
      {"treaties", lists.treaties.size()},
      {"duties of treaties", lists.treaty_duties.size()},
      {"given names", lists.given_names.size()},
      {"sources", lists.sources.size()},
  };
  std::string text = "knowledge " + std::string(knowledge.version()) + "\n";
  for (const auto& [what, count] : counts) {
    char line[64];
    std::snprintf(line, sizeof line, "%9zu  %s\n", count, what);
    text += line;
  }
  return text;
}

int build(const BuildOptions& options) {
  const auto failed = [](const Error& error) {
    complain(error.message);
    return kFailed;
  };
  const auto tables = Tables::read(default_paths().knowledge, options.overlays);
  if (!tables) return failed(tables.error());
  const auto compiled = compile(*tables);
  if (const auto* errors = std::get_if<std::vector<std::string>>(&compiled)) {
    for (const std::string& error : *errors) complain(error);
    return kFailed;
  }
  const std::string_view bytes = std::get<Bytes>(compiled).text();
  const auto knowledge = Knowledge::from_bytes(bytes, options.output);
  if (!knowledge) return failed(knowledge.error());

  const auto doubts = doubts_about(*knowledge);
  if (!options.quiet || options.strict)
    for (const std::string& doubt : doubts) complain((options.strict ? "" : "doubtful: ") + doubt);
  if (options.strict && !doubts.empty()) return kFailed;
  std::string told = counts_of(*knowledge);
  if (!doubts.empty()) told += std::to_string(doubts.size()) + " doubtful\n";
  if (!options.output.empty()) {
    if (const auto error = replace(options.output, bytes)) return failed(*error);
    char checksum[17];
    std::snprintf(checksum, sizeof checksum, "%016llx", static_cast<unsigned long long>(tables->checksum()));
    told += "tables " + std::string(checksum) + "\n" + options.output + ": " + std::to_string(bytes.size()) + " bytes\n";
  }
  if (options.quiet) return kDone;
  auto output = Output::open("-");
  output->write(told);
  return output->close() ? kDone : failed(*output->error());
}

}  // namespace

Run declare_kb_build(CLI::App& command) {
  command.description("Checks the knowledge base, says what it holds, and compiles it into one file.");
  command.footer(kFooter);
  const auto options = std::make_shared<BuildOptions>();
  declare_overlays(command, options->overlays);
  command.add_option("--output,-o", options->output, "write the compiled knowledge base there; without it, it is only checked")
      ->type_name("FILE");
  command.add_flag("--strict", options->strict, "what is doubtful is an error");
  command.add_flag("--quiet", options->quiet, "say only what is wrong");
  return [options] { return build(*options); };
}

}  // namespace casus
