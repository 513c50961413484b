#include "places/place_rules.h"

#include <gtest/gtest.h>

namespace casus {
namespace {

TEST(PlaceRules, TablesAreRead) {
  const auto rules = PlaceRules::load("rules/places");
  ASSERT_TRUE(rules) << rules.error().message;
  ASSERT_NE(rules->noun("town"), nullptr);
  EXPECT_EQ(rules->noun("town")->kind, PlaceNounKind::name);
  EXPECT_TRUE(rules->noun("town")->fits("PPLC"));
  EXPECT_FALSE(rules->noun("town")->fits("ADM1"));
  EXPECT_EQ(rules->noun("convention")->kind, PlaceNounKind::paper);
  EXPECT_EQ(rules->noun("spoon"), nullptr);
  EXPECT_TRUE(rules->is_locative("near"));
  EXPECT_FALSE(rules->is_locative("from"));
  EXPECT_EQ(rules->feature_class("PPLC"), "P");
  EXPECT_EQ(rules->feature_class("STM"), "H");
  EXPECT_EQ(rules->feature_class("XYZ"), "");
}

TEST(PlaceRules, FolderThatIsMissingIsNamed) {
  const auto rules = PlaceRules::load("no/such/folder");
  ASSERT_FALSE(rules);
  EXPECT_NE(rules.error().message.find("no/such/folder/nouns.tsv"), std::string::npos);
}

}  // namespace
}  // namespace casus
