#include "actors/actors.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>
#include <stdexcept>

#include "syntax/conllu.h"

namespace casus {
namespace {

const Knowledge& knowledge() {
  static const auto loaded = Knowledge::load("kb");
  if (!loaded) throw std::runtime_error(loaded.error().message);
  return *loaded;
}

// One token a line: form, lemma, upos, xpos, head, relation and, for names, B-PER and the like, else O; then "glued" where no space
// follows. A blank line ends a sentence.
struct Reading {
  Conllu conllu;
  Actors actors;

  std::string text(Span span) const { return slice(conllu.document, span); }

  const Actor* actor(std::string_view name) const {
    for (const Actor& actor : actors.actors)
      if (actor.name == name) return &actor;
    return nullptr;
  }

  // The names of those meant by the mention whose head is the n-th token of this form.
  std::string meant(std::string_view form, int n = 1) const {
    for (std::size_t i = 0; i < conllu.tokens.tokens.size(); ++i) {
      if (conllu.tokens.tokens[i].form != form || --n > 0) continue;
      const ActorMention* mention = actors.headed_by(i);
      if (!mention) return "";
      std::string names;
      for (const ActorId id : mention->actors) names += (names.empty() ? "" : " + ") + actors.actors[id.index].name;
      return names;
    }
    return "no such token";
  }

