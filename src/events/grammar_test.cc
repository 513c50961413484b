#include "events/grammar.h"

#include <gtest/gtest.h>

#include "events/scene_for_tests.h"

namespace casus {
namespace {

struct Sentence {
  Scene scene;
  Lexicon lexicon;
  Tree tree;
  Grammar grammar;

  explicit Sentence(const std::string& rows)
      : scene(rows), lexicon(load()), tree(scene.text.tokens, scene.text.parse), grammar(scene.text.tokens, tree, lexicon) {}

  static Lexicon load() { return *Lexicon::load("rules/lexicon", *Ontology::load("rules/ontology")); }

  std::string words(const TokenList& tokens) const {
    std::string text;
    for (const std::size_t token : tokens) text += (text.empty() ? "" : " ") + scene.text.tokens.tokens[token].form;
    return text;
  }
  std::string subjects(const std::string& form) const { return words(grammar.subjects(scene.at(form))); }
  std::string objects(const std::string& form) const { return words(grammar.objects(scene.at(form))); }
};

TEST(Grammar, ControlAndRaising) {
  const Sentence ordered(
      "France france PROPN NNP 2 nsubj\nordered order VERB VBD 0 root\ntroops troop NOUN NNS 2 obj\nto to PART TO 5 mark\nleave leave VERB "
      "VB 2 xcomp\n");
  EXPECT_EQ(ordered.subjects("leave"), "troops");
  const Sentence promised(
      "France france PROPN NNP 2 nsubj\npromised promise VERB VBD 0 root\nMali Mali PROPN NNP 2 obj\nto to PART TO 5 mark\nleave leave "
      "VERB VB 2 xcomp\n");
  EXPECT_EQ(promised.subjects("leave"), "France");
  const Sentence called(
      "France france PROPN NNP 2 nsubj\ncalled call VERB VBD 0 root\non on ADP IN 4 case\nMali Mali PROPN NNP 2 obl\nto to PART TO 6 "
      "mark\nleave leave VERB VB 2 advcl\n");
  EXPECT_EQ(called.subjects("leave"), "Mali");
  const Sentence telephoned(
      "France france PROPN NNP 2 nsubj\ncalled call VERB VBD 0 root\non on ADP IN 4 case\nFriday Friday PROPN NNP 2 obl\nto to PART TO 6 "
      "mark\napologise apologise VERB VB 2 advcl\n");
  EXPECT_EQ(telephoned.subjects("apologise"), "France");
  const Sentence told(
      "Troops troop NOUN NNS 3 nsubj:pass\nwere be AUX VBD 3 aux:pass\ntold tell VERB VBN 0 root\nto to PART TO 5 mark\nleave leave VERB "
      "VB 3 xcomp\n");
  EXPECT_EQ(told.subjects("leave"), "Troops");
  const Sentence accused(
      "France france PROPN NNP 2 nsubj\naccused accuse VERB VBD 0 root\nMali Mali PROPN NNP 2 obj\nof of SCONJ IN 5 mark\nlying lie VERB "
      "VBG 2 advcl\n");
  EXPECT_EQ(accused.subjects("lying"), "Mali");
}

TEST(Grammar, NounsTakeTheSubjectOfTheirVerb) {
  const Sentence plans(
      "France France PROPN NNP 2 nsubj\nhas have VERB VBZ 0 root\nplans plan NOUN NNS 2 obj\nto to PART TO 5 mark\nleave leave VERB VB 3 "
      "acl\n");
  EXPECT_EQ(plans.subjects("leave"), "France");
}

TEST(Grammar, AbsentSubjectOfAParticipleIsThatOfTheClause) {
  const Sentence killing(
      "Rebels rebel NOUN NNS 2 nsubj\nattacked attack VERB VBD 0 root\nGao Gao PROPN NNP 2 obj\n, , PUNCT , 5 punct\nkilling kill VERB VBG "
      "2 advcl\n"
      "soldiers soldier NOUN NNS 5 obj\n");
  EXPECT_EQ(killing.subjects("killing"), "Rebels");
  EXPECT_EQ(killing.objects("killing"), "soldiers");
}

TEST(Grammar, DocumentsSpeakForTheirAuthors) {
  const Sentence report(
      "Chad Chad PROPN NNP 2 nsubj\nissued issue VERB VBD 0 root\na a DET DT 4 det\nreport report NOUN NN 2 obj\naccusing accuse VERB VBG "
      "4 acl\n"
      "Mali Mali PROPN NNP 5 obj\n");
  EXPECT_EQ(report.subjects("accusing"), "Chad");
}

TEST(Grammar, SharedObject) {
  const Sentence seized(
      "Rebels rebel NOUN NNS 2 nsubj\nseized seize VERB VBD 0 root\nand and CCONJ CC 4 cc\nburned burn VERB VBD 2 conj\nhouses house NOUN "
      "NNS 2 obj\n");
  EXPECT_EQ(seized.objects("burned"), "houses");
  EXPECT_EQ(seized.subjects("burned"), "Rebels");
}

TEST(Grammar, WordsFitAsPartsOfAPhrase) {
  const Sentence series(
      "They they PRON PRP 2 nsubj\nheld hold VERB VBD 0 root\na a DET DT 4 det\nseries series NOUN NN 2 obj\nof of ADP IN 6 case\ntalks "
      "talk NOUN NNS 4 nmod\n");
  WordTest test;
  test.lemmas = {"talk"};
  EXPECT_TRUE(series.grammar.fits(series.scene.at("series"), test));
  EXPECT_FALSE(series.grammar.fits(series.scene.at("They"), test));
}

TEST(Grammar, WhatHasAnObjectOfItsOwnIsActive) {
  const Sentence attacked(
      "Egypt Egypt PROPN NNP 3 nsubj:pass\nhas have AUX VBZ 3 aux\nattacked attack VERB VBN 0 root\nSudan Sudan PROPN NNP 3 obj\n");
  EXPECT_EQ(attacked.subjects("attacked"), "Egypt");
  EXPECT_EQ(attacked.objects("attacked"), "Sudan");
}

TEST(Grammar, ParticlesAndPrepositionsOfSeveralWords) {
  const Sentence sent(
      "Chad Chad PROPN NNP 2 nsubj\npulled pull VERB VBD 0 root\nback back ADV RB 2 advmod\nreservists reservist NOUN NNS 2 obl\n"
      "out out ADP IN 7 case\nof of ADP IN 7 case\nLibya Libya PROPN NNP 2 obl\n");
  EXPECT_EQ(sent.words(sent.grammar.fill(sent.scene.at("pulled"), {sent.scene.at("pulled")}, {Function::particle, ""})), "back");
  EXPECT_EQ(sent.objects("pulled"), "reservists");
  EXPECT_TRUE(sent.grammar.has_preposition(sent.scene.at("Libya"), "out_of"));
  EXPECT_TRUE(sent.grammar.has_preposition(sent.scene.at("Libya"), "out"));
  EXPECT_FALSE(sent.grammar.has_preposition(sent.scene.at("Libya"), "of"));
}

TEST(Grammar, WhatSomethingIsCalledIsMeant) {
  const Sentence called(
      "He he PRON PRP 2 nsubj\ncondemned condemn VERB VBD 0 root\nwhat what PRON WP 2 obj\nhe he PRON PRP 5 nsubj\ncalled call VERB VBD "
      "3 acl:relcl\nraids raid NOUN NNS 5 xcomp\n");
  EXPECT_EQ(called.objects("condemned"), "what raids");
}

TEST(Grammar, ANounOfItResumesWhatWasTold) {
  const Sentence second("It it PRON PRP 4 nsubj\nwas be AUX VBD 4 cop\nthe the DET DT 4 det\nraid raid NOUN NN 0 root\n");
  EXPECT_TRUE(second.grammar.is_resumed(second.scene.at("raid")));
  EXPECT_EQ(second.subjects("raid"), "");
  const Sentence chadian("Chad Chad PROPN NNP 4 nsubj\nwas be AUX VBD 4 cop\nthe the DET DT 4 det\nraider raider NOUN NN 0 root\n");
  EXPECT_FALSE(chadian.grammar.is_resumed(chadian.scene.at("raider")));
}

TEST(Grammar, WhoDidItTogetherAreAllThatAreJoined) {
  const auto rows = [](const std::string& adverb) {
    return "Ruz Ruz PROPN NNP 0 root\nand and CCONJ CC 3 cc\nKaro Karo PROPN NNP 1 conj\nwho who PRON WP 6 nsubj\n" + adverb + " " +
           adverb + " ADV RB 6 advmod\nruled rule VERB VBD 3 acl:relcl\n";
  };
  EXPECT_EQ(Sentence(rows("together")).subjects("ruled"), "Karo Ruz");
  EXPECT_EQ(Sentence(rows("later")).subjects("ruled"), "Karo");
}

TEST(Grammar, WhoRespondsWithADeedDoesIt) {
  const Sentence responded(
      "Chad Chad PROPN NNP 2 nsubj\nresponded respond VERB VBD 0 root\nwith with ADP IN 4 case\nraids raid NOUN NNS 2 obl\n");
  EXPECT_EQ(responded.subjects("raids"), "Chad");
}

}  // namespace
}  // namespace casus
