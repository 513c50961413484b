#include "events/contexts.h"

#include <gtest/gtest.h>

#include "events/lexicon_for_tests.h"
#include "events/scene_for_tests.h"

namespace casus {
namespace {

using Names = std::vector<std::string>;

// "Japan condemned Chad over <nouns>."
std::string condemns_over(const std::string& nouns) {
  return "Japan Japan PROPN NNP 2 nsubj\ncondemned condemn VERB VBD 0 root\nChad Chad PROPN NNP 2 obj\n" + nouns;
}

Names contexts_of(const std::string& rows) {
  const Events found = Scene(rows).actor("JPN", {"Japan"}).actor("TCD", {"Chad"}).events();
  EXPECT_FALSE(found.events.empty());
  return found.events.empty() ? Names{} : found.events.front().contexts;
}

TEST(Contexts, AreToldByTheWordsOfTheSentence) {
  EXPECT_EQ(contexts_of(condemns_over("over over ADP IN 5 case\nvaccines vaccine NOUN NNS 2 obl\n")), Names{"health"});
  EXPECT_EQ(contexts_of(condemns_over("over over ADP IN 5 case\nrice rice NOUN NN 2 obl\n")), Names{});
}

TEST(Contexts, APairCountsInsteadOfItsWords) {
  EXPECT_EQ(contexts_of(condemns_over("over over ADP IN 6 case\ntear tear NOUN NN 6 compound\ngas gas NOUN NN 2 obl\n")), Names{});
  EXPECT_EQ(contexts_of(condemns_over("over over ADP IN 5 case\ngas gas NOUN NN 2 obl\n")), Names{"natural_resource"});
}

TEST(Contexts, OfTheWholeReportBelongToAllItsEvents) {
  const std::string quake =
      "The the DET DT 2 det\nearthquake earthquake NOUN NN 3 nsubj\nhurt hurt VERB VBD 0 root\nus we PRON PRP 3 obj\n\n";
  const std::string rice = condemns_over("over over ADP IN 5 case\nrice rice NOUN NN 2 obl\n\n");
  EXPECT_EQ(contexts_of(rice + quake + quake + quake), Names{"disasters"});
  EXPECT_EQ(contexts_of(rice + quake + quake), Names{});
}

TEST_F(LexiconFiles, RowsOnContextsAreChecked) {
  const auto message = [&] { return Lexicon::load(folder_.string(), ontology()).error().message; };
  write_frames("");
  const std::string header = "context\ttype\tmode\tcameo\tsector\tcountries\twords\n";
  const std::string file = (folder_ / "parts/event_contexts.tsv").string();
  write("parts/event_contexts.tsv", header + "war\tASSAULT\n");
  EXPECT_EQ(message(), file + ":2: unknown context 'war'; contexts are in ontology/contexts.tsv");
  write("parts/event_contexts.tsv", header + "military\t\n");
  EXPECT_EQ(message(), file + ":2: a row asks for something beside its context");
  write("parts/event_contexts.tsv", header + "military\tASSAULT\t\t\t\tall\n");
  EXPECT_EQ(message(), file + ":2: countries is a number from 1, not 'all'");
}

TEST(WordPatterns, HaveATagOrAnotherWord) {
  EXPECT_EQ(parse_word_pattern("shell/NOUN")->tag, "NOUN");
  EXPECT_EQ(parse_word_pattern("right+human")->beside, "human");
  EXPECT_EQ(parse_word_pattern("shell/noun").error().message, "unknown part of speech in 'shell/noun'");
  EXPECT_FALSE(parse_word_pattern("right+"));
}

}  // namespace
}  // namespace casus
