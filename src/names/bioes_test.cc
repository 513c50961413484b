#include "names/bioes.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <random>

namespace casus {
namespace {

const std::vector<std::string> kLabels = {"O", "B-PER", "I-PER", "E-PER", "S-PER", "B-LOC", "I-LOC", "E-LOC", "S-LOC"};

bool is_sound(const std::vector<std::size_t>& path) {
  std::string open;
  for (const std::size_t i : path) {
    const std::string& name = kLabels[i];
    const bool opens = name == "O" || name[0] == 'B' || name[0] == 'S';
    if (open.empty() != opens || (!opens && name.substr(2) != open)) return false;
    open = name[0] == 'B' || name[0] == 'I' ? name.substr(2) : "";
  }
  return open.empty();
}

double sum(const Matrix& scores, const std::vector<std::size_t>& path) {
  double total = 0;
  for (std::size_t i = 0; i < path.size(); ++i) total += scores.row(i)[path[i]];
  return total;
}

// All paths of a few words are tried.
TEST(Bioes, FindsTheBestSoundPath) {
  const auto bioes = Bioes::make(kLabels);
  ASSERT_TRUE(bioes);
  std::mt19937 random(3);
  for (int round = 0; round < 200; ++round) {
    Matrix scores(1 + random() % 4, kLabels.size());
    for (float& value : scores.values) value = static_cast<float>(random() % 1000) / 100;
    double best = -1;
    std::vector<std::size_t> path(scores.rows, 0);
    for (;;) {
      if (is_sound(path)) best = std::max(best, sum(scores, path));
      std::size_t at = 0;
      while (at < path.size() && ++path[at] == kLabels.size()) path[at++] = 0;
      if (at == path.size()) break;
    }
    const auto found = bioes->best(scores);
    EXPECT_TRUE(is_sound(found));
    EXPECT_NEAR(sum(scores, found), best, 1e-4);
  }
}

TEST(Bioes, StaysSoundWhateverTheScores) {
  const auto bioes = Bioes::make(kLabels);
  ASSERT_TRUE(bioes);
  const float strange[] = {NAN, std::numeric_limits<float>::infinity(), -std::numeric_limits<float>::infinity(), 1e38f, -1e38f, 0};
  std::mt19937 random(4);
  for (int round = 0; round < 200; ++round) {
    Matrix scores(1 + random() % 6, kLabels.size());
    for (float& value : scores.values) value = strange[random() % 6];
    EXPECT_TRUE(is_sound(bioes->best(scores)));
  }
  EXPECT_TRUE(bioes->best(Matrix(0, kLabels.size())).empty());
}

TEST(Bioes, ReadsSpansFromLabels) {
  const auto bioes = Bioes::make(kLabels);
  const std::vector<std::size_t> labels = {8, 0, 1, 2, 3, 4};
  const auto names = bioes->names(labels);
  ASSERT_EQ(names.size(), 3u);
  EXPECT_EQ(names[0].range, (TokenRange{0, 1}));
  EXPECT_EQ(names[0].kind, NameKind::location);
  EXPECT_EQ(names[1].range, (TokenRange{2, 5}));
  EXPECT_EQ(names[1].kind, NameKind::person);
  EXPECT_EQ(names[2].range, (TokenRange{5, 6}));
}

TEST(Bioes, RefusesOtherLabels) {
  for (const char* label : {"X-PER", "B-DOG", "B", "", "BPER", "o"}) EXPECT_FALSE(Bioes::make({"O", label})) << label;
  EXPECT_FALSE(Bioes::make({"B-PER"}));
}

}  // namespace
}  // namespace casus
