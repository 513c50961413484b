#include "places/places.h"

#include <gtest/gtest.h>

#include <sstream>

#include "actors/small_world.h"
#include "syntax/conllu.h"

namespace casus {
namespace {

const Knowledge& world() {
  static const Knowledge loaded = small_world({{"place_names.tsv",
                                                "place\tname\tsource\n"
                                                "geonames/21\tRoda Governorate\tatlas\n"},
                                               {"places.tsv",
                                                "id\tname\tfeature\tcountry\tadmin1\tlatitude\tlongitude\tpopulation\tfrom\tto\tsource\n"
                                                "geonames/1\tLutz\tPPL\tEST\tNorth Province\t12.5\t-3.25\t20000\t\t\tatlas\n"
                                                "geonames/10\tNorth Province\tADM1\tEST\t\t12.5\t-3.2\t100000\t\t\tatlas\n"
                                                "geonames/11\tSandt\tPPL\tVOR\t\t50\t40\t9000\t\t\tatlas\n"
                                                "geonames/12\tHaven\tPPL\tVOR\t\t50\t40\t2000000\t\t\tatlas\n"
                                                "geonames/2\tLutz\tPPL\tVOR\t\t50.1\t40.1\t400000\t\t\tatlas\n"
                                                "geonames/20\tRoda\tPPL\tEST\tRoda Province\t15\t-3\t800000\t\t\tatlas\n"
                                                "geonames/21\tRoda Province\tADM1\tEST\t\t15\t-3\t1500000\t\t\tatlas\n"
                                                "geonames/3\tSandt\tPPL\tEST\tNorth Province\t12.4\t-3.1\t8000\t\t\tatlas\n"
                                                "geonames/30\tEstmark\tPCLI\tEST\t\t14\t-3\t9000000\t\t\tatlas\n"
                                                "place/strait\tGrey Strait\tSTRT\t\t\t-1.5\t0\t\t\t\tatlas\n"}});
  return loaded;
}

// A text with one sentence a block of rows ("form lemma upos xpos head relation [LOC|PER|ORG]"); a name is as long as its tag is repeated.
struct Text {
  Conllu conllu;
  Names names;
  Attributions attributions;
  Actors actors;

  explicit Text(const std::string& rows) {
    std::istringstream in(rows);
    std::string text, tag_before;
    std::size_t token = 0;
    int number = 0;
    for (std::string line; std::getline(in, line);) {
      std::istringstream cells(line);
      std::vector<std::string> row;
      for (std::string cell; cells >> cell;) row.push_back(cell);
      if (row.empty()) {
        text += "\n";
        number = 0;
        tag_before.clear();
        continue;
      }
      text += std::to_string(++number) + "\t" + row[0] + "\t" + row[1] + "\t" + row[2] + "\t" + row[3] + "\t_\t" + row[4] + "\t" + row[5] +
              "\t_\t_\n";
      const std::string tag = row.size() > 6 ? row[6] : "";
      if (!tag.empty() && tag == tag_before) names.names.back().range.last = token + 1;
      else if (!tag.empty()) names.names.push_back({{token, token + 1}, kind(tag)});
      tag_before = tag;
      ++token;
    }
    auto read = read_conllu(text + "\n", "test");
    if (!read) throw std::runtime_error(read.error().message);
    conllu = *std::move(read);
  }

  static NameKind kind(const std::string& tag) {
    return tag == "LOC" ? NameKind::location : tag == "PER" ? NameKind::person : NameKind::organisation;
  }

  Places places() const {
    const auto rules = PlaceRules::load("rules/places");
    if (!rules) throw std::runtime_error(rules.error().message);
    return find_places(conllu.tokens, conllu.parse, names, attributions, actors, {}, world(), *rules);
  }

