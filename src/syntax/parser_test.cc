#include "syntax/parser.h"

#include <gtest/gtest.h>

#include "tensor/model_file_for_tests.h"
#include "tensor/reference.h"

namespace casus {
namespace {

constexpr std::size_t kHidden = 32, kArc = 8, kRelation = 6;

ModelFileBuilder small_model() {
  ModelFileBuilder file;
  file.metadata["labels"] =
      R"({"upos":["NOUN","PRON"],"xpos":["NN","PRP"],"feats":["_","Case=Nom"],"lemma":["L;0;","K;0;","=I"],"relation":["nsubj","root","obj"]})";
  const auto linear = [&](const std::string& name, std::size_t outputs) {
    file.add_random(name + ".weight", {outputs, kHidden});
    file.add_random(name + ".bias", {outputs});
  };
  linear("heads.upos", 2);
  linear("heads.xpos", 2);
  linear("heads.feats", 2);
  linear("heads.lemma", 3);
  linear("heads.arc.dependent", kArc);
  linear("heads.arc.head", kArc);
  file.add_random("heads.arc.bilinear", {kArc, kArc}, 2);
  file.add_random("heads.arc.prior", {kArc}, 2);
  file.add_random("heads.arc.root", {kArc}, 2);
  linear("heads.relation.dependent", kRelation);
  linear("heads.relation.head", kRelation);
  file.add_random_quantised("heads.relation.bilinear", 3 * kRelation, kRelation, 2);
  file.add_random("heads.relation.linear", {3, 2 * kRelation}, 2);
  file.add_random("heads.relation.bias", {3}, 2);
  file.add_random("heads.relation.root", {kRelation}, 2);
  return file;
}

WeightsFile open(const ModelFileBuilder& builder, Arithmetic arithmetic = Arithmetic::int8) {
  const auto file = WeightsFile::from_bytes(builder.bytes(), "m", arithmetic);
  EXPECT_TRUE(file) << file.error().message;
  return *file;
}

Vectors random_vectors(std::size_t words, unsigned seed) {
  std::mt19937 random(seed);
  Vectors vectors{.words = Matrix(words, kHidden), .windows = {{0, words}}};
  for (float& value : vectors.words.values) value = static_cast<float>(random() % 2001) / 500 - 2;
  return vectors;
}

Tokens tokens_of(const std::vector<std::size_t>& lengths) {
  Tokens tokens;
  for (const std::size_t length : lengths) {
    const std::size_t first = tokens.tokens.size();
    for (std::size_t i = 0; i < length; ++i) tokens.tokens.push_back({.form = "Word"});
    tokens.sentences.push_back({first, first + length});
  }
  return tokens;
}

Matrix plain(const WeightsFile& file, const Matrix& x, const std::string& name, std::size_t outputs) {
  Matrix y = reference::linear(x, file.matrix(name + ".weight", outputs, x.columns)->matrix(), *file.vector(name + ".bias", outputs));
  reference::gelu(y.values);
  return y;
}

TEST(ArcHead, IsTheFormula) {
  const WeightsFile file = open(small_model());
  const auto head = ArcHead::load(file);
  ASSERT_TRUE(head) << head.error().message;
  const Vectors vectors = random_vectors(150, 1);
  const Matrix d = plain(file, vectors.words, "heads.arc.dependent", kArc), h = plain(file, vectors.words, "heads.arc.head", kArc);
  const Matrix b = file.matrix("heads.arc.bilinear", kArc, kArc)->matrix();
  const auto prior = *file.vector("heads.arc.prior", kArc), root = *file.vector("heads.arc.root", kArc);
  Scratch scratch;
  const auto words = head->prepare(vectors.words.values.data(), 150, scratch);
  const std::size_t first = 100, n = 20;
  const Matrix scores = head->scores(words, first, n);
  ASSERT_EQ(scores.columns, n + 1);
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = 0; j <= n; ++j) {
      const float* vector = j == 0 ? root.data() : h.row(first + j - 1).data();
      double want = 0;
      for (std::size_t k = 0; k < kArc; ++k) {
        want += double{prior[k]} * vector[k];
        for (std::size_t m = 0; m < kArc; ++m) want += double{d.row(first + i)[k]} * b.row(k)[m] * vector[m];
      }
      ASSERT_NEAR(scores.row(i)[j], want, 1e-3) << i << " " << j;
    }
  }
}

