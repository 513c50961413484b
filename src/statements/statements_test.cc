#include "statements/statements.h"

#include <gtest/gtest.h>

#include <sstream>
#include <tuple>

#include "syntax/conllu.h"

namespace casus {
namespace {

// Rows "form lemma upos xpos head relation", numbered from 1 in each sentence; an empty line ends a sentence, "#" opens a paragraph.
Conllu text_of(const std::string& rows) {
  std::istringstream in(rows);
  std::string conllu;
  std::vector<std::vector<std::string>> sentence;
  const auto end_sentence = [&] {
    for (std::size_t i = 0; i < sentence.size(); ++i) {
      const auto& row = sentence[i];
      const std::string next = i + 1 < sentence.size() ? sentence[i + 1][0] : "";
      const bool glued = row[0] == "“" || next == "”" || next == "," || next == "." || next == ":" || next == "’s";
      conllu += std::to_string(i + 1) + "\t" + row[0] + "\t" + row[1] + "\t" + row[2] + "\t" + row[3] + "\t_\t" + row[4] + "\t" + row[5] +
                "\t_\t" + (glued ? "SpaceAfter=No" : "_") + "\n";
    }
    if (!sentence.empty()) conllu += "\n";
    sentence.clear();
  };
  for (std::string line; std::getline(in, line);) {
    std::istringstream words(line);
    std::vector<std::string> row;
    for (std::string word; words >> word;) row.push_back(word);
    if (row.empty() || row[0] == "#") {
      end_sentence();
      if (!row.empty()) conllu += "# newpar\n";
    } else {
      sentence.push_back(row);
    }
  }
  end_sentence();
  auto read = read_conllu(conllu, "test");
  EXPECT_TRUE(read) << (read ? "" : read.error().message);
  return *std::move(read);
}

struct Scene {
  Conllu text;
  Attributions attributions;
  Actors actors;
  Dates dates;

  explicit Scene(const std::string& rows) : text(text_of(rows)) {}

  // The first token with this form from `from` on.
  std::size_t at(const std::string& form, std::size_t from = 0) const {
    for (std::size_t i = from; i < text.tokens.tokens.size(); ++i)
      if (text.tokens.tokens[i].form == form) return i;
    ADD_FAILURE() << "no token " << form;
    return 0;
  }

  Scene& actor(const std::string& name, std::vector<std::size_t> heads) {
    const ActorId id{static_cast<std::uint32_t>(actors.actors.size())};
    actors.actors.push_back({name});
    for (const std::size_t head : heads) actors.mentions.push_back({{head, head + 1}, head, MentionForm::name, {id}});
    return *this;
  }

  Scene& said(std::vector<TokenRange> source, TokenRange cue, std::vector<TokenRange> content, float confidence = 0.9f) {
    attributions.attributions.push_back({std::move(source), cue, std::move(content), confidence});
    return *this;
  }

  Statements read() {
    const auto cues = Cues::load("rules/speech");
    EXPECT_TRUE(cues) << (cues ? "" : cues.error().message);
    const auto time_rules = TimeRules::load("rules/time");
    EXPECT_TRUE(time_rules) << (time_rules ? "" : time_rules.error().message);
    if (text.document.info.published) dates = find_dates(text.document, text.tokens, text.parse, *time_rules);
    return find_statements(text.document, text.tokens, text.parse, attributions, actors, dates, *cues);
  }

