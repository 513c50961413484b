#include "coreference/links.h"

#include <gtest/gtest.h>

#include <cmath>

#include "tensor/model_file_for_tests.h"

namespace casus {
namespace {

// A head that scores a pair of words by their first features alone: 10 times anaphor times candidate, less 5. GELU leaves 0 as it is and
// about 10 as it is.
AntecedentHead product_head() {
  constexpr std::size_t kHidden = 32, kLink = 10;
  ModelFileBuilder file;
  std::vector<float> first_feature(kLink * kHidden, 0.0f), corner(kLink * kLink, 0.0f);
  first_feature[0] = 10;
  corner[0] = 0.1f;
  for (const std::string head : {"heads.antecedent.anaphor", "heads.antecedent.candidate"}) {
    file.add_floats(head + ".weight", {kLink, kHidden}, first_feature);
    file.add_floats(head + ".bias", {kLink}, std::vector<float>(kLink, 0.0f));
  }
  file.add_floats("heads.antecedent.bilinear", {kLink, kLink}, corner);
  file.add_floats("heads.antecedent.prior", {2, kLink}, std::vector<float>(2 * kLink, 0.0f));
  file.add_floats("heads.antecedent.distance", {10}, std::vector<float>(10, -5.0f));
  const auto opened = WeightsFile::from_bytes(file.bytes(), "m");
  EXPECT_TRUE(opened) << opened.error().message;
  auto head = AntecedentHead::load(*opened);
  EXPECT_TRUE(head) << head.error().message;
  return *std::move(head);
}

Vectors vectors_of(const std::vector<float>& first_features, std::vector<TokenRange> windows) {
  Vectors vectors{.words = Matrix(first_features.size(), 32), .windows = std::move(windows)};
  for (std::size_t i = 0; i < first_features.size(); ++i) vectors.words.row(i)[0] = first_features[i];
  return vectors;
}

std::vector<Markable> every(std::size_t tokens) {
  std::vector<Markable> markables;
  for (std::size_t i = 0; i < tokens; ++i) markables.push_back({i, i});
  return markables;
}

TEST(Coreference, LinksToTheBestEarlierMarkableOrToNone) {
  Scratch scratch;
  // Scores: word 2 with 0: 10 - 5, with 1: -5. Word 3 with 0: 20 - 5, with 2: 20 - 5; the first is taken.
  const auto found = find_coreference(product_head(), vectors_of({1, 0, 1, 2}, {{0, 4}}), every(4), scratch);
  ASSERT_EQ(found.choices.size(), 4u);
  EXPECT_EQ(found.choices[0].antecedent, std::nullopt);
  EXPECT_EQ(found.choices[0].probability, 1);
  EXPECT_EQ(found.choices[1].antecedent, std::nullopt);
  EXPECT_NEAR(found.choices[1].probability, 1 / (1 + std::exp(-5.0)), 1e-5);
  EXPECT_EQ(found.choices[2].antecedent, 0u);
  EXPECT_NEAR(found.choices[2].probability, std::exp(5.0) / (1 + std::exp(5.0) + std::exp(-5.0)), 1e-5);
  EXPECT_EQ(found.choices[3].antecedent, 0u);
  EXPECT_NEAR(found.choices[3].probability, 0.5, 1e-3);
  EXPECT_EQ(found.chains, (std::vector<std::vector<std::size_t>>{{0, 2, 3}}));
}

TEST(Coreference, KeepsToWindowsAndToMarkables) {
  Scratch scratch;
  const Vectors vectors = vectors_of({1, 1, 1, 1}, {{0, 2}, {2, 4}});
  const auto found = find_coreference(product_head(), vectors, every(4), scratch);
  EXPECT_EQ(found.chains, (std::vector<std::vector<std::size_t>>{{0, 1}, {2, 3}}));
  const auto fewer = find_coreference(product_head(), vectors, {{1, 1}, {2, 2}, {3, 3}}, scratch);
  EXPECT_EQ(fewer.chains, (std::vector<std::vector<std::size_t>>{{1, 2}}));
}

TEST(Coreference, ReadsANameByItsFirstWord) {
  Scratch scratch;
  const auto found = find_coreference(product_head(), vectors_of({1, 0, 1}, {{0, 3}}), {{1, 0}, {2, 2}}, scratch);
  EXPECT_EQ(found.choices[1].antecedent, 0u);
}

TEST(Coreference, OfNoTextIsNone) {
  Scratch scratch;
  EXPECT_TRUE(find_coreference(product_head(), vectors_of({}, {}), {}, scratch).chains.empty());
}

TEST(Coreference, ChainsHoldAllThatIsLinkedThroughOthers) {
  const std::vector<AntecedentChoice> choices = {{}, {}, {.antecedent = 1}, {.antecedent = 0}, {.antecedent = 2}};
  EXPECT_EQ(chains_of(choices), (std::vector<std::vector<std::size_t>>{{1, 2, 4}, {0, 3}}));
}

}  // namespace
}  // namespace casus
