#include "coreference/markables.h"

#include <gtest/gtest.h>

#include "syntax/conllu.h"

namespace casus {
namespace {

std::vector<Markable> markables(const char* rows) {
  const auto read = read_conllu(rows, "rows", ConlluStyle::loose);
  EXPECT_TRUE(read) << read.error().message;
  return find_markables(read->tokens, read->parse);
}

using List = std::vector<Markable>;

TEST(Markables, ArePronounsAndHeadsOfNounPhrases) {
  EXPECT_EQ(markables("1 Her she PRON PRP$ Poss=Yes 3 nmod:poss\n"
                      "2 old old ADJ JJ _ 3 amod\n"
                      "3 guards guard NOUN NNS _ 4 nsubj\n"
                      "4 left leave VERB VBD _ 0 root\n"
                      "5 this this PRON DT PronType=Dem 4 obj\n"),
            (List{{0, 0}, {2, 2}, {4, 4}}));
}

TEST(Markables, AreNoExpletivesRelativesAndNoNounsWithinAPhrase) {
  EXPECT_EQ(markables("1 It it PRON PRP _ 2 expl\n"
                      "2 seems seem VERB VBZ _ 0 root\n"
                      "3 the the DET DT _ 5 det\n"
                      "4 border border NOUN NN _ 5 compound\n"
                      "5 posts post NOUN NNS _ 2 obj\n"
                      "6 which which PRON WDT PronType=Rel 7 nsubj\n"
                      "7 burn burn VERB VBP _ 5 acl:relcl\n"),
            (List{{4, 4}}));
}

TEST(Markables, BeginWithTheFirstWordOfAName) {
  EXPECT_EQ(markables("1 Ilse Ilse PROPN NNP _ 5 nsubj\n"
                      "2 Norrgaard Norrgaard PROPN NNP _ 1 flat\n"
                      "3 of of ADP IN _ 4 case\n"
                      "4 Veldania Veldania PROPN NNP _ 1 nmod\n"
                      "5 left leave VERB VBD _ 0 root\n"
                      "6 the the DET DT _ 9 det\n"
                      "7 Royal royal ADJ NNP _ 9 amod\n"
                      "8 Lutz Lutz PROPN NNP _ 9 compound\n"
                      "9 Bank Bank PROPN NNP _ 5 obj\n"),
            (List{{0, 0}, {3, 3}, {8, 6}, {7, 7}}));
}

TEST(Markables, KeepTheOutermostOfThoseThatBeginTogether) {
  EXPECT_EQ(markables("1 Lutz Lutz PROPN NNP _ 2 compound\n"
                      "2 Bank Bank PROPN NNP _ 3 nsubj\n"
                      "3 closed close VERB VBD _ 0 root\n"),
            (List{{1, 0}}));
  EXPECT_EQ(markables("1 Ostrian ostrian PROPN NNP _ 2 compound\n"
                      "2 troops troop NOUN NNS _ 3 nsubj\n"
                      "3 fled flee VERB VBD _ 0 root\n"),
            (List{{0, 0}, {1, 1}}));
}

TEST(Markables, OfNoTextAreNone) { EXPECT_TRUE(find_markables({}, {}).empty()); }

}  // namespace
}  // namespace casus
