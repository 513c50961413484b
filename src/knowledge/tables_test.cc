#include "knowledge/tables.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "knowledge/knowledge.h"

namespace casus {
namespace {

constexpr const char* kSmallWorld = "tests/data/knowledge";

class Overlay : public ::testing::Test {
 protected:
  void SetUp() override {
    const auto* test = ::testing::UnitTest::GetInstance()->current_test_info();
    root_ = std::filesystem::temp_directory_path() / (std::string("casus-overlay-") + test->name());
    std::filesystem::remove_all(root_);
    std::filesystem::create_directories(root_ / "mine");
  }
  void TearDown() override { std::filesystem::remove_all(root_); }

  void write(const std::string& file, const std::string& text) const {
    std::filesystem::create_directories((root_ / file).parent_path());
    std::ofstream(root_ / file, std::ios::binary) << text;
  }
  Result<Knowledge> load(std::vector<std::string> names = {"mine"}) const {
    for (std::string& name : names) name = (root_ / name).string();
    return Knowledge::load({.folder = kSmallWorld, .overlays = names});
  }
  std::string error(std::vector<std::string> names = {"mine"}) const {
    const auto loaded = load(std::move(names));
    return loaded ? "" : loaded.error().message.substr(root_.string().size() + 1);
  }

  std::filesystem::path root_;
};

TEST_F(Overlay, RowsAdd) {
  write("mine/sources.tsv", "id\twhat\tlicence\nnotes\tmy notes\tmine\n");
  write("mine/persons.tsv", "id\tname\tsurname\tgender\tborn\tsource\nperson/ole-dahl\tOle Dahl\tDahl\tm\t\tnotes\n");
  write("mine/terms.tsv",
        "person\toffice\tof\tfrom\tto\tas_of\tsource\nperson/ole-dahl\tprime minister\tVOR\t2021-05-01\t\t2022-01-01\tnotes\n");
  const auto knowledge = load();
  ASSERT_TRUE(knowledge) << knowledge.error().message;
  EXPECT_EQ(knowledge->version(), "1.0.0+mine");
  const auto found = knowledge->persons_named("Ole Dahl");
  ASSERT_EQ(found.size(), 1u);
  ASSERT_EQ(found[0]->terms.size(), 1u);
  EXPECT_EQ(knowledge->table_of(found[0]->fact).folder, "mine");
  EXPECT_EQ(found[0]->fact.line, 2u);
  EXPECT_EQ(knowledge->source_of(found[0]->fact).what, "my notes");
  EXPECT_FALSE(knowledge->persons_named("Jon Aske").empty());
}

TEST_F(Overlay, ARowWithAnIdOfOursReplacesItAndKeepsItsTerms) {
  write("mine/persons.tsv", "id\tname\tsurname\tgender\tborn\tsource\nperson/jon-aske\tJohn Asker\tAsker\tm\t1961\tgazette\n");
  const auto knowledge = load();
  ASSERT_TRUE(knowledge) << knowledge.error().message;
  EXPECT_TRUE(knowledge->persons_named("Jon Aske").empty());
  const auto found = knowledge->persons_named("John Asker");
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0]->born, "1961");
  EXPECT_EQ(found[0]->terms.size(), 1u);
}

TEST_F(Overlay, AMinusRemovesWithAllThatBelongsToIt) {
  write("mine/persons.tsv", "id\tname\tsurname\tgender\tborn\tsource\n-person/jon-aske\t\t\t\t\t\n");
  const auto knowledge = load();
  ASSERT_TRUE(knowledge) << knowledge.error().message;
  EXPECT_TRUE(knowledge->persons_named("Jon Aske").empty());
  EXPECT_TRUE(knowledge->persons_by_surname("Askeladd").empty());
  EXPECT_EQ(knowledge->persons_by_surname("Aske").size(), 1u);
}

TEST_F(Overlay, AMinusRemovesTheRowsThatHaveItsCells) {
  write("mine/state_words.tsv", "state\tform\twords\tfrom\tto\tsource\n-EST\tcapital\t\t\t\t\nEST\tcapital\tMidport\t\t\tatlas\n");
  const auto knowledge = load();
  ASSERT_TRUE(knowledge) << knowledge.error().message;
  EXPECT_TRUE(knowledge->find("oldport").empty());
  EXPECT_TRUE(knowledge->find("newport").empty());
  EXPECT_EQ(knowledge->find("midport").size(), 1u);
  EXPECT_EQ(knowledge->find("white hall").size(), 1u);
}

