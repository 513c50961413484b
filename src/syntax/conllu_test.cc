#include "syntax/conllu.h"

#include <gtest/gtest.h>

namespace casus {
namespace {

constexpr const char* kSample =
    "# newdoc id = d\n"
    "# sent_id = one\n"
    "1-2\tdon't\t_\t_\t_\t_\t_\t_\t_\t_\n"
    "1\tdo\tdo\tAUX\tVBP\t_\t3\taux\t_\t_\n"
    "2\tn't\tnot\tPART\tRB\t_\t3\tadvmod\t_\t_\n"
    "3\tgo\tgo\tVERB\tVB\tVerbForm=Inf\t0\troot\t_\tX=1|SpaceAfter=No\n"
    "4\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_\n"
    "\n"
    "# newpar\n"
    "1\tStop\tstop\tVERB\tVB\t_\t0\troot\t_\t_\n"
    "\n";

TEST(Conllu, RebuildsTextTokensAndTrees) {
  const auto read = read_conllu(kSample, "sample");
  ASSERT_TRUE(read) << read.error().message;
  EXPECT_EQ(read->document.info.text, "don't go.\n\nStop ");
  ASSERT_EQ(read->tokens.tokens.size(), 5u);
  EXPECT_EQ(read->tokens.tokens[1].span, (Span{2, 5}));
  EXPECT_FALSE(read->tokens.tokens[0].space_after);
  EXPECT_TRUE(read->tokens.tokens[1].space_after);
  EXPECT_EQ(read->misc[2], "X=1");
  EXPECT_EQ(read->parse.words[0].head, 2u);
  EXPECT_EQ(read->parse.words[2].head, kRoot);
  EXPECT_EQ(read->tokens.sentences.size(), 2u);
  EXPECT_EQ(read->sentence_ids[0], "one");
  EXPECT_TRUE(read->tokens.tokens[4].paragraph_start);
}

TEST(Conllu, ReadsBackWhatItWrites) {
  const auto read = read_conllu(kSample, "sample");
  ASSERT_TRUE(read);
  const std::string written = write_conllu(read->document, read->tokens, read->parse, read->misc);
  const auto again = read_conllu(written, "written");
  ASSERT_TRUE(again) << again.error().message;
  EXPECT_EQ(again->document.info.text, read->document.info.text);
  EXPECT_EQ(write_conllu(again->document, again->tokens, again->parse, again->misc).substr(written.find("# sent_id")),
            written.substr(written.find("# sent_id")));
}

TEST(Conllu, NamesFileAndLineOfWhatIsBroken) {
  struct Case {
    const char* text;
    const char* message;
  };
  const Case cases[] = {
      {"1\tA\n", "f:1: expected 10 tab-separated columns, found 2"},
      {"2\tA\t_\t_\t_\t_\t0\troot\t_\t_\n", "f:1: token 2 is out of order"},
      {"1\tA\t_\t_\t_\t_\tx\troot\t_\t_\n", "f:1: head x is not a number"},
      {"1\tA\t_\t_\t_\t_\t1\tdep\t_\t_\n\n", "f:2: the heads of the sentence that ends here are no tree"},
      {"1\tA\t_\t_\t_\t_\t9\tdep\t_\t_\n\n", "f:2: the heads of the sentence that ends here are no tree"},
  };
  for (const Case& c : cases) {
    const auto read = read_conllu(c.text, "f");
    ASSERT_FALSE(read) << c.text;
    EXPECT_EQ(read.error().message, c.message);
  }
}

TEST(Conllu, LooseRowsAreShortAndSpaced) {
  const auto read = read_conllu("1 Rebels rebel NOUN NNS _ 2 nsubj\n  2 fled flee VERB VBD _ 0 root\n", "loose", ConlluStyle::loose);
  ASSERT_TRUE(read) << read.error().message;
  EXPECT_EQ(read->parse.words[0].relation, "nsubj");
}

TEST(Tree, KnowsEdgesBothWays) {
  const auto read = read_conllu(
      "1 Troops troop NOUN NNS _ 3 nsubj:pass\n2 were be AUX VBD _ 3 aux:pass\n3 sent send VERB VBN _ 0 root\n"
      "4 and and CCONJ CC _ 5 cc\n5 recalled recall VERB VBN _ 3 conj\n",
      "tree", ConlluStyle::loose);
  ASSERT_TRUE(read);
  const Tree tree(read->tokens, read->parse);
  EXPECT_EQ(tree.children(2, "nsubj"), std::vector<std::size_t>{0});
  EXPECT_TRUE(tree.has_child(2, "aux:pass"));
  EXPECT_FALSE(tree.has_child(2, "obj"));
  EXPECT_EQ(tree.conjuncts(2), (std::vector<std::size_t>{2, 4}));
  EXPECT_EQ(tree.extent(4), (TokenRange{3, 5}));
  EXPECT_TRUE(tree.is_ancestor(2, 3));
  EXPECT_FALSE(tree.is_ancestor(4, 0));
  EXPECT_TRUE(is_relation("nsubj:pass", "nsubj"));
  EXPECT_FALSE(is_relation("nsubjx", "nsubj"));
}

}  // namespace
}  // namespace casus
