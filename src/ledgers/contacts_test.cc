#include "ledgers/contacts.h"

#include <gtest/gtest.h>

#include "events/scene_for_tests.h"
#include "ledgers/ledger_rules.h"

namespace casus {
namespace {

const Ontology& ontology() {
  static const auto loaded = Ontology::load("rules/ontology");
  EXPECT_TRUE(loaded) << (loaded ? "" : loaded.error().message);
  return *loaded;
}

const Lexicon& lexicon() {
  static const auto loaded = Lexicon::load("rules/lexicon", ontology());
  EXPECT_TRUE(loaded) << (loaded ? "" : loaded.error().message);
  return *loaded;
}

const ContactRules& rules() {
  static const auto loaded = LedgerRules::load("rules/ledgers", ontology());
  EXPECT_TRUE(loaded) << (loaded ? "" : loaded.error().message);
  return loaded->contacts;
}

std::vector<Contact> contacts_in(const Scene& scene, const Events& events) {
  return find_contacts({scene.text.document, scene.text.tokens, scene.text.parse, scene.actors, scene.dates, scene.statements, events,
                        lexicon(), rules()})
      .contacts;
}

std::vector<Contact> contacts_in(const Scene& scene) { return contacts_in(scene, scene.events()); }

std::string texts(const std::vector<Words>& topics) {
  std::string all;
  for (const Words& topic : topics) all += (all.empty() ? "" : "|") + topic.text;
  return all;
}

const std::string kCall = "Peru Peru PROPN NNP 2 nsubj\nphoned phone VERB VBD 0 root\nChad Chad PROPN NNP 2 obj\n. . PUNCT . 2 punct\n\n";

Scene call_and(const std::string& rows) {
  Scene scene(kCall + rows);
  scene.actor("PERGOV", {"Peru"}, ActorKind::person).actor("TCDGOV", {"Chad"}, ActorKind::person);
  return scene;
}

TEST(Contacts, AreEventsBetweenTwoParties) {
  const auto found = contacts_in(call_and(""));
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].kind, "call");
  EXPECT_EQ(found[0].parties.size(), 2u);
  EXPECT_EQ(found[0].initiator, ActorId{0});
  EXPECT_EQ(found[0].event, EventId{0});
}

TEST(Contacts, LeaveOutWhatDidNotTakePlace) {
  const Scene scene = call_and("");
  Events events = scene.events();
  ASSERT_EQ(events.events.size(), 1u);
  events.events[0].status = Status::negated;
  EXPECT_TRUE(contacts_in(scene, events).empty());
}

TEST(Contacts, WhatPartiesDiscussIsTheTopicEachAlone) {
  const auto found = contacts_in(call_and(
      "Peru Peru PROPN NNP 2 nsubj\nraised raise VERB VBD 0 root\noil oil NOUN NN 2 obj\nand and CCONJ CC 6 cc\nthe the DET DT 6 det\n"
      "border border NOUN NN 3 conj\n"));
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(texts(found[0].topics), "oil|the border");
}

TEST(Contacts, WhatOthersDiscussIsNoTopic) {
  Scene scene = call_and("Mali Mali PROPN NNP 2 nsubj\nraised raise VERB VBD 0 root\noil oil NOUN NN 2 obj\n");
  scene.actor("MLIGOV", {"Mali"}, ActorKind::person);
  EXPECT_EQ(texts(contacts_in(scene).at(0).topics), "");
}

TEST(Contacts, NounsThatPointBackTellTheOrdinal) {
  const auto found =
      contacts_in(call_and("It it PRON PRP 5 nsubj\nwas be AUX VBD 5 cop\ntheir their PRON PRP$ 5 nmod:poss\nthird third ADJ JJ 5 "
                           "amod\ncall call NOUN NN 0 root\n"
                           "in in ADP IN 8 case\ntwo two NUM CD 8 nummod\nweeks week NOUN NNS 5 nmod\n"));
  ASSERT_EQ(found.size(), 1u);
  ASSERT_TRUE(found[0].ordinal);
  EXPECT_EQ(found[0].ordinal->n, 3);
  EXPECT_EQ(found[0].ordinal->spans.size(), 2u);
}

TEST(Contacts, AnotherCallIsNotTheOneToldBefore) {
  const auto found =
      contacts_in(call_and("Their their PRON PRP$ 3 nmod:poss\nnext next ADJ JJ 3 amod\ncall call NOUN NN 5 nsubj\nwas be AUX VBD 5 "
                           "cop\nlong long ADJ JJ 0 root\n"
                           "on on ADP IN 7 case\noil oil NOUN NN 5 obl\n"));
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].spans, (Spans{{0, 16}}));
}

