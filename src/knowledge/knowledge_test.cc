#include "knowledge/knowledge.h"

#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <fstream>

namespace casus {
namespace {

// The tests run in the project's root.
const Knowledge& knowledge() {
  static const auto loaded = Knowledge::load("kb");
  if (!loaded) throw std::runtime_error(loaded.error().message);
  return *loaded;
}

bool has(std::string_view key, Sense sense, std::string_view code) {
  for (const Entry& entry : knowledge().find(key)) {
    if (entry.sense != sense) continue;
    if (sense >= Sense::organisation && sense <= Sense::organisation_adjective) {
      if (knowledge().organisation(entry.row).code == code) return true;
    } else if (knowledge().state(entry.row).code == code) return true;
  }
  return false;
}

TEST(Knowledge, IsWholeAndEveryRowIsSound) { EXPECT_FALSE(knowledge().version().empty()); }

TEST(Knowledge, KnowsStatesByNameAdjectiveCapitalAndSeat) {
  EXPECT_TRUE(has("armenia", Sense::state, "ARM"));
  EXPECT_TRUE(has("republic of armenia", Sense::state, "ARM"));
  EXPECT_TRUE(has("azeri", Sense::adjective, "AZE"));
  EXPECT_TRUE(has("turks", Sense::demonyms, "TUR"));
  EXPECT_TRUE(has("ankara", Sense::capital, "TUR"));
  EXPECT_TRUE(has("kremlin", Sense::seat, "RUS"));
  EXPECT_TRUE(has("us", Sense::adjective, "USA"));
  EXPECT_TRUE(has("nato", Sense::organisation, "IGONAT"));
  EXPECT_TRUE(has("brussels", Sense::organisation_seat, "IGOEUR"));
  EXPECT_FALSE(has("brussels", Sense::capital, "BEL"));
  EXPECT_EQ(knowledge().longest_key("downing"), 2u);
  EXPECT_EQ(knowledge().longest_key("nowhere"), 0u);
}

TEST(Knowledge, EveryStateOfTheUnitedNationsHasItsWords) {
  // One from each corner, those with unusual forms first.
  for (const auto& [adjective, code] :
       {std::pair{"dutch", "NLD"}, {"swiss", "CHE"}, {"burkinabe", "BFA"}, {"i kiribati", "KIR"}, {"thai", "THA"}})
    EXPECT_TRUE(has(adjective, Sense::adjective, code)) << adjective;
}

TEST(Knowledge, TellsHowNamesAreWritten) {
  ASSERT_FALSE(knowledge().find("al shabab").empty());
  EXPECT_TRUE(knowledge().find("al shabab")[0].small);
  ASSERT_FALSE(knowledge().find("nato").empty());
  EXPECT_FALSE(knowledge().find("nato")[0].small);
}

TEST(Knowledge, TellsWhoHasANameAloneAndWhoSharesIt) {
  EXPECT_TRUE(has("european", Sense::organisation_adjective, "IGOEUR"));
  const auto shares = [](std::string_view key, std::string_view code) {
    for (const Entry& entry : knowledge().find(key))
      if (entry.sense == Sense::organisation && knowledge().organisation(entry.row).code == code) return entry.shared;
    throw std::runtime_error("no such name");
  };
  EXPECT_FALSE(shares("republicans", "USAPTY"));
  EXPECT_TRUE(shares("republicans", "ARMPTY"));
  EXPECT_TRUE(shares("socialists", "ESPPTY"));
}

TEST(Knowledge, KnowsTerritoriesByNameAndAdjective) {
  for (const auto& [key, sense] : {std::pair{"abkhazia", Sense::territory}, {"abkhazian", Sense::territory_adjective}}) {
    ASSERT_EQ(knowledge().find(key).size(), 1u) << key;
    EXPECT_EQ(knowledge().find(key)[0].sense, sense) << key;
    EXPECT_EQ(knowledge().territory(knowledge().find(key)[0].row).id, "territory/abkhazia") << key;
  }
  EXPECT_EQ(knowledge().territory("territory/abkhazia")->country, "GEO");
  EXPECT_EQ(knowledge().territory("territory/nowhere"), nullptr);
}

TEST(Knowledge, PersonsHoldOfficesForATime) {
  const auto putin = knowledge().persons_by_surname("Putin");
  ASSERT_FALSE(putin.empty());
  const auto office = [&](std::string_view date) {
    const Term* term = putin.front()->term_at(date);
    return term ? std::string(term->office) : "";
  };
  EXPECT_EQ(office("2020-10-07"), "president");
  EXPECT_EQ(office("2010-03-01"), "prime minister");
  EXPECT_EQ(office("1990-03-01"), "");
  EXPECT_EQ(office(""), "president");
}

TEST(Knowledge, TransliterationsSoundAlike) {
  for (const char* name : {"Nikol Pashinyan", "Nikol Pashinian"}) {
    const auto found = knowledge().persons_named(name);
    ASSERT_EQ(found.size(), 1u) << name;
    EXPECT_EQ(found.front()->id, "person/nikol-pashinyan");
  }
  for (const char* name : {"Zelensky", "Zelenskyy", "Zelenskiy", "Zelenski"})
    EXPECT_FALSE(knowledge().persons_by_surname(name).empty()) << name;
  EXPECT_FALSE(knowledge().persons_named("Sergey Lavrov").empty());
  EXPECT_FALSE(knowledge().persons_named("Tayyip Erdogan").empty());
  EXPECT_TRUE(knowledge().persons_named("Igor Lavrov").empty());
}

TEST(Knowledge, AnOpenTermIsTrustedForSomeYearsOnly) {
  KnownPerson person;
  const Term term{.office = "president", .of = "XXX", .period = {"2015-01-01", ""}, .as_of = "2020-06-30"};
  person.terms = std::span(&term, 1);
  EXPECT_NE(person.term_at("2023-06-30"), nullptr);
  EXPECT_EQ(person.term_at("2023-07-01"), nullptr);
  EXPECT_EQ(person.term_at("2014-12-31"), nullptr);
}

TEST(Period, DatesOfLesserPrecisionCoverTheirWhole) {
  const Period period{"2019", "2020-10"};
  EXPECT_TRUE(period.contains("2020-10-31"));
  EXPECT_FALSE(period.contains("2020-11-01"));
  EXPECT_TRUE(period.contains("2019-01-01"));
  EXPECT_FALSE(period.contains("2018-12-31"));
  EXPECT_TRUE(period.contains(""));
  EXPECT_TRUE((Period{"2020-05-01", ""}.contains("2020")));
}

TEST(Knowledge, AnOfficeOfATerritoryIsOfTheStateThatItIsClaimedFrom) {
  const auto found = knowledge().persons_named("Vladislav Ardzinba");
  ASSERT_EQ(found.size(), 1u);
  const Term* term = found.front()->term_at("2000-01-01");
  ASSERT_NE(term, nullptr);
  EXPECT_EQ(term->of, "GEO");
  EXPECT_EQ(term->territory, "territory/abkhazia");
  ASSERT_NE(knowledge().territory(term->territory), nullptr);
  EXPECT_EQ(knowledge().territory(term->territory)->sector, "PRE");
}

TEST(Knowledge, OfSeveralOfficesTheHighestIsFirst) {
  const auto found = knowledge().persons_named("Mohammed bin Salman");
  ASSERT_FALSE(found.empty());
  const auto held = found.front()->terms_at("2023-06-01");
  ASSERT_GE(held.size(), 2u);
  EXPECT_EQ(held[0]->office, "prime minister");
  EXPECT_EQ(held[1]->office, "crown prince");
  EXPECT_EQ(found.front()->term_at("2023-06-01"), held[0]);
}

TEST(KeyWords, AreFoldedAndFreeOfPunctuation) {
  using Words = std::vector<std::string>;
  EXPECT_EQ(key_words("U.N."), (Words{"un"}));
  EXPECT_EQ(key_words("Nagorno-Karabakh"), (Words{"nagorno", "karabakh"}));
  EXPECT_EQ(key_words("Kurdistan Workers’ Party"), (Words{"kurdistan", "workers", "party"}));
  EXPECT_EQ(key_words("N'Djamena"), (Words{"n'djamena"}));
  EXPECT_EQ(key_words("Élysée"), (Words{"elysee"}));
  EXPECT_EQ(key_words("’s"), Words{});
  EXPECT_EQ(key_words(","), Words{});
}

class BrokenKnowledge : public ::testing::Test {
 protected:
  void SetUp() override {
    const auto* test = ::testing::UnitTest::GetInstance()->current_test_info();
    folder_ = std::filesystem::temp_directory_path() / (std::string("casus-kb-") + test->name());
    std::filesystem::remove_all(folder_);
    std::filesystem::copy("tests/data/knowledge", folder_);
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  void write(const char* file, const std::string& text) const { std::ofstream(folder_ / file, std::ios::binary) << text; }
  std::string error() const {
    const auto loaded = Knowledge::load(folder_.string());
    return loaded ? "" : loaded.error().message.substr(folder_.string().size() + 1);
  }

  std::filesystem::path folder_;
};

TEST_F(BrokenKnowledge, IsRefusedWithFileAndLine) {
  const std::string header = "id\tname\tcountry\tsector\tfrom\tto\tsource\n";
  struct Case {
    std::string text;
    const char* message;
  };
  const Case cases[] = {
      {header + "territory/a\tA\tZZZ\tPRE\t\t\tatlas\n", "territories.tsv:2: no such state: \"ZZZ\"; add it to states.tsv"},
      {header + "territory/a\tA\tVOR\tXXX\t\t\tatlas\n", "territories.tsv:2: no such sector: \"XXX\""},
      {header + "territory/a\tA\tVOR\tPRE\t2020\t2019\tatlas\n", "territories.tsv:2: ends before it starts: \"2019\""},
      {header + "territory/a\tA\tVOR\tPRE\tsoon\t\tatlas\n", "territories.tsv:2: not an ISO 8601 date: \"soon\""},
      {header + "territory/a\tA\tVOR\tPRE\t\t\thearsay\n", "territories.tsv:2: source is not in sources.tsv: \"hearsay\"; add it there"},
      {header + "territory/a\tA\tVOR\n", "territories.tsv:2: expected 7 columns, found 3"},
      {header + "territory/b\tB\tVOR\t\t\t\tatlas\nterritory/a\tA\tVOR\t\t\t\tatlas\n",
       "territories.tsv:3: out of order; sort the lines bytewise"},
      {header + "territory/a\tA\tVOR\t\t\t\tatlas\nterritory/a\tB\tVOR\t\t\t\tatlas\n",
       "territories.tsv:3: id is empty or stands twice: \"territory/a\""},
      {"id\tname\n", "territories.tsv:1: expected the header \"id\tname\tcountry\tsector\tfrom\tto\tsource\""},
      {"", "territories.tsv:1: expected the header \"id\tname\tcountry\tsector\tfrom\tto\tsource\""},
  };
  for (const Case& c : cases) {
    write("territories.tsv", c.text);
    EXPECT_EQ(error(), c.message);
  }
  std::filesystem::remove(folder_ / "territories.tsv");
  EXPECT_EQ(error(), "territories.tsv: cannot be read; the knowledge base is incomplete, install casus again");
}

}  // namespace
}  // namespace casus
