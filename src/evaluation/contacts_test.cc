#include "evaluation/contacts.h"

#include <gtest/gtest.h>

namespace casus {
namespace {

using Counted = std::vector<std::size_t>;

constexpr std::size_t kKind = 0, kStatus = 1, kParties = 2, kInitiator = 3, kDate = 4, kPlace = 5, kOrdinal = 6;

ContactText text_with(std::vector<ToldContact> contacts) {
  return {.id = "a", .published = "2001-02-03", .text = "", .contacts = std::move(contacts)};
}

ToldContact call_of(const std::string& one, const std::string& other) {
  return {.kinds = {"call"}, .parties = {{one, "the one"}, {other, "the other"}}};
}

TEST(ContactScores, TextsAreRead) {
  const auto read = read_contact_texts(
      R"({"id": "a", "published": "2001-02-03", "text": "t", "contacts": [{"kind": "visit|talks", "status": "planned", "parties": )"
      R"([{"code": "ISLGOV", "name": "Jon"}, {"code": null, "name": "six powers"}], "initiator": "Jon", "date": "2001-03", "place": null, )"
      R"("ordinal": {"n": 2, "since": [3, 9], "since_date": null}, "topics": [[1, 2], [4, 5]], "outcomes": [], "readouts": []}], "split": "s"})",
      "f");
  ASSERT_TRUE(read) << read.error().message;
  const ToldContact& contact = read->at(0).contacts.at(0);
  EXPECT_EQ(contact.kinds, (std::vector<std::string>{"visit", "talks"}));
  EXPECT_TRUE(contact.planned);
  EXPECT_EQ(contact.initiator->code, "ISLGOV");
  EXPECT_EQ(contact.parties[1].code, std::nullopt);
  EXPECT_EQ(contact.ordinal->n, 2);
  EXPECT_EQ(contact.topics.size(), 2u);
  EXPECT_TRUE(read_contact_texts("{\"id\": \"a\"}", "f").error().message.starts_with("f:1: "));
}

TEST(ContactScores, OneIsFoundByTwoOfItsParties) {
  const auto found = score_contacts({text_with({call_of("ISLGOV", "GBRGOV"), call_of("NORGOV", "GBRGOV")})},
                                    {text_with({call_of("GBR", "ISL"), call_of("GBR", "DNK")})});
  EXPECT_EQ(found.found[0].counts, (Counted{1, 1, 1}));
  EXPECT_EQ(found.told[kParties].counts, (Counted{1, 1}));
}

TEST(ContactScores, OrganisationsAreToldApart) {
  EXPECT_EQ(score_contacts({text_with({call_of("ISL", "IGONAT")})}, {text_with({call_of("ISL", "IGOAFU")})}).found[0].counts,
            (Counted{0, 1, 1}));
}

TEST(ContactScores, PartiesWithoutCodeAreKnownByAWordOfTheName) {
  ToldContact gold = call_of("ISL", "GBR"), found = gold;
  gold.parties[1] = {std::nullopt, "six world powers"};
  found.parties[1] = {std::nullopt, "the Powers"};
  EXPECT_EQ(score_contacts({text_with({gold})}, {text_with({found})}).found[0].counts, (Counted{1, 0, 0}));
  found.parties[1].name = "the two";
  EXPECT_EQ(score_contacts({text_with({gold})}, {text_with({found})}).found[0].counts, (Counted{0, 1, 1}));
}

TEST(ContactScores, ThePairThatAgreesInMostIsTaken) {
  ToldContact call = call_of("ISL", "GBR"), meeting = call;
  meeting.kinds = {"meeting"};
  meeting.place = "Oslo";
  const auto found = score_contacts({text_with({call, meeting})}, {text_with({meeting, call})});
  EXPECT_EQ(found.told[kKind].counts, (Counted{2, 2}));
  EXPECT_EQ(found.told[kPlace].counts, (Counted{2, 2}));
}

TEST(ContactScores, FieldsAreJudgedWhereItIsFound) {
  ToldContact gold = call_of("ISL", "GBR");
  gold.initiator = gold.parties[0];
  gold.date = "2001-02";
  gold.ordinal = {.n = 3, .words = {{10, 20}}};
  gold.topics = {{{30, 40}}, {{50, 60}}};
  ToldContact found = gold;
  found.planned = true;
  found.initiator = gold.parties[1];
  found.date = "2001-02-01/2001-02-28";
  found.ordinal->words = {{0, 9}};
  found.topics = {{{35, 36}}};
  const auto scores = score_contacts({text_with({gold})}, {text_with({found})});
  EXPECT_EQ(scores.told[kStatus].counts, (Counted{0, 1}));
  EXPECT_EQ(scores.told[kInitiator].counts, (Counted{0, 1}));
  EXPECT_EQ(scores.told[kDate].counts, (Counted{1, 1}));
  EXPECT_EQ(scores.told[kOrdinal].counts, (Counted{0, 1}));
  EXPECT_EQ(scores.found[1].counts, (Counted{1, 0, 1}));
}

}  // namespace
}  // namespace casus
