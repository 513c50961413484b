// casus explain: why an event of a report is coded as it is, or why a sentence gave none.
#include <CLI/CLI.hpp>
#include <charconv>
#include <memory>

#include "codebook_option.h"
#include "command.h"
#include "edge.h"
#include "explanation/explain_event.h"
#include "inputs.h"
#include "kb_command.h"
#include "output.h"
#include "reading/engine_parts.h"

namespace casus {
namespace {

constexpr const char* kFooter = R"(Examples:
  casus explain report.txt --event e3
  casus explain report.txt --sentence 7 --published 2020-10-07
  casus explain - --event e1 < report.txt

Events are numbered as casus read shows them; sentences from 1, in the order of
the text, a title first.)";

struct ExplainOptions {
  Inputs inputs;
  std::string event;
  std::size_t sentence = 0;  // from 1
  std::vector<std::string> overlays;
  std::string codebook;
};

// "e3" -> 2
std::optional<std::uint32_t> index_of(const std::string& id) {
  std::uint32_t number = 0;
  const char* end = id.data() + id.size();
  if (id.size() < 2 || id[0] != 'e') return std::nullopt;
  const auto [stop, error] = std::from_chars(id.data() + 1, end, number);
  if (error != std::errc() || stop != end || number == 0) return std::nullopt;
  return number - 1;
}

std::string how_many(std::size_t count, const std::string& what) {
  return count == 0 ? "the report has no " + what : "the report has " + std::to_string(count) + " " + what + (count == 1 ? "" : "s");
}

Result<std::string> explanation(const ExplainOptions& options, const Engine& engine) {
  const auto report = only_report(options.inputs);
  if (!report) return report.error();
  EventsTrace trace;
  const auto layers = read_layers(*report, engine.parts(), &trace);
  const std::string& path = options.inputs.paths.front();
  const std::string origin = (path == "-" ? "standard input" : path) + ": ";
  if (!layers) return Error{origin + layers.error().message};
  if (layers->language != "en") return Error{origin + "the text is not English (" + layers->language + "), so nothing was read from it"};
  if (options.sentence > 0) {
    const std::size_t sentences = layers->tokens.sentences.size();
    if (options.sentence > sentences)
      return Error{origin + "there is no sentence " + std::to_string(options.sentence) + ": " + how_many(sentences, "sentence")};
    return explain_sentence(*layers, trace, options.sentence - 1);
  }
  const auto event = index_of(options.event);
  const std::size_t events = layers->events.events.size();
  if (!event || *event >= events)
    return Error{origin + "there is no event " + options.event + ": " + how_many(events, "event") +
                 (events > 0 ? ", e1 to e" + std::to_string(events) : "; --sentence says why")};
  return explain_event(*layers, trace, EventId{*event});
}

int explain_report(const ExplainOptions& options) {
  if (options.event.empty() == (options.sentence == 0)) {
    complain("explain needs either --event or --sentence: see casus explain --help");
    return kFailed;
  }
  const auto engine = load_engine(options.overlays, options.codebook);
  if (!engine) return kFailed;
  const auto text = guarded([&] { return explanation(options, *engine); });
  if (!text) {
    complain(text.error().message);
    return kFailed;
  }
  auto output = Output::open("-");
  output->write(*text);
  return closed(*output, kDone);
}

}  // namespace

Run declare_explain(CLI::App& command) {
  command.description("Shows why an event is coded as it is, or why a sentence gave none.");
  command.footer(kFooter);
  const auto options = std::make_shared<ExplainOptions>();
  command.add_option("REPORT", options->inputs.paths, "a text file, or - for standard input")->required()->expected(1);
  command.add_option("--event", options->event, "the event, as casus read numbers it: e3")->type_name("ID");
  command.add_option("--sentence", options->sentence, "the sentence, from 1")
      ->type_name("N")
      ->check(CLI::Range(std::size_t{1}, std::size_t{1} << 20U));
  declare_what_is_known(command, options->inputs);
  declare_overlays(command, options->overlays);
  declare_codebook(command, options->codebook);
  return [options] { return explain_report(*options); };
}

}  // namespace casus
