// The program `bench`: how fast casus reads, stage by stage, how soon it begins, how much memory it takes. See README.md.
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "actors/actors.h"
#include "commitments/commitments.h"
#include "commitments/treaties.h"
#include "coreference/links.h"
#include "coreference/markables.h"
#include "events/events.h"
#include "ledgers/claims.h"
#include "ledgers/contacts.h"
#include "places/places.h"
#include "reading/engine_parts.h"
#include "situations/situations.h"
#include "statements/statements.h"
#include "tensor/kernels.h"
#include "tensor/linear.h"
#include "timeplace/dates.h"

namespace casus {
namespace {

constexpr int kRounds = 7;
constexpr int kStarts = 9;

// Of this thread's processor time, so that neighbours on the machine count little.
double processor_seconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

struct Spread {
  double median = 0;
  double least = 0;
  double most = 0;
};

Spread spread_of(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return {values[values.size() / 2], values.front(), values.back()};
}

struct Text {
  std::string name;
  std::string content;
  std::size_t words = 0;  // what white space separates
};

Text text_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  Text text{.name = path.filename(), .content = {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()}};
  std::istringstream words(text.content);
  text.words = static_cast<std::size_t>(std::distance(std::istream_iterator<std::string>(words), std::istream_iterator<std::string>()));
  return text;
}

std::vector<Text> texts_in(const std::filesystem::path& folder) {
  std::vector<Text> texts;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    if (entry.path().extension() == ".txt") texts.push_back(text_of(entry.path()));
  std::sort(texts.begin(), texts.end(), [](const Text& a, const Text& b) { return a.name < b.name; });
  return texts;
}

// Seconds of each stage, in the order in which they first ran.
class Stages {
 public:
  template <class Work>
  auto time(const char* name, Work work) {
    const double before = processor_seconds();
    auto result = work();
    add(name, processor_seconds() - before);
    return result;
  }

  void add(const std::string& name, double seconds) {
    if (!seconds_.contains(name)) order_.push_back(name);
    seconds_[name] += seconds;
  }

  const std::vector<std::string>& order() const { return order_; }
  double seconds(const std::string& name) const { return seconds_.at(name); }

