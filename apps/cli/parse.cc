// casus parse: what the learned heads see in each word, as CoNLL-U.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>

#include "command.h"
#include "document/document.h"
#include "edge.h"
#include "inputs.h"
#include "output.h"
#include "reading/engine_parts.h"
#include "reading/structure.h"
#include "syntax/conllu.h"

namespace casus {
namespace {

constexpr const char* kFooter = R"(Columns are those of Universal Dependencies. The last has SpaceAfter=No; names
(NER=B-PER, I-PER; PER, ORG, LOC, MISC); who says what (Attribution=1:source,
1:cue, 1:content, by the number of the attribution, several with commas); and
how surely a verb happened (Factuality, from about -2, no, to 2, yes).)";

// Sentences of a treebank that are looked at together; more would only take memory.
constexpr std::size_t kSentencesTogether = 100;

enum class InputKind { text, conllu };

struct ParseOptions {
  Inputs inputs;
  InputKind kind = InputKind::text;
  std::string output;
};

void add(std::string& misc, const std::string& feature) { misc += (misc.empty() ? "" : "|") + feature; }

void add_names(const Names& names, std::vector<std::string>& misc) {
  for (const Name& name : names.names)
    for (std::size_t i = name.range.first; i < name.range.last; ++i)
      add(misc[i], (i == name.range.first ? "NER=B-" : "NER=I-") + std::string(label(name.kind)));
}

void add_attributions(const Attributions& attributions, std::vector<std::string>& misc) {
  std::vector<std::string> parts(misc.size());
  const auto mark = [&](TokenRange range, const std::string& part) {
    for (std::size_t i = range.first; i < range.last; ++i) parts[i] += (parts[i].empty() ? "" : ",") + part;
  };
  std::size_t number = 0;
  for (const Attribution& attribution : attributions.attributions) {
    const std::string prefix = std::to_string(++number) + ":";
    for (const TokenRange range : attribution.source) mark(range, prefix + "source");
    mark(attribution.cue, prefix + "cue");
    for (const TokenRange range : attribution.content) mark(range, prefix + "content");
  }
  for (std::size_t i = 0; i < misc.size(); ++i)
    if (!parts[i].empty()) add(misc[i], "Attribution=" + parts[i]);
}

void add_factuality(const Factuality& factuality, const Parse& parse, std::vector<std::string>& misc) {
  for (std::size_t i = 0; i < misc.size() && i < factuality.values.size(); ++i) {
    if (parse.words[i].upos != "VERB" && parse.words[i].head != kRoot) continue;
    std::array<char, 32> value{};
    std::snprintf(value.data(), value.size(), "Factuality=%.2f", static_cast<double>(factuality.values[i]));
    add(misc[i], value.data());
  }
}

std::vector<std::string> misc_of(const Structure& structure, const Tokens& tokens) {
  std::vector<std::string> misc(tokens.tokens.size());
  add_names(structure.names, misc);
  add_attributions(structure.attributions, misc);
  add_factuality(structure.factuality, structure.parse, misc);
  return misc;
}

Result<std::string> parse_text(const Report& report, const Engine::Parts& engine) {
  const auto document = make_document(report);
  if (!document) return document.error();
  const Tokens tokens = split(*document, engine.token_rules);
  const Structure structure = find_structure(tokens, engine);
  return write_conllu(*document, tokens, structure.parse, misc_of(structure, tokens));
}

// The sentences [first, last) of `all`.
Tokens part_of(const Tokens& all, std::size_t first, std::size_t last) {
  const std::size_t begin = all.sentences[first].first;
  const std::size_t end = all.sentences[last - 1].last;
  Tokens part;
  part.tokens.assign(all.tokens.begin() + static_cast<std::ptrdiff_t>(begin), all.tokens.begin() + static_cast<std::ptrdiff_t>(end));
  for (std::size_t s = first; s < last; ++s) part.sentences.push_back({all.sentences[s].first - begin, all.sentences[s].last - begin});
  return part;
}

// Where to stop: at the next document's start, or when there are enough.
std::size_t end_of_part(const Conllu& gold, std::size_t first) {
  const auto next = std::upper_bound(gold.document_starts.begin(), gold.document_starts.end(), first);
  const std::size_t document = next == gold.document_starts.end() ? gold.tokens.sentences.size() : *next;
  return std::min(document, first + kSentencesTogether);
}

bool parse_gold(const Conllu& gold, const Engine::Parts& engine, Output& output) {
  std::size_t last = 0;
  for (std::size_t first = 0; first < gold.tokens.sentences.size(); first = last) {
    last = end_of_part(gold, first);
    const Tokens tokens = part_of(gold.tokens, first, last);
    const Structure structure = find_structure(tokens, engine);
    const std::vector<std::string> ids(gold.sentence_ids.begin() + static_cast<std::ptrdiff_t>(first),
                                       gold.sentence_ids.begin() + static_cast<std::ptrdiff_t>(last));
    if (std::binary_search(gold.document_starts.begin(), gold.document_starts.end(), first)) output.write("# newdoc\n");
    if (!output.write(write_conllu(gold.document, tokens, structure.parse, misc_of(structure, tokens), ids))) return false;
  }
  return true;
}

Result<std::string> contents(const std::string& path) {
  if (path == "-") return std::string(std::istreambuf_iterator<char>(std::cin), {});
  std::ifstream file(path, std::ios::binary);
  std::string text(std::istreambuf_iterator<char>(file), {});
  if (!file) return Error{path + ": cannot be read: check that it is there and may be read"};
  return text;
}

int parse_treebanks(const ParseOptions& options, const Engine::Parts& engine, Output& output) {
  int status = kDone;
  const std::vector<std::string> standard_input = {"-"};
  for (const std::string& path : options.inputs.paths.empty() ? standard_input : options.inputs.paths) {
    const auto done = guarded([&]() -> Result<std::string> {
      auto text = contents(path);
      if (!text) return text;
      const auto gold = read_conllu(*text, path == "-" ? "standard input" : path);
      if (!gold) return gold.error();
      parse_gold(*gold, engine, output);
      return std::string();
    });
    if (done) continue;
    complain(done.error().message);
    status = kFailed;
  }
  return status;
}

int parse(const ParseOptions& options) {
  auto output = Output::open(options.output);
  if (!output) {
    complain(output.error().message);
    return kFailed;
  }
  const auto engine = load_engine();
  if (!engine) return kFailed;
  const Engine::Parts& parts = engine->parts();
  const int status = options.kind == InputKind::conllu
                         ? parse_treebanks(options, parts, *output)
                         : for_each_report(
                               options.inputs, [&](const Report& report) { return parse_text(report, parts); },
                               [&](const auto& text) { return !text || output->write(*text); });
  return closed(*output, status);
}

}  // namespace

Run declare_parse(CLI::App& command) {
  command.description("Prints words, tags, trees, names and attributions of reports as CoNLL-U.");
  command.footer(kFooter);
  const auto options = std::make_shared<ParseOptions>();
  declare_inputs(command, options->inputs);
  command
      .add_option_function<std::string>(
          "--input", [options](const std::string& kind) { options->kind = kind == "conllu" ? InputKind::conllu : InputKind::text; },
          "text: reports (the default); conllu: CoNLL-U files, whose words and sentences are taken as they are")
      ->type_name("KIND")
      ->check(CLI::IsMember({"text", "conllu"}));
  command.add_option("--output,-o", options->output, "write to this file rather than to standard output")->type_name("FILE");
  return [options] { return parse(*options); };
}

}  // namespace casus
