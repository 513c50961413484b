#include "actors/recognition.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "actors/small_world.h"
#include "knowledge/lists.h"

namespace casus {
namespace {

const Knowledge& knowledge() {
  static const auto loaded = Knowledge::load("kb");
  if (!loaded) throw std::runtime_error(loaded.error().message);
  return *loaded;
}

const Knowledge& world() {
  static const Knowledge loaded = small_world({{"person_names.tsv", "person\tname\tsource\n"},
                                               {"office_kinds.tsv",
                                                "general\toffice\tsource\n"
                                                "head of state or government\tking\tatlas\n"
                                                "head of state or government\tpresident\tatlas\n"
                                                "head of state or government\tprime minister\tatlas\n"
                                                "honorific\tsheikh\tatlas\n"
                                                "minister\tforeign minister\tatlas\n"
                                                "public figure\tcandidate\tatlas\n"
                                                "rank\tcolonel\tatlas\n"
                                                "sovereign or president\tking\tatlas\n"
                                                "sovereign or president\tpresident\tatlas\n"
                                                "statesman\tforeign minister\tatlas\n"
                                                "statesman\tpresident\tatlas\n"
                                                "statesman\tprime minister\tatlas\n"},
                                               {"office_order.tsv",
                                                "order\toffice\tsource\n"
                                                "01\tking\tatlas\n"
                                                "02\tpresident\tatlas\n"
                                                "03\tprime minister\tatlas\n"},
                                               {"offices.tsv",
                                                "words\toffice\tsector\tstrength\tgender\tsource\n"
                                                "candidate\tcandidate\tPTY\town\t\tatlas\n"
                                                "colonel\tcolonel\tMIL\town\t\tatlas\n"
                                                "foreign minister\tforeign minister\tGOV\town\t\tatlas\n"
                                                "governor\tgovernor\tGOV\town\t\tatlas\n"
                                                "king\tking\tGOV\town\tm\tatlas\n"
                                                "leader\tleader\tGOV\tweak\t\tatlas\n"
                                                "mayor\tmayor\tGOV\town\t\tatlas\n"
                                                "minister\tminister\tGOV\town\t\tatlas\n"
                                                "president\tpresident\tGOV\town\t\tatlas\n"
                                                "prime minister\tprime minister\tGOV\town\t\tatlas\n"
                                                "sheikh\tsheikh\tREL\tweak\tm\tatlas\n"},
                                               {"persons.tsv",
                                                "id\tname\tsurname\tgender\tborn\tsource\n"
                                                "person/ada-kern\tAda Kern\tKern\tf\t\tgazette\n"
                                                "person/bo-lind\tBo Lind\tLind\tm\t\tgazette\n"
                                                "person/carl-moss\tCarl Moss\tMoss\tm\t\tgazette\n"
                                                "person/dan-moss\tDan Moss\tMoss\tm\t\tgazette\n"
                                                "person/emil-roth-of-newport\tEmil Roth\tRoth\tm\t\tgazette\n"
                                                "person/emil-roth-of-oldport\tEmil Roth\tRoth\tm\t\tgazette\n"
                                                "person/finn-holt\tFinn Holt\tHolt\tm\t\tgazette\n"
                                                "person/gus-holt\tGus Holt\tHolt\tm\t\tgazette\n"
                                                "person/harun\tHarun\tHarun\tm\t\tgazette\n"
                                                "person/ida-berg\tIda Berg\tBerg\tf\t\tgazette\n"
                                                "person/jon-ii\tJon II\tJon\tm\t\tgazette\n"
                                                "person/lis-horn\tLis Horn\tHorn\tf\t\tgazette\n"
                                                "person/nils-dahl\tNils Dahl\tDahl\tm\t\tgazette\n"},
                                               {"terms.tsv",
                                                "person\toffice\tof\tfrom\tto\tas_of\tsource\n"
                                                "person/ada-kern\tforeign minister\tEST\t2005-01-01\t2009-12-31\t\tgazette\n"
                                                "person/ada-kern\tpresident\tEST\t2010-01-01\t2014-12-31\t\tgazette\n"
                                                "person/bo-lind\tgovernor\tEST\t2012-01-01\t\t2030-01-01\tgazette\n"
                                                "person/carl-moss\tgovernor\tEST\t2012-01-01\t\t2030-01-01\tgazette\n"
                                                "person/dan-moss\tgovernor\tVOR\t2001-01-01\t2002-01-01\t\tgazette\n"
                                                "person/emil-roth-of-newport\tforeign minister\tEST\t2010-01-01\t2014-12-31\t\tgazette\n"
                                                "person/emil-roth-of-oldport\tforeign minister\tEST\t2012-01-01\t2018-12-31\t\tgazette\n"
                                                "person/finn-holt\tpresident\tVOR\t2010-01-01\t2014-12-31\t\tgazette\n"
                                                "person/gus-holt\tprime minister\tVOR\t2010-01-01\t2014-12-31\t\tgazette\n"
                                                "person/harun\tgovernor\tVOR\t2010-01-01\t2014-12-31\t\tgazette\n"
                                                "person/ida-berg\tforeign minister\tVOR\t2010-01-01\t2014-12-31\t\tgazette\n"
                                                "person/jon-ii\tking\tEST\t2001-01-01\t2009-12-31\t\tgazette\n"
                                                "person/lis-horn\tleader\tterritory/isles\t1996-01-01\t2020-09-30\t\tgazette\n"
                                                "person/nils-dahl\tleader\torganisation/pact\t2010-01-01\t2014-12-31\t\tgazette\n"}});
  return loaded;
}

// What a report tells; `mentioned` are the states in it.
struct Report {
  std::string name;
  std::vector<std::string> offices = {};
  std::string of = {};
  std::set<std::string, std::less<>> mentioned = {};
  Gender gender = Gender::unknown;
  bool of_unknown_land = false;
};

std::optional<Recognition> recognised(const Report& report, std::string_view date, const Knowledge& kb) {
  std::vector<Role> roles;
  for (const std::string& office : report.offices) roles.push_back({.office = office});
  return recognise({.name = report.name,
                    .gender = report.gender,
                    .of = report.of,
                    .of_unknown_land = report.of_unknown_land,
                    .roles = &roles,
                    .mentions = [&](std::string_view code) { return report.mentioned.contains(code); }},
                   kb, date);
}

// "person/ada-kern, president, in office"; empty for nobody. Of those out of office only whether they ever were in one.
std::string who(const Report& report, std::string_view date = "2012-06-01", const Knowledge& kb = world()) {
  const auto found = recognised(report, date, kb);
  if (!found) return "";
  const std::string person(found->person->id);
  const std::string office(found->term ? std::string_view(found->term->office) : "none");
  switch (found->tenure) {
    case Tenure::in_office:
      return person + ", " + office + ", in office";
    case Tenure::told_former:
      return person + ", " + office + ", told former";
    case Tenure::told_otherwise:
      return person + ", " + office + ", told otherwise";
    case Tenure::out_of_office:
      return person + (found->term ? ", out of office" : ", not in office yet");
  }
  return "";
}

TEST(Recognition, AnOfficeIsTheOneHeldOnTheDay) {
  EXPECT_EQ(who({.name = "Ada Kern"}, "2012-06-01"), "person/ada-kern, president, in office");
  EXPECT_EQ(who({.name = "Ada Kern", .of = "EST"}, "2007-06-01"), "person/ada-kern, foreign minister, in office");
  EXPECT_EQ(who({.name = "Ada Kern", .offices = {"president"}, .of = "EST"}), "person/ada-kern, president, in office");
  EXPECT_EQ(who({.name = "Kern", .offices = {"minister"}, .of = "EST"}, "2007-06-01"), "person/ada-kern, foreign minister, in office")
      << "by the general word";
}

TEST(Recognition, TheReportsWordMakesAnOfficeAFormerOne) {
  EXPECT_EQ(who({.name = "Ada Kern", .offices = {"former president"}}, "2020-01-01"), "person/ada-kern, president, told former");
  EXPECT_EQ(who({.name = "Kern", .offices = {"former president"}}, "2020-01-01"), "person/ada-kern, president, told former");
  EXPECT_EQ(who({.name = "Ada Kern", .offices = {"former foreign minister"}}), "person/ada-kern, foreign minister, told former")
      << "though she holds another now";
  EXPECT_EQ(who({.name = "Ada Kern", .offices = {"former president"}}), "person/ada-kern, president, told former")
      << "though the knowledge has her in it";
  EXPECT_EQ(who({.name = "Kern", .offices = {"former president"}}), "") << "a surname alone has to agree with the knowledge";
  EXPECT_EQ(who({.name = "Ada Kern", .offices = {"former mayor"}}), "");
}

TEST(Recognition, WhoseTermsAreOverIsOutOfOffice) {
  EXPECT_EQ(who({.name = "Ada Kern", .of = "EST"}, "2020-01-01"), "person/ada-kern, out of office");
  EXPECT_EQ(who({.name = "Ada Kern", .of = "EST"}, "2001-01-01"), "person/ada-kern, not in office yet");
  EXPECT_EQ(who({.name = "Kern", .of = "EST"}, "2020-01-01"), "") << "a surname alone means somebody in office";
}

TEST(Recognition, AnOfficeOfAnotherTimeIsADifference) {
  EXPECT_EQ(who({.name = "Ada Kern", .offices = {"president"}, .of = "EST"}, "2020-01-01"), "person/ada-kern, president, told otherwise");
  EXPECT_EQ(who({.name = "Ada Kern", .offices = {"president"}, .of = "EST"}, "2001-01-01"), "person/ada-kern, president, told otherwise");
  EXPECT_EQ(who({.name = "Kern", .offices = {"president"}, .of = "EST"}, "2020-01-01"), "");
  EXPECT_EQ(who({.name = "Ada Kern", .offices = {"mayor"}, .of = "EST"}, "2020-01-01"), "") << "never hers";
}

TEST(Recognition, NobodyOfAnUnknownLandIsKnown) {
  EXPECT_EQ(who({.name = "Ada Kern", .offices = {"president"}, .of_unknown_land = true}), "");
}

TEST(Recognition, AGenderThatIsToldHasToBeTheirs) {
  EXPECT_EQ(who({.name = "Ada Kern", .gender = Gender::female}), "person/ada-kern, president, in office");
  EXPECT_EQ(who({.name = "Ada Kern", .gender = Gender::male}), "");
}

TEST(Recognition, AStateThatIsToldHasToBeTheirs) {
  EXPECT_EQ(who({.name = "Ada Kern", .of = "VOR"}), "");
  EXPECT_EQ(who({.name = "Ada Kern", .offices = {"president"}, .of = "VOR"}), "");
  EXPECT_EQ(who({.name = "Kern", .of = "EST", .mentioned = {"VOR"}}), "person/ada-kern, president, in office");
}

TEST(Recognition, OfficesOfTerritoriesAndOrganisationsAreTheirs) {
  EXPECT_EQ(who({.name = "Lis Horn", .of = "territory/isles"}), "person/lis-horn, leader, in office");
  EXPECT_EQ(who({.name = "Lis Horn", .of = "VOR"}), "") << "not of the state that the territory is claimed from";
  EXPECT_EQ(who({.name = "Dahl", .offices = {"leader"}, .of = "IGOPCT"}), "person/nils-dahl, leader, in office");
}

TEST(Recognition, RankAndHonorificAreNoOffice) {
  EXPECT_EQ(who({.name = "Lind", .offices = {"colonel"}, .of = "EST"}), "person/bo-lind, governor, in office");
  EXPECT_EQ(who({.name = "Lind", .offices = {"mayor"}, .of = "EST"}), "");
  EXPECT_EQ(who({.name = "Berg", .offices = {"sheikh"}, .mentioned = {"VOR"}}), "person/ida-berg, foreign minister, in office");
  EXPECT_EQ(who({.name = "Berg", .offices = {"colonel"}, .mentioned = {"VOR"}}), "") << "a rank says little of who it is";
  EXPECT_EQ(who({.name = "Kern", .offices = {"colonel"}}), "person/ada-kern, president, in office") << "of a head of state enough";
  EXPECT_EQ(who({.name = "Ada Kern", .offices = {"colonel"}}, "2020-01-01"), "person/ada-kern, out of office");
}

TEST(Recognition, ACandidacyIsNoOtherOffice) {
  EXPECT_EQ(who({.name = "Ada Kern", .offices = {"candidate"}}), "person/ada-kern, president, in office");
  EXPECT_EQ(who({.name = "Ada Kern", .offices = {"candidate"}}, "2020-01-01"), "person/ada-kern, out of office");
  EXPECT_EQ(who({.name = "Ada Kern", .offices = {"candidate"}, .of = "EST"}, "2001-01-01"), "person/ada-kern, not in office yet");
  EXPECT_EQ(who({.name = "Ada Kern", .offices = {"candidate"}, .of = "VOR"}), "") << "a namesake";
  EXPECT_EQ(who({.name = "Kern", .offices = {"candidate"}}), "") << "of a surname alone too little";
  EXPECT_EQ(who({.name = "Ida Berg", .offices = {"candidate"}}, "2020-01-01"), "") << "nothing tells of her state";
  EXPECT_EQ(who({.name = "Ida Berg", .offices = {"candidate"}, .mentioned = {"VOR"}}, "2020-01-01"), "person/ida-berg, out of office");
  EXPECT_EQ(who({.name = "Dan Moss", .offices = {"candidate"}, .of = "VOR"}, "2020-01-01"), "") << "lesser office and a common name";
  EXPECT_EQ(who({.name = "Ada Kern", .offices = {"candidate", "mayor"}, .of = "EST"}, "2020-01-01"), "") << "never hers";
}

TEST(Recognition, ABareSurnameNeedsEvidence) {
  EXPECT_EQ(who({.name = "Kern"}), "person/ada-kern, president, in office");
  EXPECT_EQ(who({.name = "Berg"}), "");
  EXPECT_EQ(who({.name = "Berg", .mentioned = {"VOR"}}), "person/ida-berg, foreign minister, in office");
  EXPECT_EQ(who({.name = "Lind", .mentioned = {"EST"}}), "") << "lesser offices are not meant by a surname";
  EXPECT_EQ(who({.name = "Lind", .of = "EST"}), "person/bo-lind, governor, in office");
  EXPECT_EQ(who({.name = "Lind", .offices = {"governor"}}), "person/bo-lind, governor, in office");
}

TEST(Recognition, AGivenNameAloneIsAKingsOnlyWhereMoreSaysSo) {
  EXPECT_EQ(who({.name = "Jon"}, "2005-01-01"), "");
  EXPECT_EQ(who({.name = "Jon", .mentioned = {"EST"}}, "2005-01-01"), "person/jon-ii, king, in office");
  EXPECT_EQ(who({.name = "Jon", .offices = {"king"}}, "2005-01-01"), "person/jon-ii, king, in office");
}

TEST(Recognition, TwoOfOneNameOnOneDayAreNobody) {
  const Report report{.name = "Emil Roth", .offices = {"foreign minister"}, .of = "EST"};
  EXPECT_EQ(who(report, "2013-01-01"), "");
  EXPECT_EQ(who(report, "2011-01-01"), "person/emil-roth-of-newport, foreign minister, in office");
  EXPECT_EQ(who(report, "2016-01-01"), "person/emil-roth-of-oldport, foreign minister, in office");
}

TEST(Recognition, HeadsOfStateComeBeforeHeadsOfGovernment) {
  EXPECT_EQ(who({.name = "Holt"}), "person/finn-holt, president, in office");
  EXPECT_EQ(who({.name = "Holt", .of = "VOR"}), "person/finn-holt, president, in office");
  EXPECT_EQ(who({.name = "Holt", .offices = {"prime minister"}}), "person/gus-holt, prime minister, in office");
}

TEST(Recognition, ARareNameIsEnoughAndACommonOneIsNot) {
  EXPECT_EQ(who({.name = "Bo Lind"}), "person/bo-lind, governor, in office");
  EXPECT_EQ(who({.name = "Carl Moss"}), "");
  EXPECT_EQ(who({.name = "Carl Moss", .mentioned = {"EST"}}), "person/carl-moss, governor, in office");
  EXPECT_EQ(who({.name = "Carl Moss", .mentioned = {"VOR"}}), "");
  EXPECT_EQ(who({.name = "Dan Moss"}, "2010-01-01"), "");
  EXPECT_EQ(who({.name = "Dan Moss", .mentioned = {"VOR"}}, "2010-01-01"), "person/dan-moss, out of office");
}

TEST(Recognition, ANameOfOneWordIsAllOfIt) {
  EXPECT_EQ(who({.name = "Harun"}), "person/harun, governor, in office");
  EXPECT_EQ(who({.name = "Harun"}, "2020-01-01"), "person/harun, out of office");
}

TEST(Recognition, OfAnUnknownDateTheLastKnownCount) {
  EXPECT_EQ(who({.name = "Bo Lind"}, ""), "person/bo-lind, governor, in office");
  EXPECT_EQ(who({.name = "Ada Kern", .offices = {"president"}}, ""), "person/ada-kern, president, in office");
  EXPECT_EQ(who({.name = "Ada Kern"}, ""), "person/ada-kern, out of office");
  EXPECT_EQ(who({.name = "Kern"}, ""), "");
}

TEST(Recognition, KnowsLeadersOfTheirDay) {
  const auto real = [](const Report& report, std::string_view date) { return who(report, date, knowledge()); };
  EXPECT_EQ(real({.name = "Medvedev"}, "2010-05-01"), "person/dmitry-medvedev, president, in office");
  EXPECT_EQ(real({.name = "Medvedev", .offices = {"prime minister"}, .of = "RUS"}, "2014-05-01"),
            "person/dmitry-medvedev, prime minister, in office");
  EXPECT_EQ(real({.name = "Medvedev"}, "1995-05-01"), "");
  EXPECT_EQ(real({.name = "Angela Merkel", .offices = {"former chancellor"}}, "2023-05-01"),
            "person/angela-merkel, chancellor, told former");
  EXPECT_EQ(real({.name = "Gaddafi", .offices = {"colonel"}, .of = "LBY"}, "2005-05-01"),
            "person/muammar-gaddafi, head of state, in office");
  EXPECT_EQ(real({.name = "Suharto"}, "1990-05-01"), "person/suharto, president, in office");
  EXPECT_EQ(real({.name = "Vladimir Putin", .offices = {"president"}, .of = "EST"}, "2020-05-01"), "");
  EXPECT_EQ(real({.name = "Jimmy Carter"}, "2016-05-01"), "person/jimmy-carter, out of office");
  EXPECT_EQ(real({.name = "Harry Truman", .offices = {"former president"}}, "2016-05-01"), "person/harry-s-truman, president, told former");
  EXPECT_EQ(real({.name = "Carter"}, "2016-05-01"), "");
  EXPECT_EQ(real({.name = "Donald Trump", .offices = {"businessman"}}, "2010-05-01"), "person/donald-trump, not in office yet");
  EXPECT_EQ(real({.name = "Hillary Clinton"}, "2020-05-01"), "person/hillary-clinton, out of office");
}

// Of a year or month its first day.
std::string first_day(std::string_view date) {
  return std::string(date) + std::string("-01-01").substr(date.size() - std::string_view("2020").size());
}

std::string told_of(const Term& term) {
  if (!term.territory.empty()) return std::string(term.territory);
  const KnownOrganisation* organisation = knowledge().organisation(term.of);
  return std::string(organisation ? organisation->code : term.of);
}

bool has_namesake_in_office(const KnownPerson& person, const Term& term, std::string_view day) {
  const auto namesakes = knowledge().persons_named(person.name);
  return std::ranges::any_of(namesakes, [&](const KnownPerson* other) {
    return other != &person && std::ranges::any_of(other->terms, [&](const Term& theirs) {
             return theirs.office == term.office && told_of(theirs) == told_of(term) && theirs.holds_at(day);
           });
  });
}

TEST(Recognition, EveryoneIsFoundByNameStateAndOffice) {
  std::size_t persons = 0;
  std::size_t shared = 0;
  for (const KnownPerson& person : knowledge().lists().persons) {
    if (person.terms.size() != 1) continue;
    const Term& term = person.terms.front();
    ASSERT_FALSE(term.period.from.empty()) << person.id;
    const std::string day = first_day(term.period.from);
    ASSERT_TRUE(term.holds_at(day)) << person.id << " on " << day;
    ++persons;
    const auto found =
        recognised({.name = std::string(person.name), .offices = {std::string(term.office)}, .of = told_of(term)}, day, knowledge());
    if (found && found->person == &person) continue;
    EXPECT_TRUE(has_namesake_in_office(person, term, day)) << person.id << " on " << day;
    ++shared;
  }
  EXPECT_GT(persons, 10'000u);
  EXPECT_LT(shared * 100, persons) << shared << " of " << persons;
  RecordProperty("shared", static_cast<int>(shared));
}

}  // namespace
}  // namespace casus
