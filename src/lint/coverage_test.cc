#include "lint/coverage.h"

#include "events/lexicon_for_tests.h"
#include "reading/layers_for_tests.h"

namespace casus {
namespace {

class CoverageOfTexts : public LexiconFiles {
 protected:
  Coverage coverage(Scene scene) const {
    const Lexicon rules = lexicon();
    EventsTrace trace;
    return find_coverage(layers_of(scene.actor("MLI", {"Mali"}).actor("TCD", {"Chad"}), rules, ontology(), trace), trace, rules, Cues());
  }
};

TEST_F(CoverageOfTexts, CountsWordsBetweenTwoActors) {
  write_frames(
      "shell\tshell\tactor=subject recipient=object\t\tASSAULT\t\t\t\tX shelled Y.\tASSAULT\n"
      "help\thelp\tactor=subject recipient=object\t\tAID\t\t\t\tX helped Y.\tAID\n");
  const Coverage hugged = coverage(Scene("Mali Mali PROPN NNP 2 nsubj\nhugged hug VERB VBD 0 root\nChad Chad PROPN NNP 2 obj\n"));
  ASSERT_EQ(hugged.uncovered.size(), 1u);
  EXPECT_EQ(hugged.uncovered.begin()->first, "hug/VERB");
  EXPECT_EQ(hugged.uncovered.begin()->second.count, 1u);
  EXPECT_EQ(hugged.uncovered.begin()->second.first.sentence, 1u);
  EXPECT_TRUE(hugged.fired.empty());

  const Coverage shelled = coverage(Scene("Mali Mali PROPN NNP 2 nsubj\nshelled shell VERB VBD 0 root\nChad Chad PROPN NNP 2 obj\n"));
  EXPECT_TRUE(shelled.uncovered.empty());
  EXPECT_EQ(shelled.fired, (std::map<std::string, std::size_t>{{"a.shell", 1}}));

  // One actor alone is not enough.
  EXPECT_TRUE(coverage(Scene("Mali Mali PROPN NNP 2 nsubj\nhugged hug VERB VBD 0 root\ntrees tree NOUN NNS 2 obj\n")).uncovered.empty());
}

TEST_F(CoverageOfTexts, NounsCountToo) {
  write_frames("help\thelp\tactor=subject recipient=object\t\tAID\t\t\t\tX helped Y.\tAID\n");
  const Coverage found =
      coverage(Scene("Mali Mali PROPN NNP 3 nmod:poss\n's 's PART POS 1 case\nembrace embrace NOUN NN 6 nsubj\nof of ADP IN 5 case\n"
                     "Chad Chad PROPN NNP 3 nmod\nlasted last VERB VBD 0 root\n"));
  EXPECT_TRUE(found.uncovered.contains("embrace/NOUN"));
}

TEST(CoverageSums, AddUp) {
  Coverage all, more;
  all.uncovered["hug/VERB"] = {.count = 2, .first = {.report = "b", .sentence = 1, .text = ""}};
  more.uncovered["hug/VERB"] = {.count = 1, .first = {.report = "a", .sentence = 4, .text = ""}};
  more.fired["a.help"] = 3;
  more.reports = 1;
  add(all, more);
  add(all, more);
  EXPECT_EQ(all.uncovered["hug/VERB"].count, 4u);
  EXPECT_EQ(all.uncovered["hug/VERB"].first.report, "a");
  EXPECT_EQ(all.fired["a.help"], 6u);
  EXPECT_EQ(all.reports, 2u);
}

}  // namespace
}  // namespace casus