  std::string all() const {
    std::string names;
    for (const Actor& actor : actors.actors) names += actor.name + " (" + actor.code.value_or("-") + "); ";
    return names;
  }
};

Reading read(const std::string& rows, const std::string& published = "2020-10-07", const Attributions& attributions = {},
             const Coreference& coreference = {}) {
  std::istringstream lines(rows);
  std::string conllu;
  std::vector<std::string> tags;
  int number = 0;
  for (std::string line; std::getline(lines, line);) {
    std::istringstream cells(line);
    std::string form, lemma, upos, xpos, head, relation, tag = "O", space;
    if (!(cells >> form >> lemma >> upos >> xpos >> head >> relation)) {
      if (number > 0) conllu += "\n";
      number = 0;
      continue;
    }
    cells >> tag >> space;
    tags.push_back(tag);
    std::string feats = "_";
    if (xpos == "NNS" || xpos == "NNPS") feats = "Number=Plur";
    if (xpos == "PRP$") feats = "Poss=Yes";
    if (xpos == "WP$") feats = "Poss=Yes|PronType=Rel";
    if (xpos == "WP" || xpos == "WDT") feats = "PronType=Rel";
    conllu += std::to_string(++number) + "\t" + form + "\t" + lemma + "\t" + upos + "\t" + xpos + "\t" + feats + "\t" + head + "\t" +
              relation + "\t_\t" + (space == "glued" ? "SpaceAfter=No" : "_") + "\n";
  }
  auto parsed = read_conllu(conllu + "\n", "test");
  if (!parsed) throw std::runtime_error(parsed.error().message);
  Names names;
  for (std::size_t i = 0; i < tags.size(); ++i) {
    if (!tags[i].starts_with("B-")) continue;
    std::size_t last = i + 1;
    while (last < tags.size() && tags[last].starts_with("I-")) ++last;
    const std::string kind = tags[i].substr(2);
    names.names.push_back({{i, last},
                           kind == "PER"   ? NameKind::person
                           : kind == "ORG" ? NameKind::organisation
                           : kind == "LOC" ? NameKind::location
                                           : NameKind::other,
                           1});
  }
  Reading reading{std::move(*parsed), {}};
  const std::optional<Date> date = published.empty() ? std::nullopt : std::optional<Date>(Date{published, DateFrom::option, {}});
  reading.actors = find_actors(reading.conllu.document, reading.conllu.tokens, reading.conllu.parse, names, attributions, coreference,
                               knowledge(), date);
  return reading;
}

TEST(Actors, ABareSurnameIsTheLeaderInOfficeOnTheDay) {
  const std::string rows =
      "Medvedev Medvedev PROPN NNP 2 nsubj B-PER\n"
      "spoke speak VERB VBD 0 root\n";
  const Reading then = read(rows, "2010-05-01");
  ASSERT_EQ(then.actors.actors.size(), 1u) << then.all();
  const Actor& actor = then.actors.actors[0];
  EXPECT_EQ(actor.code, "RUSGOV");
  EXPECT_EQ(actor.knowledge_id, "person/dmitry-medvedev");
  ASSERT_EQ(actor.roles.size(), 1u);
  EXPECT_EQ(actor.roles[0].office, "president");
  EXPECT_EQ(actor.roles[0].of, "RUS");
  EXPECT_EQ(actor.roles[0].as_of, "2010-05-01");
  EXPECT_EQ(actor.roles[0].from, Source::knowledge);
  EXPECT_EQ(read(rows, "1995-05-01").actors.actors[0].code, std::nullopt);
}

TEST(Actors, TitleNationalityAndNameAreOnePersonOfHisState) {
  const Reading r = read(
      "Georgian Georgian ADJ JJ 4 amod B-MISC\n"
      "Prime Prime PROPN NNP 3 compound\n"
      "Minister Minister PROPN NNP 4 nmod:desc\n"
      "Tamar Tamar PROPN NNP 6 nsubj B-PER\n"
      "Example Example PROPN NNP 4 flat I-PER\n"
      "resigned resign VERB VBD 0 root\n"
      "\n"
      "Example Example PROPN NNP 2 nsubj B-PER\n"
      "thanked thank VERB VBD 0 root\n"
      "her her PRON PRP$ 4 nmod:poss\n"
      "voters voter NOUN NNS 2 obj\n");
  const Actor* person = r.actor("Tamar Example");
  ASSERT_NE(person, nullptr) << r.all();
  EXPECT_EQ(person->code, "GEOGOV");
  EXPECT_EQ(person->mentions.size(), 3u);
  EXPECT_EQ(r.text(person->mentions[0].span), "Georgian Prime Minister Tamar Example");
  ASSERT_EQ(person->roles.size(), 1u);
  EXPECT_EQ(person->roles[0].office, "prime minister");
  EXPECT_EQ(person->roles[0].of, "GEO");
  EXPECT_EQ(r.text(person->roles[0].spans[0]), "Prime Minister");
  ASSERT_EQ(person->member_of.size(), 1u);
  const Actor& state = r.actors.actors[person->member_of[0].index];
  EXPECT_EQ(state.code, "GEO");
  EXPECT_EQ(state.kind, ActorKind::state);
  EXPECT_EQ(r.text(state.spans[0]), "Georgian");
  EXPECT_EQ(r.meant("her"), "Tamar Example");
}

TEST(Actors, AnAppositionGivesOffice) {
  for (const bool name_first : {false, true}) {
    const Reading r = name_first ? read(
                                       "Ivo Ivo PROPN NNP 9 nsubj B-PER\n"
                                       "Sample Sample PROPN NNP 1 flat I-PER\n"
                                       ", , PUNCT , 1 punct\n"
                                       "the the DET DT 7 det\n"
                                       "Bulgarian Bulgarian ADJ JJ 7 amod\n"
                                       "intelligence intelligence NOUN NN 7 compound\n"
                                       "chief chief NOUN NN 1 appos\n"
                                       ", , PUNCT , 1 punct\n"
                                       "warned warn VERB VBD 0 root\n")
                                 : read(
                                       "The the DET DT 4 det\n"
                                       "Bulgarian Bulgarian ADJ JJ 4 amod\n"
                                       "intelligence intelligence NOUN NN 4 compound\n"
                                       "chief chief NOUN NN 9 nsubj\n"
                                       ", , PUNCT , 4 punct\n"
                                       "Ivo Ivo PROPN NNP 4 appos B-PER\n"
                                       "Sample Sample PROPN NNP 6 flat I-PER\n"
                                       ", , PUNCT , 4 punct\n"
                                       "warned warn VERB VBD 0 root\n");
    const Actor* person = r.actor("Ivo Sample");
    ASSERT_NE(person, nullptr) << r.all();
    EXPECT_EQ(person->code, "BGRSPY");
    EXPECT_EQ(person->sectors, std::vector<std::string>{"SPY"});
    EXPECT_EQ(r.meant("chief"), "Ivo Sample");
    EXPECT_EQ(r.meant("Ivo"), "Ivo Sample");
    EXPECT_EQ(r.actors.actors.size(), 2u) << r.all();
  }
}

TEST(Actors, ASpokesmanIsOfTheSectorHeSpeaksFor) {
  struct Case {
    const char* of;
    const char* code;
  };
  for (const Case& c : {Case{"army army NOUN NN 2 compound\n", "MIL"}, Case{"police police NOUN NN 2 compound\n", "COP"},
                        Case{"rebel rebel NOUN NN 2 compound\n", "REB"}}) {
    const Reading r = read(std::string(c.of) +
                           "spokesman spokesman NOUN NN 3 nmod:desc\n"
                           "Otto Otto PROPN NNP 4 nsubj B-PER\n"
                           "spoke speak VERB VBD 0 root\n");
    ASSERT_NE(r.actor("Otto"), nullptr) << r.all();
    EXPECT_EQ(r.actor("Otto")->code, c.code);
  }
  const Reading kremlin = read(
      "Kremlin Kremlin PROPN NNP 2 compound B-ORG\n"
      "spokesman spokesman NOUN NN 3 nmod:desc\n"
      "Otto Otto PROPN NNP 5 nsubj B-PER\n"
      "Sample Sample PROPN NNP 3 flat I-PER\n"
      "spoke speak VERB VBD 0 root\n");
  ASSERT_NE(kremlin.actor("Otto Sample"), nullptr) << kremlin.all();
  EXPECT_EQ(kremlin.actor("Otto Sample")->code, "RUSGOV");
  ASSERT_NE(kremlin.actor("Kremlin"), nullptr) << kremlin.all();
  EXPECT_EQ(kremlin.actor("Kremlin")->code, "RUS");
  EXPECT_EQ(kremlin.actor("Kremlin")->sectors, std::vector<std::string>{"GOV"});
}

TEST(Actors, AStateAndItsGovernmentAreOne) {
  const Reading r = read(
      "Hungary Hungary PROPN NNP 2 nsubj B-LOC\n"
      "protested protest VERB VBD 0 root\n"
      "\n"
      "Budapest Budapest PROPN NNP 2 nsubj B-LOC\n"
      "recalled recall VERB VBD 0 root\n"
      "its its PRON PRP$ 4 nmod:poss\n"
      "envoy envoy NOUN NN 2 obj\n"
      "from from ADP IN 6 case\n"
      "Prague Prague PROPN NNP 2 obl B-LOC\n"
      "\n"
      "The the DET DT 2 det\n"
      "government government NOUN NN 3 nsubj\n"
      "waited wait VERB VBD 0 root\n"
      "in in ADP IN 5 case\n"
      "Slovakia Slovakia PROPN NNP 3 obl B-LOC\n");
  const Actor* state = r.actor("Hungary");
  ASSERT_NE(state, nullptr) << r.all();
  EXPECT_EQ(state->code, "HUN");
  EXPECT_EQ(state->sectors, std::vector<std::string>{"GOV"});
  EXPECT_EQ(state->mentions.size(), 4u);
  EXPECT_EQ(state->mentions[1].form, MentionForm::metonym);
  EXPECT_EQ(r.meant("its"), "Hungary");
  ASSERT_NE(r.actor("Prague"), nullptr) << "a place, not the Czech government";
  EXPECT_EQ(r.actor("Prague")->kind, ActorKind::place);
  EXPECT_EQ(r.actor("Prague")->country, "CZE");
  EXPECT_EQ(r.meant("government"), "Hungary");
  ASSERT_NE(r.actor("Slovakia"), nullptr);
  EXPECT_EQ(r.actor("Slovakia")->kind, ActorKind::place);
}

TEST(Actors, GroupsTakeCountryAndSectorFromTheirWords) {
  const Reading r = read(
      "Serbian Serbian ADJ JJ 3 amod\n"
      "- - PUNCT HYPH 3 punct\n"
      "backed back VERB VBN 5 amod\n"
      "Yemeni Yemeni ADJ JJ 5 amod\n"
      "rebels rebel NOUN NNS 6 nsubj\n"
      "attacked attack VERB VBD 0 root\n"
      "Omani Omani ADJ JJ 8 amod\n"
      "troops troop NOUN NNS 6 obj\n"
      "\n"
      "The the DET DT 2 det\n"
      "rebels rebel NOUN NNS 3 nsubj\n"
      "fled flee VERB VBD 0 root\n"
      ", , PUNCT , 3 punct\n"
      "journalists journalist NOUN NNS 6 nsubj\n"
      "said say VERB VBD 3 parataxis\n");
  const Actor* rebels = r.actor("Serbian - backed Yemeni rebels");
  ASSERT_NE(rebels, nullptr) << r.all();
  EXPECT_EQ(rebels->code, "YEMREB");
  EXPECT_EQ(rebels->kind, ActorKind::group);
  EXPECT_EQ(rebels->mentions.size(), 2u);
  ASSERT_NE(r.actor("Omani troops"), nullptr) << r.all();
  EXPECT_EQ(r.actor("Omani troops")->code, "OMNMIL");
  ASSERT_NE(r.actor("journalists"), nullptr) << r.all();
  EXPECT_EQ(r.actor("journalists")->code, "JRN");
  EXPECT_EQ(r.actors.actors.size(), 3u) << r.all();
}

TEST(Actors, AnOfficeBelongsToItsHolder) {
  const Reading r = read(
      "Macron Macron PROPN NNP 3 nmod:poss B-PER\n"
      "'s 's PART POS 1 case\n"
      "office office NOUN NN 4 nsubj\n"
      "said say VERB VBD 0 root\n"
      "Merkel Merkel PROPN NNP 6 nsubj B-PER\n"
      "called call VERB VBD 4 ccomp\n"
      "\n"
      "His his PRON PRP$ 2 nmod:poss\n"
      "office office NOUN NN 7 nsubj\n"
      "and and CCONJ CC 4 cc\n"
      "Berlin Berlin PROPN NNP 2 conj B-LOC\n"
      "also also ADV RB 7 advmod\n"
      "then then ADV RB 7 advmod\n"
      "confirmed confirm VERB VBD 0 root\n");
  const Actor* office = r.actor("Macron 's office");
  ASSERT_NE(office, nullptr) << r.all();
  EXPECT_EQ(office->kind, ActorKind::organisation);
  EXPECT_EQ(office->code, "FRAGOV");
  EXPECT_EQ(office->mentions.size(), 2u) << r.all();
  EXPECT_EQ(r.meant("Berlin"), "Berlin");
  EXPECT_EQ(r.actor("Merkel")->code, "DEUGOV");
}

TEST(Actors, TheTwoLeadersAreNoActorButTwo) {
  const Reading r = read(
      "Macron Macron PROPN NNP 2 nsubj B-PER\n"
      "met meet VERB VBD 0 root\n"
      "Merkel Merkel PROPN NNP 2 obj B-PER\n"
      "\n"
      "The the DET DT 3 det\n"
      "two two NUM CD 3 nummod\n"
      "leaders leader NOUN NNS 4 nsubj\n"
      "agreed agree VERB VBD 0 root\n"
      "\n"
      "They they PRON PRP 2 nsubj\n"
      "left leave VERB VBD 0 root\n");
  EXPECT_EQ(r.actors.actors.size(), 2u) << r.all();
  EXPECT_EQ(r.meant("leaders"), "Macron + Merkel");
  EXPECT_EQ(r.meant("They"), "Macron + Merkel");
}

TEST(Actors, PronounsFollowGenderAndSubject) {
  const Reading r = read(
      "Angela Angela PROPN NNP 3 nsubj B-PER\n"
      "Merkel Merkel PROPN NNP 1 flat I-PER\n"
      "phoned phone VERB VBD 0 root\n"
      "Emmanuel Emmanuel PROPN NNP 3 obj B-PER\n"
      "Macron Macron PROPN NNP 4 flat I-PER\n"
      "to to PART TO 7 mark\n"
      "thank thank VERB VB 3 advcl\n"
      "him he PRON PRP 7 obj\n"
      "\n"
      "She she PRON PRP 2 nsubj\n"
      "left leave VERB VBD 0 root\n"
      "\n"
      "He he PRON PRP 2 nsubj\n"
      "stayed stay VERB VBD 0 root\n");
  EXPECT_EQ(r.meant("him"), "Emmanuel Macron");
  EXPECT_EQ(r.meant("She"), "Angela Merkel");
  EXPECT_EQ(r.meant("He"), "Emmanuel Macron");
}

TEST(Actors, AnObjectIsNotItsOwnSubject) {
  const Reading r = read(
      "Kern Kern PROPN NNP 2 nsubj B-PER\n"
      "called call VERB VBD 0 root\n"
      "Moss Moss PROPN NNP 2 obj B-PER\n"
      "to to PART TO 5 mark\n"
      "congratulate congratulate VERB VB 2 advcl\n"
      "him he PRON PRP 5 obj\n"
      "on on ADP IN 9 case\n"
      "his his PRON PRP$ 9 nmod:poss\n"
      "birthday birthday NOUN NN 5 obl\n");
  EXPECT_EQ(r.meant("him"), "Moss");
  EXPECT_EQ(r.meant("his"), "Moss");
}

TEST(Actors, TitlesAlonePointToTheirHolders) {
  const Reading r = read(
      "Kremlin Kremlin PROPN NNP 2 compound B-ORG\n"
      "spokesman spokesman NOUN NN 3 nmod:desc\n"
      "Otto Otto PROPN NNP 5 nsubj B-PER\n"
      "Sample Sample PROPN NNP 3 flat I-PER\n"
      "spoke speak VERB VBD 0 root\n"
      "\n"
      "Putin Putin PROPN NNP 2 nsubj B-PER\n"
      "left leave VERB VBD 0 root\n"
      "\n"
      "The the DET DT 3 det\n"
      "Kremlin Kremlin PROPN NNP 3 compound B-ORG\n"
      "official official NOUN NN 4 nsubj\n"
      "declined decline VERB VBD 0 root\n"
      "\n"
      "The the DET DT 2 det\n"
      "president president NOUN NN 5 nsubj\n"
      "of of ADP IN 4 case\n"
      "Russia Russia PROPN NNP 2 nmod B-LOC\n"
      "returned return VERB VBD 0 root\n"
      "\n"
      "The the DET DT 2 det\n"
      "president president NOUN NN 5 nsubj\n"
      "of of ADP IN 4 case\n"
      "Chad Chad PROPN NNP 2 nmod B-LOC\n"
      "stayed stay VERB VBD 0 root\n");
  EXPECT_EQ(r.meant("official"), "Otto Sample") << r.all();
  EXPECT_EQ(r.meant("president"), "Putin");
  const std::string other = r.meant("president", 2);
  EXPECT_EQ(other, "The president of Chad");
  ASSERT_NE(r.actor(other), nullptr);
  EXPECT_EQ(r.actor(other)->kind, ActorKind::role);
  EXPECT_EQ(r.actor(other)->code, "TCDGOV");
  EXPECT_EQ(r.actor("Russia")->code, "RUS");
}

TEST(Actors, PeopleMediaAndOrganisations) {
  const Reading r = read(
      "Many many ADJ JJ 4 nsubj\n"
      "in in ADP IN 3 case\n"
      "Georgia Georgia PROPN NNP 1 nmod B-LOC\n"
      "told tell VERB VBD 0 root\n"
      "Polish Polish ADJ JJ 7 amod\n"
      "state state NOUN NN 7 compound\n"
      "television television NOUN NN 4 obj\n"
      "that that SCONJ IN 11 mark\n"
      "the the DET DT 10 det\n"
      "OSCE OSCE PROPN NNP 11 nsubj B-ORG\n"
      "failed fail VERB VBD 4 ccomp\n"
      "\n"
      "The the DET DT 2 det\n"
      "organisation organisation NOUN NN 3 nsubj\n"
      "disagreed disagree VERB VBD 0 root\n");
  const Actor* people = r.actor("Many in Georgia");
  ASSERT_NE(people, nullptr) << r.all();
  EXPECT_EQ(people->kind, ActorKind::people);
  EXPECT_EQ(people->code, "GEOCVL");
  const Actor* television = r.actor("Polish state television");
  ASSERT_NE(television, nullptr) << r.all();
  EXPECT_EQ(television->code, "POLJRN");
  EXPECT_EQ(television->kind, ActorKind::organisation);
  EXPECT_EQ(r.actor("OSCE")->code, "IGOOSC");
  EXPECT_EQ(r.meant("organisation"), "OSCE");
}

TEST(Actors, DisputedTerritoriesAreOfTheStateThatTheyAreClaimedFrom) {
  const std::string rows =
      "Abkhazia Abkhazia PROPN NNP 2 nsubj B-LOC\n"
      "objected object VERB VBD 0 root\n";
  const Reading r = read(rows);
  ASSERT_EQ(r.actors.actors.size(), 1u);
  EXPECT_EQ(r.actors.actors[0].code, "GEOPRE");
  EXPECT_EQ(r.actors.actors[0].kind, ActorKind::place);
}

TEST(Actors, AGovernmentOfItsOwnIsNotThatOfTheStateItsTerritoryIsClaimedFrom) {
  const std::string minister =
      "Abkhaz Abkhaz ADJ JJ 3 amod\n"
      "prime prime NOUN NN 3 compound\n"
      "minister minister NOUN NN 4 nsubj\n"
      "resigned resign VERB VBD 0 root\n";
  EXPECT_EQ(read(minister).all(), "Abkhaz prime minister (GEOPRE); ");
  EXPECT_EQ(read(minister, "1990-10-07").all(), "Georgia (GEO); Abkhaz prime minister (GEOGOV); ");
  EXPECT_EQ(read("The the DET DT 3 det\n"
                 "Abkhaz Abkhaz ADJ JJ 3 amod\n"
                 "authorities authority NOUN NNS 4 nsubj\n"
                 "objected object VERB VBD 0 root\n")
                .all(),
            "Abkhazia (GEOPRE); ");
  EXPECT_EQ(read("Catalan Catalan ADJ JJ 2 amod\n"
                 "authorities authority NOUN NNS 3 nsubj\n"
                 "objected object VERB VBD 0 root\n")
                .all(),
            "Catalonia (ESPGOV); ");
}

TEST(Actors, AnAcronymAndItsFullFormAreOne) {
  const Reading r = read(
      "The the DET DT 4 det\n"
      "Example Example PROPN NNP 4 compound B-ORG\n"
      "Reform Reform PROPN NNP 4 compound I-ORG\n"
      "Front Front PROPN NNP 8 nsubj I-ORG\n"
      "( ( PUNCT -LRB- 6 punct\n"
      "ERF ERF PROPN NNP 4 appos B-ORG\n"
      ") ) PUNCT -RRB- 6 punct\n"
      "split split VERB VBD 0 root\n");
  EXPECT_EQ(r.actors.actors.size(), 1u) << r.all();
  EXPECT_EQ(r.meant("ERF"), "Example Reform Front");
  const Reading known = read(
      "Arab Arab PROPN NNP 2 compound B-ORG\n"
      "League League PROPN NNP 6 nsubj I-ORG\n"
      "( ( PUNCT -LRB- 4 punct\n"
      "AL AL PROPN NNP 2 appos B-ORG\n"
      ") ) PUNCT -RRB- 4 punct\n"
      "met meet VERB VBD 0 root\n");
  EXPECT_EQ(known.meant("AL"), "Arab League");
}

TEST(Actors, ANameThatIsKnownWholeIsNotTheOneItBeginsWith) {
  EXPECT_EQ(read("The the DET DT 3 det\n"
                 "Guardian Guardian PROPN NNP 3 compound B-ORG\n"
                 "Council Council PROPN NNP 4 nsubj I-ORG\n"
                 "objected object VERB VBD 0 root\n")
                .all(),
            "Guardian Council (IRNJUD); ");
}

TEST(Actors, TheLongerNounInANameTellsItsSector) {
  EXPECT_EQ(read("Kenyan Kenyan ADJ JJ 3 amod B-ORG\n"
                 "National National PROPN NNP 3 compound I-ORG\n"
                 "Guard Guard PROPN NNP 4 nsubj I-ORG\n"
                 "objected object VERB VBD 0 root\n")
                .actor("Kenyan National Guard")
                ->code,
            "KENMIL");
}

TEST(Actors, AStateThatIsAGivenNameTooIsTheState) {
  const auto sentence = [](const std::string& name) {
    return name + " " + name + " PROPN NNP 2 nsubj B-PER\nobjected object VERB VBD 0 root\n";
  };
  EXPECT_EQ(read(sentence("Jordan")).all(), "Jordan (JOR); ");
  EXPECT_EQ(read(sentence("Sofia")).all(), "Sofia (-); ");
}

TEST(Actors, NamesMayBeginSmallOrHaveBrackets) {
  EXPECT_EQ(read("al-Shabab al-Shabab PROPN NNP 2 nsubj B-ORG\n"
                 "attacked attack VERB VBD 0 root\n")
                .all(),
            "al-Shabab (SOMREB); ");
  EXPECT_EQ(read("Communist Communist PROPN NNP 2 compound B-ORG\n"
                 "Party Party PROPN NNP 8 nsubj I-ORG\n"
                 "of of ADP IN 4 case I-ORG\n"
                 "India India PROPN NNP 2 nmod I-ORG\n"
                 "( ( PUNCT -LRB- 6 punct\n"
                 "Maoist Maoist PROPN NNP 2 appos\n"
                 ") ) PUNCT -RRB- 6 punct\n"
                 "struck strike VERB VBD 0 root\n")
                .all(),
            "Communist Party of India ( Maoist ) (INDREB); ");
}

TEST(Actors, TheLastWordOfANameMeansItAgain) {
  const Reading r = read(
      "The the DET DT 4 det\n"
      "Kestrel Kestrel PROPN NNP 4 compound B-ORG\n"
      "Revolt Revolt PROPN NNP 4 compound I-ORG\n"
      "Front Front PROPN NNP 5 nsubj I-ORG\n"
      "met meet VERB VBD 0 root\n"
      "\n"
      "Only only ADV RB 3 advmod\n"
      "the the DET DT 3 det\n"
      "Front Front PROPN NNP 4 nsubj\n"
      "spoke speak VERB VBD 0 root\n");
  EXPECT_EQ(r.meant("Front", 2), "Kestrel Revolt Front") << r.all();
}

TEST(Actors, WhatStandsBehindANewspaperIsItsName) {
  const Reading r = read(
      "The the DET DT 2 det\n"
      "newspaper newspaper NOUN NN 4 nsubj\n"
      "Kestrelpost Kestrelpost PROPN NNP 4 nsubj B-PER\n"
      "wrote write VERB VBD 0 root\n");
  ASSERT_NE(r.actor("Kestrelpost"), nullptr) << r.all();
  EXPECT_EQ(r.actor("Kestrelpost")->kind, ActorKind::organisation);
  EXPECT_EQ(r.actor("Kestrelpost")->sectors, std::vector<std::string>{"JRN"});
}

TEST(Actors, BothSidesAreTheTwoSpokenOfMost) {
  const std::string two =
      "Chad Chad PROPN NNP 2 nsubj B-LOC\n"
      "fought fight VERB VBD 0 root\n"
      "Libya Libya PROPN NNP 2 obj B-LOC\n"
      "\n";
  const Reading r = read(two + two + two +
                         "France France PROPN NNP 2 nsubj B-LOC\n"
                         "urged urge VERB VBD 0 root\n"
                         "both both DET DT 4 det\n"
                         "sides side NOUN NNS 2 obj\n");
  EXPECT_EQ(r.meant("sides"), "Chad + Libya") << r.all();
}

TEST(Actors, RelativePronounsMeanTheirNoun) {
  const Reading r = read(
      "Soldiers soldier NOUN NNS 4 nsubj\n"
      "who who PRON WP 3 nsubj\n"
      "deserted desert VERB VBD 1 acl:relcl\n"
      "returned return VERB VBD 0 root\n");
  EXPECT_EQ(r.meant("who"), "Soldiers");
}

TEST(Actors, ADeedsAdjectiveNamesTheDoerAndOtherAdjectivesNobody) {
  const Reading r = read(
      "The the DET DT 3 det\n"
      "Swedish Swedish ADJ JJ 3 amod\n"
      "invasion invasion NOUN NN 4 nsubj\n"
      "delayed delay VERB VBD 0 root\n"
      "Danish Danish ADJ JJ 6 amod\n"
      "butter butter NOUN NN 4 obj\n");
  EXPECT_EQ(r.actors.actors.size(), 1u) << r.all();
  EXPECT_EQ(r.meant("Swedish"), "Sweden");
}

TEST(Actors, AreInTheOrderOfTheirFirstSpanAndTellTheirWords) {
  const Reading r = read(
      "Merkel Merkel PROPN NNP 2 nsubj B-PER\n"
      "told tell VERB VBD 0 root\n"
      "Estonia Estonia PROPN NNP 2 obj B-LOC\n"
      "that that SCONJ IN 6 mark\n"
      "NATO NATO PROPN NNP 6 nsubj B-ORG\n"
      "waits wait VERB VBZ 2 ccomp\n");
  std::size_t start = 0;
  for (const Actor& actor : r.actors.actors) {
    ASSERT_FALSE(actor.spans.empty());
    EXPECT_EQ(actor.spans.size(), actor.mentions.size());
    EXPECT_GE(actor.spans.front().start, start);
    start = actor.spans.front().start;
  }
  EXPECT_EQ(r.actors.actors.size(), 3u) << r.all();
}

TEST(Actors, AGeneralWordSkipsThoseItDoesNotFit) {
  const Reading r = read(
      "Macron Macron PROPN NNP 4 nsubj B-PER\n"
      "and and CCONJ CC 3 cc\n"
      "Merkel Merkel PROPN NNP 1 conj B-PER\n"
      "met meet VERB VBD 0 root\n"
      "\n"
      "German german ADJ JJ 3 amod\n"
      "spokeswoman spokeswoman NOUN NN 3 nmod:desc\n"
      "Ada Ada PROPN NNP 5 nsubj B-PER\n"
      "Sample Sample PROPN NNP 3 flat I-PER\n"
      "spoke speak VERB VBD 0 root\n"
      "\n"
      "The the DET DT 3 det\n"
      "two two NUM CD 3 nummod\n"
      "leaders leader NOUN NNS 4 nsubj\n"
      "left leave VERB VBD 0 root\n"
      "\n"
      "She she PRON PRP 2 nsubj\n"
      "stayed stay VERB VBD 0 root\n");
  EXPECT_EQ(r.meant("leaders"), "Macron + Merkel") << r.all();
  ASSERT_NE(r.actor("Ada Sample"), nullptr) << r.all();
}

TEST(Actors, FormerHoldersAreOfNoOffice) {
  const Reading r = read(
      "Former former ADJ JJ 4 amod\n"
      "Danish Danish ADJ JJ 4 amod\n"
      "defence defence NOUN NN 4 compound\n"
      "minister minister NOUN NN 5 nmod:desc\n"
      "Otto Otto PROPN NNP 7 nsubj B-PER\n"
      "Sample Sample PROPN NNP 5 flat I-PER\n"
      "agreed agree VERB VBD 0 root\n");
  ASSERT_NE(r.actor("Otto Sample"), nullptr) << r.all();
  EXPECT_EQ(r.actor("Otto Sample")->code, "DNKELI");
  EXPECT_EQ(r.actor("Otto Sample")->roles[0].office, "former defence minister");
}

TEST(Actors, APossessorInsideThePhraseBeatsTheSubject) {
  const Reading r = read(
      "Norway Norway PROPN NNP 2 nsubj B-LOC\n"
      "praised praise VERB VBD 0 root\n"
      "Iceland Iceland PROPN NNP 5 nmod:poss B-LOC\n"
      "'s 's PART POS 3 case\n"
      "defence defence NOUN NN 2 obj\n"
      "of of ADP IN 8 case\n"
      "its its PRON PRP$ 8 nmod:poss\n"
      "waters water NOUN NNS 5 nmod\n");
  EXPECT_EQ(r.meant("its"), "Iceland");
}

TEST(Actors, UnknownCountriesAreToldByTheirAdjectives) {
  const Reading r = read(
      "Ruritania Ruritania PROPN NNP 2 nsubj B-PER\n"
      "objected object VERB VBD 0 root\n"
      "\n"
      "Ruritanian Ruritanian ADJ JJ 4 amod\n"
      "Prime Prime PROPN NNP 3 compound\n"
      "Minister Minister PROPN NNP 4 nmod:desc\n"
      "Ada Ada PROPN NNP 6 nsubj B-PER\n"
      "Kern Kern PROPN NNP 4 flat I-PER\n"
      "left leave VERB VBD 0 root\n");
  const Actor* state = r.actor("Ruritania");
  ASSERT_NE(state, nullptr) << r.all();
  EXPECT_EQ(state->kind, ActorKind::state);
  EXPECT_EQ(state->code, std::nullopt);
  EXPECT_EQ(state->mentions.size(), 1u) << "an adjective is no mention";
  const Actor* person = r.actor("Ada Kern");
  ASSERT_NE(person, nullptr) << r.all();
  ASSERT_EQ(person->member_of.size(), 1u);
  EXPECT_EQ(r.actors.actors[person->member_of[0].index].name, "Ruritania");
}

TEST(Actors, ThePlaceAndTheAgencyOfADatelineAreNone) {
  const Reading r = read(
      "RIGA Riga PROPN NNP 9 obl B-LOC\n"
      ", , PUNCT , 1 punct\n"
      "May May PROPN NNP 1 nmod\n"
      "3 3 NUM CD 3 nummod\n"
      "( ( PUNCT -LRB- 6 punct\n"
      "Examplepress Examplepress PROPN NNP 1 appos B-ORG\n"
      ") ) PUNCT -RRB- 6 punct\n"
      "- - PUNCT : 1 punct\n"
      "Latvia Latvia PROPN NNP 10 nsubj B-LOC\n"
      "voted vote VERB VBD 0 root\n");
  EXPECT_EQ(r.all(), "Latvia (LVA); ");
}

TEST(Actors, ATitleBeforeACommaAndANameIsHis) {
  const Reading r = read(
      "Its its PRON PRP$ 2 nmod:poss\n"
      "spokesman spokesman NOUN NN 7 nsubj\n"
      ", , PUNCT , 5 punct\n"
      "Colonel Colonel PROPN NNP 5 nmod:desc\n"
      "Otto Otto PROPN NNP 7 nsubj B-PER\n"
      ", , PUNCT , 5 punct\n"
      "spoke speak VERB VBD 0 root\n");
  ASSERT_EQ(r.actors.actors.size(), 1u) << r.all();
  EXPECT_EQ(r.meant("spokesman"), "Otto");
  EXPECT_EQ(r.actors.actors[0].roles.size(), 2u);
}

TEST(Actors, NamesakesAreToldApartByTheirGivenNames) {
  const Reading r = read(
      "Ada Ada PROPN NNP 6 nsubj B-PER\n"
      "Kern Kern PROPN NNP 1 flat I-PER\n"
      "and and CCONJ CC 4 cc\n"
      "Otto Otto PROPN NNP 1 conj B-PER\n"
      "Kern Kern PROPN NNP 4 flat I-PER\n"
      "met meet VERB VBD 0 root\n"
      "\n"
      "Mrs. Mrs. PROPN NNP 2 nmod:desc\n"
      "Kern Kern PROPN NNP 3 nsubj B-PER\n"
      "left leave VERB VBD 0 root\n");
  EXPECT_EQ(r.actors.actors.size(), 2u) << r.all();
  EXPECT_EQ(r.meant("Kern", 3), "Ada Kern");
}

TEST(Actors, APluralIsKnownEvenWhereItsLemmaIsWrong) {
  const Reading r = read(
      "Cuban Cuban ADJ JJ 3 amod\n"
      "news news NOUN NN 3 compound\n"
      "agencies agencie NOUN NNS 4 nsubj\n"
      "reported report VERB VBD 0 root\n");
  ASSERT_EQ(r.actors.actors.size(), 1u) << r.all();
  EXPECT_EQ(r.actors.actors[0].code, "CUBJRN");
  EXPECT_EQ(r.actors.actors[0].kind, ActorKind::group);
}

// One markable a token; the pronoun at `anaphor` refers to the token `antecedent`, the others to none.
Coreference learned(std::size_t tokens, std::size_t anaphor, std::size_t antecedent) {
  Coreference made;
  for (std::size_t i = 0; i < tokens; ++i) {
    made.markables.push_back({.head = i, .first = i});
    made.choices.push_back({.scores = std::vector<float>(i, -9.0F)});
  }
  made.choices[anaphor].antecedent = antecedent;
  made.choices[anaphor].scores[antecedent] = 9;
  return made;
}

TEST(Actors, LearnedAntecedentsCanOutweighTheSubject) {
  const std::string rows =
      "Kern Kern PROPN NNP 2 nsubj B-PER\n"
      "met meet VERB VBD 0 root\n"
      "Moss Moss PROPN NNP 2 obj B-PER\n"
      "\n"
      "He he PRON PRP 2 nsubj\n"
      "left leave VERB VBD 0 root\n";
  EXPECT_EQ(read(rows).meant("He"), "Kern");
  EXPECT_EQ(read(rows, "2020-10-07", {}, learned(5, 3, 2)).meant("He"), "Moss");
}

TEST(Actors, AGenderThatOnlyPronounsTellYieldsToLearnedAntecedents) {
  const std::string rows =
      "Kern Kern PROPN NNP 2 nsubj B-PER\n"
      "spoke speak VERB VBD 0 root\n"
      "\n"
      "He he PRON PRP 2 nsubj\n"
      "left leave VERB VBD 0 root\n"
      "\n"
      "She she PRON PRP 2 nsubj\n"
      "returned return VERB VBD 0 root\n";
  EXPECT_EQ(read(rows).meant("He"), "Kern");
  EXPECT_EQ(read(rows).meant("She"), "");
  EXPECT_EQ(read(rows, "2020-10-07", {}, learned(6, 4, 0)).meant("She"), "Kern");
}

TEST(Actors, APronounOfNoActorIsNoMention) {
  const std::string rows =
      "Hungary Hungary PROPN NNP 2 nsubj B-LOC\n"
      "sold sell VERB VBD 0 root\n"
      "a a DET DT 4 det\n"
      "ship ship NOUN NN 2 obj\n"
      "\n"
      "It it PRON PRP 2 nsubj\n"
      "sank sink VERB VBD 0 root\n";
  EXPECT_EQ(read(rows, "2020-10-07", {}, learned(6, 4, 3)).meant("It"), "");
}

const std::string kQuotation =
    "“ “ PUNCT `` 7 punct O glued\n"
    "We we PRON PRP 7 nsubj\n"
    "and and CCONJ CC 5 cc\n"
    "our our PRON PRP$ 5 nmod:poss\n"
    "army army NOUN NN 2 conj\n"
    "will will AUX MD 7 aux\n"
    "answer answer VERB VB 15 ccomp O glued\n"
    ", , PUNCT , 7 punct O glued\n"
    "” ” PUNCT '' 7 punct\n"
    "Hungarian Hungarian ADJ JJ 13 amod B-MISC\n"
    "Foreign Foreign PROPN NNP 12 compound\n"
    "Minister Minister PROPN NNP 13 nmod:desc\n"
    "Ada Ada PROPN NNP 15 nsubj B-PER\n"
    "Kern Kern PROPN NNP 13 flat I-PER\n"
    "said say VERB VBD 0 root\n"
    "\n"
    "“ “ PUNCT `` 3 punct O glued\n"
    "I I PRON PRP 3 nsubj\n"
    "hope hope VERB VBP 6 ccomp O glued\n"
    "” ” PUNCT '' 3 punct\n"
    "she she PRON PRP 6 nsubj\n"
    "added add VERB VBD 0 root\n"
    "\n"
    "We we PRON PRP 2 nsubj\n"
    "called call VERB VBD 0 root\n"
    "her she PRON PRP 2 obj\n";

TEST(Actors, InAQuotationTheFirstPersonIsTheSpeakerAndHerState) {
  const Attributions said{.attributions = {{.source = {{9, 14}}, .cue = {14, 15}, .content = {{1, 7}}},
                                           {.source = {{19, 20}}, .cue = {20, 21}, .content = {{16, 18}}}}};
  const Reading r = read(kQuotation, "2020-10-07", said);
  EXPECT_EQ(r.meant("We"), "Hungary") << r.all();
  EXPECT_EQ(r.meant("our"), "Hungary");
  EXPECT_EQ(r.meant("I"), "Ada Kern");
  ASSERT_NE(r.actor("Hungary’s army"), nullptr) << r.all();
  EXPECT_EQ(r.actor("Hungary’s army")->code, "HUNMIL");
  EXPECT_EQ(r.meant("We", 2), "") << "the writer";
  EXPECT_EQ(r.meant("her"), "Ada Kern");
  EXPECT_EQ(read(kQuotation).meant("We"), "") << "nobody is known to speak";
}

TEST(Actors, HeInAQuotationIsNotItsSpeaker) {
  const std::string rows =
      "Moss Moss PROPN NNP 2 nsubj B-PER\n"
      "left leave VERB VBD 0 root\n"
      "\n"
      "Kern Kern PROPN NNP 2 nsubj B-PER\n"
      "said say VERB VBD 0 root O glued\n"
      ": : PUNCT : 2 punct\n"
      "“ “ PUNCT `` 7 punct O glued\n"
      "He he PRON PRP 7 nsubj\n"
      "was be AUX VBD 7 cop\n"
      "right right ADJ JJ 2 ccomp O glued\n"
      "” ” PUNCT '' 7 punct\n";
  const Attributions said{.attributions = {{.source = {{2, 3}}, .cue = {3, 4}, .content = {{6, 9}}}}};
  EXPECT_EQ(read(rows, "2020-10-07", said).meant("He"), "Moss");
}

TEST(Actors, WhoTellsSomethingIsLikelyMeantInIt) {
  const Reading r = read(
      "Moss Moss PROPN NNP 3 nsubj B-PER\n"
      "would would AUX MD 3 aux\n"
      "resign resign VERB VB 0 root\n"
      ", , PUNCT , 3 punct\n"
      "said say VERB VBD 3 parataxis\n"
      "Kern Kern PROPN NNP 5 nsubj B-PER\n"
      ", , PUNCT , 3 punct\n"
      "if if SCONJ IN 10 mark\n"
      "he he PRON PRP 10 nsubj\n"
      "insisted insist VERB VBD 3 advcl\n",
      "2020-10-07", {.attributions = {{.source = {{5, 6}}, .cue = {4, 5}, .content = {{0, 3}, {7, 10}}}}});
  EXPECT_EQ(r.meant("he"), "Kern");
}

TEST(Actors, SomebodysCountryIsHisState) {
  const Reading r = read(
      "Macron Macron PROPN NNP 2 nsubj B-PER\n"
      "praised praise VERB VBD 0 root\n"
      "his his PRON PRP$ 4 nmod:poss\n"
      "country country NOUN NN 2 obj\n");
  EXPECT_EQ(r.meant("country"), "France") << r.all();
}

TEST(Actors, AWordThatOnlyPointsBackTakesTheLearnedChoiceWhereItFits) {
  const std::string rows =
      "Hungary Hungary PROPN NNP 2 nsubj B-LOC\n"
      "warned warn VERB VBD 0 root\n"
      "Slovakia Slovakia PROPN NNP 2 obj B-LOC\n"
      "\n"
      "The the DET DT 2 det\n"
      "country country NOUN NN 3 nsubj\n"
      "waited wait VERB VBD 0 root\n";
  EXPECT_EQ(read(rows).meant("country"), "Slovakia");
  EXPECT_EQ(read(rows, "2020-10-07", {}, learned(6, 4, 0)).meant("country"), "Hungary");
  EXPECT_EQ(read(rows, "2020-10-07", {}, learned(6, 4, 1)).meant("country"), "Slovakia") << "a verb is no country";
}

TEST(Actors, WhatSeveralHaveIsOfNoneAlone) {
  const Reading r = read(
      "Hungary Hungary PROPN NNP 4 nsubj B-LOC\n"
      "and and CCONJ CC 3 cc\n"
      "Slovakia Slovakia PROPN NNP 1 conj B-LOC\n"
      "moved move VERB VBD 0 root\n"
      "their their PRON PRP$ 6 nmod:poss\n"
      "troops troop NOUN NNS 4 obj\n");
  EXPECT_EQ(r.meant("their"), "Hungary + Slovakia") << r.all();
  ASSERT_NE(r.actor("their troops"), nullptr) << r.all();
  EXPECT_EQ(r.actor("their troops")->code, "MIL");
}

TEST(Actors, AReflexiveIsTheSubjectOfItsClause) {
  const Reading r = read(
      "Slovakia Slovakia PROPN NNP 2 nsubj B-LOC\n"
      "said say VERB VBD 0 root\n"
      "Hungary Hungary PROPN NNP 4 nsubj B-LOC\n"
      "blamed blame VERB VBD 2 ccomp\n"
      "itself itself PRON PRP 4 obj\n");
  EXPECT_EQ(r.meant("itself"), "Hungary");
}

TEST(Actors, NationalitiesThatShareANounAreGroupsOfTheirOwn) {
  const Reading r = read(
      "Hungarian Hungarian ADJ JJ 4 amod B-MISC\n"
      "and and CCONJ CC 3 cc\n"
      "Romanian Romanian ADJ JJ 1 conj B-MISC\n"
      "officials official NOUN NNS 5 nsubj\n"
      "met meet VERB VBD 0 root\n");
  EXPECT_EQ(r.meant("officials"), "Romanian officials + Hungarian officials");
  ASSERT_NE(r.actor("Hungarian officials"), nullptr) << r.all();
  EXPECT_EQ(r.actor("Hungarian officials")->code, "HUNGOV");
  EXPECT_EQ(r.actor("Hungarian officials")->kind, ActorKind::group);
  ASSERT_NE(r.actor("Romanian officials"), nullptr) << r.all();
  EXPECT_EQ(r.actor("Romanian officials")->code, "ROUGOV");
}

TEST(Actors, NationalitiesThatShareATitleAreOfficesOfTheirOwn) {
  const Reading r = read(
      "The the DET DT 5 det\n"
      "Russian Russian ADJ JJ 5 amod B-MISC\n"
      "and and CCONJ CC 4 cc\n"
      "Turkish Turkish ADJ JJ 2 conj B-MISC\n"
      "presidents president NOUN NNS 6 nsubj\n"
      "met meet VERB VBD 0 root\n");
  EXPECT_EQ(r.meant("presidents"), "Turkish president + Russian president");
  ASSERT_NE(r.actor("Russian president"), nullptr) << r.all();
  EXPECT_EQ(r.actor("Russian president")->code, "RUSGOV");
  EXPECT_EQ(r.actor("Russian president")->kind, ActorKind::role);
  EXPECT_EQ(r.actor("Russian president")->roles[0].of, "RUS");
  ASSERT_NE(r.actor("Turkish president"), nullptr) << r.all();
  EXPECT_EQ(r.actor("Turkish president")->roles[0].of, "TUR");
}

TEST(Actors, ANationalityBeforeATitleBelongsToItWhateverTheTreeSays) {
  const Reading r = read(
      "Norwegian Norwegian PROPN NNP 6 nsubj B-MISC\n"
      "Foreign Foreign PROPN NNP 3 compound\n"
      "Minister Minister PROPN NNP 4 nmod:desc\n"
      "Ada Ada PROPN NNP 6 nsubj B-PER\n"
      "Kern Kern PROPN NNP 4 flat I-PER\n"
      "spoke speak VERB VBD 0 root\n");
  ASSERT_NE(r.actor("Ada Kern"), nullptr) << r.all();
  EXPECT_EQ(r.actor("Ada Kern")->code, "NORGOV");
  EXPECT_EQ(r.actor("Ada Kern")->roles[0].of, "NOR");
}

TEST(Actors, TitlesInARowAreOnePersons) {
  const Reading r = read(
      "Chadian Chadian ADJ JJ 3 amod B-MISC\n"
      "army army NOUN NN 3 compound\n"
      "spokesman spokesman NOUN NN 5 nmod:desc\n"
      "Colonel Colonel PROPN NNP 5 nmod:desc\n"
      "Otto Otto PROPN NNP 7 nsubj B-PER\n"
      "Sample Sample PROPN NNP 5 flat I-PER\n"
      "spoke speak VERB VBD 0 root\n");
  EXPECT_EQ(r.all(), "Chad (TCD); Otto Sample (TCDMIL); ");
  const std::vector<Role>& roles = r.actor("Otto Sample")->roles;
  ASSERT_EQ(roles.size(), 2u);
  EXPECT_EQ(roles[0].office, "colonel");
  EXPECT_EQ(roles[1].office, "spokesperson");
  EXPECT_EQ(roles[1].of, "TCD");
}

TEST(Actors, AnAmbassadorIsNotOfTheStateWhereSheIs) {
  const Reading r = read(
      "Danish Danish ADJ JJ 2 amod B-MISC\n"
      "ambassador ambassador NOUN NN 7 dep\n"
      "to to ADP IN 4 case\n"
      "Chad Chad PROPN NNP 2 nmod B-LOC\n"
      "Ada Ada PROPN NNP 7 nsubj B-PER\n"
      "Kern Kern PROPN NNP 5 flat I-PER\n"
      "spoke speak VERB VBD 0 root\n");
  ASSERT_NE(r.actor("Ada Kern"), nullptr) << r.all();
  EXPECT_EQ(r.actor("Ada Kern")->code, "DNKGOV");
  ASSERT_EQ(r.actor("Ada Kern")->roles.size(), 1u);
  EXPECT_EQ(r.actor("Ada Kern")->roles[0].office, "ambassador");
  EXPECT_EQ(r.actor("Ada Kern")->roles[0].of, "DNK");
}

TEST(Actors, WhoIsATeacherIsAPersonWhateverTheTaggerSays) {
  for (const std::string tag : {"PER", "LOC", "ORG"}) {
    const Reading r = read("Ada Ada PROPN NNP 8 nsubj B-" + tag + "\nKern Kern PROPN NNP 1 flat I-" + tag +
                           "\n"
                           ", , PUNCT , 6 punct\n"
                           "a a DET DT 6 det\n"
                           "Ghanaian Ghanaian ADJ JJ 6 amod B-MISC\n"
                           "teacher teacher NOUN NN 8 dep\n"
                           ", , PUNCT , 6 punct\n"
                           "spoke speak VERB VBD 0 root\n");
    ASSERT_NE(r.actor("Ada Kern"), nullptr) << tag << ": " << r.all();
    EXPECT_EQ(r.actor("Ada Kern")->kind, ActorKind::person) << tag;
    EXPECT_EQ(r.actor("Ada Kern")->code, "GHAEDU") << tag;
  }
}

TEST(Actors, WhoCommandsRebelsIsOneOfThem) {
  const Reading r = read(
      "Kern Kern PROPN NNP 9 nsubj B-PER\n"
      ", , PUNCT , 4 punct\n"
      "who who PRON WP 4 nsubj\n"
      "commands command VERB VBZ 1 acl:relcl\n"
      "the the DET DT 6 det\n"
      "rebels rebel NOUN NNS 4 obj\n"
      "in in ADP IN 8 case\n"
      "Mali Mali PROPN NNP 6 nmod B-LOC\n"
      "spoke speak VERB VBD 0 root\n");
  ASSERT_NE(r.actor("Kern"), nullptr) << r.all();
  EXPECT_EQ(r.actor("Kern")->code, "MLIREB");
}

TEST(Actors, WhoIsAppointedHasTheOfficeAndWhoAppointsHasNot) {
  const std::string office =
      "head head NOUN NN 4 xcomp\n"
      "of of ADP IN 9 case\n"
      "the the DET DT 9 det\n"
      "Chilean Chilean ADJ JJ 9 amod B-MISC\n"
      "navy navy NOUN NN 5 nmod\n";
  const Reading r = read(
      "Otto Otto PROPN NNP 4 nsubj:pass B-PER\n"
      "Sample Sample PROPN NNP 1 flat I-PER\n"
      "was be AUX VBD 4 aux:pass\n"
      "appointed appoint VERB VBN 0 root\n" +
      office);
  ASSERT_NE(r.actor("Otto Sample"), nullptr) << r.all();
  EXPECT_EQ(r.actor("Otto Sample")->code, "CHLMIL");
  ASSERT_EQ(r.actor("Otto Sample")->roles.size(), 1u);
  EXPECT_EQ(r.actor("Otto Sample")->roles[0].office, "head");
  EXPECT_EQ(r.actor("Otto Sample")->roles[0].of, "CHL");
  const Reading other = read(
      "Otto Otto PROPN NNP 4 nsubj B-PER\n"
      "Sample Sample PROPN NNP 1 flat I-PER\n"
      "then then ADV RB 4 advmod\n"
      "appointed appoint VERB VBD 0 root\n"
      "an a DET DT 6 det\n"
      "ambassador ambassador NOUN NN 4 obj\n"
      "of of ADP IN 8 case\n"
      "Chile Chile PROPN NNP 6 nmod B-LOC\n");
  ASSERT_NE(other.actor("Otto Sample"), nullptr) << other.all();
  EXPECT_EQ(other.actor("Otto Sample")->code, std::nullopt);
}

TEST(Actors, OneOfTheJudgesIsAJudge) {
  for (const bool name_first : {false, true}) {
    const Reading r = name_first ? read(
                                       "Ada Ada PROPN NNP 10 nsubj B-PER\n"
                                       "Kern Kern PROPN NNP 1 flat I-PER\n"
                                       ", , PUNCT , 4 punct\n"
                                       "one one NUM CD 10 dep\n"
                                       "of of ADP IN 8 case\n"
                                       "the the DET DT 8 det\n"
                                       "Ghanaian Ghanaian ADJ JJ 8 amod B-MISC\n"
                                       "judges judge NOUN NNS 4 nmod\n"
                                       ", , PUNCT , 4 punct\n"
                                       "resigned resign VERB VBD 0 root\n")
                                 : read(
                                       "One one NUM CD 10 nsubj\n"
                                       "of of ADP IN 5 case\n"
                                       "the the DET DT 5 det\n"
                                       "Ghanaian Ghanaian ADJ JJ 5 amod B-MISC\n"
                                       "judges judge NOUN NNS 1 nmod\n"
                                       ", , PUNCT , 7 punct\n"
                                       "Ada Ada PROPN NNP 10 dep B-PER\n"
                                       "Kern Kern PROPN NNP 7 flat I-PER\n"
                                       ", , PUNCT , 7 punct\n"
                                       "resigned resign VERB VBD 0 root\n");
    ASSERT_NE(r.actor("Ada Kern"), nullptr) << r.all();
    EXPECT_EQ(r.actor("Ada Kern")->code, "GHAJUD") << name_first;
  }
}

TEST(Actors, WhoIsNamedAmongSoldiersIsOne) {
  const Reading r = read(
      "Three three NUM CD 3 nummod\n"
      "Malian Malian ADJ JJ 3 amod B-MISC\n"
      "soldiers soldier NOUN NNS 10 nsubj\n"
      ", , PUNCT , 3 punct\n"
      "among among ADP IN 6 case\n"
      "them they PRON PRP 8 nmod\n"
      "Corporal Corporal PROPN NNP 8 nmod:desc\n"
      "Otto Otto PROPN NNP 3 dep B-PER\n"
      ", , PUNCT , 3 punct\n"
      "died die VERB VBD 0 root\n");
  ASSERT_NE(r.actor("Otto"), nullptr) << r.all();
  EXPECT_EQ(r.actor("Otto")->code, "MLIMIL");
}

TEST(Actors, ACountryInBracketsIsThePersonsBeforeThem) {
  const Reading r = read(
      "Ada Ada PROPN NNP 6 nsubj B-PER\n"
      "Kern Kern PROPN NNP 1 flat I-PER\n"
      "( ( PUNCT -LRB- 4 punct\n"
      "Ghana Ghana PROPN NNP 1 appos B-LOC\n"
      ") ) PUNCT -RRB- 4 punct\n"
      "spoke speak VERB VBD 0 root\n");
  ASSERT_NE(r.actor("Ada Kern"), nullptr) << r.all();
  EXPECT_EQ(r.actor("Ada Kern")->code, "GHA");
}

TEST(Actors, AMinistrysWomanIsOfTheMinistry) {
  const Reading r = read(
      "The the DET DT 4 det\n"
      "Ghanaian Ghanaian ADJ JJ 4 amod B-MISC\n"
      "interior interior NOUN NN 4 compound\n"
      "ministry ministry NOUN NN 6 nmod:poss\n"
      "'s 's PART POS 4 case\n"
      "Ada Ada PROPN NNP 8 nsubj B-PER\n"
      "Kern Kern PROPN NNP 6 flat I-PER\n"
      "spoke speak VERB VBD 0 root\n");
  ASSERT_NE(r.actor("Ada Kern"), nullptr) << r.all();
  EXPECT_EQ(r.actor("Ada Kern")->code, "GHAGOV");
  EXPECT_EQ(r.meant("ministry"), "Ghanaian interior ministry");
}

TEST(Actors, ALaterMentionIntroducesTheOneWhoWasOnlyNamed) {
  const std::string named =
      "Ada Ada PROPN NNP 4 nsubj B-PER\n"
      "Kern Kern PROPN NNP 1 flat I-PER\n"
      "will will AUX MD 4 aux\n"
      "appeal appeal VERB VB 0 root\n"
      "\n";
  const std::string judge =
      "The the DET DT 3 det\n"
      "Ghanaian Ghanaian ADJ JJ 3 amod B-MISC\n"
      "judge judge NOUN NN 4 nsubj\n"
      "resigned resign VERB VBD 0 root\n";
  const Reading r = read(named + judge);
  EXPECT_EQ(r.meant("judge"), "Ada Kern");
  EXPECT_EQ(r.actor("Ada Kern")->code, "GHAJUD");
  const std::string another =
      "Otto Otto PROPN NNP 2 nsubj B-PER\n"
      "agreed agree VERB VBD 0 root\n"
      "\n";
  EXPECT_EQ(read(named + another + judge).meant("judge"), "The Ghanaian judge") << "either may be meant";
}

TEST(Actors, ARankHeldBeforeLeavesTheOfficeOfToday) {
  const Reading r = read(
      "The the DET DT 4 det\n"
      "Ghanaian Ghanaian ADJ JJ 4 amod B-MISC\n"
      "intelligence intelligence NOUN NN 4 compound\n"
      "chief chief NOUN NN 11 nsubj\n"
      ", , PUNCT , 8 punct\n"
      "retired retired ADJ JJ 8 amod\n"
      "major major NOUN NN 8 nmod:desc\n"
      "Otto Otto PROPN NNP 4 appos B-PER\n"
      "Sample Sample PROPN NNP 8 flat I-PER\n"
      ", , PUNCT , 8 punct\n"
      "spoke speak VERB VBD 0 root\n");
  ASSERT_NE(r.actor("Otto Sample"), nullptr) << r.all();
  EXPECT_EQ(r.actor("Otto Sample")->code, "GHASPY");
  const std::vector<Role>& roles = r.actor("Otto Sample")->roles;
  ASSERT_EQ(roles.size(), 2u);
  EXPECT_EQ(roles[0].office, "former major");
  EXPECT_EQ(roles[1].office, "intelligence chief");
}

TEST(Actors, EthnicGroupsAreOfWhereTheyAre) {
  EXPECT_EQ(read("Ethnic ethnic ADJ JJ 2 amod\n"
                 "Hungarians Hungarian PROPN NNPS 5 nsubj B-MISC\n"
                 "in in ADP IN 4 case\n"
                 "Romania Romania PROPN NNP 2 nmod B-LOC\n"
                 "protested protest VERB VBD 0 root\n")
                .all(),
            "Hungarians (ROUCVL); Romania (ROU); ");
  EXPECT_EQ(read("Ethnic ethnic ADJ JJ 3 amod\n"
                 "Hungarian Hungarian ADJ JJ 3 amod B-MISC\n"
                 "rebels rebel NOUN NNS 6 nsubj\n"
                 "in in ADP IN 5 case\n"
                 "Romania Romania PROPN NNP 3 nmod B-LOC\n"
                 "protested protest VERB VBD 0 root\n")
                .all(),
            "Ethnic Hungarian rebels in Romania (ROUREB); Romania (ROU); ");
}

TEST(Actors, ForcesAreOfWhoLeadsThemAndNotOfWhoBacksThem) {
  const auto forces = [](const std::string& participle) {
    return read(
               "Vietnamese Vietnamese ADJ JJ 3 amod B-MISC glued\n"
               "- - PUNCT HYPH 3 punct O glued\n" +
               participle +
               " VERB VBN 4 amod\n"
               "forces force NOUN NNS 5 nsubj\n"
               "attacked attack VERB VBD 0 root\n")
        .all();
  };
  EXPECT_EQ(forces("led lead"), "Vietnamese-led forces (VNMMIL); ");
  EXPECT_EQ(forces("backed back"), "Vietnamese-backed forces (MIL); ");
}

TEST(Actors, AnAcronymThatTheReportExplainsIsNobodyElses) {
  const std::string later =
      "NLD NLD PROPN NNP 2 nsubj B-ORG\n"
      "waited wait VERB VBD 0 root\n";
  const Reading r = read(
      "The the DET DT 3 det\n"
      "National National PROPN NNP 3 amod\n"
      "League League PROPN NNP 9 nsubj\n"
      "of of ADP IN 5 case\n"
      "Drivers Drivers PROPN NNPS 3 nmod\n"
      "( ( PUNCT -LRB- 7 punct\n"
      "NLD NLD PROPN NNP 3 appos B-ORG\n"
      ") ) PUNCT -RRB- 7 punct\n"
      "objected object VERB VBD 0 root\n"
      "\n" +
      later);
  EXPECT_EQ(r.all(), "National League of Drivers (LAB); ");
  EXPECT_EQ(r.meant("NLD", 2), "National League of Drivers");
  EXPECT_EQ(read(later).all(), "NLD (MMRPTY); ");
}

TEST(Actors, AStatesNameIsThePersonsWhoBearsItUnlessMoreIsOfTheState) {
  const std::string rows =
      "Ada Ada PROPN NNP 3 nsubj B-PER\n"
      "Chad Chad PROPN NNP 1 flat I-PER\n"
      "spoke speak VERB VBD 0 root\n"
      "\n"
      "Chad Chad PROPN NNP 2 nsubj B-PER\n"
      "left leave VERB VBD 0 root\n"
      "\n";
  EXPECT_EQ(read(rows).all(), "Ada Chad (-); ");
  EXPECT_EQ(read(rows + "Chadian Chadian ADJ JJ 2 amod\n"
                        "troops troop NOUN NNS 3 nsubj\n"
                        "waited wait VERB VBD 0 root\n")
                .all(),
            "Ada Chad (-); Chad (TCD); Chadian troops (TCDMIL); ");
}

TEST(Actors, AStatesNameBeforeADivisionOfAnotherIsATown) {
  const auto in_lebanon = [](const std::string& division) {
    return read(
               "Kern Kern PROPN NNP 2 nsubj B-PER\n"
               "lives live VERB VBZ 0 root\n"
               "in in ADP IN 4 case\n"
               "Lebanon Lebanon PROPN NNP 2 obl B-LOC\n" +
               division)
        .all();
  };
  EXPECT_EQ(in_lebanon(""), "Kern (-); Lebanon (LBN); ");
  EXPECT_EQ(in_lebanon(", , PUNCT , 6 punct\n"
                       "Vermont Vermont PROPN NNP 4 appos B-LOC\n"),
            "Kern (-); Lebanon (USA); Vermont (USA); ");
}

TEST(Actors, OfStatesOfOneNameTheReportTellsWhich) {
  const auto congo = [](const std::string& capital) {
    return read(
               "Congo Congo PROPN NNP 2 nsubj B-LOC\n"
               "objected object VERB VBD 0 root\n"
               "in in ADP IN 4 case\n" +
               capital + " " + capital + " PROPN NNP 2 obl B-LOC\n")
        .actor("Congo")
        ->code;
  };
  EXPECT_EQ(congo("Brazzaville"), "COG");
  EXPECT_EQ(congo("Kinshasa"), "COD");
}

TEST(Actors, ABodyIsOfTheStateAroundItWhereThereIsOne) {
  const auto protest = [](const std::string& state) {
    return state + " " + state + " PROPN NNP 2 nsubj B-LOC\nprotested protest VERB VBD 0 root\n\n";
  };
  const std::string army =
      "The the DET DT 2 det\n"
      "army army NOUN NN 3 nsubj\n"
      "waited wait VERB VBD 0 root\n\n";
  EXPECT_EQ(read(army).all(), "The army (MIL); ");
  EXPECT_EQ(read(protest("Ghana") + army).all(), "Ghana (GHA); The army (GHAMIL); ");
  EXPECT_EQ(read(army + protest("Ghana")).all(), "The army (GHAMIL); Ghana (GHA); ");
  EXPECT_EQ(read(protest("Ghana") + protest("Togo") + army).all(), "Ghana (GHA); Togo (TGO); The army (MIL); ");
  EXPECT_EQ(read(protest("Ghana") + protest("Togo") + protest("Togo") + army).all(), "Ghana (GHA); Togo (TGO); The army (TGOMIL); ")
      << "Ghana is far";
  EXPECT_EQ(read(protest("Ghana") + "The the DET DT 2 det\n"
                                    "refugees refugee NOUN NNS 3 nsubj\n"
                                    "waited wait VERB VBD 0 root\n")
                .actor("The refugees")
                ->code,
            "REF")
      << "refugees are of elsewhere";
}

TEST(Actors, ABodyNamedByItsPlaceIsOfItsCountry) {
  const auto university = [](const std::string& place) {
    return read(
               "The the DET DT 2 det\n"
               "University University PROPN NNP 5 nsubj\n"
               "of of ADP IN 4 case\n" +
               place + " " + place +
               " PROPN NNP 2 nmod B-LOC\n"
               "objected object VERB VBD 0 root\n")
        .all();
  };
  EXPECT_EQ(university("Nairobi"), "University of Nairobi (KENEDU); ");
  EXPECT_EQ(university("Ghana"), "University of Ghana (GHAEDU); ");
}

TEST(Actors, AKnownNameWithAWordForWhatItIsIsKnown) {
  const auto fatah = [](const std::string& tail) {
    return read("Fatah Fatah PROPN NNP 2 compound B-ORG\n" + tail + " " + tail +
                " PROPN NNP 3 nsubj I-ORG\n"
                "objected object VERB VBD 0 root\n")
        .actor("Fatah " + tail)
        ->knowledge_id;
  };
  EXPECT_EQ(fatah("Party"), "organisation/fatah");
  EXPECT_EQ(fatah("Tolkavako"), std::nullopt);
}

TEST(Actors, NamesThatTheTaggerMissedBesideATitleArePersons) {
  const Reading after = read(
      "Tongan Tongan ADJ JJ 3 amod\n"
      "Prime Prime PROPN NNP 3 compound\n"
      "Minister Minister PROPN NNP 4 nmod:desc\n"
      "Tolkavako Tolkavako PROPN NNP 5 nsubj\n"
      "objected object VERB VBD 0 root\n");
  ASSERT_NE(after.actor("Tolkavako"), nullptr) << after.all();
  EXPECT_EQ(after.actor("Tolkavako")->code, "TONGOV");
  const Reading apart = read(
      "A a DET DT 3 det\n"
      "Ghanaian Ghanaian ADJ JJ 3 amod\n"
      "mayor mayor NOUN NN 8 nsubj\n"
      ", , PUNCT , 5 punct\n"
      "Ada Ada PROPN NNP 3 appos\n"
      "Kern Kern PROPN NNP 5 flat\n"
      ", , PUNCT , 5 punct\n"
      "objected object VERB VBD 0 root\n");
  ASSERT_NE(apart.actor("Ada Kern"), nullptr) << apart.all();
  EXPECT_EQ(apart.actor("Ada Kern")->code, "GHAGOV");
}

TEST(Actors, WhatIsCalledWhoIsAPersonWhateverTheTaggerSays) {
  const auto kind = [](const std::string& pronoun) {
    return read(
               "Kern Kern PROPN NNP 6 nsubj B-LOC\n"
               ", , PUNCT , 4 punct\n" +
               pronoun +
               " 4 nsubj\n"
               "waited wait VERB VBD 1 acl:relcl\n"
               ", , PUNCT , 4 punct\n"
               "objected object VERB VBD 0 root\n")
        .actor("Kern")
        ->kind;
  };
  EXPECT_EQ(kind("who who PRON WP"), ActorKind::person);
  EXPECT_EQ(kind("which which PRON WDT"), ActorKind::place);
}

TEST(Actors, TownsArePlacesOfTheirCountry) {
  const Reading r = read(
      "Kern Kern PROPN NNP 2 nsubj B-PER\n"
      "spoke speak VERB VBD 0 root\n"
      "in in ADP IN 4 case\n"
      "Mariupol Mariupol PROPN NNP 2 obl B-LOC\n");
  ASSERT_NE(r.actor("Mariupol"), nullptr) << r.all();
  EXPECT_EQ(r.actor("Mariupol")->kind, ActorKind::place);
  EXPECT_EQ(r.actor("Mariupol")->country, "UKR");
  EXPECT_EQ(r.actor("Mariupol")->knowledge_id, "geonames/701822");
}

TEST(Actors, OfficialsOfATerritoryThatGovernsItselfHaveTheirTerms) {
  const std::string rows =
      "Abkhaz Abkhaz ADJ JJ 2 amod B-MISC\n"
      "President President PROPN NNP 3 nmod:desc\n"
      "Vladislav Vladislav PROPN NNP 5 nsubj B-PER\n"
      "Ardzinba Ardzinba PROPN NNP 3 flat I-PER\n"
      "objected object VERB VBD 0 root\n";
  const Reading then = read(rows, "2000-05-01");
  EXPECT_EQ(then.all(), "Vladislav Ardzinba (GEOPRE); ");
  EXPECT_EQ(then.actors.actors[0].knowledge_id, "person/vladislav-ardzinba");
  EXPECT_TRUE(then.actors.differences.empty());
  const Reading later = read(rows, "2010-05-01");
  EXPECT_EQ(later.all(), "Vladislav Ardzinba (GEOPRE); ");
  ASSERT_EQ(later.actors.differences.size(), 1u);
  EXPECT_EQ(later.actors.differences[0].known->territory, "territory/abkhazia");
  EXPECT_EQ(later.actors.differences[0].known->period.to, "2005-02-12");
}

TEST(Actors, OfficialsOfATerritoryThatGovernsItselfAreOfItsGovernment) {
  EXPECT_EQ(read("Abkhaz Abkhaz ADJ JJ 2 amod B-MISC\n"
                 "officials official NOUN NNS 3 nsubj\n"
                 "objected object VERB VBD 0 root\n")
                .all(),
            "Abkhaz officials (GEOPRE); ");
}

TEST(Actors, NamesAreWholeWhateverTheTaggerCutOff) {
  const std::string spoke = "spoke speak VERB VBD 0 root\n";
  EXPECT_EQ(read("Ada Ada PROPN NNP 3 nsubj B-PER\n"
                 "Kern Kern PROPN NNP 1 flat B-PER\n" +
                 spoke)
                .all(),
            "Ada Kern (-); ")
      << "cut in two";
  EXPECT_EQ(read("Ada Ada PROPN NNP 5 nsubj B-PER\n"
                 "Kern Kern PROPN NNP 1 flat I-PER glued\n"
                 "- - PUNCT HYPH 1 punct O glued\n"
                 "Moss Moss PROPN NNP 1 flat\n" +
                 spoke)
                .all(),
            "Ada Kern-Moss (-); ")
      << "the rest behind a hyphen";
  EXPECT_EQ(read("Otto Otto PROPN NNP 2 compound\n"
                 "Sample Sample PROPN NNP 3 nsubj B-PER\n" +
                 spoke)
                .all(),
            "Otto Sample (-); ")
      << "a given name before";
}

TEST(Actors, NamesAreFreeOfWhatTheTaggerTookAlong) {
  EXPECT_EQ(read("Minister Minister PROPN NNP 2 nmod:desc B-PER\n"
                 "Ada Ada PROPN NNP 4 nsubj I-PER\n"
                 "Kern Kern PROPN NNP 2 flat I-PER\n"
                 "spoke speak VERB VBD 0 root\n")
                .all(),
            "Ada Kern (GOV); ");
  EXPECT_EQ(read("Western western ADJ JJ 2 amod B-LOC\n"
                 "Ghana Ghana PROPN NNP 3 nsubj I-LOC\n"
                 "objected object VERB VBD 0 root\n")
                .all(),
            "Ghana (GHA); ");
  EXPECT_EQ(read("Syrian Syrian ADJ JJ 2 amod B-LOC\n"
                 "city city NOUN NN 3 nsubj I-LOC\n"
                 "objected object VERB VBD 0 root\n")
                .actor("Syrian city"),
            nullptr);
}

TEST(Actors, ARoleNounIsNobodysNameWhateverTheTaggerSays) {
  const Reading r = read(
      "The the DET DT 4 det\n"
      "Ghanaian Ghanaian ADJ JJ 4 amod B-MISC\n"
      "Foreign Foreign PROPN NNP 4 compound B-ORG\n"
      "Ministry Ministry PROPN NNP 5 nsubj I-ORG\n"
      "objected object VERB VBD 0 root\n");
  ASSERT_NE(r.actor("Ghanaian Foreign Ministry"), nullptr) << r.all();
  EXPECT_EQ(r.actor("Ghanaian Foreign Ministry")->mentions[0].form, MentionForm::nominal);
}

TEST(Actors, ANameRightAfterARoleIsAPersonsWhateverTheTaggerSays) {
  const Reading r = read(
      "The the DET DT 3 det\n"
      "Chilean Chilean ADJ JJ 3 amod B-MISC\n"
      "teacher teacher NOUN NN 4 nmod:desc\n"
      "Ada Ada PROPN NNP 6 nsubj B-LOC\n"
      "Kern Kern PROPN NNP 4 flat I-LOC\n"
      "spoke speak VERB VBD 0 root\n");
  ASSERT_NE(r.actor("Ada Kern"), nullptr) << r.all();
  EXPECT_EQ(r.actor("Ada Kern")->kind, ActorKind::person);
  EXPECT_EQ(r.actor("Ada Kern")->code, "CHLEDU");
}

TEST(Actors, ACapitalBesideAStateIsAStateThoughItIsAGivenName) {
  EXPECT_EQ(read("Greece Greece PROPN NNP 4 nsubj B-LOC\n"
                 "and and CCONJ CC 3 cc\n"
                 "Sofia Sofia PROPN NNP 1 conj B-PER\n"
                 "agreed agree VERB VBD 0 root\n")
                .all(),
            "Greece (GRC); Sofia (BGR); ");
}

TEST(Actors, ALeaderWhomTheTaggerMissedIsKnown) {
  EXPECT_EQ(read("Macron Macron PROPN NNP 2 nsubj\n"
                 "spoke speak VERB VBD 0 root\n")
                .all(),
            "Macron (FRAGOV); ");
}

TEST(Actors, OfTwoNationalitiesTheOuterTellsTheState) {
  const Reading r = read(
      "Lebanese Lebanese ADJ JJ 3 amod B-MISC\n"
      "Palestinian Palestinian ADJ JJ 3 amod B-MISC\n"
      "lawmaker lawmaker NOUN NN 4 nmod:desc\n"
      "Ada Ada PROPN NNP 6 nsubj B-PER\n"
      "Kern Kern PROPN NNP 4 flat I-PER\n"
      "spoke speak VERB VBD 0 root\n");
  ASSERT_NE(r.actor("Ada Kern"), nullptr) << r.all();
  EXPECT_EQ(r.actor("Ada Kern")->code, "LBNLEG");
}

TEST(Actors, ANationalityMakesAKnownNameAnothers) {
  const Reading r = read(
      "The the DET DT 3 det\n"
      "Lebanese Lebanese ADJ JJ 3 amod B-MISC\n"
      "Fatah Fatah PROPN NNP 4 nsubj B-ORG\n"
      "objected object VERB VBD 0 root\n");
  ASSERT_NE(r.actor("Fatah"), nullptr) << r.all();
  EXPECT_EQ(r.actor("Fatah")->country, "LBN");
  EXPECT_EQ(r.actor("Fatah")->knowledge_id, std::nullopt);
}

TEST(Actors, ASpokesmanOfAParliamentsCommitteeIsOfTheParliament) {
  const Reading r = read(
      "Otto Otto PROPN NNP 11 nsubj B-PER\n"
      ", , PUNCT , 4 punct\n"
      "a a DET DT 4 det\n"
      "spokesman spokesman NOUN NN 1 appos\n"
      "for for ADP IN 9 case\n"
      "Ghana Ghana PROPN NNP 7 compound B-LOC\n"
      "parliament parliament NOUN NN 9 nmod:poss\n"
      "'s 's PART POS 7 case\n"
      "committee committee NOUN NN 4 nmod\n"
      ", , PUNCT , 4 punct\n"
      "spoke speak VERB VBD 0 root\n");
  ASSERT_NE(r.actor("Otto"), nullptr) << r.all();
  EXPECT_EQ(r.actor("Otto")->code, "GHALEG");
}

TEST(Actors, ANameRightAfterOfTellsWhoseATitleIsWhateverTheTreeSays) {
  const Reading r = read(
      "Ada Ada PROPN NNP 8 nsubj B-PER\n"
      "Kern Kern PROPN NNP 1 flat I-PER\n"
      ", , PUNCT , 4 punct\n"
      "head head NOUN NN 1 appos\n"
      "of of ADP IN 8 dep\n"
      "Ghana Ghana PROPN NNP 8 dep B-LOC\n"
      ", , PUNCT , 4 punct\n"
      "spoke speak VERB VBD 0 root\n");
  ASSERT_NE(r.actor("Ada Kern"), nullptr) << r.all();
  EXPECT_EQ(r.actor("Ada Kern")->country, "GHA");
}

TEST(Actors, WhereALawmakerIsTellsTheStateAndWhereAnAmbassadorIsDoesNot) {
  const auto code = [](const std::string& noun) {
    return read(
               "Ada Ada PROPN NNP 9 nsubj B-PER\n"
               "Kern Kern PROPN NNP 1 flat I-PER\n"
               ", , PUNCT , 5 punct\n"
               "a a DET DT 5 det\n" +
               noun + " " + noun +
               " NOUN NN 1 appos\n"
               "in in ADP IN 7 case\n"
               "Ghana Ghana PROPN NNP 5 nmod B-LOC\n"
               ", , PUNCT , 5 punct\n"
               "spoke speak VERB VBD 0 root\n")
        .actor("Ada Kern")
        ->code;
  };
  EXPECT_EQ(code("lawmaker"), "GHALEG");
  EXPECT_EQ(code("ambassador"), "GOV");
  EXPECT_EQ(code("journalist"), "JRN");
}

TEST(Actors, AFormerJournalistIsOneStill) {
  EXPECT_EQ(read("Former former ADJ JJ 2 amod\n"
                 "journalist journalist NOUN NN 3 nmod:desc\n"
                 "Ada Ada PROPN NNP 4 nsubj B-PER\n"
                 "spoke speak VERB VBD 0 root\n")
                .all(),
            "Ada (JRN); ");
}

TEST(Actors, AColonelIsOfThoseWhoseColonelHeIs) {
  EXPECT_EQ(read("Hamas Hamas PROPN NNP 2 compound B-ORG\n"
                 "Colonel Colonel PROPN NNP 3 nmod:desc\n"
                 "Otto Otto PROPN NNP 4 nsubj B-PER\n"
                 "spoke speak VERB VBD 0 root\n")
                .all(),
            "Hamas (PSEREB); Otto (PSEREB); ");
}

TEST(Actors, WhoAPersonIsMayBeToldByAnyNoun) {
  const Reading before = read(
      "Danish Danish ADJ JJ 4 amod B-MISC\n"
      "stained stained ADJ JJ 3 amod\n"
      "glazier glazier NOUN NN 4 nmod:desc\n"
      "Ada Ada PROPN NNP 6 nsubj B-PER\n"
      "Kern Kern PROPN NNP 4 flat I-PER\n"
      "spoke speak VERB VBD 0 root\n");
  ASSERT_NE(before.actor("Ada Kern"), nullptr) << before.all();
  EXPECT_EQ(before.actor("Ada Kern")->country, "DNK");
  EXPECT_EQ(read("Kern Kern PROPN NNP 4 nsubj B-PER\n"
                 "is be AUX VBZ 4 cop\n"
                 "a a DET DT 4 det\n"
                 "glazier glazier NOUN NN 0 root\n"
                 "from from ADP IN 6 case\n"
                 "Ghana Ghana PROPN NNP 4 nmod B-LOC\n")
                .all(),
            "Kern (GHA); Ghana (GHA); ");
  EXPECT_EQ(read("Kern Kern PROPN NNP 4 nsubj B-PER\n"
                 "of of ADP IN 3 case\n"
                 "Ghana Ghana PROPN NNP 1 nmod B-LOC\n"
                 "spoke speak VERB VBD 0 root\n")
                .all(),
            "Kern (GHA); Ghana (GHA); ");
}

TEST(Actors, WhoServesOrSpeaksForABodyIsOfIt) {
  EXPECT_EQ(read("Kern Kern PROPN NNP 9 nsubj B-PER\n"
                 ", , PUNCT , 3 punct\n"
                 "speaking speak VERB VBG 9 advcl\n"
                 "for for ADP IN 7 case\n"
                 "the the DET DT 7 det\n"
                 "Ghanaian Ghanaian ADJ JJ 7 amod B-MISC\n"
                 "government government NOUN NN 3 obl\n"
                 ", , PUNCT , 3 punct\n"
                 "objected object VERB VBD 0 root\n")
                .actor("Kern")
                ->code,
            "GHAGOV");
  EXPECT_EQ(read("Kern Kern PROPN NNP 2 nsubj B-PER\n"
                 "served serve VERB VBD 0 root\n"
                 "in in ADP IN 6 case\n"
                 "the the DET DT 6 det\n"
                 "Ghanaian Ghanaian ADJ JJ 6 amod B-MISC\n"
                 "army army NOUN NN 2 obl\n")
                .actor("Kern")
                ->code,
            "GHAMIL");
}

TEST(Actors, AStatesBodyIsMeantBeforeANounThatIsNoActor) {
  const Reading r = read(
      "Kern Kern PROPN NNP 2 nsubj B-PER\n"
      "died die VERB VBD 0 root\n"
      "in in ADP IN 6 case\n"
      "Ghanaian Ghanaian ADJ JJ 6 amod B-MISC\n"
      "police police NOUN NN 6 compound\n"
      "custody custody NOUN NN 2 obl\n");
  EXPECT_EQ(r.meant("police"), "Ghanaian police");
  ASSERT_NE(r.actor("Ghanaian police"), nullptr) << r.all();
  EXPECT_EQ(r.actor("Ghanaian police")->code, "GHACOP");
}

TEST(Actors, WhatIsSaidOfAPronounIntroducesWhomItMeans) {
  const Reading r = read(
      "Ada Ada PROPN NNP 3 nsubj B-PER\n"
      "Kern Kern PROPN NNP 1 flat I-PER\n"
      "spoke speak VERB VBD 0 root\n"
      "\n"
      "She she PRON PRP 4 nsubj\n"
      "is be AUX VBZ 4 cop\n"
      "a a DET DT 4 det\n"
      "refugee refugee NOUN NN 0 root\n"
      "from from ADP IN 6 case\n"
      "Ghana Ghana PROPN NNP 4 nmod B-LOC\n");
  EXPECT_EQ(r.actor("Ada Kern")->code, "GHAREF") << r.all();
}

TEST(Actors, AnUnknownWordBeforeARoleLeavesTheStateToThePhraseAfterIt) {
  EXPECT_EQ(read("A a DET DT 3 det\n"
                 "Tolkan Tolkan ADJ JJ 3 amod B-LOC\n"
                 "teacher teacher NOUN NN 6 nsubj\n"
                 "from from ADP IN 5 case\n"
                 "Ghana Ghana PROPN NNP 3 nmod B-LOC\n"
                 "spoke speak VERB VBD 0 root\n")
                .all(),
            "A Tolkan teacher from Ghana (GHAEDU); Ghana (GHA); ");
}

TEST(Actors, APlaceThatIsNotKnownTellsNothingOfThoseInIt) {
  EXPECT_EQ(read("Rebels rebel NOUN NNS 4 nsubj\n"
                 "in in ADP IN 3 case\n"
                 "Tolkavako Tolkavako PROPN NNP 1 nmod B-LOC\n"
                 "attacked attack VERB VBD 0 root\n")
                .all(),
            "Rebels (REB); ");
}

TEST(Actors, ABodyInGeneralIsNobodyInParticular) {
  EXPECT_EQ(read("An a DET DT 2 det\n"
                 "office office NOUN NN 3 nsubj\n"
                 "objected object VERB VBD 0 root\n")
                .all(),
            "");
}

TEST(Actors, TheWordsThatMakeAnAcronymMeanWhoBearsIt) {
  const Reading r = read(
      "UCM UCM PROPN NNP 2 nsubj B-ORG\n"
      "objected object VERB VBD 0 root\n"
      "\n"
      "Then then ADV RB 7 advmod\n"
      "the the DET DT 3 det\n"
      "Union Union PROPN NNP 7 nsubj\n"
      "of of ADP IN 6 case\n"
      "Coal Coal PROPN NNP 6 compound\n"
      "Miners Miners PROPN NNPS 3 nmod\n"
      "waited wait VERB VBD 0 root\n");
  EXPECT_EQ(r.meant("Union"), "Union of Coal Miners");
  EXPECT_EQ(r.meant("UCM"), "Union of Coal Miners");
}

TEST(Actors, AGroupThatPointsBackToNobodyIsAGroup) {
  const Reading r = read(
      "The the DET DT 2 det\n"
      "militants militant NOUN NNS 3 nsubj\n"
      "waited wait VERB VBD 0 root\n");
  ASSERT_EQ(r.all(), "The militants (REB); ");
  EXPECT_EQ(r.actors.actors[0].kind, ActorKind::group);
}

TEST(Actors, WhoHasNoOfficeYetIsOfTheStateAndNothingMore) {
  const Reading r = read(
      "Emmanuel Emmanuel PROPN NNP 3 nsubj B-PER\n"
      "Macron Macron PROPN NNP 1 flat I-PER\n"
      "spoke speak VERB VBD 0 root\n",
      "2010-05-01");
  EXPECT_EQ(r.all(), "Emmanuel Macron (FRA); ");
  EXPECT_TRUE(r.actors.actors[0].roles.empty());
}

TEST(Actors, AnOfficeIsOfTheStateAroundIt) {
  EXPECT_EQ(read("Ghana Ghana PROPN NNP 2 nsubj B-LOC\n"
                 "objected object VERB VBD 0 root\n"
                 "\n"
                 "The the DET DT 2 det\n"
                 "president president NOUN NN 3 nsubj\n"
                 "waited wait VERB VBD 0 root\n")
                .all(),
            "Ghana (GHA); The president (GHAGOV); ");
}

TEST(Actors, TheLastWordOfABodyMeansItAgain) {
  const Reading r = read(
      "The the DET DT 4 det\n"
      "Ghanaian Ghanaian ADJ JJ 4 amod B-MISC\n"
      "foreign foreign ADJ JJ 4 amod\n"
      "ministry ministry NOUN NN 5 nsubj\n"
      "objected object VERB VBD 0 root\n"
      "\n"
      "The the DET DT 2 det\n"
      "ministry ministry NOUN NN 3 nsubj\n"
      "waited wait VERB VBD 0 root\n");
  EXPECT_EQ(r.meant("ministry", 2), "Ghanaian foreign ministry");
}

TEST(Actors, TheTroopsAreThoseOfBeforeAndTroopsAreOthers) {
  const std::string malian =
      "Malian Malian ADJ JJ 2 amod B-MISC\n"
      "troops troop NOUN NNS 3 nsubj\n"
      "attacked attack VERB VBD 0 root\n"
      "Togo Togo PROPN NNP 3 obj B-LOC\n"
      "\n";
  EXPECT_EQ(read(malian + "The the DET DT 2 det\n"
                          "troops troop NOUN NNS 3 nsubj\n"
                          "fled flee VERB VBD 0 root\n")
                .meant("troops", 2),
            "Malian troops");
  EXPECT_EQ(read(malian + "troops troop NOUN NNS 2 nsubj\n"
                          "fled flee VERB VBD 0 root\n")
                .meant("troops", 2),
            "troops");
}

TEST(Actors, APresidentOfAnUnknownCountryIsNobodyWhoIsKnown) {
  const Reading r = read(
      "Ruritania Ruritania PROPN NNP 2 nsubj B-LOC\n"
      "objected object VERB VBD 0 root\n"
      "\n"
      "Ruritanian Ruritanian ADJ JJ 3 amod\n"
      "President President PROPN NNP 3 nmod:desc\n"
      "Emmanuel Emmanuel PROPN NNP 5 nsubj B-PER\n"
      "Macron Macron PROPN NNP 3 flat I-PER\n"
      "left leave VERB VBD 0 root\n");
  ASSERT_NE(r.actor("Emmanuel Macron"), nullptr) << r.all();
  EXPECT_EQ(r.actor("Emmanuel Macron")->knowledge_id, std::nullopt);
}

TEST(Actors, AnEmptyReportHasNone) {
  const Reading r = read("\n");
  EXPECT_TRUE(r.actors.actors.empty());
  EXPECT_TRUE(r.actors.mentions.empty());
}

TEST(Actors, APlaceIsNoPersonElsewhereInTheReport) {
  const std::string rows =
      "Afghan Afghan ADJ JJ 2 amod\n"
      "troops troop NOUN NNS 3 nsubj\n"
      "left leave VERB VBD 0 root\n"
      "Kandahar Kandahar PROPN NNP 3 obj B-LOC\n"
      "\n"
      "Kandahar Kandahar PROPN NNP 2 nsubj B-PER\n"
      "fell fall VERB VBD 0 root\n";
  EXPECT_EQ(read(rows).actor("Kandahar")->mentions.size(), 2u) << read(rows).all();
  const std::string bearer =
      "\n"
      "Ada Ada PROPN NNP 3 nsubj B-PER\n"
      "Kandahar Kandahar PROPN NNP 1 flat I-PER\n"
      "wept weep VERB VBD 0 root\n";
  EXPECT_EQ(read(rows + bearer).actor("Kandahar")->mentions.size(), 1u) << read(rows + bearer).all();
}

TEST(Actors, AConjunctionBeforeAPhraseIsNoPartOfIt) {
  const Reading r = read(
      "Ada Ada PROPN NNP 7 nsubj B-PER\n"
      "Kern Kern PROPN NNP 1 flat I-PER\n"
      "and and CCONJ CC 5 cc\n"
      "Eritrean Eritrean ADJ JJ 5 amod\n"
      "President President PROPN NNP 6 nmod:desc\n"
      "Moss Moss PROPN NNP 1 conj B-PER\n"
      "met meet VERB VBD 0 root\n");
  ASSERT_NE(r.actor("Moss"), nullptr) << r.all();
  EXPECT_EQ(r.text(r.actor("Moss")->mentions.front().span), "Eritrean President Moss");
}

// A sentence of a subject, whose last word is its head, and of a state that it criticizes.
std::string criticizes(const std::string& subject, const std::string& state = "Iran") {
  const auto words = std::count(subject.begin(), subject.end(), '\n');
  return subject + "criticized criticize VERB VBD 0 root\n" + state + " " + state + " PROPN NNP " + std::to_string(words + 1) +
         " obj B-LOC\n\n";
}

TEST(Actors, AGroupIsNotOfTheStateOnTheOtherSideOfItsVerb) {
  for (const char* subject :
       {"The the DET DT 2 det\nfishermen fisherman NOUN NNS 3 nsubj\n", "The the DET DT 2 det\nbusinessman businessman NOUN NN 3 nsubj\n",
        "The the DET DT 2 det\nlawmakers lawmaker NOUN NNS 3 nsubj\n"}) {
    const Reading r = read(criticizes(subject));
    for (const Actor& actor : r.actors.actors) EXPECT_EQ(actor.country == "IRN", actor.name == "Iran") << r.all();
  }
  const Reading police = read(
      "In in ADP IN 2 case\n"
      "Iran Iran PROPN NNP 5 obl B-LOC\n"
      "the the DET DT 4 det\n"
      "lawmakers lawmaker NOUN NNS 5 nsubj\n"
      "resigned resign VERB VBD 0 root\n");
  ASSERT_NE(police.actor("the lawmakers"), nullptr) << police.all();
  EXPECT_EQ(police.actor("the lawmakers")->code, "IRNLEG");
}

TEST(Actors, WhoIsAgainstAStateIsNotOfIt) {
  const Reading adjective = read(criticizes("American American ADJ JJ 2 amod\nadversaries adversary NOUN NNS 3 nsubj\n"));
  EXPECT_EQ(adjective.actor("American adversaries")->code, "UNK") << adjective.all();
  const Reading phrase = read(criticizes("Enemies enemy NOUN NNS 4 nsubj\nof of ADP IN 3 case\nNorway Norway PROPN NNP 1 nmod B-LOC\n"));
  EXPECT_EQ(phrase.meant("Enemies"), "Enemies of Norway") << phrase.all();
  EXPECT_EQ(phrase.actor("Enemies of Norway")->country, std::nullopt);
  const Reading party = read(criticizes("The the DET DT 3 det\nRepublican Republican ADJ JJ 3 amod\nrivals rival NOUN NNS 4 nsubj\n"));
  EXPECT_EQ(party.actor("Republican rivals")->code, "USAPTY") << party.all();
}

TEST(Actors, APartyKnownEverywhereIsThatOfItsState) {
  const Reading alone = read(criticizes("Republicans Republican PROPN NNPS 2 nsubj B-MISC\n", "Syria"));
  EXPECT_EQ(alone.actor("Republicans")->code, "USAPTY") << alone.all();
  EXPECT_EQ(alone.actor("Republicans")->knowledge_id, "organisation/republican-party");
  const Reading elsewhere = read(criticizes("Republicans Republican PROPN NNPS 2 nsubj B-MISC\n", "Armenia"));
  EXPECT_EQ(elsewhere.actor("Republicans")->code, "ARMPTY") << elsewhere.all();
  const Reading both = read(criticizes("Republicans Republican PROPN NNPS 2 nsubj B-MISC\n", "Armenia") +
                            criticizes("Washington Washington PROPN NNP 2 nsubj B-LOC\n", "Armenia"));
  EXPECT_EQ(both.actor("Republicans")->code, "USAPTY") << both.all();
}

TEST(Actors, ASharedNameIsThatOfTheStateTheReportSpeaksOf) {
  const std::string socialists = "The the DET DT 2 det\nSocialists Socialist PROPN NNPS 3 nsubj B-MISC\n";
  EXPECT_EQ(read(criticizes(socialists, "Spain")).actor("Socialists")->code, "ESPPTY");
  EXPECT_EQ(read(criticizes(socialists, "France")).actor("Socialists")->code, "FRAPTY");
  const Reading tie = read(criticizes(socialists, "France") + criticizes(socialists, "Spain"));
  for (const Actor& actor : tie.actors.actors) EXPECT_NE(actor.code, "ESPPTY") << tie.all();
  const Reading ministry = read(criticizes("Labour labour NOUN NN 2 compound\nMinister minister NOUN NN 3 nsubj\n", "Norway"));
  EXPECT_EQ(ministry.actor("Labour"), nullptr) << ministry.all();
}

TEST(Actors, TheAdjectiveOfAnOrganisationTellsWhoseSomebodyIs) {
  const Reading leaders = read(criticizes("European European ADJ JJ 2 amod B-MISC\nleaders leader NOUN NNS 3 nsubj\n"));
  EXPECT_EQ(leaders.actor("European leaders")->code, "IGOEUR") << leaders.all();
  EXPECT_EQ(leaders.actors.actors.size(), 2u) << "the adjective alone means nobody: " << leaders.all();
  const Reading senators =
      read(criticizes("Seven seven NUM CD 3 nummod\nRepublican Republican ADJ JJ 3 amod\nsenators senator NOUN NNS 4 nsubj\n"));
  EXPECT_EQ(senators.actor("Seven Republican senators")->code, "USALEG") << senators.all();
  const Reading troops =
      read(criticizes("Seven seven NUM CD 4 nummod\nSpanish Spanish ADJ JJ 4 amod\nRepublican Republican ADJ JJ 4 amod\nsoldiers soldier "
                      "NOUN NNS 5 nsubj\n"));
  EXPECT_EQ(troops.actor("Seven Spanish Republican soldiers")->code, "ESPMIL") << troops.all();
  const Reading reforms = read(criticizes("Democratic democratic ADJ JJ 2 amod\nactivists activist NOUN NNS 3 nsubj\n"));
  EXPECT_EQ(reforms.actor("Democratic activists")->country, std::nullopt)
      << "a capital at the start of a sentence tells nothing: " << reforms.all();
}

TEST(Actors, WhoWasInOfficeIsKnownThoughACandidate) {
  const Reading r = read(
      "Yesterday yesterday NOUN NN 6 obl:unmarked\n"
      "Republican Republican ADJ JJ 3 amod\n"
      "candidate candidate NOUN NN 4 nmod:desc\n"
      "Donald Donald PROPN NNP 6 nsubj B-PER\n"
      "Trump Trump PROPN NNP 4 flat I-PER\n"
      "spoke speak VERB VBD 0 root\n",
      "2016-05-01");
  ASSERT_NE(r.actor("Donald Trump"), nullptr) << r.all();
  EXPECT_EQ(r.actor("Donald Trump")->knowledge_id, "person/donald-trump");
  EXPECT_EQ(r.actor("Donald Trump")->code, "USAPTY");
}

TEST(Actors, AConstituencyBehindANameTellsTheState) {
  for (const bool brackets : {false, true}) {
    const Reading r = read(std::string("Senator senator PROPN NNP 2 nmod:desc\n"
                                       "Ada Ada PROPN NNP 9 nsubj B-PER\n"
                                       "Kern Kern PROPN NNP 2 flat I-PER\n") +
                           (brackets ? "( ( PUNCT -LRB- 5 punct\n" : ", , PUNCT , 5 punct\n") +
                           "R R PROPN NNP 2 appos O glued\n"
                           "- - PUNCT HYPH 7 punct O glued\n"
                           "Ky. Ky. PROPN NNP 5 flat\n" +
                           (brackets ? ") ) PUNCT -RRB- 5 punct\n" : ", , PUNCT , 5 punct\n") + "spoke speak VERB VBD 0 root\n");
    ASSERT_NE(r.actor("Ada Kern"), nullptr) << r.all();
    EXPECT_EQ(r.actor("Ada Kern")->code, "USALEG");
  }
}

TEST(Actors, OfficialsOfAnAdministrationAreOfTheStateOfItsHead) {
  const Reading before =
      read(criticizes(
               "Merkel Merkel PROPN NNP 2 compound B-PER\ngovernment government NOUN NN 3 compound\nofficials official NOUN NNS 4 nsubj\n"),
           "2015-05-01");
  EXPECT_EQ(before.actor("Merkel government officials")->code, "DEUGOV") << before.all();
  const Reading after =
      read(criticizes(
               "Officials official NOUN NNS 6 nsubj\nin in ADP IN 5 case\nthe the DET DT 5 det\nMerkel Merkel PROPN NNP 5 compound B-PER\n"
               "government government NOUN NN 1 nmod\n"),
           "2015-05-01");
  EXPECT_EQ(after.meant("Officials"), "Officials in the Merkel government") << after.all();
}

TEST(Actors, TheGovernmentOfNoStateThatIsToldIsAnActorStill) {
  const Reading r = read(criticizes("The the DET DT 2 det\nadministration administration NOUN NN 3 nsubj\n"));
  ASSERT_NE(r.actor("The administration"), nullptr) << r.all();
  EXPECT_EQ(r.actor("The administration")->code, "GOV");
}

TEST(Actors, CiviliansAreOfThePlaceOfTheirSentence) {
  const std::string killed =
      "In in ADP IN 2 case\n"
      "Libya Libya PROPN NNP 3 obl B-LOC\n"
      "died die VERB VBD 0 root\n"
      "nine nine NUM CD 5 nummod\n"
      "people people NOUN NNS 3 nsubj\n";
  const Reading one = read(killed);
  ASSERT_NE(one.actor("nine people"), nullptr) << one.all();
  EXPECT_EQ(one.actor("nine people")->code, "LBYCVL");
  EXPECT_TRUE(one.actor("nine people")->country_from_report);
  const Reading two = read(killed + "today today NOUN NN 3 obl:unmarked\nin in ADP IN 8 case\nNorway Norway PROPN NNP 3 obl B-LOC\n");
  EXPECT_EQ(two.actor("nine people")->code, "CVL") << two.all();
}

TEST(Actors, PartiesAndCourtsTellWhereAReportIsAtHome) {
  std::string rows = criticizes("The the DET DT 2 det\nopposition opposition NOUN NN 3 nsubj\n", "Iran");
  for (int i = 0; i < 6; ++i)
    rows += criticizes("The the DET DT 2 det\nBundestag Bundestag PROPN NNP 3 nsubj B-ORG\n", i % 2 ? "Iran" : "Norway");
  rows += criticizes("Nine nine NUM CD 2 nummod\nlawmakers lawmaker NOUN NNS 3 nsubj\n");
  const Reading r = read(rows);
  ASSERT_NE(r.actor("Nine lawmakers"), nullptr) << r.all();
  EXPECT_EQ(r.actor("Nine lawmakers")->code, "DEULEG");
  EXPECT_TRUE(r.actor("Nine lawmakers")->country_from_report);
}

TEST(Actors, WhoIsOfNoCountryIsAtHomeWhereNearlyAllTheReportIs) {
  std::string rows;
  for (int i = 0; i < 6; ++i) rows += criticizes("Norway Norway PROPN NNP 2 nsubj B-LOC\n", "Norway");
  const std::string teachers = criticizes("Nine nine NUM CD 2 nummod\nteachers teacher NOUN NNS 3 nsubj\n", "Norway");
  const Reading r = read(rows + teachers);
  ASSERT_NE(r.actor("Nine teachers"), nullptr) << r.all();
  EXPECT_EQ(r.actor("Nine teachers")->country, "NOR");
  EXPECT_TRUE(r.actor("Nine teachers")->country_from_report);
  const Reading short_report = read(teachers);
  EXPECT_EQ(short_report.actor("Nine teachers")->country, std::nullopt) << short_report.all();
}

TEST(Actors, ASurnameTaggedAsAPlaceIsItsPerson) {
  const Reading r = read(
      "Tolk Tolk PROPN NNP 2 nsubj B-LOC\nleft leave VERB VBD 0 root\n\n"
      "Maren Maren PROPN NNP 3 nsubj B-PER\nTolk Tolk PROPN NNP 1 flat I-PER\nspoke speak VERB VBD 0 root\n");
  EXPECT_EQ(r.meant("Tolk"), "Maren Tolk") << r.all();
}

TEST(Actors, InABodysOwnStatementWeIsThatBody) {
  const std::string we = "We we PRON PRP 2 nsubj\nmourn mourn VERB VBP 0 root\n\n";
  const std::string condemns =
      "Norway Norway PROPN NNP 2 nsubj B-LOC\ncondemns condemn VERB VBZ 0 root\nIran Iran PROPN NNP 2 obj B-LOC\n\n";
  EXPECT_EQ(read(condemns + we).meant("We"), "Norway");
  const std::string condemned =
      "Norway Norway PROPN NNP 2 nsubj B-LOC\ncondemned condemn VERB VBD 0 root\nIran Iran PROPN NNP 2 obj B-LOC\n\n";
  EXPECT_EQ(read(condemned + we).meant("We"), "") << "the writer";
}

TEST(Actors, ASurnameIsThatOfWhomTheReportIsAbout) {
  const std::string often = "Tolk Tolk PROPN NNP 2 nsubj B-PER\nspoke speak VERB VBD 0 root\n\n";
  const std::string ted = "Ted Ted PROPN NNP 3 nsubj B-PER\nTolk Tolk PROPN NNP 1 flat I-PER\nspoke speak VERB VBD 0 root\n\n";
  const std::string heidi = "Heidi Heidi PROPN NNP 3 nsubj B-PER\nTolk Tolk PROPN NNP 1 flat I-PER\nspoke speak VERB VBD 0 root\n\n";
  const Reading about_ted = read(ted + often + often + heidi + often);
  EXPECT_EQ(about_ted.actor("Ted Tolk")->mentions.size(), 4U) << about_ted.all();
  const Reading about_both = read(ted + heidi + often);
  EXPECT_EQ(about_both.actor("Heidi Tolk")->mentions.size(), 2U) << about_both.all();
}

TEST(Actors, AMinistersSpokeswomanIsOfTheStateSpokenOfBefore) {
  const Reading r = read(
      "Oslo Oslo PROPN NNP 2 nsubj B-LOC\n"
      "refused refuse VERB VBD 0 root O glued\n"
      ". . PUNCT . 2 punct\n\n"
      "Foreign foreign ADJ JJ 2 amod\n"
      "ministry ministry NOUN NN 3 compound\n"
      "spokeswoman spokeswoman NOUN NN 6 nsubj\n"
      "Ada Ada PROPN NNP 3 appos B-PER\n"
      "Kern Kern PROPN NNP 4 flat I-PER\n"
      "called call VERB VBD 0 root\n"
      "the the DET DT 8 det\n"
      "note note NOUN NN 6 obj\n"
      "a a DET DT 10 det\n"
      "joke joke NOUN NN 6 xcomp O glued\n"
      ". . PUNCT . 6 punct\n");
  ASSERT_NE(r.actor("Ada Kern"), nullptr) << r.all();
  EXPECT_EQ(r.actor("Ada Kern")->code, "NORGOV");
  EXPECT_TRUE(r.actor("Ada Kern")->country_from_report);
}

TEST(Actors, OfTwoStatesSpokenOfBeforeNeitherIsASpokeswomans) {
  const Reading r = read(
      "Oslo Oslo PROPN NNP 2 nsubj B-LOC\n"
      "accused accus VERB VBD 0 root\n"
      "Riga Riga PROPN NNP 2 obj B-LOC\n"
      "of of SCONJ IN 5 mark\n"
      "spying spying NOUN NN 2 obl O glued\n"
      ". . PUNCT . 2 punct\n\n"
      "Foreign foreign ADJ JJ 2 amod\n"
      "ministry ministry NOUN NN 3 compound\n"
      "spokeswoman spokeswoman NOUN NN 6 nsubj\n"
      "Ada Ada PROPN NNP 6 nsubj B-PER\n"
      "Kern Kern PROPN NNP 4 flat I-PER\n"
      "called call VERB VBD 0 root\n"
      "the the DET DT 8 det\n"
      "note note NOUN NN 6 obj\n"
      "a a DET DT 10 det\n"
      "joke joke NOUN NN 6 xcomp O glued\n"
      ". . PUNCT . 6 punct\n");
  ASSERT_NE(r.actor("Ada Kern"), nullptr) << r.all();
  EXPECT_EQ(r.actor("Ada Kern")->code, "GOV");
}

TEST(Actors, AnArmyChiefIsOfTheStateWhoseArmyWasNamed) {
  const Reading r = read(
      "The the DET DT 3 det\n"
      "Malian Malian ADJ JJ 3 amod B-MISC\n"
      "army army NOUN NN 4 nsubj\n"
      "withdrew withdr VERB VBD 0 root O glued\n"
      ". . PUNCT . 4 punct\n\n"
      "Rebels rebel NOUN NNS 2 nsubj\n"
      "cheered cheer VERB VBD 0 root O glued\n"
      ". . PUNCT . 2 punct\n\n"
      "The the DET DT 3 det\n"
      "army army NOUN NN 3 compound\n"
      "chief chief NOUN NN 10 nsubj O glued\n"
      ", , PUNCT , 6 punct\n"
      "General General PROPN NNP 6 nmod:desc\n"
      "Otto Otto PROPN NNP 3 appos B-PER\n"
      "Brand Brand PROPN NNP 6 flat I-PER glued\n"
      ", , PUNCT , 3 punct\n"
      "was be AUX VBD 10 cop\n"
      "silent silent ADJ JJ 0 root O glued\n"
      ". . PUNCT . 10 punct\n");
  ASSERT_NE(r.actor("Otto Brand"), nullptr) << r.all();
  EXPECT_EQ(r.actor("Otto Brand")->code, "MLIMIL");
}

TEST(Actors, WhoCommandsAnArmedGroupIsItsMemberWhateverHisRank) {
  const Reading r = read(
      "General General PROPN NNP 2 nmod:desc\n"
      "Otto Otto PROPN NNP 13 nsubj B-PER\n"
      "Brand Brand PROPN NNP 2 flat I-PER glued\n"
      ", , PUNCT , 6 punct\n"
      "the the DET DT 6 det\n"
      "commander commander NOUN NN 2 appos\n"
      "of of ADP IN 11 case\n"
      "the the DET DT 11 det\n"
      "Rapid Rapid ADJ NNP 10 amod B-ORG\n"
      "Support Support PROPN NNP 11 compound I-ORG\n"
      "Forces Force PROPN NNPS 6 nmod I-ORG glued\n"
      ", , PUNCT , 2 punct\n"
      "refused refuse VERB VBD 0 root O glued\n"
      ". . PUNCT . 13 punct\n",
      "2024-02-22");
  const Actor* brand = r.actor("Otto Brand");
  ASSERT_NE(brand, nullptr) << r.all();
  EXPECT_EQ(brand->code, "SDNPRM");
  ASSERT_EQ(brand->member_of.size(), 1u);
  EXPECT_EQ(r.actors.actors[brand->member_of[0].index].name, "Rapid Support Forces");
}

TEST(Actors, WhoSpeaksForAGroupIsWhatItIs) {
  const Reading r = read(
      "Hezbollah Hezbollah PROPN NNP 2 nsubj B-ORG\n"
      "sent send VERB VBD 0 root\n"
      "a a DET DT 4 det\n"
      "letter letter NOUN NN 2 obj O glued\n"
      ". . PUNCT . 2 punct\n\n"
      "Its its PRON PRP$ 3 nmod:poss\n"
      "chief chief ADJ JJ 3 amod\n"
      "negotiator negotiator NOUN NN 8 nsubj O glued\n"
      ", , PUNCT , 5 punct\n"
      "Otto Otto PROPN NNP 3 appos B-PER\n"
      "Brand Brand PROPN NNP 5 flat I-PER glued\n"
      ", , PUNCT , 3 punct\n"
      "signed sign VERB VBD 0 root\n"
      "it it PRON PRP 8 obj O glued\n"
      ". . PUNCT . 8 punct\n");
  const Actor* brand = r.actor("Otto Brand");
  ASSERT_NE(brand, nullptr) << r.all();
  EXPECT_EQ(brand->code, "LBNREB");
  ASSERT_EQ(brand->member_of.size(), 1u);
  EXPECT_EQ(r.actors.actors[brand->member_of[0].index].name, "Hezbollah");
}

TEST(Actors, ANounOfItsNamePointsBackToAnOrganisation) {
  const Reading r = read(
      "The the DET DT 3 det\n"
      "International International ADJ NNP 3 amod B-ORG\n"
      "Committee Committee PROPN NNP 8 nsubj I-ORG\n"
      "of of ADP IN 7 case\n"
      "the the DET DT 7 det\n"
      "Red Red ADJ NNP 7 amod B-ORG\n"
      "Cross Cross PROPN NNP 3 nmod I-ORG\n"
      "waited wait VERB VBD 0 root O glued\n"
      ". . PUNCT . 8 punct\n\n"
      "Ada Ada PROPN NNP 9 nsubj B-PER\n"
      "Kern Kern PROPN NNP 1 flat I-PER glued\n"
      ", , PUNCT , 7 punct\n"
      "the the DET DT 5 det\n"
      "committee committee NOUN NN 7 nmod:poss O glued\n"
      "'s 's PART POS 5 case\n"
      "delegate delegate NOUN NN 1 appos O glued\n"
      ", , PUNCT , 1 punct\n"
      "wept wept VERB VBD 0 root O glued\n"
      ". . PUNCT . 9 punct\n");
  const Actor* kern = r.actor("Ada Kern");
  ASSERT_NE(kern, nullptr) << r.all();
  EXPECT_EQ(r.meant("committee"), "International Committee of the Red Cross");
  EXPECT_EQ(kern->code, "NGOCRC");
  EXPECT_TRUE(kern->sectors.empty());
  ASSERT_EQ(kern->member_of.size(), 1u);
}

TEST(Actors, ANameAndTheNounForWhatItIsAreOne) {
  const Reading r = read(
      "The the DET DT 4 det\n"
      "Interfax Interfax PROPN NNP 4 compound B-ORG\n"
      "news news NOUN NN 4 compound\n"
      "agency agency NOUN NN 9 nsubj\n"
      "and and CCONJ CC 7 cc\n"
      "the the DET DT 7 det\n"
      "broadcaster broadcaster NOUN NN 4 conj\n"
      "NHK NHK PROPN NNP 7 appos B-ORG\n"
      "disagreed disagree VERB VBD 0 root O glued\n"
      ". . PUNCT . 9 punct\n");
  EXPECT_EQ(r.actors.actors.size(), 2u) << r.all();
  EXPECT_EQ(r.meant("agency"), "Interfax");
  EXPECT_EQ(r.meant("NHK"), "NHK");
}

TEST(Actors, ABareNameIsThatNamedWithItsStateBefore) {
  const Reading r = read(
      "The the DET DT 3 det\n"
      "Belarusian Belarusian ADJ JJ 3 amod B-MISC\n"
      "KGB KGB PROPN NNP 4 nsubj B-ORG\n"
      "arrested arrest VERB VBD 0 root\n"
      "two two NUM CD 6 nummod\n"
      "men man NOUN NNS 4 obj O glued\n"
      ". . PUNCT . 4 punct\n\n"
      "The the DET DT 2 det\n"
      "KGB KGB PROPN NNP 3 nsubj B-ORG\n"
      "gave give VERB VBD 0 root\n"
      "no no DET DT 5 det\n"
      "reason reason NOUN NN 3 obj O glued\n"
      ". . PUNCT . 3 punct\n",
      "2019-10-24");
  EXPECT_EQ(r.meant("KGB", 2), "Belarusian KGB") << r.all();
}

TEST(Actors, AGovernmentIsTheOneThatWasCalledSoBefore) {
  const Reading r = read(
      "Guinea Guinea PROPN NNP 3 nmod:poss B-LOC glued\n"
      "'s 's PART POS 1 case\n"
      "junta junta NOUN NN 4 nsubj\n"
      "closed close VERB VBD 0 root\n"
      "the the DET DT 6 det\n"
      "border border NOUN NN 4 obj O glued\n"
      ". . PUNCT . 4 punct\n\n"
      "Mali Mali PROPN NNP 2 nsubj B-LOC\n"
      "protested protest VERB VBD 0 root O glued\n"
      ". . PUNCT . 2 punct\n\n"
      "The the DET DT 2 det\n"
      "junta junta NOUN NN 3 nsubj\n"
      "said say VERB VBD 0 root\n"
      "nothing nothing PRON NN 3 obj O glued\n"
      ". . PUNCT . 3 punct\n");
  EXPECT_EQ(r.meant("junta", 2), "Guinea") << r.all();
}

TEST(Actors, AServiceOfStateSecurityIsNoOtherDepartment) {
  const Reading r = read(
      "Lithuania Lithuania PROPN NNP 5 nmod:poss B-LOC glued\n"
      "'s 's PART POS 1 case\n"
      "State State PROPN NNP 5 compound B-ORG\n"
      "Security Security PROPN NNP 5 compound I-ORG\n"
      "Department Department PROPN NNP 6 nsubj I-ORG\n"
      "suspects suspect VERB VBZ 0 root\n"
      "him he PRON PRP 6 obj O glued\n"
      ". . PUNCT . 6 punct\n");
  ASSERT_NE(r.actor("State Security Department"), nullptr) << r.all();
  EXPECT_EQ(r.actor("State Security Department")->code, "LTUSPY");
}

TEST(Actors, ThreePowersAreTheThreeThatWereNamedTogether) {
  const Reading r = read(
      "Britain Britain PROPN NNP 6 nsubj B-LOC glued\n"
      ", , PUNCT , 3 punct\n"
      "France France PROPN NNP 1 conj B-LOC\n"
      "and and CCONJ CC 5 cc\n"
      "Germany Germany PROPN NNP 1 conj B-LOC\n"
      "protested protest VERB VBD 0 root O glued\n"
      ". . PUNCT . 6 punct\n\n"
      "Iran Iran PROPN NNP 2 nsubj B-LOC\n"
      "answered answer VERB VBD 0 root\n"
      "Norway Norway PROPN NNP 2 obj B-LOC glued\n"
      ". . PUNCT . 2 punct\n\n"
      "The the DET DT 3 det\n"
      "three three NUM CD 3 nummod\n"
      "powers power NOUN NNS 4 nsubj\n"
      "waited wait VERB VBD 0 root O glued\n"
      ". . PUNCT . 4 punct\n");
  EXPECT_EQ(r.meant("powers"), "Britain + France + Germany");
}

TEST(Actors, ASpokesmanIsOfThoseHeSpeaksFor) {
  const Reading r = read(
      "A a DET DT 2 det\n"
      "spokesman spokesman NOUN NN 8 nsubj\n"
      "for for ADP IN 7 case\n"
      "the the DET DT 7 det\n"
      "U.S. U.S. PROPN NNP 7 compound B-ORG\n"
      "Seventh Seventh ADJ NNP 7 amod I-ORG\n"
      "Fleet Fleet PROPN NNP 2 nmod I-ORG\n"
      "laughed laugh VERB VBD 0 root O glued\n"
      ". . PUNCT . 8 punct\n");
  ASSERT_NE(r.actor("A spokesman for the U.S. Seventh Fleet"), nullptr) << r.all();
  EXPECT_EQ(r.actor("A spokesman for the U.S. Seventh Fleet")->code, "USAMIL");
}

TEST(Actors, WhoBacksAGroupIsNotMeant) {
  const Reading r = read(
      "The the DET DT 5 det\n"
      "Iran Iran PROPN NNP 4 obl:unmarked B-LOC glued\n"
      "- - PUNCT HYPH 2 punct O glued\n"
      "backed back VERB VBN 5 amod\n"
      "group group NOUN NN 6 nsubj\n"
      "denied deny VERB VBD 0 root\n"
      "it it PRON PRP 6 obj O glued\n"
      ". . PUNCT . 6 punct\n");
  EXPECT_EQ(r.meant("Iran"), "") << r.all();
}

TEST(Actors, AFormerPresidentIsNoOfficialOfHisStateWhoseverEnvoyHeIs) {
  const Reading r = read(
      "Former former ADJ JJ 3 amod\n"
      "Nigerian Nigerian ADJ JJ 3 amod B-MISC\n"
      "president president NOUN NN 12 nsubj\n"
      "Otto Otto PROPN NNP 12 nsubj B-PER\n"
      "Brand Brand PROPN NNP 4 flat I-PER glued\n"
      ", , PUNCT , 10 punct\n"
      "the the DET DT 8 det\n"
      "bloc bloc NOUN NN 10 nmod:poss O glued\n"
      "'s 's PART POS 8 case\n"
      "envoy envoy NOUN NN 4 appos O glued\n"
      ", , PUNCT , 4 punct\n"
      "left leave VERB VBD 0 root O glued\n"
      ". . PUNCT . 12 punct\n");
  ASSERT_NE(r.actor("Otto Brand"), nullptr) << r.all();
  EXPECT_EQ(r.actor("Otto Brand")->code, "NGAELI");
}

TEST(Actors, WhoWasJailedUnderARulerOrAdvisesHimIsOfHisState) {
  const Reading r = read(
      "Ada Ada PROPN NNP 15 nsubj B-PER\n"
      "Kern Kern PROPN NNP 1 flat I-PER glued\n"
      ", , PUNCT , 6 punct\n"
      "an a DET DT 6 det\n"
      "opposition opposition NOUN NN 6 compound\n"
      "leader leader NOUN NN 1 appos\n"
      "who who PRON WP 10 nsubj:pass\n"
      "had have AUX VBD 10 aux\n"
      "been be AUX VBN 10 aux:pass\n"
      "jailed jail VERB VBN 6 acl:relcl\n"
      "under under ADP IN 12 case\n"
      "Alpha Alpha PROPN NNP 10 obl B-PER\n"
      "Conde Conde PROPN NNP 12 flat I-PER glued\n"
      ", , PUNCT , 1 punct\n"
      "laughed laugh VERB VBD 0 root O glued\n"
      ". . PUNCT . 15 punct\n\n"
      "An a DET DT 2 det\n"
      "adviser adviser NOUN NN 5 nsubj\n"
      "to to ADP IN 4 case\n"
      "Conde Conde PROPN NNP 2 nmod B-PER\n"
      "scoffed scoff VERB VBD 0 root O glued\n"
      ". . PUNCT . 5 punct\n",
      "2021-09-16");
  ASSERT_NE(r.actor("Ada Kern"), nullptr) << r.all();
  EXPECT_EQ(r.actor("Ada Kern")->code, "GINOPP");
  ASSERT_NE(r.actor("An adviser"), nullptr) << r.all();
  EXPECT_EQ(r.actor("An adviser")->code, "GINGOV");
}

TEST(Actors, WhoseIsWhomTheWordsBeforeTheCommaName) {
  const Reading r = read(
      "He he PRON PRP 2 nsubj\n"
      "called call VERB VBD 0 root\n"
      "President President PROPN NNP 4 nmod:desc\n"
      "Gitanas Gitanas PROPN NNP 2 obj B-PER\n"
      "Nauseda Nauseda PROPN NNP 4 flat I-PER glued\n"
      ", , PUNCT , 9 punct\n"
      "whose whose PRON WP$ 8 nmod:poss\n"
      "office office NOUN NN 9 nsubj\n"
      "said say VERB VBD 2 advcl:relcl\n"
      "nothing nothing PRON NN 9 obj O glued\n"
      ". . PUNCT . 2 punct\n",
      "2019-10-24");
  EXPECT_EQ(r.meant("whose"), "Gitanas Nauseda");
  ASSERT_NE(r.actor("Gitanas Nauseda’s office"), nullptr) << r.all();
  EXPECT_EQ(r.actor("Gitanas Nauseda’s office")->code, "LTUGOV");
}

TEST(Actors, WhatIsDoneByForceIsDoneByNobody) {
  const Reading r = read(
      "The the DET DT 2 det\n"
      "rebels rebel NOUN NNS 0 root\n"
      "left leave VERB VBN 2 acl\n"
      "by by ADP IN 5 case\n"
      "force force NOUN NN 3 obl O glued\n"
      ". . PUNCT . 3 punct\n");
  EXPECT_EQ(r.meant("force"), "") << r.all();
}

TEST(Actors, ASpokesmanWithoutAnotherWordIsOfWhoActedBefore) {
  const Reading r = read(
      "The the DET DT 3 det\n"
      "United United ADJ NNP 3 amod B-ORG\n"
      "Nations Nation PROPN NNPS 4 nsubj I-ORG\n"
      "counted count VERB VBD 0 root\n"
      "again again ADV RB 4 advmod O glued\n"
      ". . PUNCT . 4 punct\n\n"
      "Spokesman Spokesman PROPN NNP 2 nmod:desc\n"
      "Otto Otto PROPN NNP 4 nsubj B-PER\n"
      "Brand Brand PROPN NNP 2 flat I-PER\n"
      "gave give VERB VBD 0 root\n"
      "both both DET DT 6 det\n"
      "numbers number NOUN NNS 4 obj O glued\n"
      ". . PUNCT . 4 punct\n");
  ASSERT_NE(r.actor("Otto Brand"), nullptr) << r.all();
  EXPECT_EQ(r.actor("Otto Brand")->code, "IGOUNO");
}

TEST(Actors, AMemberOfTheGroupIsOfTheOneThatWasNamed) {
  const Reading r = read(
      "Fighters fighter NOUN NNS 4 nsubj\n"
      "of of ADP IN 3 case\n"
      "Hezbollah Hezbollah PROPN NNP 1 nmod B-LOC\n"
      "took take VERB VBD 0 root\n"
      "the the DET DT 6 det\n"
      "town town NOUN NN 4 obj O glued\n"
      ". . PUNCT . 4 punct\n\n"
      "Otto Otto PROPN NNP 10 nsubj B-PER\n"
      "Brand Brand PROPN NNP 1 flat I-PER glued\n"
      ", , PUNCT , 5 punct\n"
      "a a DET DT 5 det\n"
      "member member NOUN NN 1 appos\n"
      "of of ADP IN 8 case\n"
      "the the DET DT 8 det\n"
      "group group NOUN NN 5 nmod O glued\n"
      ", , PUNCT , 1 punct\n"
      "filmed film VERB VBD 0 root\n"
      "it it PRON PRP 10 obj O glued\n"
      ". . PUNCT . 10 punct\n");
  const Actor* brand = r.actor("Otto Brand");
  ASSERT_NE(brand, nullptr) << r.all();
  EXPECT_EQ(brand->code, "LBNREB");
  ASSERT_EQ(brand->member_of.size(), 1u);
  EXPECT_EQ(r.actors.actors[brand->member_of[0].index].name, "Hezbollah");
}

TEST(Actors, TheGuardOfACoastGuardIsNoGuard) {
  const Reading r = read(
      "The the DET DT 4 det\n"
      "coast coast NOUN NN 3 compound\n"
      "guard guard NOUN NN 4 compound\n"
      "commander commander NOUN NN 7 nsubj\n"
      "Otto Otto PROPN NNP 4 flat B-PER\n"
      "Brand Brand PROPN NNP 4 flat I-PER\n"
      "laughed laugh VERB VBD 0 root O glued\n"
      ". . PUNCT . 7 punct\n");
  ASSERT_NE(r.actor("Otto Brand"), nullptr) << r.all();
  EXPECT_EQ(r.actor("Otto Brand")->code, "MIL");
}

}  // namespace
}  // namespace casus
