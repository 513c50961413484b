#include "actors/locating.h"

#include <gtest/gtest.h>

#include <set>

#include "actors/small_world.h"

namespace casus {
namespace {

const Knowledge& world() {
  static const Knowledge loaded = small_world({{"place_names.tsv", "place\tname\tsource\n"},
                                               {"places.tsv",
                                                "id\tname\tfeature\tcountry\tadmin1\tlatitude\tlongitude\tpopulation\tfrom\tto\tsource\n"
                                                "geonames/1\tLutz\tPPL\tEST\t\t1\t1\t20000\t\t\tatlas\n"
                                                "geonames/10\tOstmark\tADM1\tEST\t\t1\t1\t\t\t\tatlas\n"
                                                "geonames/11\tOstmark\tPPL\tVOR\t\t1\t1\t120000\t\t\tatlas\n"
                                                "geonames/12\tSandt\tPPL\tEST\t\t1\t1\t\t\t\tatlas\n"
                                                "geonames/13\tRoda\tPPL\tEST\t\t1\t1\t300000\t\t\tatlas\n"
                                                "geonames/14\tRoda\tPPL\tEST\t\t1\t1\t200000\t\t\tatlas\n"
                                                "geonames/15\tKarlstadt\tPPL\tEST\t\t1\t1\t300000\t1953\t1990-05-31\tatlas\n"
                                                "geonames/2\tLutz\tPPL\tVOR\t\t1\t1\t900\t\t\tatlas\n"
                                                "geonames/3\tPorto\tPPL\tEST\t\t1\t1\t400000\t\t\tatlas\n"
                                                "geonames/4\tPorto\tPPL\tVOR\t\t1\t1\t100000\t\t\tatlas\n"
                                                "geonames/5\tVilla\tPPL\tEST\t\t1\t1\t399999\t\t\tatlas\n"
                                                "geonames/6\tVilla\tPPL\tVOR\t\t1\t1\t100000\t\t\tatlas\n"
                                                "geonames/7\tHaven\tPPL\tEST\t\t1\t1\t100000\t\t\tatlas\n"
                                                "geonames/8\tHamlet\tPPL\tEST\t\t1\t1\t99999\t\t\tatlas\n"
                                                "place/grey-strait\tGrey Strait\tSTRT\t\t\t0\t0\t\t\t\tatlas\n"}});
  return loaded;
}

std::string located(const char* name, const std::set<std::string, std::less<>>& mentioned = {}, const char* date = "2020-10-07") {
  const KnownPlace* place = locate(name, world(), date, [&](std::string_view country) { return mentioned.contains(country); });
  return place ? std::string(place->id) : "";
}

TEST(Locating, APlaceIsInTheCountryThatTheReportMentions) {
  EXPECT_EQ(located("Lutz", {"VOR"}), "geonames/2");
  EXPECT_EQ(located("Lutz", {"EST"}), "geonames/1");
  EXPECT_EQ(located("Porto", {"VOR"}), "geonames/4");
  EXPECT_EQ(located("Hamlet", {"EST"}), "geonames/8");
}

TEST(Locating, WhereBothCountriesAreMentionedTheMorePopulousIsMeant) { EXPECT_EQ(located("Lutz", {"EST", "VOR"}), "geonames/1"); }

TEST(Locating, AbroadAPlaceHasToBeFarMorePopulousThanItsNamesakes) {
  EXPECT_EQ(located("Porto"), "geonames/3");
  EXPECT_EQ(located("Villa"), "");
  EXPECT_EQ(located("Roda"), "geonames/13") << "a namesake in the same country is no rival";
}

TEST(Locating, ASmallTownAbroadIsNotKnownEverywhere) {
  EXPECT_EQ(located("Haven"), "geonames/7");
  EXPECT_EQ(located("Hamlet"), "");
  EXPECT_EQ(located("Hamlet", {"VOR"}), "");
  EXPECT_EQ(located("Sandt"), "") << "a town whose people nobody counted";
}

TEST(Locating, RegionsAndWatersAreMeantBeforeTowns) {
  EXPECT_EQ(located("Ostmark"), "geonames/10");
  EXPECT_EQ(located("Ostmark", {"VOR"}), "geonames/11");
  EXPECT_EQ(located("Grey Strait"), "place/grey-strait");
}

TEST(Locating, APlaceHasItsNameForATime) {
  EXPECT_EQ(located("Karlstadt", {"EST"}, "1989-10-07"), "geonames/15");
  EXPECT_EQ(located("Karlstadt", {"EST"}, "1990-06-01"), "");
  EXPECT_EQ(located("Karlstadt", {"EST"}, "1950-10-07"), "");
  EXPECT_EQ(located("Karlstadt", {"EST"}, ""), "geonames/15");
}

TEST(Locating, ANameThatIsNotKnownIsNowhere) { EXPECT_EQ(located("Ruritania", {"EST", "VOR"}), ""); }

}  // namespace
}  // namespace casus
