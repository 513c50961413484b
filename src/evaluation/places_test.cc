#include "evaluation/places.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace casus {
namespace {

constexpr std::string_view kGold =
    R"({"id": "a", "published": "2020-01-02", "text": "In Lutz and Roda the Lutz Post burned.", )"
    R"("places": [{"span": [3, 7], "name": "Lutz", "geonames_id": 1, "latitude": 10.0, "longitude": 20.0, "ambiguous": true}, )"
    R"({"span": [12, 16], "name": "Roda", "geonames_id": 2, "latitude": 11.0, "longitude": 20.0, "ambiguous": false}], )"
    R"("none": [[21, 30]], "event": {"trigger": [31, 37], "place": 0}})"
    "\n";

std::vector<PlaceText> gold() {
  auto read = read_place_texts(kGold, "f");
  EXPECT_TRUE(read) << (read ? "" : read.error().message);
  return *std::move(read);
}

const Score& score(const std::vector<Score>& scores, std::string_view measure) {
  const auto found = std::find_if(scores.begin(), scores.end(), [&](const Score& score) { return score.measure == measure; });
  EXPECT_NE(found, scores.end()) << measure;
  return *found;
}

MarkedPlace place(Span span, std::int64_t id, double latitude) {
  return {.span = span, .geonames_id = id, .latitude = latitude, .longitude = 20};
}

PlacedTrigger event_at(std::int64_t id) {
  PlacedTrigger event{.trigger = {{30, 37}}, .place = Place{}};
  event.place->geonames_id = id;
  return event;
}

TEST(PlacesScore, GoldIsRead) {
  const auto texts = gold();
  ASSERT_EQ(texts.size(), 1u);
  EXPECT_EQ(texts[0].places[0], (MarkedPlace{{3, 7}, 1, 10.0, 20.0, true}));
  EXPECT_EQ(texts[0].none, (Spans{{21, 30}}));
  EXPECT_EQ(texts[0].event->place, 0u);
  const auto wrong = read_place_texts(
      R"({"id": "a", "published": "2020-01-02", "text": "x", "places": [], "none": [], "event": {"trigger": [0, 1], "place": 3}})", "f");
  EXPECT_EQ(wrong.error().message, "f:1: the event's place 3 is none of the places; count from 0");
}

TEST(PlacesScore, AnIdCountsWhereSpansOverlapAndDistanceForGiven) {
  const auto scores =
      score_places(gold(), {{"a", {.places = {place({0, 7}, 1, 10.0), place({12, 16}, 9, 12.0)}, .events = {event_at(1)}}}});
  EXPECT_DOUBLE_EQ(score(scores, "found").value, 1);
  EXPECT_DOUBLE_EQ(score(scores, "right GeoNames id").value, 0.5);
  EXPECT_DOUBLE_EQ(score(scores, "right GeoNames id, ambiguous names").value, 1);
  EXPECT_DOUBLE_EQ(score(scores, "within 161 km").value, 1) << "one degree of latitude is 111 km";
  EXPECT_DOUBLE_EQ(score(scores, "taken for a place, of names that are none").value, 0);
  EXPECT_DOUBLE_EQ(score(scores, "right place of the event").value, 1);
}

TEST(PlacesScore, FalseAlarmsAndFarPlacesAreTold) {
  const auto scores =
      score_places(gold(), {{"a", {.places = {place({3, 7}, 5, 40.0), place({21, 25}, 1, 10.0)}, .events = {event_at(2)}}}});
  EXPECT_DOUBLE_EQ(score(scores, "found").value, 0.5);
  EXPECT_DOUBLE_EQ(score(scores, "within 161 km").value, 0);
  EXPECT_DOUBLE_EQ(score(scores, "taken for a place, of names that are none").value, 1);
  EXPECT_DOUBLE_EQ(score(scores, "right place of the event").value, 0);
}

TEST(PlacesScore, AVaguePlaceIsRightByItsWords) {
  auto texts = gold();
  texts[0].event = PlaceText::Placing{.trigger = {31, 37}, .place = std::nullopt, .vague = "along the line of contact"};
  PlacedTrigger vague{.trigger = {{31, 37}}, .place = Place{.name = "the line of contact"}};
  EXPECT_DOUBLE_EQ(score(score_places(texts, {{"a", {.places = {}, .events = {vague}}}}), "right place of the event").value, 1);
  EXPECT_DOUBLE_EQ(score(score_places(texts, {{"a", {.places = {}, .events = {event_at(1)}}}}), "right place of the event").value, 0);
}

TEST(PlacesScore, WhatIsWrittenIsRead) {
  PlacedTrigger event = event_at(1);
  event.place->name = "Lutz";
  event.place->spans = {{3, 7}};
  const PlacesById found = {{"a", {.places = {place({3, 7}, 1, 10.0)}, .events = {event, {.trigger = {{1, 2}}, .place = std::nullopt}}}}};
  const auto read = read_found_places(write_found_places(found), "f");
  ASSERT_TRUE(read) << read.error().message;
  EXPECT_EQ(read->at("a").places, found.at("a").places);
  ASSERT_EQ(read->at("a").events.size(), 2u);
  EXPECT_EQ(read->at("a").events[0].place->geonames_id, 1);
  EXPECT_EQ(read->at("a").events[0].place->spans, (Spans{{3, 7}}));
  EXPECT_FALSE(read->at("a").events[1].place);
}

}  // namespace
}  // namespace casus
