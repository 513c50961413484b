#include "ledgers/denials.h"

#include <gtest/gtest.h>

namespace casus {
namespace {

TEST(Denials, WhatIsDeniedInItsClaimIsDenied) {
  Event told{.type = "MOBILIZE"};
  told.attribution = StatementId{0};
  const Event witnessed{.type = "MOBILIZE"};
  Claim claim{.proposition = {.text = "", .event = EventId{0}, .spans = {}}};
  claim.positions = {{.actor = {}, .stance = "asserts", .statement = StatementId{0}, .date = {}, .why = "", .spans = {}}};
  const Events events{{told, witnessed}};
  EXPECT_EQ(with_denials(events, {{claim}}).events[0].status, Status::asserted);
  claim.positions.push_back({.actor = {}, .stance = "denies", .statement = StatementId{1}, .date = {}, .why = "", .spans = {}});
  const Events denied = with_denials(events, {{claim}});
  EXPECT_EQ(denied.events[0].status, Status::denied);
  EXPECT_EQ(denied.events[1].status, Status::asserted);
}

}  // namespace
}  // namespace casus
