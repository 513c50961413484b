// casus kb import: actor and agent dictionaries of others become a folder of tables that can be laid over the knowledge base.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>
#include <filesystem>
#include <iostream>
#include <map>
#include <memory>
#include <optional>

#include "casus/casus.h"
#include "dictionaries/import.h"
#include "dictionaries/named_table.h"
#include "edge.h"
#include "format/styled_text.h"
#include "kb_dictionaries.h"
#include "measuring.h"
#include "output.h"

namespace casus {
namespace {

constexpr const char* kFooter = R"(Reads dictionaries of actors and agents of TABARI and PETRARCH, with the days
that codes are restricted to, and writes tables in the form of kb/. What is
known already is not repeated. What cannot be taken over is counted on standard
error, a line for each kind with the first place; --report lists all of it.

Examples:
  casus kb import countries.actors.txt --output my-actors
  casus kb import a.actors.txt b.actors.txt --agents my.agents.txt -o my-actors
  casus kb import old.actors.txt --as-of 2014-06-30 -o old --report lost.tsv)";

struct ImportArguments {
  std::vector<std::string> actors;
  std::vector<std::string> agents;
  std::string output;
  std::string codes = "cameo";
  std::string as_of;
  std::string source;
  std::string report;
  bool force = false;
};

std::string today() {
  const std::chrono::year_month_day day{std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now())};
  char text[16];
  std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                static_cast<unsigned>(day.day()));
  return text;
}

std::string file_name(const std::string& path) { return std::filesystem::path(path).filename().string(); }

// "Phoenix.Countries.actors.txt" -> "phoenix-countries-actors"
std::string id_from(const std::string& path) {
  std::string id;
  for (const char c : std::filesystem::path(path).stem().string()) {
    const bool capital = c >= 'A' && c <= 'Z';
    if (capital || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) id += capital ? static_cast<char>(c - 'A' + 'a') : c;
    else if (!id.empty() && id.back() != '-') id += '-';
  }
  while (id.ends_with('-')) id.pop_back();
  return id.empty() ? "dictionary" : id;
}

template <class Dictionary>
Result<std::vector<Dictionary>> read_all(const std::vector<std::string>& paths, Dictionary (*read)(std::string_view)) {
  std::vector<Dictionary> dictionaries;
  for (const std::string& path : paths) {
    const auto content = content_of(path);
    if (!content) return content.error();
    dictionaries.push_back(read(*content));
    if (dictionaries.back().entries.empty())
      return Error{path + ": has no entry with a code: is it a dictionary of actors (or, with --agents, of agents)?"};
  }
  return dictionaries;
}

Result<Dictionaries> read_dictionaries(const ImportArguments& arguments) {
  auto actors = read_all(arguments.actors, read_actors);
  if (!actors) return actors.error();
  auto agents = read_all(arguments.agents, read_agents);
  if (!agents) return agents.error();
  return Dictionaries{std::move(*actors), std::move(*agents)};
}

std::optional<Error> refuse_to_overwrite(const ImportArguments& arguments, const Overlay& overlay) {
  if (arguments.force) return std::nullopt;
  for (const auto& [file, table] : overlay.tables)
    if (std::filesystem::exists(arguments.output + "/" + file))
      return Error{arguments.output + "/" + file + ": is there already: name another folder, or replace it with --force"};
  return std::nullopt;
}

// With the columns of our own tables. Tables of an earlier import that have no rows now go.
Result<std::string> write_tables(const ImportArguments& arguments, const Overlay& overlay) {
  if (auto folder = make_folder(arguments.output); !folder) return folder;
  std::string summary;
  for (const auto& [file, table] : overlay.tables) {
    const std::string path = arguments.output + "/" + file;
    if (table.rows.empty()) {
      std::error_code ignored;
      std::filesystem::remove(path, ignored);
      continue;
    }
    const auto ours = NamedTable::read(default_paths().knowledge + "/" + file, {});
    if (!ours) return ours.error();
    if (auto written = write_file(path, table.text(ours->columns())); !written) return written;
    summary += path + ": " + count(table.rows.size(), "row") + "\n";
  }
  return summary + count(overlay.known, "name") + " known already\n";
}

void say_remarks(const std::string& path, const std::vector<Remark>& remarks) {
  std::map<std::string_view, std::vector<const Remark*>> kinds;
  for (const Remark& remark : remarks) kinds[remark.what].push_back(&remark);
  for (const auto& [what, all] : kinds) {
    const Remark& first = *all.front();
    const std::string more = all.size() > 1 ? " (and " + std::to_string(all.size() - 1) + " more)" : "";
    complain(path + ":" + std::to_string(first.line) + ": not taken over: " + std::string(what) + ": " + first.text + more);
  }
}

