#include "events/contexts.h"

#include <gtest/gtest.h>

#include "events/lexicon_for_tests.h"
#include "events/scene_for_tests.h"

namespace casus {
namespace {

using Names = std::vector<std::string>;

// "Japan handed Chad <nouns>."
std::string sends(const std::string& nouns) {
  return "Japan Japan PROPN NNP 2 nsubj\nhanded hand VERB VBD 0 root\nChad Chad PROPN NNP 2 iobj\n" + nouns;
}

Names contexts_of(const std::string& rows) {
  const Events found = Scene(rows).actor("JPN", {"Japan"}).actor("TCD", {"Chad"}).events();
  EXPECT_FALSE(found.events.empty());
  return found.events.empty() ? Names{} : found.events.front().contexts;
}

TEST(Contexts, AreToldByTheWordsOfTheSentence) {
  EXPECT_EQ(contexts_of(sends("vaccines vaccine NOUN NNS 2 obj\n")), Names{"health"});
  EXPECT_EQ(contexts_of(sends("rice rice NOUN NN 2 obj\n")), Names{});
}

TEST(Contexts, APairCountsInsteadOfItsWords) {
  EXPECT_EQ(
      contexts_of(sends("aid aid NOUN NN 2 obj\nagainst against ADP IN 7 case\ntear tear NOUN NN 7 compound\ngas gas NOUN NN 4 nmod\n")),
      Names{});
  EXPECT_EQ(contexts_of(sends("aid aid NOUN NN 2 obj\nagainst against ADP IN 6 case\ngas gas NOUN NN 4 nmod\n")),
            Names{"natural_resource"});
}

TEST(Contexts, OfTheWholeReportBelongToAllItsEvents) {
  const std::string quake =
      "The the DET DT 2 det\nearthquake earthquake NOUN NN 3 nsubj\nhurt hurt VERB VBD 0 root\nus we PRON PRP 3 obj\n\n";
  const std::string rice = sends("rice rice NOUN NN 2 obj\n\n");
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
