// The project's own model: the fast encoder against plain loops, windows in company against windows alone, damaged copies.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <filesystem>
#include <numeric>
#include <thread>

#include "activations.h"
#include "attribution/attribution_head.h"
#include "encoder/encoder.h"
#include "encoder/reference.h"
#include "names/names_head.h"
#include "syntax/parser.h"

namespace casus {
namespace {

const std::vector<std::string> kSentences = {
    "The envoy of Veldania said on Friday that the border posts at Kharif would stay closed .",
    "\" We have seen no withdrawal , \" General Ilse Norrgaard told reporters , calling the reports untrue .",
    "VELDANIA AND OSTRIA AGREE ON EXCHANGE OF 34 PRISONERS",
    "In 2019 , the U.N. mission counted 1,250 breaches of the cease - fire along the river , most of them by night .", "No ."};

Tokens many_tokens(std::size_t sentences) {
  nlohmann::json list = nlohmann::json::array();
  for (std::size_t i = 0; i < sentences; ++i) {
    std::istringstream words(kSentences[i * 7 % kSentences.size()]);
    list.push_back(std::vector<std::string>(std::istream_iterator<std::string>(words), {}));
  }
  return tokens_of(list);
}

class WholeModel : public testing::Test {
 protected:
  void SetUp() override {
    if (!exists(model_path())) GTEST_SKIP() << "there is no " << model_path();
    auto file = WeightsFile::open(model_path());
    ASSERT_TRUE(file) << file.error().message;
    file_ = std::make_unique<WeightsFile>(*std::move(file));
  }
  // Of the engine's vectors from those of plain loops.
  std::vector<float> differences(const WeightsFile& file) {
    const auto encoder = Encoder::load(file);
    EXPECT_TRUE(encoder) << encoder.error().message;
    const Tokens tokens = many_tokens(2);
    const Vectors got = encoder->encode(tokens, scratch_);
    const auto want = reference::encode(file, encoder->windows(tokens));
    EXPECT_TRUE(want) << want.error().message;
    std::vector<float> differences;
    for (std::size_t i = 0; i < got.words.values.size(); ++i)
      differences.push_back(std::abs(got.words.values[i] - want->words.values[i]));
    return differences;
  }
  std::unique_ptr<WeightsFile> file_;
  Scratch scratch_;
};

TEST_F(WholeModel, EncodesLikePlainLoops) {
  auto file = WeightsFile::open(model_path(), Arithmetic::float32);
  ASSERT_TRUE(file);
  EXPECT_LT(std::ranges::max(differences(*file)), 2e-4f);
}

TEST_F(WholeModel, EncodesNearlyLikePlainLoopsInBytes) {
  const std::vector<float> away = differences(*file_);
  EXPECT_LT(std::accumulate(away.begin(), away.end(), 0.0) / static_cast<double>(away.size()), 0.03);
}

TEST_F(WholeModel, GivesTheSameBitsAloneInCompanyAndOnThreads) {
  const auto encoder = Encoder::load(*file_);
  ASSERT_TRUE(encoder);
  const Tokens tokens = many_tokens(60);
  const Vectors all = encoder->encode(tokens, scratch_);
  ASSERT_GT(all.windows.size(), 4u);
  for (std::size_t w = 0; w < all.windows.size(); w += 3) {
    const TokenRange window = all.windows[w];
    Tokens one;
    for (const TokenRange sentence : tokens.sentences)
      if (window.contains(sentence.first)) one.sentences.push_back({sentence.first - window.first, sentence.last - window.first});
    one.tokens.assign(tokens.tokens.begin() + static_cast<std::ptrdiff_t>(window.first),
                      tokens.tokens.begin() + static_cast<std::ptrdiff_t>(window.last));
    const Vectors alone = encoder->encode(one, scratch_);
    ASSERT_EQ(alone.words.values.size(), window.size() * all.words.columns);
    EXPECT_EQ(std::memcmp(alone.words.values.data(), all.words.row(window.first).data(), alone.words.values.size() * sizeof(float)), 0)
        << w;
  }
  std::vector<Vectors> results(2);
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

TEST_F(WholeModel, RefusesDamagedCopies) {
  const std::string sound = read_bytes(model_path());
  for (const std::size_t size : {std::size_t{5}, std::size_t{100}, std::size_t{300000}, sound.size() / 2, sound.size() - 1}) {
    const auto file = WeightsFile::from_bytes(sound.substr(0, size), "cut.safetensors");
    ASSERT_FALSE(file) << size;
    EXPECT_EQ(std::count(file.error().message.begin(), file.error().message.end(), '\n'), 0);
  }
  std::string flipped = sound;
  flipped[flipped.size() / 2] = static_cast<char>(flipped[flipped.size() / 2] ^ 0x40);
  const auto file = WeightsFile::from_bytes(flipped, "flipped.safetensors");
  ASSERT_FALSE(file);
  EXPECT_NE(file.error().message.find("is damaged"), std::string::npos) << file.error().message;
}

}  // namespace
}  // namespace casus
