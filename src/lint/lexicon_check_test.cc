#include "lint/lexicon_check.h"

#include "events/lexicon_for_tests.h"

namespace casus {
namespace {

class LexiconCheck : public LexiconFiles {
 protected:
  void SetUp() override {
    LexiconFiles::SetUp();
    write("parts/operators.tsv", "id\tpredicate\tcontent\tstatus\texample\texpected\ndeny\tdeny with:@weapon\tcomp\tdenied\t\t\n");
  }

  // One a line: "error a.tsv:2: never wins: ..."
  std::string remarks() const {
    std::string text;
    for (const LexiconRemark& remark : check_lexicon(lexicon(), ontology(), folder_.string()))
      text += std::string(remark.gravity == Gravity::error ? "error " : "hint ") + remark.place.substr(folder_.string().size() + 1) + ": " +
              remark.message + "\n";
    return text;
  }

  static std::string frame(const std::string& id, const std::string& predicate, const std::string& arguments = "",
                           const std::string& conditions = "", const std::string& example = "X shelled Y.",
                           const std::string& expected = "ASSAULT") {
    return id + "\t" + predicate + "\t" + arguments + "\t" + conditions + "\tASSAULT\t\t\t\t" + example + "\t" + expected + "\n";
  }
};

TEST_F(LexiconCheck, NothingIsSaidOfSoundRows) {
  write_frames(frame("with", "shell with:@weapon") + frame("any-weapon", "shell with:*") + frame("shell", "shell"));
  EXPECT_EQ(remarks(), "");
}

TEST_F(LexiconCheck, RowsThatNeverWin) {
  write_frames(frame("wide", "shell with:@weapon") + frame("narrow", "shell with:shell"));
  EXPECT_EQ(
      remarks(),
      "error a.tsv:3: never wins: a.wide (a.tsv:2) fits wherever it does and is tried before; ask for more, stand before it, or leave "
      "it out\n");
  write_frames(frame("narrow", "shell with:shell") + frame("wide", "shell with:@weapon"));
  EXPECT_EQ(remarks(), "");
  write_frames(frame("first", "shell|pound") + frame("second", "shell") + frame("third", "shell on:*"));
  EXPECT_NE(remarks().find("error a.tsv:3: never wins: a.first"), std::string::npos);
  write_frames(frame("first", "shell") + frame("second", "shell|pound"));
  EXPECT_NE(remarks().find("hint a.tsv:3: never wins at shell: a.first"), std::string::npos);
  // Where the first finds no party that it needs, the second is taken: with other slots it may win.
  write_frames(frame("first", "shell", "actor=subject") + frame("second", "shell", "actor=subject recipient=object"));
  EXPECT_EQ(remarks(), "");
  write_frames(frame("first", "shell", "recipient=object", "recipient") + frame("second", "shell", "recipient=on", "recipient"));
  EXPECT_EQ(remarks(), "");
  write_frames(frame("first", "shell with:!shell") + frame("second", "shell with:!@weapon"));
  EXPECT_NE(remarks().find("error a.tsv:3: never wins"), std::string::npos);
  write_frames(frame("first", "shell with:!@weapon") + frame("second", "shell with:!shell"));
  EXPECT_EQ(remarks().find("error"), std::string::npos);
}

TEST_F(LexiconCheck, WordsThatNeverFit) {
  write("parts/words.tsv", "class\twords\npreposition\ton with\nweapon\tshell shells shot\nship\tboat\n");
  write("parts/acts.tsv", "act\tstatus\ndenie\tdenied\n");
  write_frames(frame("shot", "shot", "", "", "X shot Y.") + frame("with", "shell with:@weapon") + frame("by", "shell on:shot") +
               frame("shelled", "shelled"));
  const std::string all = remarks();
  for (const char* part : {
           "hint a.tsv:2: 'shot' itself is read as 'shoot' (parts/inflections.tsv), only its other forms are found; change it there, or "
           "write 'shoot'\n",
           "hint a.tsv:4: 'shot' itself is read as 'shoot'",
           "error a.tsv:5: 'shelled' is read as a form of 'shell'; write the lemma\n",
           "hint parts/words.tsv:3: 'shells' is the plural of a word that is there; leave it out\n",
           "hint parts/words.tsv:3: 'shot' itself is read as 'shoot'",
           "hint parts/words.tsv:4: no row uses the class 'ship'; leave it out\n",
           "error parts/acts.tsv:2: no statement has the act 'denie'; acts are those of rules/speech\n",
       })
    EXPECT_NE(all.find(part), std::string::npos) << part << "\n" << all;
  EXPECT_EQ(all.find("a.tsv:3"), std::string::npos) << all;
}

TEST_F(LexiconCheck, ExamplesShowTheRow) {
  write_frames(frame("a", "shell", "", "", "X pounded Y.") + frame("b", "deny|refuse", "", "", "X refused.", "ASSALT") +
               frame("c", "occupy", "", "", "X occupied Y.", "ASSAULT a b"));
  EXPECT_EQ(remarks(),
            "error a.tsv:2: the example has none of the row's predicates; give one with 'shell'\n"
            "error a.tsv:3: expects the unknown type 'ASSALT'; types are in ontology/types.tsv\n"
            "error a.tsv:4: cannot read what is expected, 'ASSAULT a b'; write TYPE mode ACTORS -> RECIPIENTS status\n");
}

TEST(LexiconThatShips, HasNoRowThatNeverWins) {
  const auto ontology = Ontology::load("rules/ontology");
  ASSERT_TRUE(ontology) << ontology.error().message;
  const auto lexicon = Lexicon::load("rules/lexicon", *ontology);
  ASSERT_TRUE(lexicon) << lexicon.error().message;
  for (const LexiconRemark& remark : check_lexicon(*lexicon, *ontology, "rules/lexicon"))
    EXPECT_NE(remark.gravity, Gravity::error) << remark.place << ": " << remark.message;
}

}  // namespace
}  // namespace casus
