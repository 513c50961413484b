// The program `encoder_bench`: the encoder's share of the peak that oneDNN reaches at its own shapes in the same run, words per
// second of the encoder and of each head, and the time to load each. One core; no other dependence than the model and a folder of texts.
//   encoder_bench [MODEL [FOLDER [int8 or float32]]]
#include <omp.h>
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <dnnl.hpp>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

#include "attribution/attribution_head.h"
#include "document/document.h"
#include "encoder/encoder.h"
#include "factuality/factuality_head.h"
#include "names/names_head.h"
#include "syntax/parser.h"
#include "tensor/kernels.h"
#include "token/token_rules.h"

namespace casus {
namespace {

constexpr int kRounds = 7;

double processor_seconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

double seconds(const std::function<void()>& work) {
  const double before = processor_seconds();
  work();
  return processor_seconds() - before;
}

struct Spread {
  std::vector<double> values;
  void add(double value) { values.push_back(value); }
  double at(double share) const {
    std::vector<double> sorted = values;
    std::sort(sorted.begin(), sorted.end());
    return sorted[static_cast<std::size_t>(share * static_cast<double>(sorted.size() - 1) + 0.5)];
  }
  void print(const char* name, const char* unit) const {
    std::printf("%-44s %10.1f  (%.1f to %.1f) %s\n", name, at(0.5), at(0), at(1), unit);
  }
};

std::string processor() {
  std::ifstream file("/proc/cpuinfo");
  for (std::string line; std::getline(file, line);)
    if (line.starts_with("model name")) return line.substr(line.find(':') + 2);
  return "unknown processor";
}

// A plain product by oneDNN, weights laid out as it likes best.
class PeakProduct {
 public:
  PeakProduct(std::size_t rows, std::size_t inputs, std::size_t outputs, Arithmetic arithmetic, dnnl::memory::format_tag layout)
      : operations_(2.0 * static_cast<double>(rows * inputs * outputs)) {
    using dnnl::memory;
    const auto dim = [](std::size_t n) { return static_cast<memory::dim>(n); };
    const bool bytes = arithmetic == Arithmetic::int8;
    const auto type = [&](memory::data_type of_bytes) { return bytes ? of_bytes : memory::data_type::f32; };
    const memory::desc x({dim(rows), dim(inputs)}, type(memory::data_type::u8), memory::format_tag::ab);
    const memory::desc w({dim(inputs), dim(outputs)}, type(memory::data_type::s8), layout);
    const memory::desc y({dim(rows), dim(outputs)}, type(memory::data_type::s32), memory::format_tag::ab);
    const dnnl::matmul::primitive_desc desc(dnnl::matmul::desc(x, w, y), engine_);
    matmul_ = dnnl::matmul(desc);
    arguments_ = {
        {DNNL_ARG_SRC, filled(desc.src_desc())}, {DNNL_ARG_WEIGHTS, filled(desc.weights_desc())}, {DNNL_ARG_DST, filled(desc.dst_desc())}};
  }
  // Operations per second, the best of several tries of about a hundredth of a second.
  double speed() {
    double best = 0;
    for (int i = 0; i < 3; ++i) {
      int runs = 0;
      double spent = 0;
      while (spent < 0.01) {
        spent += seconds([&] {
          matmul_.execute(stream_, arguments_);
          stream_.wait();
        });
        ++runs;
      }
      best = std::max(best, operations_ * runs / spent);
    }
    return best;
  }

