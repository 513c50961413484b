#include "coreference/antecedent_head.h"

#include <gtest/gtest.h>

#include <numeric>

#include "tensor/model_file_for_tests.h"
#include "tensor/reference.h"

namespace casus {
namespace {

constexpr std::size_t kHidden = 32, kLink = 10;

ModelFileBuilder small_model(const std::vector<float>& distance = {10, 20, 30, 40, 50, 60, 70, 80, 90, 100}) {
  ModelFileBuilder file;
  for (const std::string head : {"heads.antecedent.anaphor", "heads.antecedent.candidate"}) {
    file.add_random(head + ".weight", {kLink, kHidden});
    file.add_random(head + ".bias", {kLink});
  }
  file.add_random("heads.antecedent.bilinear", {kLink, kLink}, 1);
  file.add_random("heads.antecedent.prior", {2, kLink}, 1);
  file.add_floats("heads.antecedent.distance", {distance.size()}, distance);
  return file;
}

WeightsFile open(const ModelFileBuilder& builder) {
  const auto file = WeightsFile::from_bytes(builder.bytes(), "m");
  EXPECT_TRUE(file) << file.error().message;
  return *file;
}

Vectors random_vectors(std::size_t words, std::vector<TokenRange> windows) {
  std::mt19937 random(9);
  Vectors vectors{.words = Matrix(words, kHidden), .windows = std::move(windows)};
  for (float& value : vectors.words.values) value = static_cast<float>(random() % 2001) / 500 - 2;
  return vectors;
}

// The test model's bounds are 2 3 5 9 17 33 65 129: classes 0 (below 2), 1 (2), 2 (3 and 4) up to 8, and 9 for candidates that follow.
float distance_value(std::size_t anaphor, std::size_t candidate) {
  if (candidate > anaphor) return 100;
  const std::size_t away = anaphor - candidate;
  if (away < 2) return 10;
  return away < 3 ? 20.0f : away < 5 ? 30.0f : away < 9 ? 40.0f : away < 17 ? 50.0f : 60.0f;
}

TEST(AntecedentHead, ScoresByTheFormula) {
  const WeightsFile file = open(small_model());
  const auto head = AntecedentHead::load(file);
  ASSERT_TRUE(head) << head.error().message;
  const Vectors vectors = random_vectors(120, {{0, 50}, {50, 120}});
  Scratch scratch;
  const std::size_t anaphor = 77;
  std::vector<std::size_t> candidates(70);
  std::iota(candidates.begin(), candidates.end(), 50);
  const auto scores = head->scores(head->prepare(vectors, vectors.windows[1], scratch), anaphor, candidates);
  const auto project = [&](const std::string& name) {
    Matrix y =
        reference::linear(vectors.words, file.matrix(name + ".weight", kLink, kHidden)->matrix(), *file.vector(name + ".bias", kLink));
    reference::gelu(y.values);
    return y;
  };
  const Matrix anaphors = project("heads.antecedent.anaphor"), words = project("heads.antecedent.candidate");
  const Matrix b = file.matrix("heads.antecedent.bilinear", kLink, kLink)->matrix();
  const Matrix prior = file.matrix("heads.antecedent.prior", 2, kLink)->matrix();
  const auto a = anaphors.row(anaphor);
  ASSERT_EQ(scores.size(), candidates.size());
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    const auto c = words.row(candidates[i]);
    double want = distance_value(anaphor, candidates[i]);
    for (std::size_t m = 0; m < kLink; ++m) {
      want += double{prior.row(0)[m]} * a[m] + double{prior.row(1)[m]} * c[m];
      for (std::size_t n = 0; n < kLink; ++n) want += double{a[m]} * b.row(m)[n] * c[n];
    }
    ASSERT_NEAR(scores[i], want, 1e-3) << candidates[i];
  }
}

TEST(AntecedentHead, LeavesOutWhatIsNoCandidate) {
  const auto head = AntecedentHead::load(open(small_model()));
  ASSERT_TRUE(head);
  const Vectors vectors = random_vectors(20, {{0, 20}});
  Scratch scratch;
  const auto words = head->prepare(vectors, {0, 20}, scratch);
  const auto both = head->scores(words, 9, std::vector<std::size_t>{3, 12});
  EXPECT_EQ(head->scores(words, 9, std::vector<std::size_t>{12}), std::vector<float>{both[1]});
  EXPECT_TRUE(head->scores(words, 9, {}).empty());
}

TEST(AntecedentHead, WantsAValueForEachClassOfDistance) {
  const auto head = AntecedentHead::load(open(small_model({10, 20, 30})));
  ASSERT_FALSE(head);
  EXPECT_NE(head.error().message.find("m: tensor heads.antecedent.distance has shape [3] instead of [10]"), std::string::npos)
      << head.error().message;
}

}  // namespace
}  // namespace casus