  std::vector<std::string> names(const std::vector<ActorId>& ids) const {
    std::vector<std::string> found;
    for (const ActorId id : ids) found.push_back(actors.actors[id.index].name);
    return found;
  }
};

using Names = std::vector<std::string>;

std::string text_of(const std::optional<Words>& words) { return words ? words->text : "null"; }

// "The minister denied recruiting rebels." and its like.
const char* const kDenial =
    "Kim Kim PROPN NNP 2 nsubj\n"
    "denied deny VERB VBD 0 root\n"
    "recruiting recruit VERB VBG 2 xcomp\n"
    "gunmen gunman NOUN NNS 3 obj\n"
    "on on ADP IN 6 case\n"
    "Monday Monday PROPN NNP 2 obl\n"
    ". . PUNCT . 2 punct\n";

TEST(Statements, TheTreeProposesWhatTheModelMissed) {
  Scene scene(kDenial);
  scene.text.document.info.published = Date{"2020-10-07", DateFrom::option, {}};
  const Statements found = scene.actor("Kim", {0}).read();
  ASSERT_EQ(found.statements.size(), 1u);
  const Statement& s = found.statements[0];
  EXPECT_EQ(scene.names(s.speakers), Names{"Kim"});
  EXPECT_EQ(text_of(s.speaker), "Kim");
  EXPECT_EQ(text_of(s.cue), "denied");
  EXPECT_EQ(s.act, "deny");
  EXPECT_EQ(s.polarity, Polarity::negative);
  EXPECT_EQ(text_of(s.content), "recruiting gunmen");
  EXPECT_EQ(s.form, SpeechForm::indirect);
  ASSERT_TRUE(s.date);
  EXPECT_EQ(s.date->value, "2020-10-05");
  EXPECT_EQ(found.holding(3), StatementId{0});
  EXPECT_FALSE(found.holding(0));
}

TEST(Statements, OneCueIsOneStatementAndTheModelsContentWins) {
  Scene scene(kDenial);
  const Statements found = scene.said({{0, 1}}, {1, 2}, {{2, 6}}, 0.8f).read();
  ASSERT_EQ(found.statements.size(), 1u);
  EXPECT_EQ(text_of(found.statements[0].content), "recruiting gunmen on Monday");
  EXPECT_NEAR(*found.statements[0].confidence, 0.8, 1e-6);
  EXPECT_TRUE(found.statements[0].speakers.empty());
}

const char* const kSplit =
    "“ “ PUNCT `` 3 punct\n"
    "We we PRON PRP 3 nsubj\n"
    "stay stay VERB VBP 0 root\n"
    ", , PUNCT , 3 punct\n"
    "” ” PUNCT '' 3 punct\n"
    "Kim Kim PROPN NNP 7 nsubj\n"
    "said say VERB VBD 3 parataxis\n"
    ". . PUNCT . 3 punct\n"
    "\n"
    "“ “ PUNCT `` 4 punct\n"
    "We we PRON PRP 4 nsubj\n"
    "never never ADV RB 4 advmod\n"
    "leave leave VERB VBP 0 root\n"
    ". . PUNCT . 4 punct\n"
    "#\n"
    "“ “ PUNCT `` 3 punct\n"
    "They they PRON PRP 3 nsubj\n"
    "go go VERB VBP 0 root\n"
    ". . PUNCT . 3 punct\n"
    "” ” PUNCT '' 3 punct\n"
    "#\n"
    "“ “ PUNCT `` 2 punct\n"
    "Soon soon ADV RB 0 root\n"
    ". . PUNCT . 2 punct\n"
    "” ” PUNCT '' 2 punct\n";

TEST(Statements, AQuotationGoesOnOverSentencesAndParagraphs) {
  Scene scene(kSplit);
  const Statements found = scene.actor("Kim", {5}).said({{5, 6}}, {6, 7}, {{0, 5}}).read();
  ASSERT_EQ(found.statements.size(), 1u);
  const Statement& s = found.statements[0];
  EXPECT_EQ(text_of(s.content), "We stay We never leave They go Soon");
  EXPECT_EQ(s.content->spans.size(), 4u);
  EXPECT_EQ(s.form, SpeechForm::direct);
  EXPECT_EQ(scene.names(s.speakers), Names{"Kim"});
}

TEST(Statements, TheTreeAloneGivesTheSameQuotation) {
  Scene scene(kSplit);
  const Statements found = scene.actor("Kim", {5}).read();
  ASSERT_EQ(found.statements.size(), 1u);
  EXPECT_EQ(text_of(found.statements[0].content), "We stay We never leave They go Soon");
}

TEST(Statements, TheFormFollowsTheMarks) {
  const std::string head =
      "Kim Kim PROPN NNP 2 nsubj\n"
      "said say VERB VBD 0 root\n";
  struct Case {
    std::string rows;
    std::optional<SpeechForm> form;
    const char* content;
  };
  const Case cases[] = {
      {"that that SCONJ IN 4 mark\n“ “ PUNCT `` 6 punct\nrebels rebel NOUN NNS 6 nsubj\nfled flee VERB VBD 2 ccomp\n” ” PUNCT '' 6 punct\n",
       SpeechForm::direct, "that “rebels fled”"},
      {"that that SCONJ IN 4 mark\nrebels rebel NOUN NNS 6 nsubj\n“ “ PUNCT `` 6 punct\nfled flee VERB VBD 2 ccomp\n” ” PUNCT '' 6 punct\n",
       SpeechForm::mixed, "that rebels “fled”"},
      {"that that SCONJ IN 5 mark\nrebels rebel NOUN NNS 5 nsubj\nfled flee VERB VBD 2 ccomp\n", SpeechForm::indirect, "that rebels fled"},
      {": : PUNCT : 2 punct\n“ “ PUNCT `` 6 punct\nRebels rebel NOUN NNS 6 nsubj\nfled flee VERB VBD 2 ccomp\n. . PUNCT . 6 punct\n” ” "
       "PUNCT '' "
       "6 punct\n",
       SpeechForm::direct, "Rebels fled"},
  };
  for (const Case& c : cases) {
    Scene scene(head + c.rows);
    const Statements found = scene.actor("Kim", {0}).read();
    ASSERT_EQ(found.statements.size(), 1u) << c.rows;
    EXPECT_EQ(text_of(found.statements[0].content), c.content);
    EXPECT_EQ(found.statements[0].form, c.form) << c.rows;
  }
}

TEST(Statements, NonAnswersHaveNoContent) {
  Scene scene(
      "Kim Kim PROPN NNP 3 nsubj\n"
      "also also ADV RB 3 advmod\n"
      "gave give VERB VBD 0 root\n"
      "no no DET DT 5 det\n"
      "details detail NOUN NNS 3 obj\n"
      ". . PUNCT . 3 punct\n");
  const Statements found = scene.actor("Kim", {0}).read();
  ASSERT_EQ(found.statements.size(), 1u);
  const Statement& s = found.statements[0];
  EXPECT_EQ(s.act, "decline");
  EXPECT_EQ(s.polarity, Polarity::negative);
  EXPECT_FALSE(s.content);
  EXPECT_FALSE(s.form);
  EXPECT_EQ(text_of(s.cue), "gave no details");
  EXPECT_EQ(scene.names(s.speakers), Names{"Kim"});
}

TEST(Statements, WhatWasNotSaidIsTheContentOfTheNegatedCue) {
  Scene scene(
      "Kim Kim PROPN NNP 4 nsubj\n"
      "did do AUX VBD 4 aux\n"
      "not not PART RB 4 advmod\n"
      "say say VERB VB 0 root\n"
      "whether whether SCONJ IN 7 mark\n"
      "rebels rebel NOUN NNS 7 nsubj\n"
      "fled flee VERB VBD 4 ccomp\n");
  const Statements found = scene.actor("Kim", {0}).read();
  ASSERT_EQ(found.statements.size(), 1u);
  EXPECT_EQ(found.statements[0].act, "decline");
  EXPECT_EQ(found.statements[0].polarity, Polarity::negative);
  EXPECT_EQ(text_of(found.statements[0].content), "whether rebels fled");
  EXPECT_EQ(text_of(found.statements[0].cue), "did not say");
}

TEST(Statements, AFrameIsOnWhoseWordWeHaveIt) {
  Scene scene(
      "According accord VERB VBG 3 case\n"
      "to to ADP IN 1 fixed\n"
      "agencies agency NOUN NNS 6 obl\n"
      ", , PUNCT , 6 punct\n"
      "Kim Kim PROPN NNP 6 nsubj\n"
      "said say VERB VBD 0 root\n"
      "rebels rebel NOUN NNS 8 nsubj\n"
      "fled flee VERB VBD 6 ccomp\n"
      ". . PUNCT . 6 punct\n");
  const Statements found = scene.actor("agencies", {2}).actor("Kim", {4}).said({{2, 3}}, {0, 2}, {{4, 8}}).read();
  ASSERT_EQ(found.statements.size(), 1u);
  const Statement& s = found.statements[0];
  EXPECT_EQ(scene.names(s.speakers), Names{"Kim"});
  EXPECT_EQ(scene.names(s.via), Names{"agencies"});
  EXPECT_EQ(text_of(s.content), "rebels fled");
  EXPECT_EQ(s.spans.front().start, 0u);
}

TEST(Statements, AFrameOfAPlainClauseIsItsSource) {
  Scene scene(
      "Rebels rebel NOUN NNS 2 nsubj\n"
      "fled flee VERB VBD 0 root\n"
      ", , PUNCT , 2 punct\n"
      "according accord VERB VBG 6 case\n"
      "to to ADP IN 4 fixed\n"
      "Kim Kim PROPN NNP 2 obl\n"
      ". . PUNCT . 2 punct\n");
  const Statements found = scene.actor("Kim", {5}).read();
  ASSERT_EQ(found.statements.size(), 1u);
  EXPECT_EQ(scene.names(found.statements[0].speakers), Names{"Kim"});
  EXPECT_EQ(text_of(found.statements[0].content), "Rebels fled");
  EXPECT_EQ(text_of(found.statements[0].cue), "according to");
}

TEST(Statements, NestedSpeechStandsWithinTheOther) {
  Scene scene(
      "Kim Kim PROPN NNP 2 nsubj\n"
      "said say VERB VBD 0 root\n"
      "Lee Lee PROPN NNP 4 nsubj\n"
      "denied deny VERB VBD 2 ccomp\n"
      "lying lie VERB VBG 4 xcomp\n");
  const Statements found = scene.actor("Kim", {0}).actor("Lee", {2}).read();
  ASSERT_EQ(found.statements.size(), 2u);
  EXPECT_FALSE(found.statements[0].within);
  EXPECT_EQ(found.statements[1].within, StatementId{0});
  EXPECT_EQ(scene.names(found.statements[1].speakers), Names{"Lee"});
  EXPECT_EQ(found.holding(4), StatementId{1});
}

TEST(Statements, CoordinatedSourcesAllSpeakAndListenersAreNamed) {
  Scene scene(
      "Kim Kim PROPN NNP 4 nsubj\n"
      "and and CCONJ CC 3 cc\n"
      "Lee Lee PROPN NNP 1 conj\n"
      "told tell VERB VBD 0 root\n"
      "state state NOUN NN 6 compound\n"
      "television television NOUN NN 4 obj\n"
      "rebels rebel NOUN NNS 8 nsubj\n"
      "fled flee VERB VBD 4 ccomp\n");
  const Statements found = scene.actor("Kim", {0}).actor("Lee", {2}).actor("state television", {5}).read();
  ASSERT_EQ(found.statements.size(), 1u);
  const Statement& s = found.statements[0];
  EXPECT_EQ(scene.names(s.speakers), (Names{"Kim", "Lee"}));
  EXPECT_EQ(scene.names(s.addressees), Names{"state television"});
  EXPECT_EQ(s.medium, "television");
  EXPECT_EQ(s.act, "inform");
}

TEST(Statements, AccusationsTakeWhatFollowsOf) {
  Scene scene(
      "Kim Kim PROPN NNP 3 nsubj\n"
      "implicitly implicitly ADV RB 3 advmod\n"
      "accused accuse VERB VBD 0 root\n"
      "Lee Lee PROPN NNP 3 obj\n"
      "of of SCONJ IN 6 mark\n"
      "sending send VERB VBG 3 advcl\n"
      "gunmen gunman NOUN NNS 6 obj\n");
  const Statements found = scene.actor("Kim", {0}).actor("Lee", {3}).read();
  ASSERT_EQ(found.statements.size(), 1u);
  EXPECT_EQ(found.statements[0].act, "accuse");
  EXPECT_EQ(text_of(found.statements[0].content), "sending gunmen");
  EXPECT_TRUE(found.statements[0].addressees.empty());
}

TEST(Statements, APurposeHasItsClausesSubjectAsSpeaker) {
  for (const char* relation : {"advcl", "xcomp"}) {
    Scene scene(std::string("Kim Kim PROPN NNP 2 nsubj\n"
                            "called call VERB VBD 0 root\n"
                            "Lee Lee PROPN NNP 2 obj\n"
                            "to to PART TO 5 mark\n"
                            "congratulate congratulate VERB VB 2 ") +
                relation +
                "\n"
                "him he PRON PRP 5 obj\n"
                "on on ADP IN 8 case\n"
                "victory victory NOUN NN 5 obl\n");
    const Statements found = scene.actor("Kim", {0}).actor("Lee", {2, 5}).read();
    ASSERT_EQ(found.statements.size(), 1u);
    EXPECT_EQ(found.statements[0].act, "congratulate");
    EXPECT_EQ(scene.names(found.statements[0].speakers), Names{"Kim"});
    EXPECT_EQ(scene.names(found.statements[0].addressees), Names{"Lee"});
    EXPECT_EQ(text_of(found.statements[0].content), "victory");
  }
}

TEST(Statements, ThePassiveMayHideTheSpeaker) {
  Scene scene(
      "Lee Lee PROPN NNP 3 nsubj:pass\n"
      "was be AUX VBD 3 aux:pass\n"
      "accused accuse VERB VBN 0 root\n"
      "of of SCONJ IN 5 mark\n"
      "lying lie VERB VBG 3 advcl\n");
  const Statements found = scene.actor("Lee", {0}).read();
  ASSERT_EQ(found.statements.size(), 1u);
  EXPECT_TRUE(found.statements[0].speakers.empty());
  EXPECT_FALSE(found.statements[0].speaker);
}

TEST(Statements, AContentCanTellThatNothingIsKnown) {
  Scene scene(
      "Kim Kim PROPN NNP 2 nsubj\n"
      "said say VERB VBD 0 root\n"
      ": : PUNCT : 2 punct\n"
      "“ “ PUNCT `` 8 punct\n"
      "I I PRON PRP 8 nsubj\n"
      "am be AUX VBP 8 cop\n"
      "not not PART RB 8 advmod\n"
      "aware aware ADJ JJ 2 ccomp\n"
      "of of ADP IN 10 case\n"
      "that that PRON DT 8 obl\n"
      ". . PUNCT . 8 punct\n"
      "” ” PUNCT '' 8 punct\n");
  const Statements found = scene.actor("Kim", {0}).read();
  ASSERT_EQ(found.statements.size(), 1u);
  EXPECT_EQ(found.statements[0].act, "no-knowledge");
  EXPECT_EQ(text_of(found.statements[0].content), "I am not aware of that");
  EXPECT_EQ(found.statements[0].form, SpeechForm::direct);
}

TEST(Statements, WhatIsNoSpeechIsNoStatement) {
  const char* const texts[] = {
      // "Kim would deny lying."
      "Kim Kim PROPN NNP 3 nsubj\nwould would AUX MD 3 aux\ndeny deny VERB VB 0 root\nlying lie VERB VBG 3 xcomp\n",
      // "The map shows rebels fled."
      "Maps map NOUN NNS 2 nsubj\nshow show VERB VBP 0 root\nrebels rebel NOUN NNS 4 nsubj\nfled flee VERB VBD 2 ccomp\n",
      // "Kim gave details."
      "Kim Kim PROPN NNP 2 nsubj\ngave give VERB VBD 0 root\ndetails detail NOUN NNS 2 obj\n",
      // "We hope rebels fled."
      "We we PRON PRP 2 nsubj\nhope hope VERB VBP 0 root\nrebels rebel NOUN NNS 4 nsubj\nfled flee VERB VBD 2 ccomp\n",
      // "Kim called Lee on Monday."
      "Kim Kim PROPN NNP 2 nsubj\ncalled call VERB VBD 0 root\nLee Lee PROPN NNP 2 obj\non on ADP IN 5 case\nMonday Monday PROPN NNP 2 "
      "obl\n",
      // "Kim said." without words
      "Kim Kim PROPN NNP 2 nsubj\nsaid say VERB VBD 0 root\n",
      "",
  };
  for (const char* rows : texts) EXPECT_TRUE(Scene(rows).read().statements.empty()) << rows;
}

TEST(Statements, UnknownCuesNeedTheModelsTrust) {
  const char* const rows =
      "Kim Kim PROPN NNP 2 nsubj\n"
      "grinned grin VERB VBD 0 root\n"
      "that that SCONJ IN 5 mark\n"
      "rebels rebel NOUN NNS 5 nsubj\n"
      "fled flee VERB VBD 2 ccomp\n";
  Scene sure(rows), unsure(rows);
  EXPECT_EQ(sure.said({{0, 1}}, {1, 2}, {{2, 5}}, 0.9f).read().statements.size(), 1u);
  EXPECT_EQ(unsure.said({{0, 1}}, {1, 2}, {{2, 5}}, 0.3f).read().statements.size(), 0u);
}

TEST(Statements, AnAttitudeIsNoSpeechAct) {
  const char* const rows =
      "Many many ADJ JJ 2 nsubj\n"
      "cherish cherish VERB VBP 0 root\n"
      "Kim Kim PROPN NNP 2 obj\n";
  Scene sure(rows), unsure(rows);
  const Statements found = sure.actor("many", {0}).said({{0, 1}}, {1, 2}, {{2, 3}}, 0.97f).read();
  ASSERT_EQ(found.statements.size(), 1u);
  EXPECT_FALSE(found.statements[0].act);
  EXPECT_EQ(unsure.actor("many", {0}).said({{0, 1}}, {1, 2}, {{2, 3}}, 0.6f).read().statements.size(), 0u);
}

TEST(Statements, ACallOnMondayAsksForNothing) {
  Scene scene(
      "Kim Kim PROPN NNP 2 nsubj\n"
      "called call VERB VBD 0 root\n"
      "Lee Lee PROPN NNP 2 obj\n"
      "on on ADP IN 5 case\n"
      "Monday Monday PROPN NNP 2 obl\n");
  EXPECT_EQ(scene.said({{0, 1}}, {1, 2}, {{2, 3}}).read().statements.size(), 0u);
}

TEST(Statements, ACallOnSomebodyToStopAsksForIt) {
  Scene scene(
      "Kim Kim PROPN NNP 2 nsubj\n"
      "called call VERB VBD 0 root\n"
      "on on ADP IN 4 case\n"
      "Lee Lee PROPN NNP 2 obl\n"
      "to to PART TO 6 mark\n"
      "stop stop VERB VB 2 advcl\n");
  const Statements found = scene.said({{0, 1}}, {1, 2}, {{4, 6}}).read();
  ASSERT_EQ(found.statements.size(), 1u);
  EXPECT_EQ(found.statements[0].act, "request");
  EXPECT_EQ(text_of(found.statements[0].content), "to stop");
}

TEST(Statements, SinceWhenSomebodyIsAccusedIsNotOfWhat) {
  Scene scene(
      "Kim Kim PROPN NNP 2 nsubj\n"
      "accused accuse VERB VBD 0 root\n"
      "Lee Lee PROPN NNP 2 obj\n"
      "since since ADP IN 5 case\n"
      "May May PROPN NNP 2 obl\n"
      "of of SCONJ IN 7 mark\n"
      "lying lie VERB VBG 2 advcl\n");
  const Statements found = scene.said({{0, 1}}, {1, 2}, {{2, 7}}).read();
  ASSERT_EQ(found.statements.size(), 1u);
  EXPECT_EQ(text_of(found.statements[0].content), "lying");
}

TEST(Statements, NeitherConfirmedNorDenied) {
  Scene scene(
      "Kim Kim PROPN NNP 3 nsubj\n"
      "neither neither CCONJ CC 3 cc:preconj\n"
      "confirmed confirm VERB VBD 0 root\n"
      "nor nor CCONJ CC 5 cc\n"
      "denied deny VERB VBD 3 conj\n"
      "the the DET DT 7 det\n"
      "report report NOUN NN 5 obj\n");
  const Statements found = scene.actor("Kim", {0}).read();
  ASSERT_EQ(found.statements.size(), 2u);
  for (const Statement& statement : found.statements) {
    EXPECT_EQ(statement.act, "decline");
    EXPECT_EQ(statement.polarity, Polarity::negative);
    EXPECT_EQ(scene.names(statement.speakers), Names{"Kim"});
  }
}

TEST(Statements, ALetterSpeaksForItsOwner) {
  for (const char* const relation : {"nmod:poss", "compound"}) {
    Scene scene(std::string("Kim Kim PROPN NNP 2 ") + relation +
                "\n"
                "letter letter NOUN NN 3 nsubj\n"
                "said say VERB VBD 0 root\n"
                "rebels rebel NOUN NNS 5 nsubj\n"
                "fled flee VERB VBD 3 ccomp\n");
    const Statements found = scene.actor("Kim", {0}).read();
    ASSERT_EQ(found.statements.size(), 1u);
    EXPECT_EQ(scene.names(found.statements[0].speakers), Names{"Kim"});
  }
}

TEST(Statements, ALetterThatWasToldOfBeforeIsItsOwners) {
  Scene scene(
      "Kim Kim PROPN NNP 2 nmod:poss\n"
      "letter letter NOUN NN 3 nsubj\n"
      "arrived arrive VERB VBD 0 root\n"
      ". . PUNCT . 3 punct\n"
      "\n"
      "The the DET DT 2 det\n"
      "letter letter NOUN NN 3 nsubj\n"
      "said say VERB VBD 0 root\n"
      "rebels rebel NOUN NNS 5 nsubj\n"
      "fled flee VERB VBD 3 ccomp\n");
  const Statements found = scene.actor("Kim", {0}).read();
  ASSERT_EQ(found.statements.size(), 1u);
  EXPECT_EQ(scene.names(found.statements[0].speakers), Names{"Kim"});
}

TEST(Statements, ANameThatReadsAsANounIsThePersonNamedBefore) {
  Scene scene(
      "Anna Anna PROPN NNP 3 nsubj\n"
      "Fields Fields PROPN NNP 1 flat\n"
      "left leave VERB VBD 0 root\n"
      ". . PUNCT . 3 punct\n"
      "\n"
      "Fields field NOUN NNS 2 nsubj\n"
      "said say VERB VBD 0 root\n"
      "rebels rebel NOUN NNS 4 nsubj\n"
      "fled flee VERB VBD 2 ccomp\n");
  scene.actor("Anna Fields", {0});
  scene.actors.mentions.front().range = {0, 2};
  const Statements found = scene.read();
  ASSERT_EQ(found.statements.size(), 1u);
  EXPECT_EQ(scene.names(found.statements[0].speakers), Names{"Anna Fields"});
}

TEST(Statements, AThingPromisesNothing) {
  Scene scene(
      "The the DET DT 2 det\n"
      "machine machine NOUN NN 3 nsubj\n"
      "promises promise VERB VBZ 0 root\n"
      "to to PART TO 5 mark\n"
      "save save VERB VB 3 xcomp\n"
      "fuel fuel NOUN NN 5 obj\n");
  EXPECT_TRUE(scene.read().statements.empty());
}

// "“We stay [here] ... now,” Kim said."
const char* const kQuoted =
    "“ “ PUNCT `` 3 punct\n"
    "We we PRON PRP 3 nsubj\n"
    "stay stay VERB VBP 11 ccomp\n"
    "[here] [here] ADV RB 3 advmod\n"
    "... ... PUNCT : 3 punct\n"
    "now now ADV RB 3 advmod\n"
    ", , PUNCT , 3 punct\n"
    "” ” PUNCT '' 3 punct\n"
    "Kim Kim PROPN NNP 10 compound\n"
    "Lee Lee PROPN NNP 11 nsubj\n"
    "said say VERB VBD 0 root\n";

TEST(Statements, QuotationsAreKeptToTheLetter) {
  Scene scene(kQuoted);
  const Statements found = scene.said({{8, 10}}, {10, 11}, {{0, 8}}).read();
  ASSERT_EQ(found.statements.size(), 1u);
  EXPECT_EQ(text_of(found.statements[0].content), "We stay [here] ... now");
}

TEST(Statements, AQuotationOfAnUncertainSpeakerIsGivenToNobody) {
  std::string unknown = kQuoted;
  unknown.replace(unknown.find("said say"), 8, "grinned grin");
  for (const auto& [rows, confidence, sure] :
       {std::tuple(std::string(kQuoted), 0.4f, true), std::tuple(unknown, 0.9f, true), std::tuple(unknown, 0.55f, false)}) {
    Scene scene(rows);
    const Statements found = scene.actor("Lee", {9}).said({{8, 10}}, {10, 11}, {{0, 8}}, confidence).read();
    ASSERT_EQ(found.statements.size(), 1u);
    EXPECT_EQ(scene.names(found.statements[0].speakers), sure ? Names{"Lee"} : Names{});
    EXPECT_EQ(text_of(found.statements[0].speaker), "Kim Lee");
    EXPECT_EQ(found.of_uncertain_speaker.size(), sure ? 0u : 1u);
  }
}

TEST(Statements, WhoIsNotConvincedDoubts) {
  Scene scene(
      "Kim Kim PROPN NNP 4 nsubj:pass\n"
      "was be AUX VBD 4 aux:pass\n"
      "not not PART RB 4 advmod\n"
      "convinced convince VERB VBN 0 root\n");
  const Statements found = scene.actor("Kim", {0}).said({}, {1, 4}, {{0, 1}}).read();
  ASSERT_EQ(found.statements.size(), 1u);
  EXPECT_EQ(found.statements[0].act, "doubt");
  EXPECT_EQ(scene.names(found.statements[0].speakers), Names{"Kim"});
  EXPECT_FALSE(found.statements[0].content);
}

TEST(Statements, ARelativeClauseDeniesWhatStandsBeforeIt) {
  Scene scene(
      "Claims claim NOUN NNS 0 root\n"
      "that that PRON WDT 4 obj\n"
      "Kim Kim PROPN NNP 4 nsubj\n"
      "denies deny VERB VBZ 1 acl:relcl\n");
  const Statements found = scene.read();
  ASSERT_EQ(found.statements.size(), 1u);
  EXPECT_EQ(found.statements[0].act, "deny");
  EXPECT_EQ(text_of(found.statements[0].content), "Claims");
}

TEST(Statements, ThoseOfWhomSomethingIsSaidDoNotSayIt) {
  Scene scene(
      "Men man NOUN NNS 5 nsubj\n"
      "said say VERB VBN 1 acl\n"
      "to to PART TO 4 mark\n"
      "steal steal VERB VB 2 xcomp\n"
      "died die VERB VBD 0 root\n");
  const Statements found = scene.actor("men", {0}).said({{0, 1}}, {1, 2}, {{2, 4}}).read();
  ASSERT_EQ(found.statements.size(), 1u);
  EXPECT_TRUE(found.statements[0].speakers.empty());
  EXPECT_FALSE(found.statements[0].speaker);
}

TEST(Statements, AClaimOfAThingDoesNotSayTheClauseBefore) {
  Scene scene(
      "Rebels rebel NOUN NNS 2 nsubj\n"
      "fled flee VERB VBD 0 root\n"
      "; ; PUNCT : 5 punct\n"
      "Kim Kim PROPN NNP 5 nsubj\n"
      "claimed claim VERB VBD 2 parataxis\n"
      "land land NOUN NN 5 obj\n");
  EXPECT_TRUE(scene.read().statements.empty());
}

TEST(Statements, APronounGoesOnForWhoSpokeLast) {
  const std::string said =
      "Army army NOUN NN 2 nsubj\n"
      "said say VERB VBD 0 root\n"
      "rebels rebel NOUN NNS 4 nsubj\n"
      "fled flee VERB VBD 2 ccomp\n"
      ". . PUNCT . 2 punct\n";
  const std::string added =
      "rebels rebel NOUN NNS 2 nsubj\n"
      "lied lie VERB VBD 5 ccomp\n"
      ", , PUNCT , 5 punct\n"
      "it it PRON PRP 5 nsubj\n"
      "added add VERB VBD 0 root\n";
  for (const bool same_paragraph : {true, false}) {
    Scene scene(said + (same_paragraph ? "\n" : "#\n") + added);
    scene.actor("army", {0}).actors.actors[0].kind = ActorKind::organisation;
    const Statements found = scene.read();
    ASSERT_EQ(found.statements.size(), 2u);
    EXPECT_EQ(scene.names(found.statements[1].speakers), same_paragraph ? Names{"army"} : Names{});
  }
}

TEST(Statements, AQuotationOfNobodyIsTold) {
  Scene scene(
      "“ “ PUNCT `` 3 punct\n"
      "We we PRON PRP 3 nsubj\n"
      "stay stay VERB VBP 0 root\n"
      ". . PUNCT . 3 punct\n"
      "” ” PUNCT '' 3 punct\n");
  const Statements found = scene.read();
  EXPECT_TRUE(found.statements.empty());
  EXPECT_EQ(found.unattributed.size(), 1u);
}

// "Kim told Lee rebels fled. Ann left."
const char* const kTold =
    "Kim Kim PROPN NNP 2 nsubj\n"
    "told tell VERB VBD 0 root\n"
    "Lee Lee PROPN NNP 2 obj\n"
    "rebels rebel NOUN NNS 5 nsubj\n"
    "fled flee VERB VBD 2 ccomp\n"
    ". . PUNCT . 2 punct\n"
    "\n"
    "Ann Ann PROPN NNP 2 nsubj\n"
    "left leave VERB VBD 0 root\n"
    ". . PUNCT . 2 punct\n";

TEST(Statements, TheTreeCorrectsTheModelsRanges) {
  struct Case {
    std::vector<TokenRange> source, content;
  };
  const Case cases[] = {
      {{{0, 1}, {6, 7}}, {{3, 5}, {6, 8}}},  // source and content of the next sentence too
      {{{6, 7}}, {{3, 5}}},                  // only there
      {{{0, 1}}, {{2, 5}}},                  // the listener in the content
      {{{0, 1}}, {{3, 4}}},                  // half the clause
      {{}, {}},
  };
  for (const Case& c : cases) {
    Scene scene(kTold);
    const Statements found = scene.actor("Kim", {0}).actor("Lee", {2}).actor("Ann", {6}).said(c.source, {1, 2}, c.content).read();
    ASSERT_EQ(found.statements.size(), 1u);
    EXPECT_EQ(scene.names(found.statements[0].speakers), Names{"Kim"});
    EXPECT_EQ(scene.names(found.statements[0].addressees), Names{"Lee"});
    EXPECT_EQ(text_of(found.statements[0].content), "rebels fled");
  }
}

TEST(Statements, ContentsHangInManyPlaces) {
  struct Case {
    const char* rows;
    const char* act;
    const char* content;
  };
  const Case cases[] = {
      {"Kim Kim PROPN NNP 2 nsubj\ncalled call VERB VBD 0 root\nit it PRON PRP 2 obj\na a DET DT 5 det\nfarce farce NOUN NN 2 xcomp\n",
       "assert", "it a farce"},
      {"Kim Kim PROPN NNP 2 nsubj\ncalled call VERB VBD 0 root\nit it PRON PRP 2 obj\na a DET DT 5 det\nlie lie NOUN NN 2 xcomp\n", "deny",
       "it"},
      {"Kim Kim PROPN NNP 2 nsubj\naccused accuse VERB VBD 0 root\nLee Lee PROPN NNP 2 obj\nsince since ADP IN 5 case\nMay May PROPN NNP 2 "
       "obl\n"
       "of of SCONJ IN 7 mark\nlying lie VERB VBG 5 acl\n",
       "accuse", "lying"},
      {"Kim Kim PROPN NNP 2 nsubj\nexpressed express VERB VBD 0 root\nconfidence confidence NOUN NN 2 obj\nthat that SCONJ IN 6 mark\n"
       "rebels rebel NOUN NNS 6 nsubj\nfled flee VERB VBD 3 acl\n",
       "expect", "that rebels fled"},
      {"Kim Kim PROPN NNP 2 nsubj\ncalled call VERB VBD 0 root\nfor for ADP IN 5 case\na a DET DT 5 det\ntruce truce NOUN NN 2 obl\n",
       "request", "a truce"},
      {"Neither neither DET DT 2 det\nside side NOUN NN 3 nsubj\nsaid say VERB VBD 0 root\nwho who PRON WP 5 nsubj\nfled flee VERB VBD 3 "
       "ccomp\n",
       "decline", "who fled"},
  };
  for (const Case& c : cases) {
    const Statements found = Scene(c.rows).read();
    ASSERT_EQ(found.statements.size(), 1u) << c.rows;
    EXPECT_EQ(found.statements[0].act, c.act);
    EXPECT_EQ(text_of(found.statements[0].content), c.content);
  }
}

TEST(Statements, AnAdverbIsNoCueOfItsOwn) {
  Scene scene(
      "Kim Kim PROPN NNP 3 nsubj\n"
      "also also ADV RB 3 advmod\n"
      "stressed stress VERB VBD 0 root\n"
      "that that SCONJ IN 6 mark\n"
      "rebels rebel NOUN NNS 6 nsubj\n"
      "fled flee VERB VBD 3 ccomp\n");
  const Statements found = scene.said({{0, 1}}, {1, 2}, {{3, 6}}).said({{0, 1}}, {2, 3}, {{3, 6}}).read();
  ASSERT_EQ(found.statements.size(), 1u);
  EXPECT_EQ(found.statements[0].act, "stress");
}

TEST(Statements, AQuestionBeforeTheCueIsNotTheAnswer) {
  Scene scene(
      "Asked ask VERB VBN 9 advcl\n"
      "whether whether SCONJ IN 4 mark\n"
      "rebels rebel NOUN NNS 4 nsubj\n"
      "fled flee VERB VBD 1 ccomp\n"
      "Kim Kim PROPN NNP 6 nsubj\n"
      "said say VERB VBD 0 root\n"
      "“ “ PUNCT `` 9 punct\n"
      "We we PRON PRP 9 nsubj\n"
      "stay stay VERB VBP 6 ccomp\n"
      ". . PUNCT . 9 punct\n"
      "” ” PUNCT '' 9 punct\n");
  const Statements found = scene.said({{4, 5}}, {5, 6}, {{1, 4}, {6, 11}}).read();
  ASSERT_FALSE(found.statements.empty());
  const Statement& answer = found.statements.back();
  EXPECT_EQ(text_of(answer.content), "We stay");
  EXPECT_EQ(answer.form, SpeechForm::direct);
}

TEST(Statements, RelativePronounsSpeakForTheirNoun) {
  Scene scene(
      "Kim Kim PROPN NNP 0 root\n"
      ", , PUNCT , 4 punct\n"
      "who who PRON WP 4 nsubj\n"
      "denied deny VERB VBD 1 acl:relcl\n"
      "lying lie VERB VBG 4 xcomp\n");
  const Statements found = scene.actor("Kim", {0}).said({{2, 3}}, {3, 4}, {{4, 5}}).read();
  ASSERT_EQ(found.statements.size(), 1u);
  EXPECT_EQ(scene.names(found.statements[0].speakers), Names{"Kim"});
  EXPECT_EQ(text_of(found.statements[0].speaker), "Kim");
}

TEST(Statements, AQuotedSentenceIsSaidByThoseTheSentenceBeforeIsAbout) {
  Scene scene(
      "Kim Kim PROPN NNP 3 nsubj\n"
      "was be AUX VBD 3 cop\n"
      "blunt blunt ADJ JJ 0 root\n"
      ". . PUNCT . 3 punct\n"
      "\n"
      "“ “ PUNCT `` 3 punct\n"
      "We we PRON PRP 3 nsubj\n"
      "stay stay VERB VBP 0 root\n"
      ". . PUNCT . 3 punct\n"
      "” ” PUNCT '' 3 punct\n");
  const Statements found = scene.actor("Kim", {0}).read();
  ASSERT_EQ(found.statements.size(), 1u);
  EXPECT_EQ(scene.names(found.statements[0].speakers), Names{"Kim"});
  EXPECT_FALSE(found.statements[0].cue);
  EXPECT_EQ(text_of(found.statements[0].content), "We stay");
}

TEST(Statements, OthersPassOnWhomTheyQuote) {
  Scene scene(
      "Interfax Interfax PROPN NNP 2 nsubj\n"
      "quoted quote VERB VBD 0 root\n"
      "Kim Kim PROPN NNP 2 obj\n"
      "as as SCONJ IN 5 mark\n"
      "saying say VERB VBG 2 advcl\n"
      "rebels rebel NOUN NNS 7 nsubj\n"
      "fled flee VERB VBD 5 ccomp\n");
  const Statements found = scene.actor("Interfax", {0}).actor("Kim", {2}).read();
  ASSERT_EQ(found.statements.size(), 1u);
  EXPECT_EQ(scene.names(found.statements[0].speakers), Names{"Kim"});
  EXPECT_EQ(scene.names(found.statements[0].via), Names{"Interfax"});
  EXPECT_EQ(text_of(found.statements[0].content), "rebels fled");
}

TEST(Statements, WhoCouldNotBeReachedGivesNoAnswer) {
  Scene scene(
      "Kim Kim PROPN NNP 5 nsubj:pass\n"
      "could could AUX MD 5 aux\n"
      "not not PART RB 5 advmod\n"
      "be be AUX VB 5 aux:pass\n"
      "reached reach VERB VBN 0 root\n");
  const Statements found = scene.actor("Kim", {0}).read();
  ASSERT_EQ(found.statements.size(), 1u);
  EXPECT_EQ(scene.names(found.statements[0].speakers), Names{"Kim"});
  EXPECT_EQ(found.statements[0].act, "decline");
  EXPECT_FALSE(found.statements[0].content);
}

TEST(Statements, StrangeAttributionsDoNoHarm) {
  Scene scene(kSplit);
  scene.said({}, {}, {})
      .said({}, {6, 7}, {})
      .said({{0, 1}}, {0, 1}, {{4, 5}})
      .said({{0, 18}}, {0, 18}, {{0, 18}})
      .said({{5, 6}}, {}, {{8, 13}});
  for (const Statement& s : scene.read().statements) EXPECT_FALSE(s.spans.empty());
}

}  // namespace
}  // namespace casus
