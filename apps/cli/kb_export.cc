// casus kb export: the knowledge base as actor and agent dictionaries.
#include <CLI/CLI.hpp>
#include <filesystem>
#include <memory>

#include "casus/casus.h"
#include "dictionaries/export.h"
#include "edge.h"
#include "kb_dictionaries.h"
#include "output.h"

namespace casus {
namespace {

constexpr const char* kFooter = R"(Writes FOLDER/casus.actors.txt and FOLDER/casus.agents.txt. Both days of a
period are within it.

Example:
  casus kb export --output dictionaries)";

struct ExportOptions {
  std::string format = "tabari";
  std::string codes = "cameo";
  std::string output;
};

Result<std::string> write_dictionaries(const ExportOptions& options) {
  const auto codes = load_actor_codes();
  if (!codes) return codes.error();
  const auto made = export_dictionaries(default_paths().knowledge, *codes, scheme_of(options.codes));
  if (!made) return made.error();
  if (auto folder = make_folder(options.output); !folder) return folder;
  if (auto written = write_file(options.output + "/casus.actors.txt", made->actors); !written) return written;
  return write_file(options.output + "/casus.agents.txt", made->agents);
}

}  // namespace

void declare_codes(CLI::App& command, std::string& codes) {
  command
      .add_option("--codes", codes,
                  "the scheme of the codes: cameo (the default), which has MED for journalists and HLH for health, or plover")
      ->check(CLI::IsMember({"cameo", "plover"}))
      ->type_name("SCHEME");
}

CodeScheme scheme_of(const std::string& codes) { return codes == "plover" ? CodeScheme::plover : CodeScheme::cameo; }

Result<ActorCodes> load_actor_codes() { return ActorCodes::load(default_paths().rules + "/ontology/cameo_actors.tsv"); }

Result<std::string> make_folder(const std::string& folder) {
  std::error_code failure;
  std::filesystem::create_directories(folder, failure);
  if (failure || !std::filesystem::is_directory(folder)) return Error{folder + ": cannot be made a folder: check the name and the rights"};
  return folder;
}

Run declare_kb_export(CLI::App& command) {
  command.description("Writes the knowledge base as actor and agent dictionaries of TABARI and PETRARCH.");
  command.footer(kFooter);
  const auto options = std::make_shared<ExportOptions>();
  command.add_option("--format", options->format, "tabari, which PETRARCH reads too (the default and the only one)")
      ->check(CLI::IsMember({"tabari"}))
      ->type_name("FORMAT");
  declare_codes(command, options->codes);
  command.add_option("--output,-o", options->output, "the folder to write to")->required()->type_name("FOLDER");
  return [options] {
    const auto done = guarded([&] { return write_dictionaries(*options); });
    if (done) return kDone;
    complain(done.error().message);
    return kFailed;
  };
}

}  // namespace casus