std::string report_of(const std::string& path, const std::vector<Remark>& remarks) {
  std::string text;
  for (const Remark& remark : remarks)
    text += path + "\t" + std::to_string(remark.line) + "\t" + std::string(remark.what) + "\t" + printable(remark.text) + "\n";
  return text;
}

Result<std::string> say_what_is_left_out(const ImportArguments& arguments, const Dictionaries& dictionaries, const Overlay& overlay) {
  std::string report = "file\tline\twhat\ttext\n";
  const auto each = [&](const std::vector<std::string>& paths, const std::vector<std::vector<Remark>>& remarks) {
    for (std::size_t i = 0; i < paths.size(); ++i) {
      say_remarks(paths[i], remarks[i]);
      report += report_of(paths[i], remarks[i]);
    }
  };
  each(arguments.actors, overlay.actor_remarks);
  each(arguments.agents, overlay.agent_remarks);
  for (std::size_t i = 0; i < arguments.actors.size(); ++i)
    if (const std::size_t stems = dictionaries.actors[i].stems)
      complain(arguments.actors[i] + ": " + count(stems, "phrase") + " without _ at the end: taken for whole words");
  return arguments.report.empty() ? report : write_file(arguments.report, report);
}

Result<std::string> import_all(const ImportArguments& arguments) {
  if (!arguments.as_of.empty() && (arguments.as_of.size() != 10 || !is_date(arguments.as_of)))
    return Error{"--as-of " + arguments.as_of + ": expected a day as 2014-06-30"};
  const auto dictionaries = read_dictionaries(arguments);
  if (!dictionaries) return dictionaries.error();
  const EnginePaths ours = default_paths();
  const auto knowledge = Knowledge::load({.folder = ours.knowledge, .file = ours.compiled_knowledge});
  if (!knowledge) return knowledge.error();
  const auto codes = load_actor_codes();
  if (!codes) return codes.error();

  std::string title = "actor dictionary";
  for (const auto& paths : {arguments.actors, arguments.agents})
    for (const std::string& path : paths) title += " " + file_name(path);
  const std::string latest = latest_day(dictionaries->actors, today());
  const ImportOptions options{.scheme = scheme_of(arguments.codes),
                              .as_of = !arguments.as_of.empty() ? arguments.as_of
                                       : !latest.empty()        ? latest
                                                                : today(),
                              .source = arguments.source.empty()
                                            ? id_from(arguments.actors.empty() ? arguments.agents.front() : arguments.actors.front())
                                            : id_from(arguments.source),
                              .title = printable(title)};
  const Overlay overlay = import_dictionaries(*dictionaries, *codes, *knowledge, options);
  if (auto refused = refuse_to_overwrite(arguments, overlay)) return *refused;
  if (auto said = say_what_is_left_out(arguments, *dictionaries, overlay); !said) return said;
  const auto& tables = overlay.tables;
  if (overlay.known == 0 && std::all_of(tables.begin(), tables.end(), [](const auto& table) { return table.second.rows.empty(); }))
    return Error{"nothing could be taken over: are these dictionaries of TABARI or PETRARCH?"};
  auto summary = write_tables(arguments, overlay);
  if (!summary) return summary;
  return *summary + "open ends hold as of " + options.as_of + "\n";
}

}  // namespace

Run declare_kb_import(CLI::App& command) {
  command.description("Turns actor dictionaries of TABARI and PETRARCH into tables that are laid over the knowledge base.");
  command.footer(kFooter);
  const auto arguments = std::make_shared<ImportArguments>();
  command.add_option("ACTORS", arguments->actors, "dictionaries of actors")->type_name("FILE");
  command.add_option("--agents", arguments->agents, "a dictionary of agents (repeatable)")->allow_extra_args(false)->type_name("FILE");
  command.add_option("--output,-o", arguments->output, "the folder to write the tables to")->required()->type_name("FOLDER");
  declare_codes(command, arguments->codes);
  command
      .add_option("--as-of", arguments->as_of,
                  "the day for which open ends are known to be open; without it, the latest day in the files that is not of the future")
      ->type_name("DATE");
  command.add_option("--source", arguments->source, "what the source is called in the tables; without it, the name of the first file")
      ->type_name("NAME");
  command.add_option("--report", arguments->report, "write all that is left out there, a line each")->type_name("FILE");
  command.add_flag("--force", arguments->force, "replace tables that are in the folder");
  return [arguments] {
    if (arguments->actors.empty() && arguments->agents.empty()) {
      complain("nothing to import: name dictionaries, see casus kb import --help");
      return kFailed;
    }
    const auto done = guarded([&] { return import_all(*arguments); });
    if (done) {
      auto output = Output::open("-");
      output->write(*done);
      return closed(*output, kDone);
    }
    complain(done.error().message);
    return kFailed;
  };
}

}  // namespace casus
