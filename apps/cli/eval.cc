// casus eval: predictions against gold, as a table.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <memory>
#include <optional>

#include "codebook_option.h"
#include "command.h"
#include "edge.h"
#include "measure.h"
#include "output.h"

namespace casus {
namespace {

constexpr const char* kFooter = R"(Kinds of gold, told by the file's ending or named with --kind:
  treebank      .conllu  words, sentences, tags, features, lemmas, trees (CoNLL
                         2018), from raw text and on gold tokens; LAS+ compares
                         subtypes too
  names         .bio     exact spans (CoNLL 2003) on gold tokens; MISC where the
                         gold has it
  entities      entities.json
                         re3d, with documents.json beside: named persons,
                         organisations, locations, spans that overlap by half;
                         a folder (with --kind) is all sources in it
  factuality    .tsv     UDS: Pearson's r and mean absolute error; the sentences
                         come from the CoNLL-U file of --sentences
  attributions  .jsonl   PolNeAR: words in any source, cue, content; whole
                         contents, sources and attributions (Pareti 2013), also
                         by form (direct, mixed, indirect); no punctuation
  statements    .jsonl   PolNeAR: the record's statements, those within another
                         aside, scored like attributions; only with --kind
  coreference   .conllu  GUM: MUC, B-cubed, CEAF-e and their mean (CoNLL 2012)
                         on gold mentions and on those found; antecedents of
                         third-person pronouns; only with --kind
  pronouns      .conllu  GUM: third-person pronouns that have an antecedent, by
                         the actor they are given; only with --kind
  gap           .tsv     GAP: names of pronouns, by gender; only with --kind
  dates         .jsonl   texts of gold/dates: expressions of time by the days
                         they name; only with --kind
  status        .jsonl   sentences of gold/status: the status of the event at
                         the trigger, right, wrong or no event; only with --kind
  numbers       .jsonl   texts of gold/numbers: figures with what they count,
                         bounds and whose it is; only with --kind
  plover        .jsonl   PLOVER's records, PLV: types, quad classes, countries
                         and modes of sentences; only with --kind
  events        .jsonl   whole documents of gold/events, with --corpora: events
                         by type, countries and status; only with --kind
  ordinary      .jsonl   sentences of gold/ordinary, with --corpora: those in
                         which an event is found; only with --kind
  places        .jsonl   spans with GeoNames ids and coordinates (gold/places):
                         found, right id, within 161 km, places of events;
                         only with --kind
  contexts      .jsonl   sentences of gold/contexts: contexts of the event at
                         the trigger; only with --kind
  situations    .jsonl   reports of gold/situations: wars, talks and the like by
                         kind and name, with parties and dates; only with --kind
  claims        .jsonl   texts of gold/claims: who asserts, denies, doubts what:
                         positions on the right claim; only with --kind
  contacts      .jsonl   texts of gold/contacts: calls, meetings, visits and the
                         like, field by field; only with --kind
  duties        .jsonl   reports of gold/duties: who is bound to what, by what,
                         and whether it is due, by field; only with --kind
Intervals hold 95 % of 1,000 draws with replacement, from a fixed seed: of
articles, documents or snippets (attributions, statements, entities,
coreference, pronouns, gap, dates, events, places, situations, claims, contacts,
duties), else of sentences, as in the shared tasks.

Examples:
  casus eval en_ewt-dev.conllu
  casus eval uds_ewt-dev.tsv --sentences en_ewt-dev.conllu
  casus eval re3d --kind entities
  casus eval polnear_dev.jsonl --write-predictions found.jsonl
  casus eval gold/status/tuning.jsonl --kind status
  casus eval gold/events/tuning.jsonl --kind events --corpora shared
  casus eval gold/places/tuning.jsonl --kind places)";

struct EvalOptions {
  Gold gold;
  std::string kind;
  std::string codebook;
  std::string event_head;
  bool float32 = false;
};

std::string number(double value, int decimals) {
  char digits[64];
  std::snprintf(digits, sizeof digits, "%.*f", decimals, value);
  return digits;
}

std::string right(std::string text, std::size_t width) { return text.size() < width ? std::string(width - text.size(), ' ') + text : text; }

std::string left(std::string text, std::size_t width) { return text.size() < width ? text + std::string(width - text.size(), ' ') : text; }

constexpr std::string_view kNoEventHead = "none";
constexpr std::size_t kIntervalWidth = std::string_view("100.00 to 100.00").size();

std::size_t width_of_count(const std::string& name) { return std::max<std::size_t>(name.size(), 5) + 2; }

// The interval and, below the names of their columns, the counts; nothing trails where there are none.
std::string interval_and_counts(std::string interval, const std::vector<std::size_t>& counts, const std::vector<std::string>& names) {
  if (counts.empty()) return interval;
  std::string cells = left(std::move(interval), kIntervalWidth);
  for (std::size_t i = 0; i < counts.size(); ++i) cells += right(std::to_string(counts[i]), width_of_count(names.at(i)));
  return cells;
}

std::string heading_of_counts(const std::vector<std::string>& names) {
  std::string heading = "95 % interval";
  if (!names.empty()) heading = left(std::move(heading), kIntervalWidth);
  for (const std::string& name : names) heading += right(name, width_of_count(name));
  return heading;
}

std::string line(const Score& score, std::size_t width, const std::vector<std::string>& names) {
  const bool percent = score.precision.has_value();
  const int decimals = percent ? 2 : 3;
  const auto cell = [&](const std::optional<double>& value) { return right(value ? number(*value, decimals) : "", 8); };
  return score.measure + std::string(width - score.measure.size(), ' ') + cell(score.precision) + cell(score.recall) + cell(score.value) +
         "   " + interval_and_counts(number(score.low, decimals) + " to " + number(score.high, decimals), score.counts, names) + "\n";
}

std::string text_of(const ScoreTable& table) {
  std::size_t width = 10;
  for (const Score& score : table.scores) width = std::max(width, score.measure.size());
  const bool percent = !table.scores.empty() && table.scores.front().precision;
  std::string text = table.title + "\n" + std::string(width, ' ') + right(percent ? "P" : "", 8) + right(percent ? "R" : "", 8) +
                     right(percent ? "F1" : "value", 8) + "   " + heading_of_counts(table.counts) + "\n";
  for (const Score& score : table.scores) text += line(score, width, table.counts);
  for (const std::string& remark : table.remarks) text += remark + "\n";
  return text;
}

bool has_extension(std::string_view path, std::string_view extension) { return !extension.empty() && path.ends_with(extension); }

const Measure* measure_of(const EvalOptions& options) {
  for (const Measure& measure : measures())
    if (options.kind.empty() ? has_extension(options.gold.path, measure.extension) : options.kind == measure.kind) return &measure;
  return nullptr;
}

int print(const std::vector<ScoreTable>& tables) {
  auto output = Output::open("-");
  for (const ScoreTable& table : tables) output->write((&table == &tables.front() ? "" : "\n") + text_of(table));
  return closed(*output, kDone);
}

int eval(const EvalOptions& options) {
  const Measure* measure = measure_of(options);
  if (!measure) {
    complain(options.gold.path + ": its ending does not tell what kind of gold it is: name it with --kind");
    return kFailed;
  }
  if (!options.gold.written_predictions.empty() && !measure->writes_predictions) {
    complain("--write-predictions is for attributions and events: of other kinds casus parse prints what is predicted");
    return kFailed;
  }
  std::optional<Engine> engine;
  const GetEngine get_engine = [&]() -> Result<const Engine*> {
    EnginePaths paths = default_paths();
    paths.codebook = options.codebook;
    if (!options.event_head.empty()) paths.event_model = options.event_head == kNoEventHead ? "" : options.event_head;
    auto loaded = Engine::load(paths, options.float32 ? Arithmetic::float32 : Arithmetic::int8);
    if (!loaded) return loaded.error();
    engine = std::move(*loaded);
    return &*engine;
  };
  const auto tables = measure->run(options.gold, get_engine);
  if (tables) return print(*tables);
  complain(tables.error().message);
  return kFailed;
}

}  // namespace