 private:
  dnnl::memory filled(const dnnl::memory::desc& desc) {
    dnnl::memory memory(desc, engine_);
    const std::size_t size = desc.get_size();
    if (desc.data_type() == dnnl::memory::data_type::f32) {
      auto* values = static_cast<float*>(memory.get_data_handle());
      for (std::size_t i = 0; i < size / sizeof(float); ++i) values[i] = static_cast<float>(i % 13) * 0.1f - 0.6f;
    } else {
      auto* bytes = static_cast<unsigned char*>(memory.get_data_handle());
      for (std::size_t i = 0; i < size; ++i) bytes[i] = static_cast<unsigned char>(i % 101);
    }
    return memory;
  }
  dnnl::engine engine_{dnnl::engine::kind::cpu, 0};
  dnnl::stream stream_{engine_};
  dnnl::matmul matmul_;
  std::unordered_map<int, dnnl::memory> arguments_;
  double operations_;
};

// The highest speed at any of the encoder's shapes with 32 to 2048 rows.
double peak(const ModelConfig& config, Arithmetic arithmetic) {
  const std::pair<std::size_t, std::size_t> shapes[] = {
      {config.hidden, 3 * config.hidden}, {config.hidden, config.hidden}, {config.hidden, config.ffn}, {config.ffn, config.hidden}};
  double best = 0;
  for (const auto& [inputs, outputs] : shapes)
    for (std::size_t rows = 32; rows <= 2048; rows *= 2)
      for (const auto layout : {dnnl::memory::format_tag::any, dnnl::memory::format_tag::ba})
        best = std::max(best, PeakProduct(rows, inputs, outputs, arithmetic, layout).speed());
  return best;
}

// Products of the layers alone; attention's own come on top and are not counted.
double operations_of_piece(const ModelConfig& config) {
  const double hidden = static_cast<double>(config.hidden), ffn = static_cast<double>(config.ffn);
  return 2 * static_cast<double>(config.layers) * (4 * hidden * hidden + 2 * hidden * ffn);
}

struct Text {
  Tokens tokens;
  std::size_t words = 0;  // what white space separates
};

std::vector<Text> texts_of(const std::filesystem::path& folder, const TokenRules& rules) {
  std::vector<Text> texts;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() != ".txt") continue;
    std::ifstream file(entry.path(), std::ios::binary);
    const std::string content{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    const auto document = make_document({.text = content});
    if (!document) continue;
    std::istringstream words(content);
    texts.push_back({split(*document, rules), static_cast<std::size_t>(std::distance(std::istream_iterator<std::string>(words),
                                                                                     std::istream_iterator<std::string>()))});
  }
  return texts;
}

template <class T>
T must(Result<T> result) {
  if (!result) {
    std::fprintf(stderr, "encoder_bench: %s\n", result.error().message.c_str());
    std::exit(2);
  }
  return *std::move(result);
}

struct Heads {
  Parser parser;
  NamesHead names;
  AttributionHead attribution;
  FactualityHead factuality;
};

int run(const std::string& model, const std::string& folder, Arithmetic wanted) {
  const Arithmetic arithmetic = byte_products().faster ? wanted : Arithmetic::float32;
  omp_set_num_threads(1);
  std::printf("%s; kernels %s; oneDNN %d.%d.%d with %s; %s\n", processor().c_str(), kernels().name, dnnl_version()->major,
              dnnl_version()->minor, dnnl_version()->patch, byte_products().instruction_set.c_str(),
              arithmetic == Arithmetic::int8 ? "int8" : "float32");
  Spread open, load_encoder, load_heads;
  for (int i = 0; i < 3; ++i) {
    open.add(1000 * seconds([&] { must(WeightsFile::open(model, arithmetic)); }));
    const WeightsFile file = must(WeightsFile::open(model, arithmetic));
    load_encoder.add(1000 * seconds([&] { must(Encoder::load(file)); }));
    load_heads.add(1000 * seconds([&] {
                     must(Parser::load(file)), must(NamesHead::load(file)), must(AttributionHead::load(file)),
                         must(FactualityHead::load(file));
                   }));
  }
  open.print("open and check the model", "ms");
  load_encoder.print("load the encoder", "ms");
  load_heads.print("load the heads", "ms");

  const WeightsFile file = must(WeightsFile::open(model, arithmetic));
  const Encoder encoder = must(Encoder::load(file));
  const Heads heads{must(Parser::load(file)), must(NamesHead::load(file)), must(AttributionHead::load(file)),
                    must(FactualityHead::load(file))};
  const std::vector<Text> texts = texts_of(folder, must(TokenRules::load(CASUS_RULES "/tokens")));
  std::size_t words = 0, pieces = 0;
  for (const Text& text : texts) {
    words += text.words;
    pieces += encoder.windows(text.tokens).pieces.size();
  }
  if (words == 0) {
    std::fprintf(stderr, "encoder_bench: %s: no .txt file with words\n", folder.c_str());
    return 2;
  }
  std::printf("%zu texts, %zu words, %zu pieces\n", texts.size(), words, pieces);

  Scratch scratch;
  std::vector<Vectors> vectors;
  for (const Text& text : texts) vectors.push_back(encoder.encode(text.tokens, scratch));
  const std::pair<const char*, std::function<void(std::size_t)>> stages[] = {
      {"encoder", [&](std::size_t i) { static_cast<void>(encoder.encode(texts[i].tokens, scratch)); }},
      {"parser", [&](std::size_t i) { static_cast<void>(heads.parser.parse(vectors[i], texts[i].tokens, scratch)); }},
      {"names", [&](std::size_t i) { static_cast<void>(heads.names.find(vectors[i], texts[i].tokens, scratch)); }},
      {"attribution", [&](std::size_t i) { static_cast<void>(heads.attribution.find(vectors[i], texts[i].tokens, scratch)); }},
      {"factuality", [&](std::size_t i) { static_cast<void>(heads.factuality.judge(vectors[i], scratch)); }}};
  std::vector<Spread> speeds(std::size(stages));
  Spread peaks, achieved, shares;
  for (int round = 0; round < kRounds; ++round) {
    for (std::size_t s = 0; s < std::size(stages); ++s) {
      const double spent = seconds([&] {
        for (std::size_t i = 0; i < texts.size(); ++i) stages[s].second(i);
      });
      speeds[s].add(static_cast<double>(words) / spent);
      if (s > 0) continue;
      const double now = peak(encoder.config(), arithmetic), own = operations_of_piece(encoder.config()) * static_cast<double>(pieces) / spent;
      peaks.add(now * 1e-9);
      achieved.add(own * 1e-9);
      shares.add(100 * own / now);
    }
  }
  for (std::size_t s = 0; s < std::size(stages); ++s) speeds[s].print(stages[s].first, "words/s");
  peaks.print("oneDNN's peak at the encoder's shapes", "Gop/s");
  achieved.print("the encoder's products", "Gop/s");
  shares.print("the encoder's share of the peak", "%");
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  std::printf("%-44s %10.1f MB\n", "peak memory", static_cast<double>(usage.ru_maxrss) / 1024);
  return 0;
}

}  // namespace
}  // namespace casus

int main(int argc, char** argv) {
  const bool floats = argc > 3 && std::string(argv[3]) == "float32";
  return casus::run(argc > 1 ? argv[1] : CASUS_MODEL, argc > 2 ? argv[2] : CASUS_EXAMPLES,
                    floats ? casus::Arithmetic::float32 : casus::Arithmetic::int8);
}
