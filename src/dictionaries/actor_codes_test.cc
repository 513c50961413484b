#include "dictionaries/actor_codes.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "dictionaries/tables_for_tests.h"

namespace casus {
namespace {

CodedActor cameo(std::string_view code) { return codes().read(code, CodeScheme::cameo, knowledge()); }

using Sectors = std::vector<std::string>;

TEST(ActorCodes, TurnOlderLettersIntoOurs) {
  EXPECT_EQ(cameo("ROM").state, "ROU");
  EXPECT_EQ(cameo("ROU").state, "ROU");
  EXPECT_EQ(cameo("ZAR").state, "COD");
  EXPECT_EQ(cameo("USAMED").sectors, Sectors{"JRN"});
  EXPECT_EQ(cameo("USAHLH").sectors, Sectors{"MED"});
  EXPECT_EQ(cameo("USAMED").code(), "USAJRN");
  EXPECT_EQ(cameo("PHLINS").code(), "PHLREB");
  EXPECT_TRUE(cameo("PHLSEP").is_group);
  EXPECT_EQ(cameo("AFGGOVMIL").sectors, (Sectors{"GOV", "MIL"}));
  EXPECT_TRUE(cameo("AFGELI").is_former());
}

TEST(ActorCodes, KnowInternationalOnes) {
  EXPECT_EQ(cameo("IGOUNOHLHWHO").code(), "IGOUNO");
  EXPECT_EQ(cameo("IGOUNOHLHWHO").organisation_name, "World Health Organization");
  EXPECT_EQ(cameo("IGOWSTNAT").code(), "IGONAT");
  EXPECT_EQ(cameo("IGOEUREEC").code(), "IGOEUR");
  EXPECT_EQ(cameo("MNCUSAAGR").code(), "MNC");
  EXPECT_EQ(cameo("MNCUSAAGR").state, "USA");
  EXPECT_EQ(cameo("USANGO").code(), "USANGO");
  EXPECT_EQ(cameo("IGOALB").code(), "IGOALB");
  EXPECT_EQ(cameo("IMGMUSALQ").code(), "IMGALQ");
}

TEST(ActorCodes, SayWhatTheyDoNotKnow) {
  EXPECT_EQ(cameo("XYZGOV").state, "");
  EXPECT_EQ(cameo("XYZGOV").lost, (std::vector<std::string>{"XYZ"}));
  EXPECT_EQ(cameo("USAENV").lost, (std::vector<std::string>{"ENV"}));
  EXPECT_EQ(cameo("MEA").lost, (std::vector<std::string>{"MEA"}));
}

TEST(ActorCodes, AreThemselvesInPlover) {
  const auto plover = [](std::string_view code) { return codes().read(code, CodeScheme::plover, knowledge()); };
  EXPECT_EQ(plover("USAMED").sectors, Sectors{"MED"});
  EXPECT_EQ(plover("USAJRN").sectors, Sectors{"JRN"});
  EXPECT_EQ(plover("IRQPRM").sectors, Sectors{"PRM"});
  EXPECT_EQ(plover("EUR").code(), "IGOEUR");
  EXPECT_EQ(codes().write("USAMED", CodeScheme::plover), "USAMED");
}

TEST(ActorCodes, AreWrittenAsCameoHasThem) {
  EXPECT_EQ(codes().write("ROUJRN", CodeScheme::cameo), "ROMMED");
  EXPECT_EQ(codes().write("USAMED", CodeScheme::cameo), "USAHLH");
  EXPECT_EQ(codes().write("IRQPRM", CodeScheme::cameo), "IRQUAF");
  EXPECT_EQ(codes().write("GEOPRE", CodeScheme::cameo), "GEO");
  EXPECT_EQ(codes().write("IGOEUR", CodeScheme::cameo), "IGOEEC");
  EXPECT_EQ(codes().write("IGONAM", CodeScheme::cameo), "IGONON");
  EXPECT_EQ(codes().write("IGOWEU", CodeScheme::cameo), "IGO");
  EXPECT_EQ(codes().write("NAMGOV", CodeScheme::cameo), "NAMGOV");
}

TEST(ActorCodes, RefuseAWrongRowWithItsPlace) {
  const auto path = std::filesystem::temp_directory_path() / "casus_actor_codes_test.tsv";
  std::ofstream(path) << "cameo\tkind\tplover\tdirection\tname\tsource\nROM\tplace\tROU\tboth\t\tx\n";
  const auto loaded = ActorCodes::load(path.string());
  std::filesystem::remove(path);
  ASSERT_FALSE(loaded);
  EXPECT_NE(loaded.error().message.find(":2: no such kind: \"place\""), std::string::npos) << loaded.error().message;
}

}  // namespace
}  // namespace casus
