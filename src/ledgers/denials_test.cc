#include "ledgers/denials.h"

#include <gtest/gtest.h>

namespace casus {
namespace {

Actor state(const std::string& code) { return {.name = code, .kind = ActorKind::state, .code = code, .country = code}; }

Position position(std::uint32_t actor, const std::string& stance, std::uint32_t statement) {
  return {.actor = ActorId{actor}, .stance = stance, .statement = StatementId{statement}, .date = {}, .why = "", .spans = {}};
}

TEST(Denials, WhatItsDoerDeniesInTheClaimIsDenied) {
  const Actors actors{.actors = {state("CHL"), state("PER"), state("BOL")}, .mentions = {}};
  Event raid{.type = "ASSAULT", .actors = {ActorId{0}}};
  raid.quad = 4;
  raid.attribution = StatementId{0};
  const auto status = [&](const Event& told, const Position& answer) {
    Claim claim{.proposition = {.text = "", .event = EventId{0}, .spans = {}}};
    claim.positions = {position(1, "asserts", 0), answer};
    return with_denials({{told}}, {{claim}}, actors).events.front().status;
  };
  EXPECT_EQ(status(raid, position(0, "denies", 1)), Status::denied);
  EXPECT_EQ(status(raid, position(0, "doubts", 1)), Status::asserted);
  EXPECT_EQ(status(raid, position(2, "denies", 1)), Status::asserted);
  Event by_nobody = raid;
  by_nobody.actors.clear();
  EXPECT_EQ(status(by_nobody, position(2, "denies", 1)), Status::asserted);
  Position of_it = position(2, "denies", 1);
  of_it.why = "refers";
  EXPECT_EQ(status(by_nobody, of_it), Status::denied);
  Event words = raid;
  words.quad = 3;
  EXPECT_EQ(status(words, position(0, "denies", 1)), Status::asserted);
  Event witnessed = raid;
  witnessed.attribution.reset();
  EXPECT_EQ(status(witnessed, position(0, "denies", 1)), Status::asserted);
}

}  // namespace
}  // namespace casus
