#include "reading/structure.h"

#include <gtest/gtest.h>

namespace casus {
namespace {

// Two words, the second under the first, of which each part of a structure says something.
Structure small() {
  Structure made;
  made.parse.words = {{.upos = "VERB", .head = kRoot, .relation = "root"}, {.upos = "NOUN", .head = 0, .relation = "obj"}};
  made.names.names = {{.range = {1, 2}}};
  made.attributions = {.attributions = {{.source = {{1, 2}}, .cue = {0, 1}, .content = {{0, 2}}}},
                       .source_tags = {SpanTag::outside, SpanTag::begin},
                       .cue_tags = {SpanTag::begin, SpanTag::outside},
                       .content_tags = {SpanTag::begin, SpanTag::inside}};
  made.factuality.values = {1, -1};
  made.coreference = {.markables = {{0, 0}, {1, 1}}, .choices = {{}, {.antecedent = 0}}, .chains = {{0, 1}}};
  return made;
}

TEST(Structure, PartsReferToTheWordsOfTheWhole) {
  Structure all;
  append(all, small());
  append(all, small());
  ASSERT_EQ(all.parse.words.size(), 4u);
  EXPECT_EQ(all.parse.words[1].head, 0u);
  EXPECT_EQ(all.parse.words[2].head, kRoot);
  EXPECT_EQ(all.parse.words[3].head, 2u);
  EXPECT_EQ(all.names.names[1].range, (TokenRange{3, 4}));
  const Attribution& said = all.attributions.attributions[1];
  EXPECT_EQ(said.source, (std::vector<TokenRange>{{3, 4}}));
  EXPECT_EQ(said.cue, (TokenRange{2, 3}));
  EXPECT_EQ(said.content, (std::vector<TokenRange>{{2, 4}}));
  EXPECT_EQ(all.attributions.source_tags.size(), 4u);
  EXPECT_EQ(all.attributions.cue_tags[2], SpanTag::begin);
  EXPECT_EQ(all.attributions.content_tags[3], SpanTag::inside);
  EXPECT_EQ(all.factuality.values, (std::vector<float>{1, -1, 1, -1}));
  EXPECT_EQ(all.coreference.markables[3], (Markable{3, 3}));
  EXPECT_EQ(all.coreference.choices[1].antecedent, 0u);
  EXPECT_FALSE(all.coreference.choices[2].antecedent);
  EXPECT_EQ(all.coreference.choices[3].antecedent, 2u);
  EXPECT_EQ(all.coreference.chains[1], (std::vector<std::size_t>{2, 3}));
}

}  // namespace
}  // namespace casus
