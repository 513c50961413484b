#include "commitments/commitments.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "events/scene_for_tests.h"

namespace casus {
namespace {

const CommitmentRules& rules() {
  static const auto loaded = CommitmentRules::load("rules/commitments");
  if (!loaded) throw std::runtime_error(loaded.error().message);
  return *loaded;
}

const Lexicon& lexicon() {
  static const auto ontology = Ontology::load("rules/ontology");
  static const auto loaded = Lexicon::load("rules/lexicon", *ontology);
  if (!loaded) throw std::runtime_error(loaded.error().message);
  return *loaded;
}

InstrumentMention instrument(const Scene& scene, const std::string& form) {
  const std::size_t at = scene.at(form);
  InstrumentMention mention;
  mention.range = {at, at + 1};
  mention.head = at;
  mention.name = form;
  return mention;
}

std::vector<Commitment> commitments(const Scene& scene, const std::vector<InstrumentMention>& instruments) {
  return find_commitments(scene.text.document, scene.text.tokens, scene.text.parse, scene.actors, scene.places, scene.statements,
                          instruments, lexicon(), rules())
      .commitments;
}

// "The pact obliges Rur to defend Lutz if Oost attacks it."
std::string pact_obliges() {
  return R"(
    The the DET DT 2 det
    pact pact NOUN NN 3 nsubj
    obliges oblige VERB VBZ 0 root
    Rur Rur PROPN NNP 3 obj
    to to PART TO 6 mark
    defend defend VERB VB 3 xcomp
    Lutz Lutz PROPN NNP 6 obj
    if if SCONJ IN 10 mark
    Oost Oost PROPN NNP 10 nsubj
    attacks attack VERB VBZ 6 advcl
    it it PRON PRP 10 obj
    . . PUNCT . 3 punct
  )";
}

Scene parties(const std::string& rows) {
  Scene scene(rows);
  scene.actor("RUR", {"Rur"}).actor("LTZ", {"Lutz"}).actor("OST", {"Oost"});
  return scene;
}

TEST(Commitments, TellWhoOwesWhatToWhomOnWhichCondition) {
  const Scene scene = parties(pact_obliges());
  const auto found = commitments(scene, {instrument(scene, "pact")});
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].bound, std::vector{ActorId{0}});
  EXPECT_EQ(found[0].beneficiaries, std::vector{ActorId{1}});
  EXPECT_EQ(found[0].duty, "defence");
  ASSERT_TRUE(found[0].instrument);
  EXPECT_EQ(found[0].instrument->name, "pact");
  ASSERT_TRUE(found[0].condition);
  EXPECT_EQ(found[0].condition->text, "if Oost attacks it");
  EXPECT_EQ(found[0].triggered, "unknown");
  EXPECT_EQ(found[0].from, Source::text);
}

// "... It does not extend to Zand."
TEST(Commitments, ScopeThatIsLeftOutIsOfTheOneToldBefore) {
  Scene scene = parties(pact_obliges() + R"(
    It it PRON PRP 4 nsubj
    does do AUX VBZ 4 aux
    not not PART RB 4 advmod
    extend extend VERB VB 0 root
    to to ADP IN 6 case
    Zand Zand PROPN NNP 4 obl
    . . PUNCT . 4 punct
  )");
  scene.place("Zand", 1);
  const auto found = commitments(scene, {instrument(scene, "pact")});
  ASSERT_EQ(found.size(), 1u);
  ASSERT_EQ(found[0].excludes.size(), 1u);
  EXPECT_EQ(found[0].excludes[0].text, "Zand");
  EXPECT_EQ(found[0].triggered, "no");
}

// "... Nobody fell, Rur said."
TEST(Commitments, AreNotDueWhereThoseBoundDenyTheCase) {
  Scene scene = parties(pact_obliges() + R"(
    Nobody nobody PRON NN 2 nsubj
    fell fall VERB VBD 0 root
    . . PUNCT . 2 punct
  )");
  scene.said("RUR", "assert", "Nobody", "fell");
  const auto found = commitments(scene, {instrument(scene, "pact")});
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].triggered, "no");
  ASSERT_TRUE(found[0].because);
  EXPECT_EQ(found[0].because->text, "Nobody fell");
  EXPECT_EQ(found[0].statements, std::vector{StatementId{0}});
}

// "Rur must withdraw its troops."
TEST(Commitments, NeedAnInstrumentWhereOnlyAnAuxiliaryTellsThem) {
  const Scene scene = parties(R"(
    Rur Rur PROPN NNP 3 nsubj
    must must AUX MD 3 aux
    withdraw withdraw VERB VB 0 root
    its its PRON PRP$ 5 nmod:poss
    troops troops NOUN NNS 3 obj
    . . PUNCT . 3 punct
  )");
  EXPECT_TRUE(commitments(scene, {}).empty());
}

