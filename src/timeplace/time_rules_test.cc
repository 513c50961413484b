#include "timeplace/time_rules.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace casus {
namespace {

namespace fs = std::filesystem;

// A copy of the tables in which one row is added.
std::string fault(const std::string& file, const std::string& row) {
  const fs::path folder = fs::path(testing::TempDir()) / ("time_rules_" + file);
  fs::remove_all(folder);
  fs::copy("rules/time", folder);
  fs::permissions(folder / file, fs::perms::owner_write, fs::perm_options::add);
  std::ofstream(folder / file, std::ios::app) << row << "\n";
  const auto rules = TimeRules::load(folder.string());
  const std::string message = rules ? "" : rules.error().message;
  fs::remove_all(folder);
  const std::size_t place = message.find(": ");
  return place == std::string::npos ? message : message.substr(place + 2);
}

TEST(TimeRules, KnowWords) {
  const auto rules = TimeRules::load("rules/time");
  ASSERT_TRUE(rules) << rules.error().message;
  EXPECT_EQ(rules->value(TimeUse::month, "october"), 10);
  EXPECT_EQ(rules->value(TimeUse::weekday, "sunday"), 0);
  EXPECT_TRUE(rules->is(TimeUse::name_too, "may"));
  EXPECT_FALSE(rules->is(TimeUse::name_too, "june"));
  EXPECT_TRUE(rules->is(ClauseUse::ahead, "plan"));
  EXPECT_EQ(rules->unit("fortnights")->size, 2);
  EXPECT_TRUE(rules->unit("fortnights")->plural);
  EXPECT_GT(rules->holidays("easter").front().words.size(), 1u) << "the longest name first";
}

TEST(TimeRules, SayWhatIsWrongWithARow) {
  EXPECT_TRUE(fault("words.tsv", "monat\tmonat\t1").starts_with("\"monat\" is not known here: write one of month, "));
  EXPECT_EQ(fault("words.tsv", "october\tmonth\t10"), "\"october\" stands twice as month");
  EXPECT_EQ(fault("words.tsv", "tenth month\tmonth\tx"), "value \"x\" is no whole number");
  EXPECT_EQ(fault("phrases.tsv", "in no time\treport\tsoon\tday\twhole"), "shift \"soon\" is neither a whole number nor COUNT or ORDINAL");
  EXPECT_TRUE(fault("phrases.tsv", "then\treport\t1\thour\twhole").starts_with("\"hour\" is not known here"));
  EXPECT_EQ(fault("holidays.tsv", "flag day\tfixed\t14"), "value \"14\" does not fit the rule");
  EXPECT_EQ(fault("units.tsv", "eon\teons\tyear\t0\t1"), "times and parts are whole numbers from 1");
}

}  // namespace
}  // namespace casus
