#include "explanation/explain_event.h"

#include "events/lexicon_for_tests.h"
#include "reading/layers_for_tests.h"

namespace casus {
namespace {

constexpr const char* kShelled =
    "Mali Mali PROPN NNP 3 nmod:poss\n's 's PART POS 1 case\narmy army NOUN NN 4 nsubj\nshelled shell VERB VBD 0 root\n"
    "Chad Chad PROPN NNP 4 obj\nwith with ADP IN 7 case\nguns gun NOUN NNS 4 obl\n. . PUNCT . 4 punct\n";

class ExplainEvent : public LexiconFiles {
 protected:
  void SetUp() override {
    LexiconFiles::SetUp();
    write_frames(
        "shell-with\tshell with:gun\tactor=subject recipient=object\trecipient\tASSAULT\theavy-weapons\t\t\tX shelled Y.\tASSAULT\n"
        "shell\tshell\tactor=subject recipient=object\t\tASSAULT\t\t\t\tX shelled Y.\tASSAULT\n"
        "shell-on\tshell on:@weapon\tactor=subject\t\tASSAULT\t\t\t\tX shelled Y.\tASSAULT\n"
        "shell-help\tshell with:*\tactor=subject recipient=on\trecipient actor.kind=person\tAID\t\t\t\tX shelled Y.\tAID\n"
        "shell-not\tshell object:!Chad\tactor=subject recipient=object\t\tAID\t\t\t\tX shelled Y.\tAID\n"
        "shell-out\tshell prt:out\t\t\t-\t\t\t\tX shelled out.\tnone\n"
        "shell-noun\tshell/NOUN\t\t\tASSAULT\t\t\t\tX shelled Y.\tASSAULT\n"
        "help\thelp\tactor=subject recipient=object\t\tAID\t\t\t\tX helped Y.\tAID\n"
        "agree\tagree\tactor=subject content=comp\t\tAGREE\t\t\t\tX agreed.\tAGREE\n");
  }

  std::string event(const Scene& scene, std::uint32_t index = 0) const { return explained(scene, index, true); }
  std::string sentence(const Scene& scene, std::uint32_t index = 0) const { return explained(scene, index, false); }

  static void expect(const std::string& text, const std::vector<std::string>& parts) {
    for (const std::string& part : parts) EXPECT_NE(text.find(part), std::string::npos) << "no " << part << " in\n" << text;
  }

