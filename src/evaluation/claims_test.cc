#include "evaluation/claims.h"

#include <gtest/gtest.h>

namespace casus {
namespace {

using Counted = std::vector<std::size_t>;

StancePosition position(std::optional<std::string> actor, std::string stance, Span span, std::string name = "") {
  return {.actor = std::move(actor), .name = std::move(name), .stance = std::move(stance), .spans = {span}};
}

ClaimReport report(std::vector<StancedClaim> claims) {
  return {.id = "a", .published = "2001-02-03", .text = "", .claims = std::move(claims)};
}

Counted all_positions(const ClaimReport& gold, const ClaimReport& predicted) {
  return score_claims({gold}, {predicted}).positions.front().counts;
}

const StancedClaim kCharge = {.proposition = {{10, 20}},
                              .positions = {position("RUZGOV", "asserts", {0, 5}), position("KAR", "denies", {30, 35})},
                              .standing = "contested"};
const StancedClaim kCountercharge = {
    .proposition = {{50, 60}}, .positions = {position("KAR", "asserts", {40, 45})}, .standing = "uncontested"};

TEST(ClaimScores, ReportsAreRead) {
  const auto read = read_claim_reports(
      R"({"id": "a", "published": "2001-02-03", "text": "t", "claims": [{"proposition": [[1, 3]], "event": null, "positions": )"
      R"([{"actor": null, "name": "Ruz", "stance": "denies", "span": [5, 7]}], "standing": "contested"}], "split": "s"})",
      "f");
  ASSERT_TRUE(read) << read.error().message;
  const StancedClaim& claim = read->at(0).claims.at(0);
  EXPECT_EQ(claim.proposition, (Spans{{1, 3}}));
  EXPECT_EQ(claim.positions.at(0).actor, std::nullopt);
  EXPECT_EQ(claim.positions.at(0).spans, (Spans{{5, 7}}));
  EXPECT_TRUE(read_claim_reports("{\"id\": \"a\"}", "f").error().message.starts_with("f:1: "));
}

TEST(ClaimScores, APositionIsRightByItsClaimActorAndStance) {
  const auto found = report({{.proposition = {{12, 25}},
                              .positions = {position("RUZ", "asserts", {0, 25}), position("KARMIL", "doubts", {30, 35})},
                              .standing = "contested"}});
  EXPECT_EQ(all_positions(report({kCharge}), found), (Counted{1, 1, 1}));
  EXPECT_EQ(score_claims({report({kCharge})}, {found}).standings.front().counts, (Counted{1, 1}));
}

TEST(ClaimScores, TwoClaimsInOneAreRightForTheOneWithMoreOfItsPositions) {
  StancedClaim joined = kCharge;
  joined.positions.push_back(kCountercharge.positions.front());
  EXPECT_EQ(all_positions(report({kCharge, kCountercharge}), report({joined})), (Counted{2, 1, 1}));
}

TEST(ClaimScores, OneClaimInTwoIsRightOnce) {
  const StancedClaim charge = {.proposition = {{10, 20}}, .positions = {kCharge.positions[0]}, .standing = "uncontested"};
  const StancedClaim denial = {.proposition = {{32, 40}}, .positions = {kCharge.positions[1]}, .standing = "uncontested"};
  EXPECT_EQ(all_positions(report({kCharge}), report({charge, denial})), (Counted{1, 1, 1}));
}

TEST(ClaimScores, ARepeatedPositionCountsOnce) {
  StancedClaim repeated = kCharge;
  repeated.positions.push_back(position("KAR", "denies", {70, 75}));
  EXPECT_EQ(all_positions(report({kCharge}), report({repeated})), (Counted{2, 0, 0}));
}

TEST(ClaimScores, WhereTwoShareACountryWholeCodesCount) {
  StancedClaim gold = kCharge;
  gold.positions = {position("RUZGOV", "asserts", {0, 5}), position("RUZOPP", "denies", {30, 35})};
  StancedClaim found = gold;
  found.positions = {position("RUZGOV", "asserts", {0, 5}), position("RUZGOV", "denies", {30, 35})};
  EXPECT_EQ(all_positions(report({gold}), report({found})), (Counted{1, 1, 1}));
}

TEST(ClaimScores, OrganisationsAreKnownWithAndWithoutTheirKindAndOthersByName) {
  StancedClaim gold = kCharge;
  gold.positions = {position("UNO", "asserts", {0, 5}, "UN monitors"), position("KARMED", "denies", {30, 35}, "the doctors")};
  StancedClaim found = gold;
  found.positions = {position("IGOUNO", "asserts", {0, 5}), position(std::nullopt, "denies", {30, 35}, "doctors")};
  EXPECT_EQ(all_positions(report({gold}), report({found})), (Counted{2, 0, 0}));
}

}  // namespace
}  // namespace casus
