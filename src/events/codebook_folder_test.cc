#include "events/codebook_folder.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "events/lexicon.h"

namespace casus {
namespace {

constexpr const char* kFrames = "id\tpredicate\targuments\tconditions\ttype\tmode\tcameo\tstatus\texample\texpected\n";
constexpr const char* kTypes = "type\tquad\tscore\tcameo\tactor\trecipient\tcomplement\n";

class CodebookFiles : public ::testing::Test {
 protected:
  void SetUp() override {
    const auto* test = ::testing::UnitTest::GetInstance()->current_test_info();
    folder_ = std::filesystem::temp_directory_path() / (std::string("casus-codebook-") + test->name());
    std::filesystem::remove_all(folder_);
    write("codebook.tsv", "name\tversion\textends\nwater\t2\t\n");
    write("ontology/types.tsv", std::string(kTypes) + "DIVERT\t\t\t\tneeded\t\t\nRELEASE-WATER\t2\t5\t\t\t\t\n");
    write("lexicon/rivers.tsv", std::string(kFrames) + "divert\tdivert\tactor=subject\t\tDIVERT\t\t\t\tAn example.\tDIVERT\n");
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  void write(const std::string& name, const std::string& text) {
    std::filesystem::create_directories((folder_ / name).parent_path());
    std::ofstream(folder_ / name) << text;
  }

  Result<Ontology> ontology() const {
    auto codebook = open_codebook(folder_.string(), "rules");
    if (!codebook) return codebook.error();
    return Ontology::load("rules/ontology", *codebook);
  }

  Result<Lexicon> lexicon() const {
    const auto codes = ontology();
    if (!codes) return codes.error();
    return Lexicon::load("rules/lexicon", *codes, *open_codebook(folder_.string(), "rules"));
  }

  // Below the codebook's folder.
  std::string error() const {
    const auto loaded = lexicon();
    if (loaded) return "";
    const std::string& message = loaded.error().message;
    return message.starts_with(folder_.string() + "/") ? message.substr(folder_.string().size() + 1) : message;
  }

  std::filesystem::path folder_;
};

TEST_F(CodebookFiles, StandInThePlaceOfTheBuiltInTypesAndFrames) {
  const auto codes = ontology();
  ASSERT_TRUE(codes) << codes.error().message;
  EXPECT_EQ(codes->types().size(), 2u);
  EXPECT_FALSE(codes->type("ASSAULT"));
  const auto words = lexicon();
  ASSERT_TRUE(words) << words.error().message;
  ASSERT_EQ(words->frames().size(), 1u);
  EXPECT_EQ(words->frames()[0].type, "DIVERT");
  EXPECT_FALSE(words->operators().empty()) << "what tells of language holds all the same";
}

TEST_F(CodebookFiles, MayLeaveOutScoresAndCodes) {
  const auto codes = ontology();
  ASSERT_TRUE(codes) << codes.error().message;
  Event divert{.type = "DIVERT"}, release{.type = "RELEASE-WATER"};
  codes->complete(divert);
  codes->complete(release);
  EXPECT_FALSE(divert.quad || divert.plover_score || divert.cameo || divert.goldstein);
  EXPECT_EQ(release.quad, 2);
  EXPECT_EQ(release.plover_score, 5);
  EXPECT_FALSE(release.cameo);
}

TEST_F(CodebookFiles, MayNameTypesAlone) {
  write("ontology/types.tsv", "type\nDIVERT\nFLOOD\n");
  const auto codes = ontology();
  ASSERT_TRUE(codes) << codes.error().message;
  ASSERT_TRUE(codes->type("FLOOD"));
  EXPECT_EQ(codes->type("FLOOD")->actor, Need::free);
}

TEST_F(CodebookFiles, MayExtendTheBuiltInOnes) {
  write("codebook.tsv", "name\tversion\textends\nwater\t2\tplover\n");
  write("ontology/types.tsv", std::string(kTypes) + "DIVERT\t\t\t\tneeded\t\t\nAID\t2\t3\t\t\t\t\n");
  write("lexicon/consult.tsv", std::string(kFrames) + "speak-with\tgossip\tactor=subject\t\tCONSULT\t\t\t\tAn example.\tCONSULT\n");
  const auto codes = ontology();
  ASSERT_TRUE(codes) << codes.error().message;
  EXPECT_EQ(codes->types().size(), 17u);
  EXPECT_EQ(codes->type("AID")->score, 3) << "its own row holds";
  EXPECT_EQ(codes->type("ASSAULT")->quad, 4);
  EXPECT_TRUE(codes->embed("REQUEST", "AID", ""));
  const auto words = lexicon();
  ASSERT_TRUE(words) << words.error().message;
  EXPECT_GT(words->frames().size(), 100u);
  std::size_t same_id = 0;
  for (const Frame& frame : words->frames())
    if (frame.id == "consult.speak-with") ++same_id;
  EXPECT_EQ(same_id, 1u) << "a row takes the place of the built-in one of its name";
  EXPECT_EQ(words->frames()[0].predicates[0].lemma, "gossip");
}

TEST_F(CodebookFiles, LayTheirPartsOverTheBuiltInOnes) {
  write("lexicon/parts/words.tsv", "class\twords\nweapon\t@weapon slingshot\nlock\tsluice gate\n");
  write("lexicon/parts/acts.tsv", "act\tstatus\nboast\talleged\ndeny\tnegated\n");
  write("ontology/contexts.tsv", "context\tgloss\nirrigation\twater for fields\n");
  write("lexicon/parts/contexts.tsv", "context\twords\nirrigation\tfurrow\n");
  const auto words = lexicon();
  ASSERT_TRUE(words) << words.error().message;
  EXPECT_TRUE(words->words("weapon").lemmas.contains("slingshot"));
  EXPECT_TRUE(words->words("weapon").lemmas.contains("rocket"));
  EXPECT_TRUE(words->words("lock").lemmas.contains("sluice"));
  EXPECT_EQ(words->act("boast"), Status::alleged);
  EXPECT_EQ(words->act("deny"), Status::negated);
  ASSERT_EQ(words->context_words("furrow").size(), 1u);
  EXPECT_EQ(words->context_words("furrow")[0].context, "irrigation");
  EXPECT_FALSE(words->context_words("soldier").empty());
}

TEST_F(CodebookFiles, NameFileAndRemedy) {
  struct Case {
    const char* file;
    std::string text;
    const char* message;
  };
  const Case cases[] = {
      {"codebook.tsv", "name\n",
       "codebook.tsv:1: the header must be: name, version, extends; those after version may be left out from the end"},
      {"ontology/types.tsv", "type\tscore\n",
       "ontology/types.tsv:1: the header must be: type, quad, score, cameo, actor, recipient, complement, parties, present, by; those "
       "after "
       "type may "
       "be left out from the end"},
      {"ontology/types.tsv", "type\nDIVERT\t4\n", "ontology/types.tsv:2: 2 cells, but the header has 1"},
      {"codebook.tsv", "name\tversion\textends\n", "codebook.tsv: 0 rows: a codebook has one name, in one row"},
      {"codebook.tsv", "name\tversion\textends\nwater\t\t\n", "codebook.tsv:2: a codebook needs a name and a version"},
      {"codebook.tsv", "name\tversion\textends\nwater\t1\tcameo\n",
       "codebook.tsv:2: a codebook extends plover or nothing (an empty cell), not 'cameo'"},
      {"ontology/types.tsv", std::string(kTypes) + "Divert\t\t\t\t\t\t\n",
       "ontology/types.tsv:2: a type is named by capital letters, digits and hyphens, not 'Divert'"},
      {"ontology/types.tsv", std::string(kTypes) + "DIVERT\t5\t\t\t\t\t\n", "ontology/types.tsv:2: unknown quad class '5'"},
      {"ontology/types.tsv", std::string(kTypes) + "DIVERT\t\t\t\t\t\t\nDIVERT\t\t\t\t\t\t\n",
       "ontology/types.tsv:3: the type 'DIVERT' is there already"},
      {"ontology/modes.tsv", "type\tmode\tscore\tcameo\nDIVRT\tcanal\t\t\n", "ontology/modes.tsv:2: unknown type 'DIVRT'"},
      {"ontology/modes.tsv", "type\tmode\tscore\tcameo\nDIVERT\tCanal\t\t\n",
       "ontology/modes.tsv:2: a mode is named by small letters, digits and hyphens, not 'Canal'"},
      {"ontology/mode.tsv", "type\tmode\tscore\tcameo\n",
       "ontology/mode.tsv: no table of that name is read; those of ontology are cameo.tsv, cameo_actors.tsv, contexts.tsv, embedding.tsv, "
       "modes.tsv, sectors.tsv, types.tsv"},
      {"lexicon/rivers.tsv", std::string(kFrames) + "attack\tattack\t\t\tASSAULT\t\t\t\te\tASSAULT\n",
       "lexicon/rivers.tsv:2: unknown type 'ASSAULT'; types are in ontology/types.tsv"},
      {"lexicon/rivers.tsv", std::string(kFrames) + "attack\tattack\t\t\t\t\t190\t\te\tASSAULT\n",
       "lexicon/rivers.tsv:2: a frame needs a type, or a CAMEO code that has one"},
      {"lexicon/parts/contexts.tsv", "context\twords\nirigation\tfurrow\n",
       "lexicon/parts/contexts.tsv:2: unknown context 'irigation'; contexts are in ontology/contexts.tsv"},
  };
  for (const Case& c : cases) {
    SetUp();
    write(c.file, c.text);
    EXPECT_EQ(error(), c.message);
  }
  SetUp();
  std::filesystem::remove(folder_ / "ontology/types.tsv");
  EXPECT_EQ(error(), "ontology/types.tsv: is not there: a codebook that does not extend plover names its types in it");
  std::filesystem::remove(folder_ / "codebook.tsv");
  EXPECT_TRUE(error().starts_with("codebook.tsv: is not there: "));
  SetUp();
  std::filesystem::remove_all(folder_ / "lexicon");
  EXPECT_TRUE(error().starts_with("lexicon: holds no table of frames"));
}

TEST(BuiltInOntology, HasTheTypesAndModesOfPlover) {
  const auto ontology = Ontology::load("rules/ontology");
  ASSERT_TRUE(ontology) << ontology.error().message;
  const std::map<std::string, std::set<std::string>> plover = {
      {"AGREE", {}},
      {"CONSULT", {"visit", "third-party", "multilateral", "phone"}},
      {"SUPPORT", {}},
      {"CONCEDE", {}},
      {"COOPERATE", {}},
      {"AID", {}},
      {"RETREAT", {"withdraw", "release", "disarm", "ceasefire", "access", "resign"}},
      {"REQUEST", {"assist", "change", "yield", "meet"}},
      {"ACCUSE", {"disapprove", "investigate", "allege"}},
      {"REJECT", {"assist", "change", "yield", "meet"}},
      {"THREATEN", {"restrict", "arrest", "relations", "expel", "territory", "violence"}},
      {"PROTEST", {"demo", "riot", "strike", "hunger", "boycott", "obstruct", "vandalize"}},
      {"SANCTION", {"convict", "expel", "withdraw", "discontinue"}},
      {"MOBILIZE", {"troops", "weapons", "police", "militia"}},
      {"COERCE", {"seize", "restrict", "censor", "curfew", "martial-law", "arrest", "deport", "withhold", "misinformation", "cyber"}},
      {"ASSAULT",
       {"abduct", "beat", "torture", "sexual", "targeted", "destroy", "primitive", "firearms", "explosives", "suicide-attack", "aerial",
        "drone", "heavy-weapons", "crowd-control", "unconventional"}},
  };
  std::map<std::string, std::set<std::string>> ours;
  for (const auto& [type, facts] : ontology->types()) {
    ours[type];
    for (const ModeFacts& mode : facts.modes) ours[type].insert(mode.mode);
    EXPECT_TRUE(facts.quad && facts.score) << type;
    ASSERT_TRUE(ontology->cameo(facts.cameo)) << type;
  }
  EXPECT_EQ(ours, plover);
}

TEST(BuiltInOntology, MapsCameoToPlover) {
  const auto ontology = Ontology::load("rules/ontology");
  ASSERT_TRUE(ontology) << ontology.error().message;
  EXPECT_EQ(ontology->cameo("195")->type, "ASSAULT");
  EXPECT_EQ(ontology->cameo("195")->mode, "aerial");
  EXPECT_EQ(ontology->cameo("016")->type, "");
  EXPECT_FALSE(ontology->cameo("999"));
  EXPECT_TRUE(ontology->has_context("natural_resource"));
  EXPECT_FALSE(ontology->has_context("weather"));
  // The usual code of a type is one of that type.
  for (const auto& [type, facts] : ontology->types()) EXPECT_EQ(ontology->cameo(facts.cameo)->type, type);
}

TEST_F(CodebookFiles, TakeTypeAndModeFromACameoCode) {
  write("codebook.tsv", "name\tversion\textends\nwater\t2\tplover\n");
  write("lexicon/rivers.tsv", std::string(kFrames) + "strafe\tstrafe\tactor=subject\t\t\t\t195\t\tAn example.\tASSAULT aerial\n");
  const auto words = lexicon();
  ASSERT_TRUE(words) << words.error().message;
  EXPECT_EQ(words->frames()[0].type, "ASSAULT");
  EXPECT_EQ(words->frames()[0].mode, "aerial");
}

}  // namespace
}  // namespace casus
