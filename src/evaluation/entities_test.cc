#include "evaluation/entities.h"

#include <gtest/gtest.h>

#include "core/unicode.h"

namespace casus {
namespace {

constexpr const char* kText = "The Lund Council met Ada Berg in northern Sarno. We left the depot.";

EntityDocument document() { return {.id = "d", .text = *from_utf8(kText)}; }

Entity entity(const std::string& words, const std::string& type) {
  const std::size_t start = std::string(kText).find(words);
  EXPECT_NE(start, std::string::npos) << words;
  return {.span = {start, start + words.size()}, .type = type};
}

std::vector<Score> scores(const std::vector<Entity>& gold, const std::vector<Entity>& predicted) {
  return score_entities({document()}, {{"d", gold}}, {{"d", predicted}});
}

TEST(Entities, TypeAndHalfOfTheCharactersMustAgree) {
  const std::vector<Entity> gold = {entity("Lund Council", "Organisation"), entity("Ada Berg", "Person"), entity("Sarno", "Location")};
  const auto found = scores(gold, {entity("Lund", "Organisation"), entity("Berg", "Person"), entity("Sarno", "Person")});
  ASSERT_EQ(found.size(), 4u);
  EXPECT_EQ(found[0].measure, "Person");
  EXPECT_DOUBLE_EQ(*found[0].precision, 50);  // Berg is 4 of 8 characters
  EXPECT_DOUBLE_EQ(*found[0].recall, 100);
  EXPECT_DOUBLE_EQ(found[1].value, 0);  // Lund is 4 of 12
  EXPECT_DOUBLE_EQ(found[2].value, 0);
  EXPECT_DOUBLE_EQ(found[3].value, 100.0 / 3);
}

TEST(Entities, OnlyWhatIsNamedCounts) {
  const std::vector<Entity> gold = {entity("the depot", "Location"), entity("northern Sarno", "Location"), entity("We", "Organisation"),
                                    entity("Lund", "Nationality"), entity("Ada Berg", "Person")};
  const auto found = scores(gold, {entity("Ada Berg", "Person")});
  EXPECT_DOUBLE_EQ(found.back().value, 100);
}

TEST(Entities, OfNestedOnesTheOutermostNamedCounts) {
  const std::vector<Entity> gold = {entity("The Lund Council", "Organisation"), entity("Lund", "Location"),
                                    entity("northern Sarno", "Location"), entity("Sarno", "Location")};
  const auto found = scores(gold, {entity("Lund Council", "Organisation"), entity("Sarno", "Location")});
  EXPECT_DOUBLE_EQ(found.back().value, 100);
}

TEST(Entities, OfEqualSpansTheSurestCounts) {
  Entity sure = entity("Sarno", "Organisation"), given_up = entity("Sarno", "Location");
  given_up.confidence = 0;
  EXPECT_DOUBLE_EQ(scores({given_up, sure}, {entity("Sarno", "Organisation")}).back().value, 100);
  EXPECT_DOUBLE_EQ(scores({sure, given_up}, {entity("Sarno", "Organisation")}).back().value, 100);
  EXPECT_DOUBLE_EQ(scores({given_up}, {entity("Sarno", "Location")}).back().value, 100);
}

TEST(Entities, AreReadWithTheirDocuments) {
  const auto documents = read_entity_documents("{\"_id\": \"d\", \"text\": \"Ada“\", \"title\": \"t\"}\n", "f");
  ASSERT_TRUE(documents);
  EXPECT_EQ(documents->front().text, U"Ada“");
  const auto entities = read_entities(
      "{\"documentId\": \"d\", \"begin\": 0, \"end\": 3, \"type\": \"Person\", \"confidence\": 0.5}\n"
      "{\"documentId\": \"d\", \"begin\": 0, \"end\": 3, \"type\": \"Location\", \"confidence\": 0}\n",
      "f");
  ASSERT_TRUE(entities);
  EXPECT_EQ(entities->at("d"), (std::vector<Entity>{{{0, 3}, "Person", 0.5}, {{0, 3}, "Location", 0}}));
}

TEST(Entities, NameFileAndLineOfWhatIsBroken) {
  EXPECT_TRUE(read_entities("{\"documentId\": \"d\"}\n", "f").error().message.starts_with("f:1: "));
  EXPECT_TRUE(read_entity_documents("\n{\"_id\": 3, \"text\": \"\"}\n", "f").error().message.starts_with("f:2: "));
}

}  // namespace
}  // namespace casus
