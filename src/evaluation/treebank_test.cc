#include "evaluation/treebank.h"

#include <gtest/gtest.h>

#include <map>

#include "syntax/conllu.h"

namespace casus {
namespace {

Conllu trees(const char* rows) {
  auto read = read_conllu(rows, "rows", ConlluStyle::loose);
  EXPECT_TRUE(read) << read.error().message;
  return *std::move(read);
}

AnalysedText analysed(const Conllu& file) { return {file.document.text, file.tokens, file.parse}; }

std::map<std::string, Score> scores(const Conllu& gold, const Conllu& predicted) {
  auto result = score_treebank(analysed(gold), analysed(predicted));
  EXPECT_TRUE(result) << result.error().message;
  std::map<std::string, Score> by_name;
  for (Score& score : *result) by_name[score.measure] = std::move(score);
  return by_name;
}

constexpr const char* kGold =
    "1 Rebels rebel NOUN NNS _ 2 nsubj _ _\n"
    "2 fled flee VERB VBD _ 0 root _ _\n"
    "3 north north ADV RB _ 2 advmod _ SpaceAfter=No\n"
    "4 . . PUNCT . _ 2 punct _ _\n\n"
    "1 Troops troop NOUN NNS _ 2 nsubj:pass _ _\n"
    "2 followed follow VERB VBD _ 0 root _ SpaceAfter=No\n"
    "3 . . PUNCT . _ 2 punct _ _\n\n";

TEST(Treebank, AgreesFullyWithItself) {
  const Conllu gold = trees(kGold);
  for (const auto& [measure, score] : scores(gold, gold)) EXPECT_DOUBLE_EQ(score.value, 100) << measure;
}

TEST(Treebank, OnEqualTokensF1IsAccuracy) {
  const Conllu predicted = trees(
      "1 Rebels rebel NOUN NNS _ 2 nsubj _ _\n"
      "2 fled flee NOUN VBD _ 0 root _ _\n"             // UPOS
      "3 north north ADV RB _ 2 obl _ SpaceAfter=No\n"  // relation
      "4 . . PUNCT . _ 3 punct _ _\n\n"                 // head
      "1 Troops troop NOUN NNS _ 2 nsubj _ _\n"         // subtype
      "2 followed follow VERB VBD _ 0 root _ SpaceAfter=No\n"
      "3 . . PUNCT . _ 2 punct _ _\n\n");
  const auto found = scores(trees(kGold), predicted);
  EXPECT_DOUBLE_EQ(found.at("words").value, 100);
  EXPECT_DOUBLE_EQ(found.at("UPOS").value, 100.0 * 6 / 7);
  EXPECT_DOUBLE_EQ(found.at("UAS").value, 100.0 * 6 / 7);
  EXPECT_DOUBLE_EQ(found.at("LAS").value, 100.0 * 5 / 7);
  EXPECT_DOUBLE_EQ(found.at("LAS+").value, 100.0 * 4 / 7);
}

TEST(Treebank, FeaturesAreComparedTogetherInAnyOrderAndOnlyUniversalOnes) {
  const auto ufeats = [](const std::string& gold, const std::string& predicted) {
    const auto one_word = [](const std::string& feats) { return trees(("1 fled flee VERB VBD " + feats + " 0 root _ _\n\n").c_str()); };
    return scores(one_word(gold), one_word(predicted)).at("UFeats").value;
  };
  EXPECT_EQ(ufeats("Mood=Ind|Tense=Past", "Tense=Past|Mood=Ind"), 100);
  EXPECT_EQ(ufeats("Tense=Past|Style=Slng", "ExtPos=ADP|Tense=Past"), 100);
  EXPECT_EQ(ufeats("_", "Style=Slng"), 100);
  EXPECT_EQ(ufeats("Mood=Ind|Tense=Past", "Mood=Ind"), 0);
  EXPECT_EQ(ufeats("Tense=Past", "Tense=Pres"), 0);
  EXPECT_EQ(ufeats("_", "Tense=Past"), 0);
}

TEST(Treebank, WordsAndSentencesAreComparedByTheirCharacters) {
  const Conllu predicted = trees(
      "1 Rebels rebel NOUN NNS _ 2 nsubj _ _\n"
      "2 fled flee VERB VBD _ 0 root _ _\n"
      "3 north. north ADV RB _ 2 advmod _ _\n\n"
      "1 Troops troop NOUN NNS _ 2 nsubj:pass _ SpaceAfter=No\n"  // white space is not compared
      "2 followed follow VERB VBD _ 0 root _ _\n\n"
      "1 . . PUNCT . _ 0 root _ _\n\n");
  const auto found = scores(trees(kGold), predicted);
  EXPECT_DOUBLE_EQ(*found.at("words").precision, 100.0 * 5 / 6);
  EXPECT_DOUBLE_EQ(*found.at("words").recall, 100.0 * 5 / 7);
  EXPECT_DOUBLE_EQ(*found.at("sentences").precision, 100.0 / 3);
  EXPECT_DOUBLE_EQ(*found.at("sentences").recall, 100.0 / 2);
  EXPECT_DOUBLE_EQ(*found.at("LAS").recall, 100.0 * 4 / 7);
}

TEST(Treebank, TextsThatDifferAreRefusedWithThePlace) {
  const Conllu other = trees("1 Rebels rebel NOUN NNS _ 2 nsubj _ _\n2 flew fly VERB VBD _ 0 root _ _\n\n");
  const Conllu gold = trees(kGold);
  const auto result = score_treebank(analysed(gold), analysed(other));
  ASSERT_FALSE(result);
  EXPECT_TRUE(result.error().message.starts_with("the texts differ at non-space character 9: gold ...Rebelsfled"))
      << result.error().message;
}

}  // namespace
}  // namespace casus
