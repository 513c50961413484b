#include "statements/cues.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "core/inflections.h"
#include "syntax/conllu.h"

namespace casus {
namespace {

const std::string kRules = "rules/speech";
constexpr const char* kHeader = "cue\tkind\tact\tnegated\tpolarity\tcontent\taddressee\texample\n";

// A folder of rules with the given cues and no content or media rules.
class Folder {
 public:
  explicit Folder(const std::string& cues) : path_(std::filesystem::temp_directory_path() / "casus_cues_test") {
    std::filesystem::create_directories(path_);
    write("cues.tsv", cues);
    write("contents.tsv", "lemmas\tact\texample\n");
    write("forms.tsv", "form\tlemma\n");
    write("media.tsv", "lemmas\tmedium\texample\n");
    write("stand_ins.tsv", "noun\texample\n");
  }
  ~Folder() { std::filesystem::remove_all(path_); }

  void write(const std::string& name, const std::string& text) const { std::ofstream(path_ / name, std::ios::binary) << text; }
  std::string path() const { return path_.string(); }

 private:
  std::filesystem::path path_;
};

TEST(Cues, TheLexiconLoads) {
  const auto cues = Cues::load(kRules);
  ASSERT_TRUE(cues) << cues.error().message;
  EXPECT_GE(cues->rules().size(), 480u);
  EXPECT_GE(cues->media().size(), 20u);
  EXPECT_GE(cues->contents().size(), 10u);
}

TEST(Cues, EveryActHasACue) {
  const auto cues = Cues::load(kRules);
  ASSERT_TRUE(cues);
  for (const std::string_view act : speech_acts()) {
    bool found = false;
    for (const CueRule& rule : cues->rules()) found |= rule.act == act || rule.negated_act == act;
    EXPECT_TRUE(found) << act;
  }
}

TEST(Cues, ErrorsNameFileAndLine) {
  struct Case {
    const char* rows;
    const char* message;  // behind the file's name
  };
  const Case cases[] = {
      {"say\tverb\tassert\tdecline\tpositive\tclause\tto\n", ":2: expected 8 columns separated by tabs, found 7"},
      {"say\tverb\tmumble\t-\tpositive\tclause\t-\tHe said so.\n", ":2: unknown act \"mumble\""},
      {"say\tnumeral\tassert\t-\tpositive\tclause\t-\tHe said so.\n",
       ":2: kind \"numeral\" is none of verb, adjective, noun, source, quote"},
      {"say\tverb\tassert\t-\tmaybe\tclause\t-\tHe said so.\n", ":2: polarity \"maybe\" is neither positive nor negative"},
      {"say\tverb\tassert\t-\tpositive\tsubject\t-\tHe said so.\n", ":2: \"subject\" is no place below a cue"},
      {"say\tverb\tassert\t-\tpositive\tclause\t-\t\n", ":2: expected 8 columns separated by tabs, found 7"},
      {"say\tverb\tassert\t\tpositive\tclause\t-\tHe said so.\n", ":2: column negated is empty"},
      {"# first\nsay\tverb\tassert\t-\tpositive\tclause\t-\tSo.\ntell|say\tverb\tassert\t-\tpositive\tclause\t-\tSo.\n",
       ":4: \"say\" stands in line 3 already"},
  };
  for (const Case& c : cases) {
    const Folder folder(std::string(kHeader) + c.rows);
    const auto cues = Cues::load(folder.path());
    ASSERT_FALSE(cues) << c.rows;
    EXPECT_EQ(cues.error().message, folder.path() + "/cues.tsv" + c.message);
  }
}

TEST(Cues, AMissingFileIsNamed) {
  const auto cues = Cues::load("rules/nowhere");
  ASSERT_FALSE(cues);
  EXPECT_EQ(cues.error().message, "rules/nowhere/cues.tsv: cannot be opened; the folder of rules is incomplete");
}

TEST(Cues, FormsAreThoseOfTheirLemma) {
  struct Case {
    const char* lemma;
    const char* form;
  };
  const Case cases[] = {{"deny", "denied"},     {"deny", "denies"}, {"accuse", "accusing"}, {"quip", "quipped"},
                        {"stress", "stresses"}, {"play", "played"}, {"vow", "vowed"},       {"a", "a"}};
  for (const Case& c : cases) {
    const auto forms = regular_forms(c.lemma);
    EXPECT_NE(std::find(forms.begin(), forms.end(), c.form), forms.end()) << c.form;
  }
}

struct MatchCase {
  const char* rows;
  std::size_t head;
  const char* act;  // "none": no match; "": no statement
  Polarity polarity;
  std::size_t words;
};

TEST(Cues, TheLongestCueBelowAHeadCounts) {
  const auto cues = Cues::load(kRules);
  ASSERT_TRUE(cues) << cues.error().message;
  const MatchCase cases[] = {
      {"1 She she PRON PRP _ 2 nsubj\n2 said say VERB VBD _ 0 root\n", 1, "assert", Polarity::positive, 1},
      {"1 She she PRON PRP _ 4 nsubj\n2 did do AUX VBD _ 4 aux\n3 not not PART RB _ 4 advmod\n4 say say VERB VB _ 0 root\n", 3, "decline",
       Polarity::negative, 1},
      {"1 She she PRON PRP _ 2 nsubj\n2 gave give VERB VBD _ 0 root\n3 no no DET DT _ 4 det\n4 details detail NOUN NNS _ 2 obj\n", 1,
       "decline", Polarity::negative, 2},
      {"1 She she PRON PRP _ 2 nsubj\n2 gave give VERB VBD _ 0 root\n3 details detail NOUN NNS _ 2 obj\n", 1, "", Polarity::positive, 2},
      {"1 She she PRON PRP _ 2 nsubj\n2 declined decline VERB VBD _ 0 root\n3 to to PART TO _ 4 mark\n4 comment comment VERB VB _ 2 "
       "xcomp\n",
       1, "decline", Polarity::negative, 2},
      {"1 Neither neither CCONJ CC _ 2 cc:preconj\n2 Oslo Oslo PROPN NNP _ 5 nsubj\n3 nor nor CCONJ CC _ 4 cc\n4 Bern Bern PROPN NNP _ 2 "
       "conj\n"
       "5 said say VERB VBD _ 0 root\n",
       4, "decline", Polarity::negative, 1},
      {"1 No no DET DT _ 2 det\n2 envoy envoy NOUN NN _ 3 nsubj\n3 said say VERB VBD _ 0 root\n", 2, "decline", Polarity::negative, 1},
      {"1 According accord VERB VBG _ 3 case\n2 to to ADP IN _ 1 fixed\n3 Kim Kim PROPN NNP _ 4 obl\n4 fled flee VERB VBD _ 0 root\n", 0,
       "assert", Polarity::positive, 2},
      {"1 She she PRON PRP _ 2 nsubj\n2 denied deni VERB VBD _ 0 root\n", 1, "deny", Polarity::negative, 1},
      {"1 She she PRON PRP _ 2 nsubj\n2 gave ga VERB VBD _ 0 root\n3 no no DET DT _ 4 det\n4 details details NOUN NNS _ 2 obj\n", 1,
       "decline", Polarity::negative, 2},
      {"1 She she PRON PRP _ 2 nsubj\n2 walked walk VERB VBD _ 0 root\n", 1, "none", Polarity::positive, 0},
      {"1 the the DET DT _ 2 det\n2 saying saying NOUN NN _ 0 root\n", 1, "none", Polarity::positive, 0},
      {"1 She she PRON PRP _ 2 nsubj\n2 asked ask VERB VBD _ 0 root\n3 them they PRON PRP _ 2 obj\n4 to to PART TO _ 5 mark\n"
       "5 leave leave VERB VB _ 2 xcomp\n",
       1, "request", Polarity::positive, 2},
      {"1 She she PRON PRP _ 2 nsubj\n2 rose rise VERB VBD _ 0 root\n3 to to PART TO _ 4 mark\n4 ask ask VERB VB _ 2 advcl\n", 3, "ask",
       Polarity::positive, 1},
      {"1 She she PRON PRP _ 3 nsubj\n2 neither neither CCONJ CC _ 3 cc:preconj\n3 confirmed confirm VERB VBD _ 0 root\n"
       "4 nor nor CCONJ CC _ 5 cc\n5 denied deny VERB VBD _ 3 conj\n",
       4, "decline", Polarity::negative, 1},
      {"1 his his PRON PRP$ _ 2 nmod:poss\n2 promise promise NOUN NN _ 0 root\n", 1, "promise", Polarity::positive, 1},
  };
  for (const MatchCase& c : cases) {
    const auto text = read_conllu(c.rows, "test", ConlluStyle::loose);
    ASSERT_TRUE(text) << text.error().message;
    const Tree tree(text->tokens, text->parse);
    const auto match = cues->match(c.head, text->tokens, tree);
    EXPECT_EQ(match ? match->act() : "none", c.act) << c.rows;
    if (!match) continue;
    EXPECT_EQ(match->polarity(), c.polarity) << c.rows;
    EXPECT_EQ(match->words.size(), c.words) << c.rows;
  }
}

}  // namespace
}  // namespace casus