// "Rur violated the truce."
TEST(Commitments, AreDueWhereTheyAreBroken) {
  const Scene scene = parties(R"(
    Rur Rur PROPN NNP 2 nsubj
    violated violate VERB VBD 0 root
    the the DET DT 4 det
    truce truce NOUN NN 2 obj
    . . PUNCT . 2 punct
  )");
  const auto found = commitments(scene, {instrument(scene, "truce")});
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].bound, std::vector{ActorId{0}});
  EXPECT_EQ(found[0].duty, "ceasefire");
  EXPECT_EQ(found[0].triggered, "yes");
}

// "Rur agreed to talks."
TEST(Commitments, AreNotTalksThatAreAgreedTo) {
  const Scene scene = parties(R"(
    Rur Rur PROPN NNP 2 nsubj
    agreed agree VERB VBD 0 root
    to to ADP IN 4 case
    talks talk NOUN NNS 2 obl
    . . PUNCT . 2 punct
  )");
  EXPECT_TRUE(commitments(scene, {}).empty());
}

std::string agreed_to_a_truce(const std::string& marker, const std::string& relation) {
  return R"(
    Many many ADJ JJ 2 nsubj
    died die VERB VBD 0 root
    )" + marker +
         R"( 6 mark
    Rur Rur PROPN NNP 6 nsubj
    just just ADV RB 6 advmod
    agreed agree VERB VBD 2 )" +
         relation + R"(
    to to ADP IN 9 case
    a a DET DT 9 det
    truce truce NOUN NN 6 obl
    . . PUNCT . 2 punct
  )";
}

TEST(Commitments, AreNotWhatAReportLooksBackOn) {
  EXPECT_TRUE(commitments(parties(agreed_to_a_truce("before before SCONJ IN", "advcl")), {}).empty());
  EXPECT_EQ(commitments(parties(agreed_to_a_truce("and and CCONJ CC", "conj")), {}).size(), 1u);
}

// "The pact obliges Rur to defend Lutz ..."
TEST(Commitments, BindStatesThatHaveNoCode) {
  Scene scene = parties(pact_obliges());
  scene.actors.actors[0].code.reset();
  scene.actors.actors[0].country.reset();
  const auto found = commitments(scene, {instrument(scene, "pact")});
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].bound, std::vector{ActorId{0}});
}

// "Bound to defend Lutz, Rur stood by, Oost said."
TEST(Commitments, BindWhoIsNamedAfterTheWordsThatBegin) {
  const Scene scene = parties(R"(
    Bound bind VERB VBN 10 ccomp
    to to PART TO 3 mark
    defend defend VERB VB 1 xcomp
    Lutz Lutz PROPN NNP 3 obj
    , , PUNCT , 1 punct
    Rur Rur PROPN NNP 7 nsubj
    stood stand VERB VBD 10 ccomp
    by by ADP RP 7 compound:prt
    Oost Oost PROPN NNP 10 nsubj
    said say VERB VBD 0 root
    . . PUNCT . 10 punct
  )");
  const auto found = commitments(scene, {});
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].bound, std::vector{ActorId{0}});
  EXPECT_EQ(found[0].beneficiaries, std::vector{ActorId{1}});
}

// "The bank pledged to build schools."
TEST(Commitments, AreNotPromisesOfOtherThings) {
  Scene scene(R"(
    The the DET DT 2 det
    bank bank NOUN NN 3 nsubj
    pledged pledge VERB VBD 0 root
    to to PART TO 5 mark
    build build VERB VB 3 xcomp
    schools school NOUN NNS 5 obj
    . . PUNCT . 3 punct
  )");
  scene.actor("RURBUS", {"bank"}, ActorKind::organisation);
  EXPECT_TRUE(commitments(scene, {}).empty());
}

TEST(CommitmentRules, ErrorsNameFileAndLine) {
  const auto folder = std::filesystem::path(testing::TempDir()) / "commitment_rules";
  std::filesystem::create_directories(folder);
  std::filesystem::copy("rules/commitments", folder,
                        std::filesystem::copy_options::recursive | std::filesystem::copy_options::overwrite_existing);
  std::ofstream(folder / "parties.tsv") << "sector\tbound\nGOV\tnobody\n";
  const auto loaded = CommitmentRules::load(folder.string());
  ASSERT_FALSE(loaded);
  EXPECT_NE(loaded.error().message.find("parties.tsv:2: expected one of itself, body, state, not 'nobody'"), std::string::npos)
      << loaded.error().message;
}

}  // namespace
}  // namespace casus
