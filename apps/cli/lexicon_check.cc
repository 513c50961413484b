// casus lexicon check: what is wrong with the rows of the lexicon, how much it holds, and what it leaves out of texts.
#include "lint/lexicon_check.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <memory>
#include <mutex>
#include <optional>

#include "codebook_option.h"
#include "edge.h"
#include "format/styled_text.h"
#include "inputs.h"
#include "lexicon_command.h"
#include "lint/coverage.h"
#include "lint/examples.h"
#include "lint/lexicon_counts.h"
#include "output.h"
#include "reading/engine_parts.h"

namespace casus {
namespace {

constexpr const char* kFooter = R"(Examples:
  casus lexicon check
  casus lexicon check --examples
  casus lexicon check archive/ --most 50
  casus lexicon check --codebook my-codebook --examples

Rows that cannot do what they say are errors, with file, line and remedy, and
the exit status is 2; what only looks odd is a hint.)";

constexpr std::size_t kExcerpt = 100;  // columns
constexpr std::size_t kShown = 30;

struct CheckOptions {
  Inputs inputs;
  bool examples = false;
  std::size_t most = kShown;
  std::string codebook;
};

struct Rules {
  std::string folder;  // that is checked: the codebook's, if there is one
  Ontology ontology;
  Lexicon lexicon;
};

Result<Rules> load_rules(const std::string& path) {
  const std::string built_in = default_paths().rules;
  std::optional<CodebookFolder> codebook;
  if (!path.empty()) {
    auto opened = open_codebook(path, built_in);
    if (!opened) return opened.error();
    codebook = *std::move(opened);
  }
  auto ontology = Ontology::load(built_in + "/ontology", codebook);
  if (!ontology) return ontology.error();
  auto lexicon = Lexicon::load(built_in + "/lexicon", *ontology, codebook);
  if (!lexicon) return lexicon.error();
  return Rules{codebook ? codebook->path : built_in, *std::move(ontology), *std::move(lexicon)};
}

// Of a codebook's lexicon its own rows are checked, not those that it stands on.
template <class Item>
std::vector<Item> placed_in(const std::string& folder, std::vector<Item> items) {
  std::erase_if(items, [&](const Item& item) { return !item.place.starts_with(folder + "/"); });
  return items;
}

std::string row(const std::string& name, const FrameCounts& counts) {
  char text[128];
  std::snprintf(text, sizeof text, "  %-28s %6zu %7zu %11zu\n", name.c_str(), counts.rows, counts.lemmas, counts.predicates);
  return text;
}

std::string written(const LexiconCounts& counts) {
  std::string text = "                                 rows  lemmas  predicates\n" + row("all", counts.all);
  std::string without;
  for (const ModeCounts& each : counts.modes) {
    const std::string name = each.type + (each.mode.empty() ? "" : " " + each.mode);
    text += row(name, each.counts);
    if (each.counts.rows == 0) without += (without.empty() ? "" : ", ") + name;
  }
  text += std::to_string(counts.operators) + " operators\n";
  return without.empty() ? text : text + "no row has " + without + "\n";
}

// Errors first; says how many there are of each.
std::size_t tell(const std::vector<LexiconRemark>& remarks) {
  const auto is_error = [](const LexiconRemark& remark) { return remark.gravity == Gravity::error; };
  for (const LexiconRemark& remark : remarks)
    if (is_error(remark)) complain(remark.place + ": " + remark.message);
  for (const LexiconRemark& remark : remarks)
    if (!is_error(remark)) complain("hint: " + remark.place + ": " + remark.message);
  return static_cast<std::size_t>(std::count_if(remarks.begin(), remarks.end(), is_error));
}

std::string written(const Coverage& coverage, const Lexicon& lexicon, std::size_t most) {
  std::vector<std::pair<std::string, Sightings>> words(coverage.uncovered.begin(), coverage.uncovered.end());
  std::stable_sort(words.begin(), words.end(), [](const auto& a, const auto& b) { return a.second.count > b.second.count; });
  std::string text = "\n" + std::to_string(coverage.reports) + " reports, " + std::to_string(coverage.sentences) +
                     " sentences; between two actors, and in no row:\n";
  for (std::size_t i = 0; i < std::min(most, words.size()); ++i) {
    const auto& [word, sightings] = words[i];
    char count[64];
    std::snprintf(count, sizeof count, "%6zu  %-20s  ", sightings.count, word.c_str());
    text += count +
            StyledText(sightings.first.text).cut(kExcerpt, sightings.first.word.start, sightings.first.word.end).render(Colour::no) +
            "  (" + printable(sightings.first.report) + ", sentence " + std::to_string(sightings.first.sentence) + ")\n";
  }
  std::string idle;
  std::size_t events = 0, count = 0;
  for (const Frame& frame : lexicon.frames()) {
    if (!frame.is_event()) continue;
    ++events;
    if (coverage.fired.contains(frame.id)) continue;
    ++count;
    idle += "  " + frame.id + "\n";
  }
  return text + "\n" + std::to_string(count) + " of " + std::to_string(events) + " rows never fit:\n" + idle;
}

int check_examples(const Rules& rules, const Engine& engine, Output& output) {
  const auto examples = placed_in(rules.folder, examples_of(rules.lexicon));
  std::size_t good = 0;
  for (const Example& example : examples) {
    const auto fault = fault_of(example, engine);
    if (fault) output.write(*fault + "\n");
    else ++good;
  }
  output.write(std::to_string(good) + " of " + std::to_string(examples.size()) + " examples come out as expected\n");
  return good == examples.size() ? kDone : kFailed;
}

int check_texts(const CheckOptions& options, const Engine& engine, Output& output) {
  const Engine::Parts& parts = engine.parts();
  Coverage all;
  std::mutex mutex;
  const Make make = [&](const Report& report) -> Result<std::string> {
    EventsTrace trace;
    const auto layers = read_layers(report, parts, &trace);
    if (!layers) return layers.error();
    const Coverage found = find_coverage(*layers, trace, parts.lexicon, parts.cues);
    const std::lock_guard lock(mutex);
    add(all, found);
    return std::string();
  };
  const int status = for_each_report(options.inputs, make, [](const auto&) { return true; });
  output.write(written(all, parts.lexicon, options.most));
  return status;
}

int check(const CheckOptions& options) {
  const auto rules = load_rules(options.codebook);
  if (!rules) {
    complain(rules.error().message);
    return kFailed;
  }
  int status =
      tell(placed_in(rules->folder, check_lexicon(rules->lexicon, rules->ontology, rules->folder + "/lexicon"))) > 0 ? kFailed : kDone;
  auto output = Output::open("-");
  output->write(written(count_lexicon(rules->lexicon, rules->ontology)));
  if (options.examples || !options.inputs.paths.empty()) {
    EnginePaths paths = default_paths();
    paths.codebook = options.codebook;
    paths.event_model.clear();  // the rows are checked, and what they find by themselves
    const auto engine = load_engine(paths);
    if (!engine) return kFailed;
    if (options.examples) status = std::max(status, check_examples(*rules, *engine, *output));
    if (!options.inputs.paths.empty()) status = std::max(status, check_texts(options, *engine, *output));
  }
  return closed(*output, status);
}

}  // namespace

Run declare_lexicon_check(CLI::App& command) {
  command.description("Finds rows that can never win or fit, counts what there is, and shows what texts have that no row covers.");
  command.footer(kFooter);
  const auto options = std::make_shared<CheckOptions>();
  declare_inputs(command, options->inputs);
  command.add_flag("--examples", options->examples, "also read every row's example, and show those that do not come out as expected");
  command.add_option("--most", options->most, "show so many of the words that no row covers (default: 30)")->type_name("N");
  declare_codebook(command, options->codebook);
  return [options] { return check(*options); };
}

}  // namespace casus
