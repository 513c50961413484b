#include "encoder/encoder.h"

#include <gtest/gtest.h>

#include <cstring>
#include <thread>

#include "encoder/reference.h"
#include "tensor/model_file_for_tests.h"

namespace casus {
namespace {

ModelFileBuilder small_model() {
  ModelFileBuilder file;
  file.metadata["vocabulary"] = R"(["[PAD]","[UNK]","[CLS]","[SEP]","a","b","c","##a","##b","##c"])";
  const std::size_t hidden = 32, ffn = 64;
  file.add_random_quantised("embeddings.word", 10, hidden, 1);
  file.add_random("embeddings.position", {64, hidden});
  file.add_random("embeddings.shape", {9, hidden});
  const auto norm = [&](const std::string& name) {
    file.add_random(name + ".weight", {hidden}, 2);
    file.add_random(name + ".bias", {hidden});
  };
  const auto linear = [&](const std::string& name, std::size_t outputs, std::size_t inputs) {
    file.add_random_quantised(name + ".weight", outputs, inputs);
    file.add_random(name + ".bias", {outputs});
  };
  norm("embeddings.norm");
  for (const std::string layer : {"layers.0", "layers.1"}) {
    linear(layer + ".attention.qkv", 3 * hidden, hidden);
    linear(layer + ".attention.out", hidden, hidden);
    norm(layer + ".attention.norm");
    linear(layer + ".ffn.up", ffn, hidden);
    linear(layer + ".ffn.down", hidden, ffn);
    norm(layer + ".ffn.norm");
  }
  return file;
}

WeightsFile open(const ModelFileBuilder& builder, Arithmetic arithmetic = Arithmetic::int8) {
  const auto file = WeightsFile::from_bytes(builder.bytes(), "memory", arithmetic);
  EXPECT_TRUE(file) << file.error().message;
  return *file;
}

Tokens random_tokens(std::size_t sentences, unsigned seed) {
  std::mt19937 random(seed);
  Tokens tokens;
  for (std::size_t s = 0; s < sentences; ++s) {
    const std::size_t first = tokens.tokens.size();
    for (std::size_t n = 1 + random() % 12; n > 0; --n) {
      Token token;
      for (std::size_t k = 1 + random() % 4; k > 0; --k) token.form += "abcABC-x"[random() % 8];
      tokens.tokens.push_back(token);
    }
    tokens.sentences.push_back({first, tokens.tokens.size()});
  }
  return tokens;
}

// Sentences [first, last) as a report of their own.
Tokens part(const Tokens& tokens, std::size_t first, std::size_t last) {
  Tokens made;
  const std::size_t offset = tokens.sentences[first].first;
  for (std::size_t s = first; s < last; ++s) {
    const TokenRange range = tokens.sentences[s];
    made.sentences.push_back({range.first - offset, range.last - offset});
    for (std::size_t i = range.first; i < range.last; ++i) made.tokens.push_back(tokens.tokens[i]);
  }
  return made;
}

// How far the engine's vectors are from the plain encoder's at most.
float distance(const WeightsFile& file) {
  const auto encoder = Encoder::load(file);
  EXPECT_TRUE(encoder) << encoder.error().message;
  Scratch scratch;
  float most = 0;
  for (const std::size_t sentences : {0u, 1u, 2u, 40u}) {
    const Tokens tokens = random_tokens(sentences, static_cast<unsigned>(sentences));
    const Vectors got = encoder->encode(tokens, scratch);
    const auto want = reference::encode(file, encoder->windows(tokens));
    EXPECT_TRUE(want) << want.error().message;
    EXPECT_EQ(got.windows, want->windows);
    EXPECT_EQ(got.words.rows, tokens.tokens.size());
    for (std::size_t i = 0; i < got.words.values.size(); ++i)
      most = std::max(most, std::abs(got.words.values[i] - want->words.values[i]));
  }
  return most;
}

TEST(Encoder, IsThePlainEncoder) { EXPECT_LT(distance(open(small_model(), Arithmetic::float32)), 1e-4f); }

// Vectors are normalised, so their values are about 1.
TEST(Encoder, IsNearlyThePlainEncoderInBytes) {
  const float away = distance(open(small_model()));
  EXPECT_LT(away, 0.3f);
  EXPECT_TRUE(!byte_products().faster || away > 1e-4f) << away;
}

// Each window alone, and the whole report on several threads, give the same bits.
TEST(Encoder, WindowsDoNotDependOnTheirCompany) {
  const auto encoder = Encoder::load(open(small_model()));
  ASSERT_TRUE(encoder);
  Scratch scratch;
  const Tokens tokens = random_tokens(300, 5);
  const Vectors all = encoder->encode(tokens, scratch);
  ASSERT_GT(all.windows.size(), 60u);
  std::size_t sentence = 0;
  for (const TokenRange window : all.windows) {
    std::size_t last = sentence;
    while (last < tokens.sentences.size() && tokens.sentences[last].last <= window.last) ++last;
    const Vectors alone = encoder->encode(part(tokens, sentence, last), scratch);
    ASSERT_EQ(alone.words.rows, window.size());
    ASSERT_EQ(std::memcmp(alone.words.values.data(), all.words.row(window.first).data(), alone.words.values.size() * sizeof(float)), 0);
    sentence = last;
  }
  std::vector<Vectors> results(3);
  std::vector<std::thread> threads;
  for (Vectors& result : results) {
    threads.emplace_back([&] {
      Scratch own;
      result = encoder->encode(tokens, own);
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const Vectors& result : results) EXPECT_EQ(result.words.values, all.words.values);
}

TEST(Encoder, ScratchStaysBounded) {
  const auto encoder = Encoder::load(open(small_model()));
  Scratch scratch;
  static_cast<void>(encoder->encode(random_tokens(200, 1), scratch));
  const std::size_t once = scratch.bytes();
  static_cast<void>(encoder->encode(random_tokens(3000, 2), scratch));
  EXPECT_EQ(scratch.bytes(), once);
}

TEST(Encoder, RefusesModelsItCannotRun) {
  const auto refusal = [](const std::function<void(ModelFileBuilder&)>& change) {
    ModelFileBuilder builder = small_model();
    change(builder);
    const auto file = WeightsFile::from_bytes(builder.bytes(), "m");
    EXPECT_TRUE(file) << file.error().message;
    const auto encoder = Encoder::load(*file);
    return encoder ? "" : encoder.error().message;
  };
  const auto with_config = [](const char* from, const char* to) {
    return [=](ModelFileBuilder& builder) {
      std::string& config = builder.metadata["config"];
      config.replace(config.find(from), std::strlen(from), to);
    };
  };
  EXPECT_NE(refusal([](ModelFileBuilder& b) {
              b.entry("layers.1.ffn.up.weight")["shape"] = {32, 64};
            }).find("tensor layers.1.ffn.up.weight has shape"),
            std::string::npos);
  EXPECT_NE(
      refusal([](ModelFileBuilder& b) { b.erase("layers.0.attention.norm.bias"); }).find("has no tensor layers.0.attention.norm.bias"),
      std::string::npos);
  EXPECT_NE(refusal(with_config("\"attention_heads\":2", "\"attention_heads\":3")).find("`attention_heads`"), std::string::npos);
  EXPECT_NE(refusal(with_config("\"attention_heads\":2", "\"attention_heads\":4")).find("multiple of 16"), std::string::npos);
  EXPECT_NE(refusal(with_config("\"positions\":64", "\"positions\":3")).find("`positions`"), std::string::npos);
  EXPECT_NE(refusal(with_config("\"layers\":2", "\"layers\":3")).find("has no tensor layers.2.attention.qkv.weight"), std::string::npos);
  EXPECT_NE(refusal(with_config("\"lower\"", "\"small\"")).find("`shapes`"), std::string::npos);
}

}  // namespace
}  // namespace casus