 private:
  std::vector<std::string> order_;
  std::map<std::string, double> seconds_;
};

// The steps of src/reading, each with a clock; gives the number of events, so that nothing can be left out unseen.
std::size_t read_in_stages(const Text& text, const Engine& engine, Scratch& scratch, Stages& stages) {
  const Engine::Parts& parts = engine.parts();
  const auto document = stages.time("document", [&] { return make_document({.text = text.content}); });
  const auto tokens = stages.time("token", [&] {
    Tokens made = split(*document, parts.token_rules);
    guess_language(*document, made, parts.token_rules);
    return made;
  });
  const auto vectors = stages.time("encoder", [&] { return parts.encoder.encode(tokens, scratch); });
  const auto parse = stages.time("syntax", [&] { return parts.parser.parse(vectors, tokens, scratch); });
  const auto names = stages.time("names", [&] { return parts.names.find(vectors, tokens, scratch); });
  const auto attributions = stages.time("attribution", [&] { return parts.attribution.find(vectors, tokens, scratch); });
  const auto factuality = stages.time("factuality", [&] { return parts.factuality.judge(vectors, scratch); });
  const auto proposals = stages.time(
      "eventhead", [&] { return parts.event_head ? parts.event_head->propose(vectors, tokens, parse, scratch) : EventProposals{}; });
  const auto coreference =
      stages.time("coreference", [&] { return find_coreference(parts.antecedents, vectors, find_markables(tokens, parse), scratch); });
  const auto dates = stages.time("timeplace", [&] { return find_dates(*document, tokens, parse, parts.time_rules); });
  const auto actors = stages.time(
      "actors", [&] { return find_actors(*document, tokens, parse, names, attributions, coreference, parts.knowledge, dates.published); });
  const auto quantities = stages.time(
      "quantities", [&] { return find_quantities(*document, tokens, parse, actors, dates, parts.knowledge, parts.quantities); });
  const auto places = stages.time(
      "places", [&] { return find_places(tokens, parse, names, attributions, actors, dates, parts.knowledge, parts.place_rules); });
  const auto statements =
      stages.time("statements", [&] { return find_statements(*document, tokens, parse, attributions, actors, dates, parts.cues); });
  const auto events = stages.time("events", [&] {
    return find_events({*document, tokens, parse, factuality, proposals, actors, dates, quantities, places, statements, parts.place_rules,
                        parts.lexicon, parts.ontology});
  });
  stages.time("situations", [&] {
    return find_situations(*document, tokens, parse, actors, dates, events, parts.time_rules, parts.lexicon, parts.knowledge,
                           parts.situations)
        .situations.size();
  });
  stages.time("ledgers", [&] {
    const Contacts contacts =
        find_contacts({*document, tokens, parse, actors, dates, statements, events, parts.lexicon, parts.ledgers.contacts});
    const Claims claims = find_claims({*document, tokens, parse, actors, statements, events, parts.cues, parts.ledgers});
    return claims.claims.size() + contacts.contacts.size();
  });
  stages.time("commitments", [&] {
    const auto instruments = find_instruments(*document, tokens, Tree(tokens, parse), actors, dates, parts.knowledge, parts.instruments);
    const Commitments told =
        find_commitments(*document, tokens, parse, actors, places, statements, instruments, parts.lexicon, parts.commitments);
    return read_treaties(tokens, actors, dates, instruments, told.commitments, parts.knowledge).commitments.size();
  });
  return events.events.size();
}

struct Readings {
  Spread words_per_second;
  std::map<std::string, Spread> microseconds;  // a word, by stage
  std::vector<std::string> order;
  Spread encoder_share;  // of the whole, in per cent
};

Readings time_reading(const std::vector<Text>& texts, const Engine& engine) {
  const OneThread alone;
  Scratch scratch;
  std::size_t words = 0;
  for (const Text& text : texts) words += text.words;

  Readings readings;
  std::vector<double> speeds, shares;
  std::map<std::string, std::vector<double>> costs;
  for (int round = -1; round < kRounds; ++round) {  // the first warms up
    Stages stages;
    std::size_t events = 0, events_in_stages = 0;
    double whole = 0;
    for (const Text& text : texts) {
      const double before = processor_seconds();
      const auto record = engine.read({.text = text.content});
      const std::string json = to_json(*record);
      whole += processor_seconds() - before;
      events += record->events.size();
      events_in_stages += read_in_stages(text, engine, scratch, stages);
      stages.time("format", [&] { return to_json(*record); });
    }
    if (events == 0 || events != events_in_stages) {
      std::fprintf(stderr, "bench: the stages gave %zu events, the whole %zu\n", events_in_stages, events);
      std::exit(1);
    }
    if (round < 0) continue;
    speeds.push_back(static_cast<double>(words) / whole);
    shares.push_back(100 * stages.seconds("encoder") / whole);
    for (const std::string& name : stages.order()) costs[name].push_back(1e6 * stages.seconds(name) / static_cast<double>(words));
    readings.order = stages.order();
  }
  readings.words_per_second = spread_of(speeds);
  readings.encoder_share = spread_of(shares);
  for (const auto& [name, values] : costs) readings.microseconds[name] = spread_of(values);
  return readings;
}

struct ProgramRun {
  double milliseconds = 0;  // wall clock, from start to the end of the first byte that it writes
  double mebibytes = 0;     // the most that was resident
};

// Runs the program with its output read through a pipe.
ProgramRun run_program(const std::vector<std::string>& arguments) {
  int ends[2];
  if (pipe(ends) != 0) std::abort();
  const auto start = std::chrono::steady_clock::now();
  const pid_t child = fork();
  if (child == 0) {
    dup2(ends[1], STDOUT_FILENO);
    close(ends[0]);
    std::vector<char*> pointers;
    for (const std::string& argument : arguments) pointers.push_back(const_cast<char*>(argument.c_str()));
    pointers.push_back(nullptr);
    execv(pointers[0], pointers.data());
    _exit(127);
  }
  close(ends[1]);
  char buffer[65536];
  ProgramRun run;
  while (const ssize_t count = read(ends[0], buffer, sizeof buffer)) {
    if (count < 0) break;
    if (run.milliseconds == 0)
      run.milliseconds = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
  }
  close(ends[0]);
  int status = 0;
  rusage usage{};
  wait4(child, &status, 0, &usage);
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) {
    std::fprintf(stderr, "bench: %s failed\n", arguments[0].c_str());
    std::exit(1);
  }
  run.mebibytes = static_cast<double>(usage.ru_maxrss) / 1024;
  return run;
}