TEST_F(Overlay, LaterOnesLieOverEarlierOnes) {
  write("mine/states.tsv", "code\tname\tofficial\tsource\nZZA\tZetland\tZetland\tatlas\n");
  write("yours/states.tsv", "code\tname\tofficial\tsource\nZZA\tNew Zetland\tNew Zetland\tatlas\n");
  const auto knowledge = load({"mine", "yours"});
  ASSERT_TRUE(knowledge) << knowledge.error().message;
  EXPECT_EQ(knowledge->version(), "1.0.0+mine+yours");
  EXPECT_EQ(knowledge->state("ZZA")->name, "New Zetland");
}

TEST_F(Overlay, AnEqualRowIsNoSecondOne) {
  write("mine/state_words.tsv", "state\tform\twords\tfrom\tto\tsource\nVOR\tcapital\tKessel\t\t\tatlas\n");
  const auto knowledge = load();
  ASSERT_TRUE(knowledge) << knowledge.error().message;
  EXPECT_EQ(knowledge->find("kessel").size(), 2u);  // as a capital, and as the pact's seat
}

TEST_F(Overlay, WhatIsWrongIsSaidWithFileAndLine) {
  EXPECT_EQ(error({"none"}), "none: cannot be read: No such file or directory; name a folder with tables in the form of kb/");
  EXPECT_EQ(error(), "mine: holds no table; an overlay has tables in the form of kb/, such as states.tsv");
  write("mine/state.tsv", "code\n");
  EXPECT_EQ(error(), "mine/state.tsv: is none of the tables of kb/; correct its name");
  std::filesystem::remove(root_ / "mine/state.tsv");
  const std::string header = "code\tname\tofficial\tsource\n";
  for (const auto& [row, message] :
       {std::pair<std::string, std::string>{"-XXX\t\t\t", "removes nothing: no row has these cells; correct them or take the row out"},
        {"-\t\t\t", "removes nothing: after \"-\" write the first cell of the row to remove"},
        {"ZZA\tZetland\tZetland\tnobody", "source is not in sources.tsv: \"nobody\"; add it there"},
        {"Zetland\tZetland\tZetland\tatlas", "not an ISO 3166 alpha-3 code: \"Zetland\""}}) {
    write("mine/states.tsv", header + row + "\n");
    EXPECT_EQ(error(), "mine/states.tsv:2: " + message);
  }
  write("mine/states.tsv", header + "-EST\t\t\t\n");
  EXPECT_FALSE(load());
  write("mine/states.tsv", header + "ZZA\tZ\xff\tZetland\tatlas\n");
  EXPECT_EQ(error(), "mine/states.tsv:2: is not UTF-8; save it as UTF-8");
  write("mine/states.tsv", header + "ZZA\tZetland\tZetland\tatlas\r\n");
  EXPECT_EQ(error(), "mine/states.tsv:2: ends with a carriage return; save it with the line ends of Unix");
  write("\xff/states.tsv", header + "ZZA\tZetland\tZetland\tatlas\n");
  EXPECT_EQ(error({"\xff"}), "\xff: its name, which records will tell, is not UTF-8; rename it");
}

TEST_F(Overlay, ACompiledFileStandsAlone) {
  const auto base = Knowledge::load(kSmallWorld);
  write("base.kb", std::string(base->bytes()));
  const auto alone = load({"base.kb"});
  ASSERT_TRUE(alone) << alone.error().message;
  EXPECT_EQ(alone->version(), "1.0.0");
  write("mine/states.tsv", "code\tname\tofficial\tsource\nZZA\tZetland\tZetland\tatlas\n");
  EXPECT_EQ(error({"base.kb", "mine"}), "base.kb: a compiled knowledge base stands alone; name it without others, or compile it with them");
}

TEST_F(Overlay, TablesThatAreNewerThanTheFileAreReadThemselves) {
  namespace fs = std::filesystem;
  fs::copy(kSmallWorld, root_ / "kb");
  const auto base = Knowledge::load((root_ / "kb").string());
  ASSERT_TRUE(base);
  write("casus.kb", std::string(base->bytes()));
  write("kb/VERSION", "version\n2.0.0\n");
  const auto written = fs::last_write_time(root_ / "casus.kb");
  const auto version = [&] {
    return std::string(Knowledge::load({.folder = (root_ / "kb").string(), .file = (root_ / "casus.kb").string()})->version());
  };
  for (const auto& entry : fs::directory_iterator(root_ / "kb")) fs::last_write_time(entry, written - std::chrono::seconds(5));
  EXPECT_EQ(version(), "1.0.0");
  fs::last_write_time(root_ / "kb/VERSION", written + std::chrono::seconds(5));
  EXPECT_EQ(version(), "2.0.0");
  fs::remove(root_ / "casus.kb");
  EXPECT_EQ(version(), "2.0.0");
}

TEST(Tables, FormsStandInTheOrderOfTheirIds) {
  for (std::size_t i = 0; i < kTableForms.size(); ++i) EXPECT_EQ(static_cast<std::size_t>(kTableForms[i].id), i);
}

}  // namespace
}  // namespace casus
