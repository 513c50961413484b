#include "evaluation/coreference.h"

#include <gtest/gtest.h>

namespace casus {
namespace {

const Score& score(const std::vector<Score>& scores, std::string_view name) {
  for (const Score& one : scores)
    if (one.measure == name) return one;
  static const Score none;
  ADD_FAILURE() << "no " << name;
  return none;
}

void expect(const Score& score, double precision, double recall, double f1) {
  ASSERT_TRUE(score.precision && score.recall) << score.measure;
  EXPECT_NEAR(*score.precision, 100 * precision, 1e-9) << score.measure;
  EXPECT_NEAR(*score.recall, 100 * recall, 1e-9) << score.measure;
  EXPECT_NEAR(score.value, 100 * f1, 1e-9) << score.measure;
}

// The example of Pradhan et al. (2014): gold {a b c} {d e f g}, predicted {a b} {c d} {f g h i}.
//   MUC      gold: {ab}{c} keeps 1 of 2 links, {d}{e}{fg} 1 of 3: R = 2/5. Predicted: {ab} 1 of 1, {c}{d} 0 of 1, {fg}{h}{i} 1 of 3: P =
//   2/5. B-cubed  R = (2*2/3 + 1/3 + 1/4 + 2*2/4) / 7 = (35/12) / 7 = 5/12. P = (2*2/2 + 1/2 + 1/2 + 2*2/4) / 8 = 4/8.
//            F = 2 * 5/12 * 1/2 / (11/12) = 5/11.
//   CEAF-e   2*2/(3+2) for {abc}-{ab} and 2*2/(4+4) for {defg}-{fghi}: 1.3. R = 1.3/2, P = 1.3/3, F = 2 * 1.3 / 5.
TEST(Coreference, HasTheFiguresOfThePublishedExample) {
  const Chains gold = {{1, 2, 3}, {4, 5, 6, 7}}, predicted = {{1, 2}, {3, 4}, {6, 7, 8, 9}};
  const auto scores = score_coreference({{.genre = "news", .gold = gold, .predicted = predicted}});
  expect(score(scores, "MUC"), 0.4, 0.4, 0.4);
  expect(score(scores, "B-cubed"), 0.5, 5.0 / 12, 5.0 / 11);
  expect(score(scores, "CEAF-e"), 1.3 / 3, 0.65, 0.52);
  EXPECT_NEAR(score(scores, "CoNLL").value, 100 * (0.4 + 5.0 / 11 + 0.52) / 3, 1e-9);
  EXPECT_NEAR(score(scores, "CoNLL news").value, score(scores, "CoNLL").value, 1e-9);
}

// phi 4: gold 1 - predicted 1: 2*4/(6+6) = 2/3, gold 1 - predicted 2: 2*2/(6+2) = 1/2, gold 2 - predicted 1: 1/2, gold 2 - predicted 2: 0.
// The most alike pair leaves nothing for the others: 2/3 in all, against 1 without it.
TEST(Coreference, PairsChainsForTheBestSum) {
  const auto scores = score_coreference({{.gold = {{1, 2, 3, 4, 5, 6}, {7, 8}}, .predicted = {{1, 2, 3, 4, 7, 8}, {5, 6}}}});
  expect(score(scores, "CEAF-e"), 0.5, 0.5, 0.5);
}

TEST(Coreference, SumsDocumentsBeforeItDivides) {
  const ChainedDocument right{.genre = "news", .gold = {{1, 2, 3}}, .predicted = {{1, 2, 3}}};
  const ChainedDocument nothing{.genre = "bio", .gold = {{1, 2}}};
  const auto scores = score_coreference({right, nothing});
  expect(score(scores, "MUC"), 1, 2.0 / 3, 0.8);
  expect(score(scores, "B-cubed"), 1, 3.0 / 5, 0.75);
  expect(score(scores, "CEAF-e"), 1, 0.5, 2.0 / 3);
  EXPECT_DOUBLE_EQ(score(scores, "CoNLL news").value, 100);
  EXPECT_DOUBLE_EQ(score(scores, "CoNLL bio").value, 0);
  EXPECT_LE(score(scores, "CoNLL").low, score(scores, "CoNLL").value);
  EXPECT_GE(score(scores, "CoNLL").high, score(scores, "CoNLL").value);
}

TEST(Coreference, IsZeroWithoutChains) {
  expect(score(score_coreference({}), "B-cubed"), 0, 0, 0);
  expect(score(score_coreference({{.gold = {{1, 2}}}}), "CEAF-e"), 0, 0, 0);
}

Conllu file(const char* rows) {
  auto read = read_conllu(rows, "f", ConlluStyle::loose);
  EXPECT_TRUE(read) << read.error().message;
  return *std::move(read);
}

constexpr const char* kRows =
    "# sent_id = GUM_news_depot-1\n"
    "1 The the DET DT _ 2 det _ Entity=(7-person-new-nnnnn-cf1-2-coref\n"
    "2 guards guard NOUN NNS _ 3 nsubj _ Entity=7)\n"
    "3 lost lose VERB VBD _ 0 root _ _\n"
    "4 their they PRON PRP$ Person=3|Poss=Yes 5 nmod:poss _ Entity=(9-object-new-nnnnn-cf2-2-sgl(7-person-giv:act-nnnnn-cf1-1-ana)\n"
    "5 keys key NOUN NNS _ 3 obj _ Entity=9)|SpaceAfter=No\n\n"
    "# sent_id = GUM_news_depot-2\n"
    "1 They they PRON PRP Person=3 2 nsubj _ Discourse=x|Entity=(7-person-giv:act-nnnnn-cf1-1-ana)\n"
    "2 left leave VERB VBD _ 0 root _ _\n\n";

TEST(Coreference, ReadsMentionsOfGum) {
  const Conllu read = file(kRows);
  const auto mentions = entity_mentions(read, 0, 2, "f");
  ASSERT_TRUE(mentions) << mentions.error().message;
  std::vector<std::pair<std::size_t, std::string>> found;
  for (const EntityMention& mention : *mentions) found.emplace_back(mention.token, mention.entity);
  EXPECT_EQ(found, (std::vector<std::pair<std::size_t, std::string>>{{1, "7"}, {3, "7"}, {4, "9"}, {5, "7"}}));
  EXPECT_EQ(entity_chains(*mentions), (Chains{{1, 3, 5}}));
  EXPECT_EQ(entity_mentions(read, 1, 2, "f")->size(), 1u);
  EXPECT_EQ(genre_of(read.sentence_ids[0]), "news");
  EXPECT_EQ(genre_of("weblog-blog_of_a_depot-1"), "");
}

TEST(Coreference, NamesTheSentenceOfABrokenMention) {
  const Conllu read = file("# sent_id = s-4\n1 Guards guard NOUN NNS _ 0 root _ Entity=(7-person-new)\n\n");
  const auto mentions = entity_mentions(read, 0, 1, "f");
  ASSERT_FALSE(mentions);
  EXPECT_EQ(mentions.error().message, "f: sentence s-4, word 1: a mention without its minimal span, the 6th field of Entity=");
}

TEST(Coreference, JudgesPronounsThatHaveAnAntecedent) {
  const Conllu read = file(kRows);
  const auto mentions = entity_mentions(read, 0, 2, "f");
  // "their" goes to the guards; "They" to the keys, then to nothing, then to "their".
  const auto right = [&](const Antecedents& antecedents) {
    std::vector<bool> judged;
    for (const auto& pronoun : resolved_pronouns(read, *mentions, antecedents, 0, "news")) judged.push_back(pronoun.right);
    return judged;
  };
  EXPECT_EQ(right({{3, 1}, {5, 4}}), (std::vector<bool>{true, false}));
  EXPECT_EQ(right({{3, 1}}), (std::vector<bool>{true, false}));
  EXPECT_EQ(right({{5, 3}}), (std::vector<bool>{false, true}));
  EXPECT_EQ(right({{5, 4}, {5, 3}}), (std::vector<bool>{false, true})) << "several tokens may stand for one antecedent";
  const auto resolved = resolved_pronouns(read, *mentions, {{3, 1}}, 0, "news");
  EXPECT_TRUE(resolved[0].answered);
  EXPECT_FALSE(resolved[1].answered);
  const auto scores = score_pronouns(resolved_pronouns(read, *mentions, {{5, 3}}, 0, "news"));
  EXPECT_DOUBLE_EQ(score(scores, "all").value, 50);
  EXPECT_DOUBLE_EQ(score(scores, "news").value, 50);
}

}  // namespace
}  // namespace casus
