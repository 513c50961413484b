#include "names/names_head.h"

#include <gtest/gtest.h>

#include "tensor/model_file_for_tests.h"

namespace casus {
namespace {

// The vector of a word holds the scores of its labels, so that the head passes them on.
NamesHead passing_head() {
  ModelFileBuilder builder;
  builder.metadata["labels"] = R"({"names":["O","B-ORG","I-ORG","E-ORG","S-ORG"]})";
  std::vector<float> weights(5 * 32);
  for (std::size_t i = 0; i < 5; ++i) weights[i * 32 + i] = 1;
  builder.add_floats("heads.names.weight", {5, 32}, weights);
  builder.add_floats("heads.names.bias", {5}, std::vector<float>(5));
  const auto file = WeightsFile::from_bytes(builder.bytes(), "memory");
  auto head = NamesHead::load(*file);
  EXPECT_TRUE(head) << head.error().message;
  return *std::move(head);
}

TEST(NamesHead, KeepsNamesWithinSentences) {
  const NamesHead head = passing_head();
  Tokens tokens;
  tokens.tokens.resize(5);
  tokens.sentences = {{0, 3}, {3, 5}};
  Vectors vectors{.words = Matrix(5, 32), .windows = {{0, 5}}};
  const std::size_t labels[] = {0, 1, 2, 2, 3};  // O B I | I E
  for (std::size_t i = 0; i < 5; ++i) vectors.words.row(i)[labels[i]] = 9;
  vectors.words.row(2)[3] = 8;
  vectors.words.row(3)[1] = 8;
  Scratch scratch;
  const Names names = head.find(vectors, tokens, scratch);
  ASSERT_EQ(names.names.size(), 2u);
  EXPECT_EQ(names.names[0].range, (TokenRange{1, 3}));
  EXPECT_EQ(names.names[1].range, (TokenRange{3, 5}));
  EXPECT_EQ(names.names[1].kind, NameKind::organisation);
  EXPECT_GT(names.names[0].confidence, 0.5f);
  EXPECT_LT(names.names[0].confidence, 0.7f);
}

TEST(NamesHead, RefusesLabelsItDoesNotKnow) {
  ModelFileBuilder builder;
  builder.metadata["labels"] = R"({"names":["O","B-DOG"]})";
  builder.add_random("heads.names.weight", {2, 32});
  builder.add_random("heads.names.bias", {2});
  const auto head = NamesHead::load(*WeightsFile::from_bytes(builder.bytes(), "m"));
  ASSERT_FALSE(head);
  EXPECT_NE(head.error().message.find("m: labels of names: label 'B-DOG'"), std::string::npos) << head.error().message;
}

}  // namespace
}  // namespace casus
