#include "attribution/attribution_head.h"

#include <gtest/gtest.h>

#include "tensor/model_file_for_tests.h"
#include "tensor/reference.h"

namespace casus {
namespace {

constexpr std::size_t kHidden = 32, kLink = 10;

WeightsFile small_model() {
  ModelFileBuilder file;
  for (const std::string head : {"heads.source", "heads.cue", "heads.content"}) {
    file.add_random(head + ".weight", {3, kHidden});
    file.add_random(head + ".bias", {3});
  }
  for (const std::string head : {"heads.link.cue", "heads.link.word"}) {
    file.add_random(head + ".weight", {kLink, kHidden});
    file.add_random(head + ".bias", {kLink});
  }
  file.add_random("heads.link.bilinear", {6 * kLink, kLink}, 1);
  file.add_random("heads.link.prior", {6, kLink}, 1);
  file.add_random("heads.link.bias", {6}, 1);
  const auto opened = WeightsFile::from_bytes(file.bytes(), "m");
  EXPECT_TRUE(opened) << opened.error().message;
  return *opened;
}

Vectors random_vectors(std::size_t words, std::vector<TokenRange> windows) {
  std::mt19937 random(9);
  Vectors vectors{.words = Matrix(words, kHidden), .windows = std::move(windows)};
  for (float& value : vectors.words.values) value = static_cast<float>(random() % 2001) / 500 - 2;
  return vectors;
}

TEST(AttributionHead, LinksByTheFormula) {
  const WeightsFile file = small_model();
  const auto head = AttributionHead::load(file);
  ASSERT_TRUE(head) << head.error().message;
  const Vectors vectors = random_vectors(120, {{0, 50}, {50, 120}});
  Scratch scratch;
  const TokenRange window = vectors.windows[1];
  const std::size_t cue = 77;
  const Matrix scores = head->link_scores(vectors, window, cue, scratch);
  const auto project = [&](const std::string& name) {
    Matrix y =
        reference::linear(vectors.words, file.matrix(name + ".weight", kLink, kHidden)->matrix(), *file.vector(name + ".bias", kLink));
    reference::gelu(y.values);
    return y;
  };
  const Matrix c = project("heads.link.cue"), w = project("heads.link.word");
  const Matrix b = file.matrix("heads.link.bilinear", 6 * kLink, kLink)->matrix(),
               prior = file.matrix("heads.link.prior", 6, kLink)->matrix();
  const auto bias = *file.vector("heads.link.bias", 6);
  for (std::size_t k = 0; k < 6; ++k) {
    for (std::size_t i = 0; i < window.size(); ++i) {
      const auto word = w.row(window.first + i);
      double want = bias[k];
      for (std::size_t m = 0; m < kLink; ++m) {
        want += double{prior.row(k)[m]} * word[m];
        for (std::size_t n = 0; n < kLink; ++n) want += double{c.row(cue)[m]} * b.row(k * kLink + m)[n] * word[n];
      }
      ASSERT_NEAR(scores.row(k)[i], want, 1e-3) << k << " " << i;
    }
  }
}

TEST(AttributionHead, KeepsToItsWindowsAndItsCues) {
  const auto head = AttributionHead::load(small_model());
  ASSERT_TRUE(head);
  Tokens tokens;
  for (std::size_t i = 0; i < 400; ++i) tokens.tokens.push_back({.form = i % 9 == 8 ? "," : "word"});
  for (std::size_t i = 0; i < 400; i += 20) tokens.sentences.push_back({i, i + 20});
  const Vectors vectors = random_vectors(400, {{0, 100}, {100, 240}, {240, 400}});
  Scratch scratch;
  const Attributions found = head->find(vectors, tokens, scratch);
  ASSERT_EQ(found.cue_tags.size(), 400u);
  ASSERT_GT(found.attributions.size(), 5u);
  std::size_t previous = 0;
  for (const Attribution& attribution : found.attributions) {
    EXPECT_GE(attribution.cue.first, previous);
    previous = attribution.cue.last;
    EXPECT_EQ(tokens.sentence_of(attribution.cue.first), tokens.sentence_of(attribution.cue.last - 1));
    EXPECT_GT(attribution.confidence, 0);
    EXPECT_LE(attribution.confidence, 1);
    for (const auto* part : {&attribution.source, &attribution.content}) {
      for (const TokenRange range : *part) {
        EXPECT_TRUE(range.last <= attribution.cue.first || attribution.cue.last <= range.first);
        EXPECT_NE(tokens.tokens[range.last - 1].form, ",");
        bool within = false;
        for (const TokenRange window : vectors.windows)
          within = within || (window.contains(attribution.cue.first) && window.first <= range.first && range.last <= window.last);
        EXPECT_TRUE(within);
      }
    }
  }
  EXPECT_TRUE(head->find(random_vectors(0, {}), Tokens{}, scratch).attributions.empty());
}

// A word is a cue where its vector's first value is 1, and one of any cue's source where the second is.
WeightsFile model_of_marked_words() {
  ModelFileBuilder file;
  const auto add = [&](const std::string& name, std::size_t rows, std::size_t columns, std::size_t at, float value) {
    std::vector<float> values(rows * columns, 0.0f);
    values[at] = value;
    file.add_floats(name, {rows, columns}, values);
  };
  for (const std::string head : {"heads.source", "heads.cue", "heads.content"}) {
    add(head + ".weight", 3, kHidden, 1 * kHidden + 0, head == "heads.cue" ? 9.0f : 0.0f);
    file.add_floats(head + ".bias", {3}, {4, 0, 0});
  }
  for (const std::string head : {"heads.link.cue", "heads.link.word"}) {
    add(head + ".weight", kLink, kHidden, 1, 10);
    file.add_floats(head + ".bias", {kLink}, std::vector<float>(kLink, 0.0f));
  }
  add("heads.link.bilinear", 6 * kLink, kLink, 0, 0);
  add("heads.link.prior", 6, kLink, 0, 1);
  file.add_floats("heads.link.bias", {6}, {-2, -7, 0, -2, -7, 0});
  const auto opened = WeightsFile::from_bytes(file.bytes(), "m");
  EXPECT_TRUE(opened) << opened.error().message;
  return *opened;
}

// Of six words each.
Tokens two_sentences() {
  Tokens tokens;
  for (std::size_t i = 0; i < 12; ++i) tokens.tokens.push_back({.form = "word"});
  tokens.sentences = {{0, 6}, {6, 12}};
  return tokens;
}

TEST(AttributionHead, TakesRunsOfTaggedWordsInASentenceForCues) {
  const auto head = AttributionHead::load(model_of_marked_words());
  ASSERT_TRUE(head) << head.error().message;
  const Tokens tokens = two_sentences();
  Vectors vectors{.words = Matrix(12, kHidden), .windows = {{0, 12}}};
  for (const std::size_t word : {1, 2, 5, 6, 8}) vectors.words.row(word)[0] = 1;
  Scratch scratch;
  std::vector<TokenRange> cues;
  for (const Attribution& attribution : head->find(vectors, tokens, scratch).attributions) cues.push_back(attribution.cue);
  EXPECT_EQ(cues, (std::vector<TokenRange>{{1, 3}, {5, 6}, {6, 7}, {8, 9}}));
}

TEST(AttributionHead, DoubtsRangesOfOtherSentencesThanTheCues) {
  const auto head = AttributionHead::load(model_of_marked_words());
  ASSERT_TRUE(head) << head.error().message;
  Tokens tokens = two_sentences();
  Vectors vectors{.words = Matrix(12, kHidden), .windows = {{0, 12}}};
  vectors.words.row(2)[0] = 1;
  for (const std::size_t word : {1, 8}) vectors.words.row(word)[1] = 1;
  Scratch scratch;
  Attributions found = head->find(vectors, tokens, scratch);
  ASSERT_EQ(found.attributions.size(), 1u);
  EXPECT_EQ(found.attributions[0].cue, (TokenRange{2, 3}));
  EXPECT_EQ(found.attributions[0].source, (std::vector<TokenRange>{{1, 2}}));
  EXPECT_TRUE(found.attributions[0].content.empty());
  tokens.sentences = {{0, 12}};
  found = head->find(vectors, tokens, scratch);
  EXPECT_EQ(found.attributions[0].source, (std::vector<TokenRange>{{1, 2}, {8, 9}}));
}

}  // namespace
}  // namespace casus