 private:
  std::string explained(const Scene& scene, std::uint32_t index, bool is_event) const {
    const Lexicon rules = lexicon();
    EventsTrace trace;
    const Layers layers = layers_of(scene, rules, ontology(), trace);
    EXPECT_TRUE(!is_event || index < layers.events.events.size());
    return is_event ? explain_event(layers, trace, EventId{index}) : explain_sentence(layers, trace, index);
  }
};

TEST_F(ExplainEvent, TellsFramePartiesAndRivals) {
  const std::string text = event(Scene(kShelled).actor("MLI", {"Mali"}).actor("TCD", {"Chad"}));
  expect(text, {
                   "e1 ASSAULT heavy-weapons (CAMEO 194): MLI (MLI, a1) -> TCD (TCD, a2), asserted\n",
                   "       ╭─ Mali   PROPN NNP  nmod:poss  actor\n",
                   "    shelled      VERB VBD   root       predicate\n",
                   "    ├─ Chad      PROPN NNP  obj        recipient\n",
                   "    │  ╭─ with   ADP IN     case\n",
                   "    ├─ guns      NOUN NNS   obl        with\n",
                   "    lexicon/a.shell-with (" + folder_.string() + "/a.tsv:2): shell with:gun\n",
                   "    \"guns\" is its with:gun\n",
                   "    actor MLI (MLI, a1): as subject, by its owner, \"Mali\" in the phrase of \"army\"\n",
                   "    recipient TCD (TCD, a2): as object, by the phrase's head, \"Chad\"\n",
                   "    0.92 where a frame fits in all parts\n    times 0.90: a part of the phrase, not its head, names the actor\n",
                   "  the frames that lost\n",
                   "    lexicon/a.shell (a.tsv:3) fits too, but asks for less than the one that won: 0 against 5\n",
                   "    lexicon/a.shell-on (a.tsv:4) needs on:@weapon, nothing is there\n",
                   "    lexicon/a.shell-help (a.tsv:5) needs recipient, nobody is found as on\n",
                   "    lexicon/a.shell-not (a.tsv:6) is ruled out by object:!Chad, \"Chad\"\n",
                   "    1 is for another part of speech\n",
               });
}

TEST_F(ExplainEvent, TellsWhatBecameOfAnEventInsideAnother) {
  const char* rows =
      "Mali Mali PROPN NNP 2 nsubj\nagreed agree VERB VBD 0 root\nto to PART TO 4 mark\nhelp help VERB VB 2 xcomp\n"
      "Chad Chad PROPN NNP 4 obj\n. . PUNCT . 2 punct\n";
  const Scene scene = Scene(rows).actor("MLI", {"Mali"}).actor("TCD", {"Chad"});
  const std::string text = event(scene);
  expect(text, {"e1 AGREE", "says AGREE\n", "holds AID by \"help\": becomes AGREE",
                "embedding.tsv:", "recipient TCD (TCD, a2): taken from AID by \"help\"\n"});
  expect(sentence(scene),
         {"sentence 1 of 1: e1\n", "    is e1, by lexicon/a.agree\n", "    lexicon/a.help fits: a part of e1, AGREE by \"agreed\"\n"});
}

TEST_F(ExplainEvent, TellsWhichRowSaysThatWordsAreNoEvent) {
  expect(
      sentence(Scene("Mali Mali PROPN NNP 2 nsubj\nshelled shell VERB VBD 0 root\nout out ADP RP 2 compound:prt\n").actor("MLI", {"Mali"})),
      {"    lexicon/a.shell-out (a.tsv:7) fits: the words are no event\n",
       "    lexicon/a.shell (a.tsv:3) fits too, but what is no event is tried before it\n"});
}

TEST_F(ExplainEvent, TellsWhyASentenceGaveNone) {
  std::string text =
      sentence(Scene("Men man NOUN NNS 2 nsubj\nshelled shell VERB VBD 0 root\ntowns town NOUN NNS 2 obj\n"
                     "with with ADP IN 5 case\nguns gun NOUN NNS 2 obl\n"));
  expect(text, {"sentence 1 of 1: no event\n", "\"shelled\" (shell/VERB)\n",
                "    lexicon/a.shell fits, but no actor and no recipient is found: no event\n",
                "    lexicon/a.shell-with (a.tsv:2) needs recipient, nobody is found as object\n"});
  text = sentence(Scene("Mali Mali PROPN NNP 2 nsubj\nhelped help VERB VBD 0 root\n").actor("MLI", {"Mali"}));
  expect(text, {"lexicon/a.help fits, but AID needs a recipient, and none is found: no event\n"});
  text = sentence(Scene("Helped help VERB VBN 2 amod\nmen man NOUN NNS 3 nsubj\nslept sleep VERB VBD 0 root\n"));
  expect(text, {" a participle before its noun says who somebody is, not what happened\n"});
  text = sentence(Scene("Mali Mali PROPN NNP 2 nsubj\nslept sleep VERB VBD 0 root\n").actor("MLI", {"Mali"}));
  expect(text, {"The lexicon knows no word of it as a predicate\n", "    \"slept\" (sleep/VERB) is in no row\n"});
}

TEST_F(ExplainEvent, TellsWhatTheEventHeadSays) {
  Scene unknown("Mali Mali PROPN NNP 2 nsubj\nglorbed glorb VERB VBD 0 root\nChad Chad PROPN NNP 2 obj\n");
  unknown.actor("MLI", {"Mali"}).actor("TCD", {"Chad"});
  unknown.proposals = {.types = {"ASSAULT"}, .proposals = {{.token = 1, .event = 0.9F, .types = {1}, .mode = "beat"}}};
  expect(event(unknown),
         {"e1 ASSAULT beat", "no frame has the word; who takes part is read as head.ASSAULT (", "proposals.tsv:2) has it: actor=subject",
          "says ASSAULT beat\n", "0.83 by the event head alone\n", "the event head gives 0.90 to ASSAULT\n"});
  expect(sentence(unknown), {"    is e1, by head.ASSAULT\n"});
  Scene known("Mali Mali PROPN NNP 2 nsubj\nshelled shell VERB VBD 0 root\nIran Iran PROPN NNP 2 obj\n");
  known.actor("MLI", {"Mali"}).actor("IRN", {"Iran"});
  known.proposals = {.types = {"ASSAULT", "AID"}, .proposals = {{.token = 1, .event = 0.1F, .types = {0.1F, 0.9F}, .mode = ""}}};
  expect(sentence(known), {"fits, but the event head says that the word tells of none\n"});
}

}  // namespace
}  // namespace casus
