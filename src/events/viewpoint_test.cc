#include "events/viewpoint.h"

#include <gtest/gtest.h>

namespace casus {
namespace {

Date date(const std::string& value) { return {.value = value, .from = DateFrom::text, .spans = {}}; }

TEST(Viewpoint, DaysAreSeenFromTheDayOfPublication) {
  const Statements statements;
  const Actors actors;
  Dates dates;
  dates.published = date("2024-11-18");
  const Viewpoint viewpoint(statements, actors, dates);
  EXPECT_TRUE(viewpoint.lies_ahead("2024-11-19"));
  EXPECT_TRUE(viewpoint.lies_ahead("2024-12"));
  EXPECT_FALSE(viewpoint.lies_ahead("2024-11"));
  EXPECT_FALSE(viewpoint.lies_ahead("2024-11-18/2024-11-24"));
  EXPECT_FALSE(viewpoint.lies_ahead("8 days"));
  EXPECT_TRUE(viewpoint.lies_long_before("2023"));
  EXPECT_TRUE(viewpoint.lies_long_before("2024-07"));
  EXPECT_FALSE(viewpoint.lies_long_before("2024-09"));
  EXPECT_FALSE(viewpoint.lies_long_before("2024"));
  EXPECT_TRUE(viewpoint.lies_close("2024-10-20"));
  EXPECT_FALSE(viewpoint.lies_close("2024"));
}

TEST(Viewpoint, WithoutADayOfPublicationTheLatestDateStandsForIt) {
  const Statements statements;
  const Actors actors;
  Dates dates;
  dates.mentions = {{.range = {0, 1}, .date = date("1995")}, {.range = {2, 3}, .date = date("2012-03-01")}};
  const Viewpoint viewpoint(statements, actors, dates);
  EXPECT_TRUE(viewpoint.lies_long_before("1995"));
  EXPECT_FALSE(viewpoint.lies_long_before("2012"));
  EXPECT_FALSE(viewpoint.lies_ahead("2013"));
}

TEST(Viewpoint, AnAccuserIsOfTheOtherSide) {
  const auto of = [](const std::string& country) { return Actor{.name = country, .kind = ActorKind::state, .country = country}; };
  const Actors actors{.actors = {of("CHL"), of("PER"), {.name = "observers", .kind = ActorKind::organisation}}, .mentions = {}};
  const Statements statements;
  const Dates dates;
  const Viewpoint viewpoint(statements, actors, dates);
  const std::vector<ActorId> chile = {{0}}, peru = {{1}}, observers = {{2}};
  const auto said_by = [](ActorId speaker) { return Statement{.speakers = {speaker}}; };
  EXPECT_TRUE(viewpoint.is_said_by_accuser(said_by({1}), chile, peru));
  EXPECT_TRUE(viewpoint.is_said_by_accuser(said_by({1}), chile, {}));
  EXPECT_FALSE(viewpoint.is_said_by_accuser(said_by({0}), chile, peru));
  EXPECT_FALSE(viewpoint.is_said_by_accuser(said_by({2}), chile, peru));
  EXPECT_FALSE(viewpoint.is_said_by_accuser(said_by({2}), chile, {}));
  EXPECT_FALSE(viewpoint.is_said_by_accuser(said_by({1}), observers, peru));
}

}  // namespace
}  // namespace casus