TEST(RelationHead, IsTheFormula) {
  const WeightsFile file = open(small_model(), Arithmetic::float32);
  const auto head = RelationHead::load(file);
  ASSERT_TRUE(head) << head.error().message;
  const std::size_t words = 130;
  const Vectors vectors = random_vectors(words, 2);
  const Matrix d = plain(file, vectors.words, "heads.relation.dependent", kRelation),
               h = plain(file, vectors.words, "heads.relation.head", kRelation);
  const Matrix b = file.matrix("heads.relation.bilinear", 3 * kRelation, kRelation)->matrix();
  const Matrix linear = file.matrix("heads.relation.linear", 3, 2 * kRelation)->matrix();
  const auto bias = *file.vector("heads.relation.bias", 3), root = *file.vector("heads.relation.root", kRelation);
  std::vector<std::size_t> heads(words);
  for (std::size_t i = 0; i < words; ++i) heads[i] = i % 7 == 0 ? kRoot : i * 31 % words;
  Scratch scratch;
  const Matrix scores = head->scores(vectors.words.values.data(), words, heads, scratch);
  for (std::size_t i = 0; i < words; ++i) {
    const float* vector = heads[i] == kRoot ? root.data() : h.row(heads[i]).data();
    for (std::size_t r = 0; r < 3; ++r) {
      double want = bias[r];
      for (std::size_t k = 0; k < kRelation; ++k) {
        want += double{linear.row(r)[k]} * d.row(i)[k] + double{linear.row(r)[kRelation + k]} * vector[k];
        for (std::size_t m = 0; m < kRelation; ++m) want += double{d.row(i)[k]} * b.row(r * kRelation + k)[m] * vector[m];
      }
      ASSERT_NEAR(scores.row(i)[r], want, 1e-3) << i << " " << r;
    }
  }
}

void expect_trees(const Tokens& tokens, const Parse& parse) {
  ASSERT_EQ(parse.words.size(), tokens.tokens.size());
  for (const TokenRange sentence : tokens.sentences) {
    std::size_t roots = 0;
    for (std::size_t i = sentence.first; i < sentence.last; ++i) {
      const Word& word = parse.words[i];
      EXPECT_EQ(word.head == kRoot, word.relation == "root");
      if (word.head == kRoot) ++roots;
      std::size_t at = i;
      for (std::size_t steps = 0; parse.words[at].head != kRoot; at = parse.words[at].head) {
        ASSERT_TRUE(sentence.contains(parse.words[at].head));
        ASSERT_LT(steps++, sentence.size());
      }
    }
    EXPECT_EQ(roots, 1u);
  }
}

TEST(Parser, MakesOneTreeOfEverySentence) {
  const auto parser = Parser::load(open(small_model()));
  ASSERT_TRUE(parser) << parser.error().message;
  Scratch scratch;
  for (const auto& lengths :
       std::vector<std::vector<std::size_t>>{{}, {1}, {2, 1, 3}, {30, 200, 17, 1}, {450, 3}, {100, 100, 100, 100, 100, 100}}) {
    const Tokens tokens = tokens_of(lengths);
    expect_trees(tokens, parser->parse(random_vectors(tokens.tokens.size(), 3), tokens, scratch));
  }
}

// A sentence's tree does not depend on the sentences around it.
TEST(Parser, ParsesASentenceAloneAsAmongOthers) {
  const auto parser = Parser::load(open(small_model()));
  ASSERT_TRUE(parser);
  Scratch scratch;
  const Tokens tokens = tokens_of({30, 12, 90, 25, 140, 7, 80, 33, 60, 90, 11});
  const Vectors vectors = random_vectors(tokens.tokens.size(), 4);
  const Parse all = parser->parse(vectors, tokens, scratch);
  for (const TokenRange sentence : tokens.sentences) {
    const Tokens one = tokens_of({sentence.size()});
    Vectors own{.words = Matrix(sentence.size(), kHidden), .windows = {{0, sentence.size()}}};
    std::copy_n(vectors.words.row(sentence.first).data(), own.words.values.size(), own.words.values.begin());
    const Parse alone = parser->parse(own, one, scratch);
    for (std::size_t i = 0; i < sentence.size(); ++i) {
      const Word& a = alone.words[i];
      const Word& b = all.words[sentence.first + i];
      EXPECT_EQ(a.head == kRoot ? kRoot : a.head + sentence.first, b.head);
      EXPECT_EQ(a.relation, b.relation);
      EXPECT_EQ(a.upos, b.upos);
      EXPECT_EQ(a.lemma, b.lemma);
    }
  }
}

TEST(Parser, RefusesLabelsItCannotUse) {
  ModelFileBuilder builder = small_model();
  std::string& labels = builder.metadata["labels"];
  labels.replace(labels.find("K;0;"), 4, "K,0;");
  EXPECT_NE(Parser::load(open(builder)).error().message.find("m: lemma script 'K,0;'"), std::string::npos);
  builder = small_model();
  std::string& relations = builder.metadata["labels"];
  relations.replace(relations.find("\"root\""), 6, "\"stem\"");
  EXPECT_NE(Parser::load(open(builder)).error().message.find("there is no `root`"), std::string::npos);
}

}  // namespace
}  // namespace casus
