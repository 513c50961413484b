// casus kb explain: what words may mean on a day, and why.
#include <CLI/CLI.hpp>
#include <memory>

#include "edge.h"
#include "explanation/explain.h"
#include "inputs.h"
#include "kb_command.h"
#include "output.h"

namespace casus {
namespace {

constexpr const char* kFooter = R"(Examples:
  casus kb explain Moscow --date 2020-10-07
  casus kb explain "the Kremlin"
  casus kb explain Pashinyan --date 2016-01-01 --kb my-folder)";

struct ExplainOptions {
  std::vector<std::string> words;
  std::string date;
  std::vector<std::string> overlays;
};

int explain_words(const ExplainOptions& options) {
  const EnginePaths paths = default_paths();
  const auto knowledge = Knowledge::load({.folder = paths.knowledge, .file = paths.compiled_knowledge, .overlays = options.overlays});
  if (!knowledge) {
    complain(knowledge.error().message);
    return kFailed;
  }
  std::string words;
  for (const std::string& word : options.words) words += (words.empty() ? "" : " ") + word;
  auto output = Output::open("-");
  output->write(explain(*knowledge, words, options.date));
  return closed(*output, kDone);
}

}  // namespace

Run declare_kb_explain(CLI::App& command) {
  command.description("Shows everything that words may mean, with its facts and their sources, and which reading wins.");
  command.footer(kFooter);
  const auto options = std::make_shared<ExplainOptions>();
  command.add_option("WORDS", options->words, "a name, title or noun as a report has it")->required();
  command.add_option("--date", options->date, "the day, as 2020-10-07; without it, what holds on an unknown day")
      ->type_name("DATE")
      ->check(iso_date());
  declare_overlays(command, options->overlays);
  return [options] { return explain_words(*options); };
}

}  // namespace casus
