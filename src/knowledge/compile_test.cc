// Every row of kb/ is found again in what is made of it.
#include "knowledge/compile.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "knowledge/doubts.h"

namespace casus {
namespace {

// The tests run in the project's root.
const Tables& tables() {
  static const auto read = Tables::read("kb");
  if (!read) throw std::runtime_error(read.error().message);
  return *read;
}

const Knowledge& knowledge() {
  static const auto loaded = Knowledge::load("kb");
  if (!loaded) throw std::runtime_error(loaded.error().message);
  return *loaded;
}

const Knowledge& small_world() {
  static const auto loaded = Knowledge::load("tests/data/knowledge");
  if (!loaded) throw std::runtime_error(loaded.error().message);
  return *loaded;
}

bool is_from(const Fact& fact, const FactRow& row) { return fact.table == row.table && fact.line == row.line; }

template <class List>
bool holds(const List& list, const FactRow& row) {
  return std::any_of(list.begin(), list.end(), [&](const auto& item) { return is_from(item.fact, row); });
}

// Two rows can say the same: then the first one stands for both.
bool has_name(std::string_view words, auto fits) {
  const auto entries = knowledge().find(key_of(words));
  return key_of(words).empty() || std::any_of(entries.begin(), entries.end(), fits);
}

TEST(Compile, EveryNameIsFound) {
  for (const FactRow& row : tables().rows(TableId::state_words))
    EXPECT_TRUE(has_name(row[2], [&](const Entry& e) { return e.sense <= Sense::seat && knowledge().state(e.row).code == row[0]; }))
        << row[2];
  for (const FactRow& row : tables().rows(TableId::organisation_names))
    EXPECT_TRUE(has_name(row[2], [&](const Entry& e) {
      return e.sense >= Sense::organisation && e.sense <= Sense::organisation_adjective && knowledge().organisation(e.row).id == row[0];
    })) << row[2];
  for (const FactRow& row : tables().rows(TableId::territory_names))
    EXPECT_TRUE(has_name(row[2], [&](const Entry& e) {
      return (e.sense == Sense::territory || e.sense == Sense::territory_adjective) && knowledge().territory(e.row).id == row[0];
    })) << row[2];
  for (const FactRow& row : tables().rows(TableId::offices))
    EXPECT_TRUE(has_name(row[0], [&](const Entry& e) { return e.sense == Sense::office && is_from(knowledge().title(e.row).fact, row); }))
        << row[0];
  for (const FactRow& row : tables().rows(TableId::nominals))
    EXPECT_TRUE(has_name(row[0], [&](const Entry& e) {
      return e.sense == Sense::nominal && is_from(knowledge().nominal(e.row).fact, row);
    })) << row[0];
  for (const FactRow& row : tables().rows(TableId::place_names)) {
    const auto places = knowledge().places_named(row[1]);
    EXPECT_TRUE(key_of(row[1]).empty() || std::ranges::any_of(places, [&](const KnownPlace* p) { return p->id == row[0]; })) << row[1];
  }
}

TEST(Compile, EveryThingIsFoundByItsIdAndName) {
  for (const FactRow& row : tables().rows(TableId::states)) {
    const KnownState* state = knowledge().state(row[0]);
    ASSERT_TRUE(state && is_from(state->fact, row)) << row[0];
    EXPECT_EQ(state->name, row[1]);
  }
  for (const FactRow& row : tables().rows(TableId::organisations)) {
    const KnownOrganisation* known = knowledge().organisation(row[0]);
    ASSERT_TRUE(known && is_from(known->fact, row)) << row[0];
    EXPECT_EQ(known->code, row[3]);
    EXPECT_TRUE(
        has_name(row[1], [&](const Entry& e) { return e.sense == Sense::organisation && &knowledge().organisation(e.row) == known; }));
  }
  for (const FactRow& row : tables().rows(TableId::territories)) EXPECT_TRUE(knowledge().territory(row[0])) << row[0];
  for (const FactRow& row : tables().rows(TableId::treaties)) EXPECT_TRUE(knowledge().treaty(row[0])) << row[0];
  for (const FactRow& row : tables().rows(TableId::given_names))
    EXPECT_NE(knowledge().gender_of_given_name(row[0]), Gender::unknown) << row[0];
  for (const FactRow& row : tables().rows(TableId::places)) {
    const auto places = knowledge().places_named(row[1]);
    EXPECT_TRUE(key_of(row[1]).empty() || std::ranges::any_of(places, [&](const KnownPlace* p) { return is_from(p->fact, row); }))
        << row[0];
  }
}

TEST(Compile, EveryPersonIsFoundByNameAndSurname) {
  const auto among = [](const std::vector<const KnownPerson*>& persons, std::string_view id) {
    return std::ranges::any_of(persons, [&](const KnownPerson* person) { return person->id == id; });
  };
  for (const FactRow& row : tables().rows(TableId::persons)) {
    EXPECT_TRUE(key_of(row[1]).empty() || among(knowledge().persons_named(row[1]), row[0])) << row[1];
    EXPECT_TRUE(key_of(row[2]).empty() || among(knowledge().persons_by_surname(row[2]), row[0])) << row[2];
  }
  std::size_t terms = 0;
  for (const KnownPerson& person : knowledge().lists().persons) terms += person.terms.size();
  EXPECT_EQ(terms, tables().rows(TableId::terms).size());
}

TEST(Compile, EveryFactKeepsItsRow) {
  const auto& lists = knowledge().lists();
  EXPECT_EQ(lists.terms.size(), tables().rows(TableId::terms).size());
  for (const FactRow& row : tables().rows(TableId::memberships)) {
    const auto members = knowledge().members_of(row[0], "");
    EXPECT_TRUE(std::ranges::any_of(members, [&](const Membership* m) { return is_from(m->fact, row) && m->member == row[1]; })) << row[1];
    const auto of = knowledge().memberships_of(row[1], "");
    EXPECT_TRUE(std::ranges::any_of(of, [&](const Membership* m) { return is_from(m->fact, row) && m->organisation == row[0]; })) << row[1];
  }
  for (const FactRow& row : tables().rows(TableId::treaty_parties)) EXPECT_TRUE(holds(knowledge().treaty(row[0])->parties, row)) << row[1];
  for (const FactRow& row : tables().rows(TableId::treaty_duties)) EXPECT_TRUE(holds(knowledge().treaty(row[0])->duties, row)) << row[0];
  for (const FactRow& row : tables().rows(TableId::state_codes)) EXPECT_TRUE(holds(knowledge().codes_of(row[0]), row)) << row[2];
  for (const FactRow& row : tables().rows(TableId::office_kinds)) EXPECT_TRUE(knowledge().is_office_kind(row[0], row[1])) << row[0];
}

TEST(Memberships, AreOfTheDay) {
  EXPECT_EQ(small_world().members_of("organisation/pact", "1992-01-01").size(), 2u);  // EST, and the Isles, whose day is not known
  EXPECT_EQ(small_world().members_of("organisation/pact", "2011-01-01").size(), 4u);
  EXPECT_EQ(small_world().memberships_of("VOR", "2011-01-01").size(), 2u);
  EXPECT_TRUE(small_world().memberships_of("VOR", "2013-01-01").empty());
  EXPECT_TRUE(small_world().members_of("organisation/red-hand", "").empty());
}

TEST(Treaties, HoldBetweenPartiesAndMembersOfPartiesOnTheDay) {
  const auto between = [](std::string_view a, std::string_view b, std::string_view date) {
    std::string ids;
    for (const KnownTreaty* treaty : small_world().treaties_between(a, b, date)) ids += std::string(treaty->id) + " ";
    return ids;
  };
  EXPECT_EQ(between("EST", "VOR", "1994-01-01"), "");
  EXPECT_EQ(between("EST", "VOR", "1994-03-01"), "treaty/friendship-1994 ");
  EXPECT_EQ(between("EST", "VOR", "2000-01-01"), "treaty/friendship-1994 treaty/pact-1990 ");
  EXPECT_EQ(between("EST", "VOR", "2012-01-01"), "treaty/pact-1990 ");
  EXPECT_EQ(between("EST", "VOR", "2013-01-01"), "");
  EXPECT_EQ(between("EST", "OLD", "1990-08-01"), "treaty/pact-1990 ");
  EXPECT_EQ(between("EST", "OLD", "1991-08-01"), "");
  const KnownTreaty* treaty = small_world().treaty("treaty/pact-1990");
  ASSERT_TRUE(treaty);
  ASSERT_EQ(treaty->duties.size(), 1u);
  EXPECT_EQ(treaty->duties[0].article, "5");
  ASSERT_EQ(treaty->duties[0].beneficiary.size(), 2u);
  EXPECT_EQ(treaty->duties[0].beneficiary[1], "EST");
  EXPECT_EQ(small_world().treaty("treaty/friendship-1994")->other_names[0], "Kessel Treaty");
  EXPECT_EQ(small_world().codes_of("EST").size(), 2u);
}

TEST(Doubts, AreOverlapsInOneOfficeAndNamesOfTwo) {
  const auto doubts = doubts_about(small_world());
  ASSERT_EQ(doubts.size(), 1u);
  EXPECT_EQ(
      doubts[0],
      "kb/organisation_names.tsv:3: \"kessel\" is Northern Pact here and Vorland in kb/state_words.tsv:9, which wins; give them dates, or "
      "take one out");
}

}  // namespace
}  // namespace casus
