#include "explanation/explain.h"

#include <gtest/gtest.h>

namespace casus {
namespace {

// The tests run in the project's root.
const Knowledge& small_world() {
  static const auto loaded = Knowledge::load("tests/data/knowledge");
  if (!loaded) throw std::runtime_error(loaded.error().message);
  return *loaded;
}

TEST(Explain, TellsWhichReadingWinsAndWhy) {
  const auto has = [](const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; };
  std::string text = explain(small_world(), "Oldport", "2020-01-01");
  EXPECT_TRUE(has(text, "the capital of Estmark (EST): a place, or the government where it acts")) << text;
  EXPECT_TRUE(has(text, "until 1999-12-31 (kb/state_words.tsv:4, source atlas)")) << text;
  EXPECT_TRUE(has(text, "not so on 2020-01-01")) << text;
  text = explain(small_world(), "V.R.", "");
  EXPECT_TRUE(has(text, "wins before a noun that it describes")) << text;
  EXPECT_TRUE(has(text, "wins as a name by itself, and where it acts")) << text;
  EXPECT_TRUE(has(explain(small_world(), "vr", ""), "not so: an acronym is written in capitals"));
  text = explain(small_world(), "Aske", "2020-01-01");
  EXPECT_TRUE(has(text, "king of EST, since 2001-05-01, known to 2023-06-30: holds (kb/terms.tsv:2, source gazette)")) << text;
  EXPECT_TRUE(has(text, "wins where the report tells nothing against it")) << text;
  EXPECT_TRUE(has(text, "wins where the report says")) << text;
  text = explain(small_world(), "Peer Tolk", "2020-01-01");
  EXPECT_TRUE(has(text, "prime minister of VOR, 2004 to 2015-03-01: ended")) << text;
  EXPECT_TRUE(has(explain(small_world(), "Horn", "2022-01-01"), "wins where the report says a former office: foreign minister of EST"));
  text = explain(small_world(), "Lutz", "2020-01-01");
  EXPECT_LT(text.find("geonames/1"), text.find("geonames/2")) << text;
  EXPECT_TRUE(has(text, "after a place with more people")) << text;
  EXPECT_TRUE(has(explain(small_world(), "armies", ""), "read as the plural of \"army\""));
  EXPECT_TRUE(has(explain(small_world(), "the Vorish king", ""), "nothing is known by this name; but \"vorish\", \"king\" are"));
  EXPECT_TRUE(has(explain(small_world(), "", ""), "nothing is known by this name"));
}

}  // namespace
}  // namespace casus