TEST(Contacts, ASecondCallOnAnotherDayIsAnother) {
  Scene scene = call_and("Chad Chad PROPN NNP 2 nsubj\nphoned phone VERB VBD 0 root\nPeru Peru PROPN NNP 2 obj\n");
  Events events = scene.events();
  ASSERT_EQ(events.events.size(), 1u);
  events.events.push_back(events.events[0]);
  events.events[1].trigger.spans = {scene.text.tokens.tokens[5].span};
  EXPECT_EQ(contacts_in(scene, events).size(), 1u);
  events.events[0].date = Date{.value = "2001-02-03"};
  events.events[1].date = Date{.value = "2001-02-05"};
  EXPECT_EQ(contacts_in(scene, events).size(), 2u);
}

TEST(Contacts, WhatPartiesAgreeIsAnOutcomeAndWhoTellsOfItGivesAReadout) {
  Scene scene = call_and(
      "Peru Peru PROPN NNP 4 nsubj\nand and CCONJ CC 3 cc\nChad Chad PROPN NNP 1 conj\nagreed agree VERB VBD 0 root\non on ADP IN 6 case\n"
      "peace peace NOUN NN 4 obl\n. . PUNCT . 4 punct\n\n"
      "It it PRON PRP 2 nsubj\nlasted last VERB VBD 0 root\n");
  scene.said("PERGOV", "assert", "agreed", "peace");
  const auto found = contacts_in(scene);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].outcomes.size(), 1u);
  EXPECT_EQ(found[0].readouts, std::vector<StatementId>{{0}});
}

TEST(Contacts, WhoWillNotSayGivesNoReadout) {
  Scene scene = call_and("the the DET DT 2 det\ncall call NOUN NN 3 nsubj\nlasted last VERB VBD 0 root\n");
  scene.said("PERGOV", "decline", "call", "lasted");
  EXPECT_TRUE(contacts_in(scene).at(0).readouts.empty());
}

TEST(Contacts, WhatIsDoneInATalkTellsTheTalk) {
  Scene scene(
      "In in ADP IN 3 case\na a DET DT 3 det\nconversation conversation NOUN NN 5 obl\nPeru Peru PROPN NNP 5 nsubj\n"
      "thanked thank VERB VBD 0 root\nChad Chad PROPN NNP 5 obj\n");
  scene.actor("PERGOV", {"Peru"}, ActorKind::person).actor("TCDGOV", {"Chad"}, ActorKind::person);
  const auto found = contacts_in(scene, {});
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].kind, "meeting");
  EXPECT_EQ(found[0].parties.size(), 2u);
}

TEST(Contacts, AGovernmentAndItsRebelsAreTwoParties) {
  Scene scene(
      "Talks talk NOUN NNS 5 nsubj\nbetween between ADP IN 3 case\nPeru Peru PROPN NNP 1 nmod\nrebels rebel NOUN NNS 3 conj\n"
      "opened open VERB VBD 0 root\n");
  scene.actor("PER", {"Peru"}).actor("PERREB", {"rebels"}, ActorKind::group);
  const auto found = contacts_in(scene);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].kind, "talks");
  EXPECT_EQ(found[0].parties.size(), 2u);
}

TEST(Contacts, LettersGoFromWriterToAddressee) {
  Scene scene(
      "Peru Peru PROPN NNP 2 nsubj\nsent send VERB VBD 0 root\na a DET DT 4 det\nletter letter NOUN NN 2 obj\nto to ADP IN 6 case\n"
      "Chad Chad PROPN NNP 2 obl\n. . PUNCT . 2 punct\n\n"
      "Chad Chad PROPN NNP 2 nsubj\nanswered answer VERB VBD 0 root\nwith with ADP IN 5 case\na a DET DT 5 det\nnote note NOUN NN 2 obl\n");
  scene.actor("PERGOV", {"Peru"}, ActorKind::person).actor("TCDGOV", {"Chad"}, ActorKind::person);
  const auto found = contacts_in(scene, {});
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0].kind, "letter");
  EXPECT_EQ(found[0].initiator, ActorId{0});
  EXPECT_EQ(found[1].initiator, ActorId{1});
  EXPECT_EQ(found[1].parties.size(), 2u);
}

TEST(Contacts, LettersThatAreNotWrittenAreNone) {
  Scene scene(
      "Peru Peru PROPN NNP 3 nsubj\nnever never ADV RB 3 advmod\nwrote write VERB VBD 0 root\nto to ADP IN 5 case\nChad Chad PROPN NNP 3 "
      "obl\n");
  scene.actor("PERGOV", {"Peru"}, ActorKind::person).actor("TCDGOV", {"Chad"}, ActorKind::person);
  EXPECT_TRUE(contacts_in(scene, {}).empty());
}

TEST(ContactRules, AreCheckedWithTheirPlace) {
  const auto kinds = rules().contacts;
  EXPECT_FALSE(kinds.empty());
  EXPECT_TRUE(rules().is_planned({.type = "AGREE"}));
  EXPECT_FALSE(rules().is_planned({.type = "CONSULT"}));
  EXPECT_TRUE(rules().is_planned({.type = "CONSULT", .status = Status::future}));
}

}  // namespace
}  // namespace casus
