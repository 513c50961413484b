#include "dictionaries/import.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "dictionaries/tables_for_tests.h"

namespace casus {
namespace {

Overlay imported(std::string_view actors, std::string_view agents = "", CodeScheme scheme = CodeScheme::cameo) {
  const Dictionaries dictionaries{{read_actors(actors)}, {read_agents(agents)}};
  return import_dictionaries(dictionaries, codes(), knowledge(),
                             {.scheme = scheme, .as_of = "2012-06-30", .source = "test", .title = "a test"});
}

// Rows with "|" between cells, without the source.
std::vector<std::string> rows(const Overlay& overlay, const std::string& file) {
  std::vector<std::string> all;
  const auto table = overlay.tables.find(file);
  if (table == overlay.tables.end()) return all;
  for (const auto& cells : table->second.rows) {
    std::string line;
    for (std::size_t i = 0; i + 1 < cells.size(); ++i) line += (i > 0 ? "|" : "") + cells[i];
    all.push_back(line);
  }
  return all;
}

using Rows = std::vector<std::string>;

std::string remarks_of(const std::vector<Remark>& remarks) {
  std::string all;
  for (const Remark& remark : remarks) all += std::to_string(remark.line) + ": " + std::string(remark.what) + ": " + remark.text + "\n";
  return all;
}

TEST(Import, WordsForStates) {
  const auto overlay = imported("ARMENIA_ [ARM]\n+ARMENISH_\n+HAYQ_\n+THE_LAND_OF_HAYK_\n+A.R.Q._\nNEW_VORLAND_ [ROM >20100101]\n");
  EXPECT_EQ(rows(overlay, "state_words.tsv"), (Rows{"ARM|adjective|Armenish||", "ARM|short|A.R.Q.||", "ARM|short|Hayq||",
                                                    "ARM|short|Land of Hayk||", "ROU|short|New Vorland|2010-01-01|"}));
  EXPECT_EQ(overlay.known, 1u);
  EXPECT_EQ(remarks_of(overlay.actor_remarks[0]), "");
}

TEST(Import, PersonsWithTheirTerms) {
  const auto overlay = imported(
      "ZORAB_TESTIKIAN_\n+PRIME_MINISTER_ZORAB_TESTIKIAN_\n+ZOHRAB_TESTIKIAN_\n+PRIME_MINISTER_\n"
      "\t[ARMELI 900101-981231] [ARMGOV 19990101-20011231] [ARMGOV 20011231-20030101] [ARMJUD >050101] [ARMELI]\n");
  EXPECT_EQ(rows(overlay, "persons.tsv"), Rows{"person/test/zorab-testikian|Zorab Testikian|Testikian||"});
  EXPECT_EQ(rows(overlay, "person_names.tsv"), Rows{"person/test/zorab-testikian|Zohrab Testikian"});
  EXPECT_EQ(rows(overlay, "terms.tsv"), (Rows{"person/test/zorab-testikian|judicial official|ARM|2005-01-01||2012-06-30",
                                              "person/test/zorab-testikian|official|ARM|1999-01-01|2003-01-01|"}));
  EXPECT_EQ(rows(overlay, "offices.tsv"), Rows{"judicial official|judicial official|JUD|own|"});
  EXPECT_EQ(remarks_of(overlay.actor_remarks[0]), "1: a title as another name of a person: PRIME MINISTER\n");
}

TEST(Import, TellsPersonsFromBodies) {
  const auto overlay = imported(
      "BAN_MAN_TESTU_\n\t[KORGOV 080401-090228]\nTEST_BIN_ALI_BIN_HASSAN_AL_TESTI_\n\t[OMNGOV 20050101-20051231]\n"
      "MARIA_TESTOVA_ [RUSJUD]\nSTATE_COMMITTEE_OF_TESTS_\n\t[RUSGOV 19910101-19921231]\nTEST_LIBERATION_ARMY_\n\t[RUSREB >19910101]\n"
      "GERMAN_TESTOV_\n\t[RUSGOV 20030101-20040731]\nTESTIST_PARTY_\n\t[RUSGOV 20030101-20040731] [RUSOPP >20040731]\n"
      "C._P._TESTUR_\n\t[INDGOV >19910101]\nC.P._TESTUR_\n\t[INDGOV >19910101]\n");
  EXPECT_EQ(rows(overlay, "persons.tsv"),
            (Rows{"person/test/ban-man-testu|Ban Man Testu|Testu||", "person/test/c-p-testur|C. P. Testur|Testur||",
                  "person/test/c-p-testur-2|C.P. Testur|Testur||", "person/test/german-testov|German Testov|Testov|m|",
                  "person/test/maria-testova|Maria Testova|Testova|f|",
                  "person/test/test-bin-ali-bin-hassan-al-testi|Test Bin Ali Bin Hassan Al Testi|Testi||"}));
  EXPECT_EQ(rows(overlay, "organisations.tsv").size(), 4u);
}

TEST(Import, PersonsOfOrganisations) {
  const auto overlay = imported("OLAF_TESTSON_\n\t[IGOUNO 20010101-20020101]\nSVEN_TESTSON_\n\t[NGOXYZ 20010101-20020101]\n");
  EXPECT_EQ(rows(overlay, "terms.tsv"), Rows{"person/test/olaf-testson|official|organisation/un|2001-01-01|2002-01-01|"});
  EXPECT_EQ(remarks_of(overlay.actor_remarks[0]), "3: a person of an organisation or state that is not known: SVEN TESTSON, NGOXYZ\n");
}

TEST(Import, AddsToPersonsWhoAreKnown) {
  const auto overlay =
      imported("VLADIMIR_PUTIN_\n+VOLODYMYR_PUTIN_\n\t[RUSGOV 20010101-20020101]\n\t[RUSGOV 19900101-19910101]\n\t[RUSELI]\n");
  EXPECT_TRUE(rows(overlay, "persons.tsv").empty());
  EXPECT_EQ(rows(overlay, "person_names.tsv"), Rows{"person/vladimir-putin|Volodymyr Putin"});
  EXPECT_EQ(rows(overlay, "terms.tsv"), Rows{"person/vladimir-putin|official|RUS|1990-01-01|1991-01-01|"});
}

TEST(Import, OrganisationsAndGroups) {
  const auto overlay = imported(
      "NORTHERN_FRONT_OF_TESTING_\n+NFT_\n+FRONTISTS_\n\t[PHLINS >19900101]\n"
      "US_TEST_HERALD_ [USAMED]\nTEST_FOODS_ [MNCUSAAGR]\nTEST_WATCH_ [NGOHRI]\nARMENIAN_SOLDIERS_ "
      "[ARMMIL]\n+ARMY_OF_ARMENIA_\n+YEREVAN_\nPARLIAMENT_ "
      "[ARMLEG]\n"
      "TEST_AGENCY_ [USAENV]\n");
  EXPECT_EQ(rows(overlay, "organisations.tsv"),
            (Rows{"organisation/test/northern-front-of-testing|Northern Front of Testing|group|PHLREB|PHL|REB|1990-01-01|",
                  "organisation/test/test-agency|Test Agency|organisation|USA|USA|||",
                  "organisation/test/test-foods|Test Foods|organisation|MNC|USA|AGR||",
                  "organisation/test/test-watch|Test Watch|organisation|NGO||||",
                  "organisation/test/us-test-herald|US Test Herald|organisation|USAJRN|USA|JRN||"}));
  EXPECT_EQ(rows(overlay, "organisation_names.tsv"),
            (Rows{"organisation/test/northern-front-of-testing|name|Frontists", "organisation/test/northern-front-of-testing|name|NFT"}));
  EXPECT_EQ(remarks_of(overlay.actor_remarks[0]),
            "7: letters of a code for which casus has none: HRI in NGOHRI\n"
            "11: a common noun as a name: PARLIAMENT\n"
            "12: letters of a code for which casus has none: ENV in USAENV\n");
}

TEST(Import, OrganisationsThatAreKnownGetTheirNames) {
  const auto overlay = imported("NATO_\n+THE_BRUSSELS_TREATY_PEOPLE_\n\t[IGOWSTNAT]\n");
  EXPECT_TRUE(rows(overlay, "organisations.tsv").empty());
  EXPECT_EQ(rows(overlay, "organisation_names.tsv"), Rows{"organisation/nato|name|Brussels Treaty People"});
}

TEST(Import, RolesAndTitles) {
  const auto overlay =
      imported("MASKED_SHADES_ [UAF]\n",
               "SOLDIER [~MIL]\nDESERT_SOLDIER [~MIL]\nVICE_ARMY_CHIEF [~MIL]\nGRONKER {GRONKERFOLK} [~CVLMIL]\nSUMMIT [IGO~]\n"
               "TREE_HUGGER [~ENV]\n");
  EXPECT_EQ(rows(overlay, "nominals.tsv"),
            (Rows{"desert soldier|member|MIL|own", "gronker|member|CVL|own", "masked shades|member|UAF|own"}));
  EXPECT_EQ(rows(overlay, "offices.tsv"), Rows{"vice army chief|vice army chief|MIL|own|"});
  EXPECT_EQ(rows(overlay, "office_kinds.tsv"), Rows{"army chief|vice army chief"});
  EXPECT_EQ(remarks_of(overlay.agent_remarks[0]),
            "4: a second sector: GRONKER, CVLMIL\n5: a role that is international: SUMMIT\n6: a code for which casus has none: ENV\n");
}

TEST(Import, SaysWhatItLeavesOut) {
  const auto overlay = imported(
      "THE_ORIENT_ [MEA]\nANNA_FORMER_ [USAELI]\nNOBODY_ [---]\nHEAD_ [---]\n\t[XYZGOV]\n"
      "NEW_TERRITORIES_ [CHNHKG]\nTESTOV_\n\t[RUSGOV >19990101]\n");
  for (const auto& [file, table] : overlay.tables) EXPECT_TRUE(table.rows.empty()) << file;
  EXPECT_EQ(remarks_of(overlay.actor_remarks[0]),
            "1: a code for which casus has none: MEA\n"
            "2: a former official whose office is not told: ANNA FORMER\n"
            "3: a name that is not to be coded: NOBODY\n"
            "4: a code for which casus has none: XYZGOV\n"
            "6: letters of a code for which casus has none: HKG in CHNHKG\n"
            "6: a country or people within another: NEW TERRITORIES, CHNHKG\n"
            "7: a person of whom one word is all that is told: TESTOV\n");
}

TEST(Import, InPloverTerritoriesToo) {
  const auto overlay = imported("NEW_TESTIA_ [GEOPRE >20100101]\n+TESTIYA_\nTEST_CLINIC_ [USAMED]\n", "", CodeScheme::plover);
  EXPECT_EQ(rows(overlay, "territories.tsv"), Rows{"territory/test/new-testia|New Testia|GEO|PRE|2010-01-01|"});
  EXPECT_EQ(rows(overlay, "organisations.tsv"), Rows{"organisation/test/test-clinic|Test Clinic|organisation|USAMED|USA|MED||"});
}

TEST(Import, LatestDayIsNotOfTheFuture) {
  EXPECT_EQ(latest_day({read_actors("A_ [USAGOV 20010101-20120630]\nB_ [USAGOV >20990101]\n")}, "2020-01-01"), "2012-06-30");
  EXPECT_EQ(latest_day({}, "2020-01-01"), "");
}

// Each table is one that the loader accepts on top of ours.
TEST(Import, TablesAreSound) {
  const auto overlay = imported(
      "ZORAB_TESTIKIAN_\n+ZOHRAB_TESTIKIAN_\n\t[ARMGOV 19990101-20011231] [ARMJUD >050101]\nHAYQ_ [ARM <19900101]\n"
      "ANAHIT_TESTIKIAN_\n\t[ARMOPP 19990101-20011231] [ARMEDU 20020101-20031231] [ARMLAB >20050101]\n"
      "NEW_TESTIA_ [GEOPRE]\n+TESTIYA_\nTEST_FRONT_ [PHLREB]\n+T.F._\nVLADIMIR_PUTIN_\n+VOLODYMYR_PUTIN_\n\t[RUSGOV 19900101-19910101]\n",
      "DESERT_SOLDIER [~MIL]\nVICE_ARMY_CHIEF [~MIL]\n", CodeScheme::plover);
  for (const auto& [file, table] : overlay.tables) EXPECT_FALSE(table.rows.empty()) << file;
  const auto folder = std::filesystem::temp_directory_path() / "casus_import_test";
  std::filesystem::remove_all(folder);
  std::filesystem::copy("kb", folder);
  for (const auto& [file, table] : overlay.tables) {
    std::string header, line;
    std::ifstream ours("kb/" + file);
    std::getline(ours, header);
    std::vector<std::string> columns{""};
    for (const char c : header)
      if (c == '\t') columns.emplace_back();
      else columns.back() += c;
    std::set<std::string> lines;
    std::istringstream text(table.text(columns));
    std::getline(text, line);
    EXPECT_EQ(line, header);
    while (std::getline(text, line)) EXPECT_TRUE(lines.insert(line).second);
    while (std::getline(ours, line)) lines.insert(line);
    std::ofstream merged(folder / file);
    merged << header << "\n";
    for (const std::string& each : lines) merged << each << "\n";
  }
  const auto loaded = Knowledge::load(folder.string());
  EXPECT_TRUE(loaded) << loaded.error().message;
  std::filesystem::remove_all(folder);
  ASSERT_TRUE(loaded);
  EXPECT_EQ(loaded->persons_named("Zohrab Testikian").size(), 1u);
}

}  // namespace
}  // namespace casus
