#include "actors/actors.h"

#include <gtest/gtest.h>

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

TEST(Actors, AnEmptyReportHasNone) {
  const Reading r = read("\n");
  EXPECT_TRUE(r.actors.actors.empty());
  EXPECT_TRUE(r.actors.mentions.empty());
}

}  // namespace
}  // namespace casus
