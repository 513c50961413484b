#include "commitments/instruments.h"

#include <gtest/gtest.h>

#include "events/scene_for_tests.h"

namespace casus {
namespace {

const InstrumentRules& rules() {
  static const auto loaded = InstrumentRules::load("rules/commitments", Scene::knowledge());
  if (!loaded) throw std::runtime_error(loaded.error().message);
  return *loaded;
}

std::vector<InstrumentMention> instruments(Scene& scene, const std::string& published) {
  scene.dates.published = Date{.value = published};
  const Tree tree(scene.text.tokens, scene.text.parse);
  return find_instruments(scene.text.document, scene.text.tokens, tree, scene.actors, scene.dates, Scene::knowledge(), rules());
}

std::string id(const InstrumentMention& mention) { return mention.treaty ? std::string(mention.treaty->id.view()) : "-"; }

// "Estland broke the Kessel Treaty. The treaty binds both."
Scene named() {
  Scene scene(R"(
    Est Est PROPN NNP 2 nsubj
    broke break VERB VBD 0 root
    the the DET DT 5 det
    Kessel Kessel PROPN NNP 5 compound
    Treaty Treaty PROPN NNP 2 obj

    The the DET DT 2 det
    treaty treaty NOUN NN 3 nsubj
    binds bind VERB VBZ 0 root
    Vor Vor PROPN NNP 3 obj
  )");
  scene.actor("EST", {"Est"});
  return scene;
}

TEST(Instruments, AreKnownByNameAndPointedBackTo) {
  Scene scene = named();
  const auto found = instruments(scene, "1999-05-01");
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0].name, "Kessel Treaty");
  EXPECT_EQ(id(found[0]), "treaty/friendship-1994");
  EXPECT_EQ(found[1].name, "treaty");
  EXPECT_EQ(id(found[1]), "treaty/friendship-1994");
  EXPECT_EQ(found[1].refers_to, 0u);
}

TEST(Instruments, ATreatyIsNoneBeforeItWasSigned) {
  Scene scene = named();
  EXPECT_EQ(id(instruments(scene, "1993-05-01")[0]), "-");
}

TEST(Instruments, ATreatyOfWhichNoPartyIsNamedIsAnother) {
  Scene scene(R"(
    They they PRON PRP 2 nsubj
    broke break VERB VBD 0 root
    the the DET DT 5 det
    Kessel Kessel PROPN NNP 5 compound
    Treaty Treaty PROPN NNP 2 obj
  )");
  EXPECT_EQ(id(instruments(scene, "1999-05-01")[0]), "-");
}

// "Est and Vor have a MODIFIER treaty."
std::string described(const std::string& modifier) {
  Scene scene(R"(
    Est Est PROPN NNP 4 nsubj
    and and CCONJ CC 3 cc
    Vor Vor PROPN NNP 1 conj
    broke break VERB VBD 0 root
    their their PRON PRP$ 7 nmod:poss
    )" + modifier +
              " " + modifier + R"( ADJ JJ 7 amod
    pact pact NOUN NN 4 obj
  )");
  scene.actor("EST", {"Est"}).actor("VOR", {"Vor"});
  return id(instruments(scene, "1999-05-01")[0]);
}

TEST(Instruments, AreToldByTheDutyAndTheParties) {
  EXPECT_EQ(described("non-aggression"), "treaty/friendship-1994");
  EXPECT_EQ(described("1994"), "treaty/friendship-1994");
  EXPECT_EQ(described("1995"), "-");
  EXPECT_EQ(described("fishing"), "-");
  EXPECT_EQ(described("new"), "-");
}

TEST(Instruments, AnArticleIsOfTheTreatyAfterIt) {
  Scene scene(R"(
    Est Est PROPN NNP 2 nsubj
    invoked invoke VERB VBD 0 root
    article article NOUN NN 2 obj
    5 5 NUM CD 3 nummod
    of of ADP IN 8 case
    the the DET DT 8 det
    Northern Northern PROPN NNP 8 compound
    Treaty Treaty PROPN NNP 3 nmod
  )");
  scene.actor("EST", {"Est"}).actor("VOR", {});
  const auto found = instruments(scene, "1999-05-01");
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].name, "Northern Treaty");
  EXPECT_EQ(found[0].article, "5");
  EXPECT_EQ(found[0].head, scene.at("article"));
  EXPECT_EQ(found[0].range, (TokenRange{2, 8}));
}

TEST(Instruments, AnArticleOfALawIsNone) {
  Scene scene(R"(
    Est Est PROPN NNP 2 nsubj
    changed change VERB VBD 0 root
    article article NOUN NN 2 obj
    5 5 NUM CD 3 nummod
    of of ADP IN 7 case
    its its PRON PRP$ 7 nmod:poss
    code code NOUN NN 3 nmod
  )");
  scene.actor("EST", {"Est"});
  EXPECT_TRUE(instruments(scene, "1999-05-01").empty());
}

TEST(Instruments, LookalikesAreNone) {
  Scene scene(R"(
    He he PRON PRP 2 nsubj
    took take VERB VBD 0 root
    a a DET DT 5 det
    plea plea NOUN NN 5 compound
    deal deal NOUN NN 2 obj
  )");
  EXPECT_TRUE(instruments(scene, "1999-05-01").empty());
}

TEST(Instruments, TrucesHaveANameAndNoTreaty) {
  Scene scene(R"(
    The the DET DT 3 det
    shaky shaky ADJ JJ 3 amod
    truce truce NOUN NN 4 nsubj
    holds hold VERB VBZ 0 root
  )");
  const auto found = instruments(scene, "1999-05-01");
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].name, "truce");
  EXPECT_EQ(found[0].kind, InstrumentKind::truce);
}

}  // namespace
}  // namespace casus