std::string processor_name() {
  std::ifstream info("/proc/cpuinfo");
  for (std::string line; std::getline(info, line);)
    if (line.starts_with("model name")) return line.substr(line.find(':') + 2);
  return "unknown processor";
}

void print_row(const std::string& name, const Spread& spread, const char* unit, int decimals) {
  std::printf("  %-34s %9.*f %9.*f %9.*f  %s\n", name.c_str(), decimals, spread.median, decimals, spread.least, decimals, spread.most,
              unit);
}

void print_readings(const Readings& readings) {
  print_row("whole report to JSON", readings.words_per_second, "words/s", 0);
  print_row("encoder's share of that", readings.encoder_share, "%", 1);
  for (const std::string& name : readings.order) print_row("  " + name, readings.microseconds.at(name), "us/word", 2);
}

void print_runs(const std::string& folder, const std::vector<Text>& texts) {
  const std::string first = folder + "/" + texts.front().name;
  std::vector<double> starts, memory, memory_of_all;
  for (int i = 0; i < kStarts; ++i) {
    const ProgramRun run = run_program({CASUS_PROGRAM, "read", first, "--format", "json"});
    starts.push_back(run.milliseconds);
    memory.push_back(run.mebibytes);
    memory_of_all.push_back(run_program({CASUS_PROGRAM, "read", folder, "--format", "jsonl", "--jobs", "1"}).mebibytes);
  }
  print_row("start to first record (" + std::to_string(texts.front().words) + " words)", spread_of(starts), "ms", 0);
  print_row("peak memory, one report", spread_of(memory), "MiB", 0);
  print_row("peak memory, the folder, one job", spread_of(memory_of_all), "MiB", 0);
}

template <class Work>
Spread milliseconds_of(Work work) {
  std::vector<double> times;
  for (int i = 0; i < kStarts; ++i) {
    const double before = processor_seconds();
    work();
    times.push_back(1e3 * (processor_seconds() - before));
  }
  return spread_of(times);
}

void print_knowledge() {
  const EnginePaths paths = default_paths();
  const auto require = [](const Result<Knowledge>& knowledge) {
    if (knowledge && !knowledge->version().empty()) return;
    std::fprintf(stderr, "bench: the knowledge base does not load\n");
    std::exit(1);
  };
  print_row("knowledge base, mapped", milliseconds_of([&] { require(Knowledge::open(paths.compiled_knowledge)); }), "ms", 2);
  print_row("knowledge base, from its tables", milliseconds_of([&] { require(Knowledge::load(paths.knowledge)); }), "ms", 2);
}

int bench(const std::string& folder) {
  const auto engine = Engine::load(default_paths());
  if (!engine) {
    std::fprintf(stderr, "bench: %s\n", engine.error().message.c_str());
    return 1;
  }
  const std::vector<Text> texts = texts_in(folder);
  if (texts.empty()) {
    std::fprintf(stderr, "bench: %s: no .txt files\n", folder.c_str());
    return 1;
  }
  std::size_t words = 0;
  for (const Text& text : texts) words += text.words;
  std::printf("%s, kernels %s, model %s\n", processor_name().c_str(), kernels().name, std::string(engine->model_version()).c_str());
  std::printf("%zu reports, %zu words; one core, processor time; median, least, most of %d rounds (start-up: wall clock, %d runs)\n\n",
              texts.size(), words, kRounds, kStarts);
  std::printf("  %-34s %9s %9s %9s\n", "", "median", "least", "most");
  print_readings(time_reading(texts, *engine));
  print_runs(folder, texts);
  print_knowledge();
  return 0;
}

}  // namespace
}  // namespace casus

int main(int count, char** arguments) { return casus::bench(count > 1 ? arguments[1] : CASUS_EXAMPLES); }
