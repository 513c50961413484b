// casus read: reports in, records out.
#include <CLI/CLI.hpp>
#include <memory>

#include "codebook_option.h"
#include "command.h"
#include "edge.h"
#include "format/brief.h"
#include "format/html.h"
#include "format/tsv.h"
#include "inputs.h"
#include "kb_command.h"
#include "output.h"
#include "record_output.h"
#include "terminal.h"

namespace casus {
namespace {

constexpr const char* kFooter = R"(Examples:
  casus read report.txt --published 2020-10-07
  casus read archive/ --format jsonl --output records.jsonl
  casus read - --show events < report.txt
  casus read a.txt b.txt --format html > reading.html

What could not be read is said on standard error, and the exit status is 2; all
other reports are read all the same.)";

struct ReadOptions {
  Inputs inputs;
  Format format = Format::brief;
  std::vector<Section> sections;
  std::string colour = "auto";
  std::string output;
  std::vector<std::string> overlays;
  std::string codebook;
};

std::vector<std::string> parts_of(const std::string& list) {
  std::vector<std::string> parts(1);
  for (const char c : list)
    if (c == ',') parts.emplace_back();
    else parts.back() += c;
  return parts;
}

// Gives what is wrong with the list, or nothing.
std::string take_sections(const std::string& list, std::vector<Section>& sections) {
  sections.clear();
  for (const std::string& name : parts_of(list)) {
    if (name == "notes") continue;  // always shown
    const auto found = section(name);
    if (!found) {
      std::string names = "notes";
      for (const std::string& each : section_names()) names += ", " + each;
      return "no section \"" + name + "\": choose among " + names;
    }
    sections.push_back(*found);
  }
  return {};
}

std::string text_of(const Record& record, const ReadOptions& options, const BriefOptions& brief_options) {
  switch (options.format) {
    case Format::json:
      return to_json(record, Layout::indented);
    case Format::jsonl:
      return to_json(record, Layout::one_line) + "\n";
    case Format::tsv:
      return tsv_rows(record);
    case Format::html:
      return html_record(record);
    case Format::brief:
      return brief(record, brief_options);
  }
  return {};
}

int read(const ReadOptions& options) {
  auto output = Output::open(options.output);
  if (!output) {
    complain(output.error().message);
    return kFailed;
  }
  const auto engine = load_engine(options.overlays, options.codebook);
  if (!engine) return kFailed;
  const BriefOptions brief_options = {
      .width = columns_of(output->descriptor()), .colour = colour_of(options.colour, output->descriptor()), .sections = options.sections};
  const Make make = [&](const Report& report) -> Result<std::string> {
    const auto record = engine->read(report);
    if (!record) return record.error();
    return text_of(*record, options, brief_options);
  };
  RecordOutput records(options.format, *output);
  records.begin();
  const int status = for_each_report(options.inputs, make, [&](const auto& record) { return records.add(record); });
  records.end();
  return closed(*output, status);
}

}  // namespace

Run declare_read(CLI::App& command) {
  command.description("Reads reports and shows what they say: who, what happened, and who said what.");
  command.footer(kFooter);
  const auto options = std::make_shared<ReadOptions>();
  declare_inputs(command, options->inputs);
  const std::map<std::string, Format> formats = {
      {"brief", Format::brief}, {"json", Format::json}, {"jsonl", Format::jsonl}, {"tsv", Format::tsv}, {"html", Format::html}};
  command
      .add_option_function<std::string>(
          "--format,-f", [options, formats](const std::string& name) { options->format = formats.at(name); },
          "brief: for people (the default); json: the whole record, or an array of them for several reports; "
          "jsonl: a record a line; tsv: an event a line, below a header; html: one page to read, with the words marked")
      ->type_name("FORMAT")
      ->check(CLI::IsMember({"brief", "json", "jsonl", "tsv", "html"}));
  command
      .add_option_function<std::string>(
          "--show",
          [options](const std::string& list) {
            const std::string fault = take_sections(list, options->sections);
            if (!fault.empty()) throw CLI::ValidationError("--show", fault);
          },
          "the sections of the brief, with commas: actors, events, statements, situations, contacts, claims, commitments "
          "(default: the first three, and of the others those that have something to show; notes are always shown)")
      ->type_name("SECTIONS");
  command.add_option("--color", options->colour, "auto (the default: on a terminal, and not where NO_COLOR is set), always or never")
      ->type_name("WHEN")
      ->check(CLI::IsMember({"auto", "always", "never"}));
  command.add_option("--output,-o", options->output, "write to this file rather than to standard output")->type_name("FILE");
  declare_overlays(command, options->overlays);
  declare_codebook(command, options->codebook);
  return [options] { return read(*options); };
}

}  // namespace casus