Run declare_eval(CLI::App& command) {
  command.description("Scores casus against a gold file, or a prediction against it.");
  command.footer(kFooter);
  const auto options = std::make_shared<EvalOptions>();
  std::vector<std::string> kinds;
  for (const Measure& measure : measures()) kinds.emplace_back(measure.kind);
  command.add_option("GOLD", options->gold.path, "the gold file")->required();
  command.add_option("--kind", options->kind, "the kind of gold")->type_name("KIND")->check(CLI::IsMember(kinds));
  command.add_option("--sentences", options->gold.sentences, "for factuality: the CoNLL-U file with the sentences")->type_name("FILE");
  command
      .add_option("--corpora", options->gold.corpora, "for events and ordinary: the folder of the corpora, which holds the gold's texts")
      ->type_name("FOLDER");
  CLI::Option* predicted =
      command.add_option("--predicted", options->gold.predicted, "score this file, in the gold's format, and not what casus reads")
          ->type_name("FILE");
  command
      .add_option("--write-predictions", options->gold.written_predictions,
                  "for attributions, statements, dates, status, numbers, plover, events, ordinary, places and contexts: write here, in "
                  "the gold's format, what casus reads")
      ->type_name("FILE")
      ->excludes(predicted);
  declare_codebook(command, options->codebook);
  command.add_option("--event-head", options->event_head, "weights of the event head to take, or none: events by the lexicon alone")
      ->type_name("FILE");
  command.add_flag("--float32", options->float32, "multiply in float32, several times slower, to see what bytes cost");
  return [options] { return eval(*options); };
}

}  // namespace casus