  // "Lutz=geonames id", "Lutz=EST" where only the state is known, "Lutz=" where nothing is.
  std::vector<std::string> found() const {
    std::vector<std::string> list;
    for (const Place& place : distinct_places(places()))
      list.push_back(place.name + "=" + (place.geonames_id ? std::to_string(*place.geonames_id) : place.country.value_or("")));
    return list;
  }
};

using List = std::vector<std::string>;

const char* const kLutzBesideAState = R"(
Guns gun NOUN NNS 2 nsubj
fired fire VERB VBD 0 root
in in ADP IN 7 case
the the DET DT 7 det
Estish Estish ADJ JJ 7 amod
border border NOUN NN 7 compound
town town NOUN NN 2 obl
of of ADP IN 9 case
Lutz Lutz PROPN NNP 7 nmod LOC
)";

TEST(Places, TheMorePopulousIsMeantWhereItIsFarMoreSo) {
  EXPECT_EQ(Text("Guns gun NOUN NNS 2 nsubj\nfired fire VERB VBD 0 root\nin in ADP IN 4 case\nLutz Lutz PROPN NNP 2 obl LOC\n").found(),
            List{"Lutz=2"});
}

TEST(Places, WordsBesideANameTellWhichIsMeant) { EXPECT_EQ(Text(kLutzBesideAState).found(), List{"Lutz=1"}); }

TEST(Places, ANameMeansOnePlaceThroughout) {
  const Text text(
      std::string(kLutzBesideAState) +
      "\nLutz Lutz PROPN NNP 2 nsubj LOC\nburned burn VERB VBD 0 root\n\nLutz Lutz PROPN NNP 2 nsubj LOC\nslept sleep VERB VBD 0 root\n");
  EXPECT_EQ(text.found(), List{"Lutz=1"});
  EXPECT_EQ(distinct_places(text.places()).front().spans.size(), 3u);
}

TEST(Places, OtherPlacesTellWhichIsMeant) {
  EXPECT_EQ(Text("Roda Roda PROPN NNP 2 nsubj LOC\nburned burn VERB VBD 0 root\n\nGuns gun NOUN NNS 2 nsubj\nfired fire VERB VBD 0 root\n"
                 "in in ADP IN 4 case\nLutz Lutz PROPN NNP 2 obl LOC\n")
                .found(),
            (List{"Roda=20", "Lutz=1"}));
}

TEST(Places, TheNounBesideANameTellsWhatItIs) {
  EXPECT_EQ(Text("Guns gun NOUN NNS 2 nsubj\nfired fire VERB VBD 0 root\nin in ADP IN 5 case\nRoda Roda PROPN NNP 5 compound LOC\n"
                 "governorate governorate NOUN NN 2 obl\n")
                .found(),
            List{"Roda=21"});
  EXPECT_EQ(Text("Guns gun NOUN NNS 2 nsubj\nfired fire VERB VBD 0 root\nin in ADP IN 4 case\nRoda Roda PROPN NNP 2 obl LOC\n").found(),
            List{"Roda=20"});
}

TEST(Places, ASmallTownIsMeantOnlyWhereSomethingTellsItsState) {
  const std::string fired = "Guns gun NOUN NNS 2 nsubj\nfired fire VERB VBD 0 root\nin in ADP IN 4 case\nSandt Sandt PROPN NNP 2 obl LOC\n";
  EXPECT_EQ(Text(fired).found(), List{"Sandt="});
  EXPECT_EQ(Text(fired + "\nHaven Haven PROPN NNP 2 nsubj LOC\nburned burn VERB VBD 0 root\n").found(), (List{"Sandt=11", "Haven=12"}));
}

TEST(Places, StatesAreKeptWhereSomethingHappensInThem) {
  EXPECT_EQ(Text("Estmark Estmark PROPN NNP 2 nsubj LOC\nburned burn VERB VBD 0 root\n").found(), List{});
  EXPECT_EQ(
      Text("Guns gun NOUN NNS 2 nsubj\nfired fire VERB VBD 0 root\nacross across ADP IN 4 case\nEstmark Estmark PROPN NNP 2 obl LOC\n")
          .found(),
      List{"Estmark=30"});
}

TEST(Places, AgreementsAndSpeakersAreNoPlaces) {
  EXPECT_EQ(
      Text("The the DET DT 3 det\nLutz Lutz PROPN NNP 3 compound LOC\nConvention Convention PROPN NNP 4 nsubj\nheld hold VERB VBD 0 root\n")
          .found(),
      List{});
  Text text("Lutz Lutz PROPN NNP 2 nsubj LOC\ndenied deny VERB VBD 0 root\nit it PRON PRP 2 obj\n");
  text.attributions.attributions.push_back({.source = {{0, 1}}, .cue = {1, 2}, .content = {{2, 3}}});
  EXPECT_EQ(text.found(), List{});
}

TEST(Places, WhatTheTaggerMissesIsAPlaceWhereItsWordsSaySo) {
  EXPECT_EQ(Text("Guns gun NOUN NNS 2 nsubj\nfired fire VERB VBD 0 root\nnear near ADP IN 4 case\nRoda Roda PROPN NNP 2 obl PER\n").found(),
            List{"Roda=20"});
  EXPECT_EQ(Text("Roda Roda PROPN NNP 2 nsubj PER\nwept weep VERB VBD 0 root\n").found(), List{});
}

TEST(Places, FeaturesAndCoordinatesAreTold) {
  const auto places = distinct_places(Text(kLutzBesideAState).places());
  ASSERT_EQ(places.size(), 1u);
  EXPECT_EQ(places[0].feature_class, "P");
  EXPECT_EQ(places[0].feature_code, "PPL");
  EXPECT_EQ(places[0].country, "EST");
  EXPECT_EQ(places[0].admin1, "North Province");
  EXPECT_DOUBLE_EQ(*places[0].latitude, 12.5);
  EXPECT_DOUBLE_EQ(*places[0].longitude, -3.25);
}

}  // namespace
}  // namespace casus
