// What the engine computes against what the training program computed with the same weights, for every head.
#include "activations.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

#include "attribution/attribution_head.h"
#include "coreference/antecedent_head.h"
#include "encoder/encoder.h"
#include "encoder/label_head.h"
#include "factuality/factuality_head.h"
#include "names/names_head.h"
#include "syntax/biaffine.h"
#include "syntax/parse.h"

namespace casus {
namespace {

constexpr float kTolerance = 1e-3f;

void expect_equal(const Matrix& got, const Matrix& want, const std::string& name) {
  ASSERT_EQ(got.values.size(), want.values.size()) << name;
  for (std::size_t i = 0; i < got.values.size(); ++i)
    ASSERT_NEAR(got.values[i], want.values[i], kTolerance) << name << " at " << i / want.columns << ", " << i % want.columns;
}

template <class Head>
Head must(Result<Head> head) {
  EXPECT_TRUE(head) << head.error().message;
  return *std::move(head);
}

class Activations : public testing::Test {
 protected:
  void SetUp() override {
    if (!exists(model_path()) || !exists(activations_path()))
      GTEST_SKIP() << "there is no " << model_path() << " or " << activations_path();
    stored_ = std::make_unique<Safetensors>(activations_path());
    ASSERT_EQ(Safetensors(model_path()).metadata("xxh3_64"), stored_->metadata("model")) << "the activations are of another model";
    file_ = std::make_unique<WeightsFile>(must(WeightsFile::open(model_path(), Arithmetic::float32)));
    windows_ = nlohmann::json::parse(stored_->metadata("windows"));
    ASSERT_FALSE(windows_.empty());
    const Encoder encoder = must(Encoder::load(*file_));
    for (const auto& window : windows_) {
      tokens_.push_back(tokens_of(window.at("sentences")));
      vectors_.push_back(encoder.encode(tokens_.back(), scratch_));
      pieces_.push_back(encoder.windows(tokens_.back()));
    }
  }

  Matrix stored(std::size_t window, const std::string& name) const { return stored_->floats(std::to_string(window) + "." + name); }
  Matrix stored_integers(std::size_t window, const std::string& name) const {
    return stored_->integers(std::to_string(window) + "." + name);
  }

  std::unique_ptr<Safetensors> stored_;
  std::unique_ptr<WeightsFile> file_;
  nlohmann::json windows_;
  std::vector<Tokens> tokens_;
  std::vector<Vectors> vectors_;
  std::vector<Windows> pieces_;
  Scratch scratch_;
};

TEST_F(Activations, PiecesAndShapes) {
  for (std::size_t n = 0; n < tokens_.size(); ++n) {
    const Matrix pieces = stored_integers(n, "pieces"), shapes = stored_integers(n, "shapes");
    ASSERT_EQ(pieces_[n].windows.size(), 1u);
    ASSERT_EQ(pieces_[n].pieces.size(), pieces.rows);
    for (std::size_t i = 0; i < pieces.rows; ++i) {
      EXPECT_EQ(static_cast<float>(pieces_[n].pieces[i]), pieces.values[i]) << n << " at " << i;
      EXPECT_EQ(static_cast<float>(pieces_[n].shapes[i]), shapes.values[i]) << n << " at " << i;
    }
  }
}

TEST_F(Activations, Vectors) {
  for (std::size_t n = 0; n < tokens_.size(); ++n) expect_equal(vectors_[n].words, stored(n, "vectors"), std::to_string(n) + ".vectors");
}

TEST_F(Activations, LabelsOfWords) {
  for (const std::string name : {"upos", "xpos", "feats", "lemma", "names"}) {
    const LabelHead head = must(LabelHead::load(*file_, name));
    for (std::size_t n = 0; n < tokens_.size(); ++n)
      expect_equal(head.scores(vectors_[n], scratch_), stored(n, name), std::to_string(n) + "." + name);
  }
}

TEST_F(Activations, TagsAndLinksOfAttributions) {
  const AttributionHead head = must(AttributionHead::load(*file_));
  for (std::size_t n = 0; n < tokens_.size(); ++n) {
    const std::string window = std::to_string(n) + ".";
    expect_equal(head.source_scores(vectors_[n], scratch_), stored(n, "source"), window + "source");
    expect_equal(head.cue_scores(vectors_[n], scratch_), stored(n, "cue"), window + "cue");
    expect_equal(head.content_scores(vectors_[n], scratch_), stored(n, "content"), window + "content");
    expect_equal(head.link_scores(vectors_[n], vectors_[n].windows[0], windows_[n].at("pivot"), scratch_), stored(n, "link"),
                 window + "link");
  }
}

TEST_F(Activations, AntecedentsOfTheWordInTheMiddle) {
  const AntecedentHead head = must(AntecedentHead::load(*file_));
  for (std::size_t n = 0; n < tokens_.size(); ++n) {
    const AntecedentHead::Words words = head.prepare(vectors_[n], vectors_[n].windows[0], scratch_);
    std::vector<std::size_t> every(tokens_[n].tokens.size());
    std::iota(every.begin(), every.end(), 0);
    Matrix got(every.size(), 1);
    got.values = head.scores(words, every.size() / 2, every);
    expect_equal(got, stored(n, "antecedent"), std::to_string(n) + ".antecedent");
  }
}

TEST_F(Activations, FactualityOfWords) {
  const FactualityHead head = must(FactualityHead::load(*file_));
  for (std::size_t n = 0; n < tokens_.size(); ++n) {
    Matrix got(tokens_[n].tokens.size(), 1);
    got.values = head.judge(vectors_[n], scratch_).values;
    expect_equal(got, stored(n, "factuality"), std::to_string(n) + ".factuality");
  }
}

TEST_F(Activations, ArcsAndRelations) {
  const ArcHead arcs = must(ArcHead::load(*file_));
  const RelationHead relations = must(RelationHead::load(*file_));
  for (std::size_t n = 0; n < tokens_.size(); ++n) {
    const std::size_t words = tokens_[n].tokens.size();
    const ArcHead::Words prepared = arcs.prepare(vectors_[n].words.values.data(), words, scratch_);
    for (std::size_t m = 0; m < tokens_[n].sentences.size(); ++m) {
      const TokenRange sentence = tokens_[n].sentences[m];
      const std::string name = std::to_string(m) + ".";
      expect_equal(arcs.scores(prepared, sentence.first, sentence.size()), stored(n, name + "arc"), std::to_string(n) + "." + name + "arc");
      const Matrix greedy = stored_integers(n, name + "heads");
      std::vector<std::size_t> heads;
      for (const float head : greedy.values) heads.push_back(head == 0 ? kRoot : static_cast<std::size_t>(head) - 1);
      expect_equal(relations.scores(vectors_[n].words.row(sentence.first).data(), sentence.size(), heads, scratch_),
                   stored(n, name + "relation"), std::to_string(n) + "." + name + "relation");
    }
  }
}

}  // namespace
}  // namespace casus
