#include "events/lexicon.h"

#include <gtest/gtest.h>

#include "events/lexicon_for_tests.h"

namespace casus {
namespace {

class LexiconErrors : public LexiconFiles {
 protected:
  std::string error() {
    const auto lexicon = Lexicon::load(folder_.string(), ontology());
    if (lexicon) return "";
    const std::string message = lexicon.error().message;
    return message.substr(std::min(message.size(), folder_.string().size() + 1));
  }
};

TEST(Lexicon, LoadsTheRulesThatShip) {
  const auto ontology = Ontology::load("rules/ontology");
  ASSERT_TRUE(ontology) << ontology.error().message;
  const auto lexicon = Lexicon::load("rules/lexicon", *ontology);
  ASSERT_TRUE(lexicon) << lexicon.error().message;
  std::unordered_set<std::string> lemmas;
  std::map<std::string, int> of_type;
  for (const Frame& frame : lexicon->frames()) {
    for (const Predicate& predicate : frame.predicates) lemmas.insert(predicate.lemma + "/" + predicate.upos);
    ++of_type[frame.type];
  }
  EXPECT_GE(lemmas.size(), 250u);
  for (const auto& [type, facts] : ontology->types()) EXPECT_GE(of_type[type], 10) << type;
}

TEST(Ontology, CodesEveryTypeAndMode) {
  const auto ontology = Ontology::load("rules/ontology");
  ASSERT_TRUE(ontology) << ontology.error().message;
  Event call{.type = "CONSULT", .mode = "phone"};
  ontology->complete(call);
  EXPECT_EQ(call.cameo, "041");
  EXPECT_EQ(call.quad, 1);
  EXPECT_EQ(call.goldstein, 1.0);
  EXPECT_EQ(call.plover_score, 1.5);
  for (const auto& [type, facts] : ontology->types()) {
    Event event{.type = type};
    ontology->complete(event);
    EXPECT_TRUE(event.goldstein) << type;
  }
}

TEST(Ontology, PromisesThreatensAndRefuses) {
  const auto ontology = Ontology::load("rules/ontology");
  ASSERT_TRUE(ontology);
  EXPECT_EQ(ontology->in_future("AID", "")->type, "AGREE");
  EXPECT_EQ(ontology->in_future("ASSAULT", "aerial")->type, "THREATEN");
  EXPECT_EQ(ontology->in_negated_future("RETREAT", "release")->type, "REJECT");
  EXPECT_FALSE(ontology->in_future("ACCUSE", "allege"));
  const auto demanded = ontology->embed("REQUEST", "RETREAT", "release");
  ASSERT_TRUE(demanded);
  EXPECT_EQ(demanded->mode, "yield");
  EXPECT_EQ(demanded->cameo, "1053");
  EXPECT_FALSE(demanded->absorbed);
  EXPECT_EQ(demanded->status, Status::demanded);
}

TEST_F(LexiconFiles, RowsOfWhatIsNoEventHaveNoType) {
  write("none.tsv", std::string(kFrameHeader) + "fire\tfire object:shell\t\t\t-\t\t\t\tAn example.\tnone\n");
  const auto lexicon = Lexicon::load(folder_.string(), ontology());
  ASSERT_TRUE(lexicon) << lexicon.error().message;
  EXPECT_FALSE(lexicon->frames().at(0).is_event());
}

TEST_F(LexiconFiles, ReadARow) {
  write("assault.tsv", std::string(kFrameHeader) +
                           "fire\tfire|shoot/NOUN object:@weapon prt:!off\tactor=subject recipient=on|with,object\tactor.sector=MIL|REB "
                           "!recipient bare\tASSAULT\theavy-weapons\t194\thistorical\tAn example.\tASSAULT\n");
  const auto ontology = Ontology::load("rules/ontology");
  const auto lexicon = Lexicon::load(folder_.string(), *ontology);
  ASSERT_TRUE(lexicon) << lexicon.error().message;
  ASSERT_EQ(lexicon->frames().size(), 1u);
  const Frame& frame = lexicon->frames()[0];
  EXPECT_EQ(frame.id, "assault.fire");
  ASSERT_EQ(frame.predicates.size(), 2u);
  EXPECT_EQ(frame.predicates[0].upos, "VERB");
  EXPECT_EQ(frame.predicates[1].upos, "NOUN");
  ASSERT_EQ(frame.children.size(), 2u);
  EXPECT_TRUE(frame.children[0].words.lemmas.contains("shell"));
  EXPECT_EQ(frame.children[0].words.pairs.size(), 1u);
  EXPECT_FALSE(frame.children[1].wanted);
  ASSERT_TRUE(frame.argument(RoleName::recipient));
  EXPECT_EQ(frame.argument(RoleName::recipient)->alternatives.size(), 2u);
  EXPECT_EQ(frame.argument(RoleName::recipient)->alternatives[1].size(), 2u);
  ASSERT_EQ(frame.conditions.size(), 2u);
  EXPECT_EQ(frame.conditions[0].attribute, Attribute::sector);
  EXPECT_FALSE(frame.conditions[1].wanted);
  EXPECT_TRUE(frame.bare);
  EXPECT_EQ(frame.status, Status::historical);
  EXPECT_EQ(lexicon->frames_at("shoot").size(), 1u);
  EXPECT_TRUE(lexicon->frames_at("on").empty());
  EXPECT_EQ(lexicon->cue("advmod", "not"), Status::negated);
  EXPECT_EQ(lexicon->act("deny"), Status::denied);
}

TEST(Lexicon, RepairsLemmasOfItsOwnWordsOnly) {
  const auto lexicon = Lexicon::load("rules/lexicon", *Ontology::load("rules/ontology"));
  ASSERT_TRUE(lexicon);
  const auto lemma = [&](const char* form, const char* tagged, const char* upos = "VERB") {
    return lexicon->lemma(form, Word{.lemma = tagged, .upos = upos});
  };
  EXPECT_EQ(lemma("agreed", "agre"), "agree");
  EXPECT_EQ(lemma("expelled", "expell"), "expel");
  EXPECT_EQ(lemma("suing", "su"), "sue");
  EXPECT_EQ(lemma("begun", "beg"), "begin");
  EXPECT_EQ(lemma("retaken", "retaken"), "retake");
  EXPECT_EQ(lemma("opposed", "oppos"), "oppose");
  EXPECT_EQ(lemma("opposed", "oppos", "ADJ"), "opposed");
  EXPECT_EQ(lemma("atrocities", "atrocitie", "NOUN"), "atrocity");
  EXPECT_EQ(lemma("attacked", "attack"), "attack");
  EXPECT_EQ(lemma("frobbed", "frob"), "frob");
}

TEST_F(LexiconFiles, VerbsInEdAreNoPastOfNouns) {
  write("parts/words.tsv", "class\twords\npreposition\ton with\nmoney\tfee\n");
  write_frames(
      "feed\tfeed|need\t\t\tAID\t\t\t\te\tAID\n"
      "shell\tshell\t\t\tASSAULT\t\t\t\te\tASSAULT\n");
  const Lexicon rules = lexicon();
  for (const char* verb : {"feed", "need"}) EXPECT_EQ(rules.lemma(verb, Word{.lemma = verb, .upos = "VERB"}), verb);
  EXPECT_EQ(rules.lemma("shelled", Word{.lemma = "shelled", .upos = "VERB"}), "shell");
}

TEST_F(LexiconErrors, NameFileAndLineOfWhatIsWrong) {
  struct Case {
    const char* row;
    const char* message;
  };
  const Case cases[] = {
      {"Fire\tfire\t\t\tASSAULT\t\t\t\te\tASSAULT\n", "a.tsv:2: an id has small letters and hyphens, not 'Fire'"},
      {"f\t\t\t\tASSAULT\t\t\t\te\tASSAULT\n", "a.tsv:2: no predicate"},
      {"f\tfire/VRB\t\t\tASSAULT\t\t\t\te\tASSAULT\n", "a.tsv:2: unknown part of speech in 'fire/VRB'"},
      {"f\tfire object\t\t\tASSAULT\t\t\t\te\tASSAULT\n", "a.tsv:2: expected slot:words, not 'object'"},
      {"f\tfire object:@guns\t\t\tASSAULT\t\t\t\te\tASSAULT\n",
       "a.tsv:2: unknown word class '@guns'; classes are in parts/words.tsv, above their use"},
      {"f\tfire\tactor=subjct\t\tASSAULT\t\t\t\te\tASSAULT\n",
       "a.tsv:2: 'subjct' is neither a slot nor a preposition (class preposition in parts/words.tsv)"},
      {"f\tfire\tagent=subject\t\tASSAULT\t\t\t\te\tASSAULT\n",
       "a.tsv:2: expected role=slots (actor, recipient, both, initiator, content), not 'agent=subject'"},
      {"f\tfire\t\tactor.size=big\tASSAULT\t\t\t\te\tASSAULT\n",
       "a.tsv:2: expected role.kind=..., role.sector=... or role.country=... in the condition 'actor.size=big'"},
      {"f\tfire\t\t\tBOMB\t\t\t\te\tASSAULT\n", "a.tsv:2: unknown type 'BOMB'; types are in ontology/types.tsv"},
      {"f\tfire\t\t\t-\tvisit\t\t\te\tnone\n", "a.tsv:2: what is no event has no mode, code or status"},
      {"f\tfire\t\t\tASSAULT\tvisit\t\t\te\tASSAULT\n", "a.tsv:2: ASSAULT has no mode 'visit'"},
      {"f\tfire\t\t\tASSAULT\t\t999\t\te\tASSAULT\n", "a.tsv:2: unknown CAMEO code '999'"},
      {"f\tfire\t\t\tASSAULT\t\t\tsure\te\tASSAULT\n", "a.tsv:2: unknown status 'sure'"},
      {"f\tfire\t\t\tASSAULT\n", "a.tsv:2: a frame needs an example sentence and what is expected of it"},
      {"f\tfire\t\t\tASSAULT\t\t\t\te\tASSAULT\t!\n", "a.tsv:2: 11 cells, but the header has 10"},
      {"f\tfire\t\t\tASSAULT\t\t\t\te\tASSAULT\nf\tfire\t\t\tASSAULT\t\t\t\te\tASSAULT\n", "a.tsv:3: the id 'f' is there already"},
  };
  for (const Case& c : cases) {
    write("a.tsv", std::string(kFrameHeader) + c.row);
    EXPECT_EQ(error(), c.message) << c.row;
  }
  write("a.tsv", "id\tpredicate\n");
  EXPECT_EQ(error(), "a.tsv:1: the header must be: id, predicate, arguments, conditions, type, mode, cameo, status, example, expected");
  write("a.tsv", kFrameHeader);
  write("parts/cues.tsv", "relation\twords\tstatus\nadvmod\n");
  EXPECT_EQ(error(), "parts/cues.tsv:2: a cue needs its words");
  write("parts/cues.tsv", "relation\twords\tstatus\n");
  std::filesystem::remove(folder_ / "parts/acts.tsv");
  write("a.tsv", kFrameHeader);
  EXPECT_EQ(error(), "parts/acts.tsv: cannot be read; check that the folder of the rules is complete");
}

TEST_F(LexiconFiles, WhatTheHeadProposesHasFramesOfItsTypeAndModes) {
  write_frames("");
  const Lexicon made = lexicon();
  const Frame* plain = made.proposed("ASSAULT", "");
  const Frame* aerial = made.proposed("ASSAULT", "aerial");
  ASSERT_TRUE(plain && aerial);
  EXPECT_EQ(plain->id, "head.ASSAULT");
  EXPECT_EQ(aerial->mode, "aerial");
  EXPECT_EQ(made.proposed("ASSAULT", "none such"), plain);
  EXPECT_EQ(made.proposed("AID", ""), nullptr);
  write("parts/proposals.tsv", "type\targuments\nQUARREL\tactor=subject\n");
  const auto unknown = Lexicon::load(folder_.string(), ontology());
  ASSERT_FALSE(unknown);
  EXPECT_TRUE(unknown.error().message.ends_with("parts/proposals.tsv:2: unknown type 'QUARREL'; types are in ontology/types.tsv"))
      << unknown.error().message;
}

}  // namespace
}  // namespace casus
