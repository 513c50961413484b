#include "events/standing.h"

#include "events/scene_for_tests.h"

namespace casus {
namespace {

constexpr Reason kNot{Status::negated, ReasonKind::cue, 1};
constexpr Reason kPlan{Status::future, ReasonKind::governor, 2};
constexpr Reason kIf{Status::hypothetical, ReasonKind::cue, 3};

// The status of the only event of Iran against Iraq in these rows; said: Iran's own words, from the first to the last token of a pair.
std::string status(const std::string& rows) {
  Scene scene(rows);
  scene.actor("IRN", {"Iran"}).actor("IRQ", {"Iraq"});
  const Events found = scene.events();
  if (found.events.size() != 1) return std::to_string(found.events.size()) + " events: " + scene.summary();
  return std::string(to_string(found.events[0].status));
}

TEST(Standing, TheFirstStatusOfTheContractWins) {
  Standing standing;
  EXPECT_EQ(standing.status(), Status::asserted);
  standing.add({Status::historical, ReasonKind::date, 0});
  EXPECT_EQ(standing.status(), Status::historical);
  standing.add({Status::alleged, ReasonKind::cue, 0});
  standing.add(kPlan);
  EXPECT_EQ(standing.status(), Status::future);
  standing.add(kNot);
  EXPECT_EQ(standing.status(), Status::negated);
}

TEST(Standing, ReasonsAreKeptOnceAndInOrder) {
  Standing standing;
  standing.add(kPlan);
  standing.add(kNot);
  standing.add(kPlan);
  EXPECT_EQ(standing.reasons(), (std::vector<Reason>{kPlan, kNot}));
  standing.retract(Status::future);
  EXPECT_EQ(standing.reasons(), std::vector<Reason>{kNot});
}

TEST(Standing, WhatLeavesOpenGovernsANegation) {
  Standing standing;
  standing.add(kNot);
  standing.govern(kPlan);
  EXPECT_EQ(standing.status(), Status::negated);
  standing.govern(kIf);
  EXPECT_EQ(standing.status(), Status::hypothetical);
}

TEST(HowMeant, NegationsInTheArguments) {
  EXPECT_EQ(status("No no DET DT 3 det\nIran Iran PROPN NNP 3 compound\nsoldier soldier NOUN NN 4 nsubj\nattacked attack VERB VBD 0 root\n"
                   "Iraq Iraq PROPN NNP 4 obj\n"),
            "negated");
  EXPECT_EQ(
      status("Neither neither CCONJ CC 2 cc:preconj\nIran Iran PROPN NNP 5 nsubj\nnor nor CCONJ CC 4 cc\nMoscow Moscow PROPN NNP 2 conj\n"
             "attacked attack VERB VBD 0 root\nIraq Iraq PROPN NNP 5 obj\n"),
      "negated");
}

TEST(HowMeant, NotOnlyAffirms) {
  EXPECT_EQ(status("Not not PART RB 5 advmod\nonly only ADV RB 5 advmod\ndid do AUX VBD 5 aux\nIran Iran PROPN NNP 5 nsubj\n"
                   "attack attack VERB VB 0 root\nIraq Iraq PROPN NNP 5 obj\n"),
            "asserted");
}

TEST(HowMeant, WhatIsLeftOpenIsNotNegated) {
  EXPECT_EQ(status("Iran Iran PROPN NNP 4 nsubj\nmay may AUX MD 4 aux\nnot not PART RB 4 advmod\nattack attack VERB VB 0 root\n"
                   "Iraq Iraq PROPN NNP 4 obj\n"),
            "hypothetical");
  EXPECT_EQ(status("Iran Iran PROPN NNP 4 nsubj\ncould can AUX MD 4 aux\nnot not PART RB 4 advmod\nattack attack VERB VB 0 root\n"
                   "Iraq Iraq PROPN NNP 4 obj\n"),
            "negated");
  EXPECT_EQ(status("If if SCONJ IN 5 mark\nIran Iran PROPN NNP 5 nsubj\ndoes do AUX VBZ 5 aux\nnot not PART RB 5 advmod\n"
                   "attack attack VERB VB 7 advcl\nIraq Iraq PROPN NNP 5 obj\nsleep sleep VERB VB 0 root\n"),
            "hypothetical");
}

TEST(HowMeant, ConditionsWithoutIf) {
  EXPECT_EQ(status("Should should AUX MD 3 aux\nIran Iran PROPN NNP 3 nsubj\nattack attack VERB VB 6 advcl\nIraq Iraq PROPN NNP 3 obj\n"
                   "nobody nobody PRON NN 6 nsubj\nsleeps sleep VERB VBZ 0 root\n"),
            "hypothetical");
  EXPECT_EQ(status("In in SCONJ IN 4 mark\ncase case NOUN NN 1 fixed\nIran Iran PROPN NNP 4 nsubj\nattacks attack VERB VBZ 7 advcl\n"
                   "Iraq Iraq PROPN NNP 4 obj\nnobody nobody PRON NN 7 nsubj\nsleeps sleep VERB VBZ 0 root\n"),
            "hypothetical");
  EXPECT_EQ(status("Iran Iran PROPN NNP 4 nsubj\nwould would AUX MD 4 aux\nhave have AUX VB 4 aux\nattacked attack VERB VBN 0 root\n"
                   "Iraq Iraq PROPN NNP 4 obj\n"),
            "hypothetical");
}

TEST(HowMeant, ReportedInThePassive) {
  EXPECT_EQ(status("Iran Iran PROPN NNP 3 nsubj:pass\nis be AUX VBZ 3 aux:pass\nbelieved believe VERB VBN 0 root\nto to PART TO 6 mark\n"
                   "have have AUX VB 6 aux\nattacked attack VERB VBN 3 xcomp\nIraq Iraq PROPN NNP 6 obj\n"),
            "alleged");
  EXPECT_EQ(status("It it PRON PRP 3 expl\nis be AUX VBZ 3 aux:pass\nalleged allege VERB VBN 0 root\nthat that SCONJ IN 6 mark\n"
                   "Iran Iran PROPN NNP 6 nsubj\nattacked attack VERB VBD 3 csubj:pass\nIraq Iraq PROPN NNP 6 obj\n"),
            "alleged");
}

TEST(HowMeant, CalledFalse) {
  EXPECT_EQ(status("It it PRON PRP 3 expl\nis be AUX VBZ 3 cop\nuntrue untrue ADJ JJ 0 root\nthat that SCONJ IN 6 mark\n"
                   "Iran Iran PROPN NNP 6 nsubj\nattacked attack VERB VBD 3 csubj\nIraq Iraq PROPN NNP 6 obj\n"),
            "denied");
  EXPECT_EQ(
      status("They they PRON PRP 2 nsubj\ncalled call VERB VBD 0 root\nclaims claim NOUN NNS 2 obj\nthat that SCONJ IN 6 mark\n"
             "Iran Iran PROPN NNP 6 nsubj\nattacked attack VERB VBD 3 acl\nIraq Iraq PROPN NNP 6 obj\nbaseless baseless ADJ JJ 2 xcomp\n"),
      "denied");
}

TEST(HowMeant, AttemptsThatFailed) {
  EXPECT_EQ(status("Attempts attempt NOUN NNS 7 nsubj\nby by ADP IN 3 case\nIran Iran PROPN NNP 1 nmod\nto to PART TO 5 mark\n"
                   "attack attack VERB VB 1 acl\nIraq Iraq PROPN NNP 5 obj\nfailed fail VERB VBD 0 root\n"),
            "negated");
  EXPECT_EQ(status("Iran Iran PROPN NNP 2 nsubj\nhas have VERB VBZ 0 root\nyet yet ADV RB 2 advmod\nto to PART TO 5 mark\n"
                   "attack attack VERB VB 2 xcomp\nIraq Iraq PROPN NNP 5 obj\n"),
            "negated");
}

TEST(HowMeant, WhoIsNotAbleDoesNot) {
  const auto able = [](const std::string& adjective) {
    return "Iran Iran PROPN NNP 4 nsubj\nis be AUX VBZ 4 cop\nnot not PART RB 4 advmod\n" + adjective + " " + adjective +
           " ADJ JJ 0 root\nto to PART TO 6 mark\nattack attack VERB VB 4 xcomp\nIraq Iraq PROPN NNP 6 obj\n";
  };
  EXPECT_EQ(status(able("able")), "negated");
  EXPECT_EQ(status(able("ready")), "negated");
}

TEST(HowMeant, SubjunctivesAreDemands) {
  const std::string verb =
      "They they PRON PRP 2 nsubj\nlumbered lumber VERB VBD 0 root\nthat that SCONJ IN 5 mark\nIran Iran PROPN NNP 5 nsubj\n";
  EXPECT_EQ(status(verb + "attack attack VERB VB 2 ccomp\nIraq Iraq PROPN NNP 5 obj\n"), "demanded");
  EXPECT_EQ(status(verb + "attacked attack VERB VBD 2 ccomp\nIraq Iraq PROPN NNP 5 obj\n"), "asserted");
}

TEST(HowMeant, WhetherTheyShouldIsOpen) {
  EXPECT_EQ(
      status("They they PRON PRP 2 nsubj\nwondered lumber VERB VBD 0 root\nwhether whether SCONJ IN 6 mark\nIran Iran PROPN NNP 6 nsubj\n"
             "should should AUX MD 6 aux\nattack attack VERB VB 2 ccomp\nIraq Iraq PROPN NNP 6 obj\n"),
      "hypothetical");
}

TEST(HowMeant, HeadlinesToBe) {
  EXPECT_EQ(status("Iran Iran PROPN NNP 0 root\nto to PART TO 3 mark\nattack attack VERB VB 1 acl\nIraq Iraq PROPN NNP 3 obj\n"), "future");
}

TEST(HowMeant, DecadesAgo) {
  EXPECT_EQ(status("Two two NUM CD 2 nummod\ndecades decade NOUN NNS 3 obl:unmarked\nago ago ADV RB 5 advmod\nIran Iran PROPN NNP 5 nsubj\n"
                   "attacked attack VERB VBD 0 root\nIraq Iraq PROPN NNP 5 obj\n"),
            "historical");
  EXPECT_EQ(
      status("Two two NUM CD 2 nummod\nyears year NOUN NNS 5 obl:unmarked\nafter after SCONJ IN 5 mark\nIran Iran PROPN NNP 5 nsubj\n"
             "attacked attack VERB VBD 8 advcl\nIraq Iraq PROPN NNP 5 obj\nnobody nobody PRON NN 8 nsubj\nsleeps sleep VERB VBZ 0 root\n"),
      "historical");
}

TEST(HowMeant, ConjunctsOfAnotherFormHaveTheirOwnStanding) {
  Scene scene(
      "Iran Iran PROPN NNP 4 nsubj\ndid do AUX VBD 4 aux\nnot not PART RB 4 advmod\nsleep sleep VERB VB 0 root\nand and CCONJ CC 6 cc\n"
      "attacked attack VERB VBD 4 conj\nIraq Iraq PROPN NNP 6 obj\n");
  EXPECT_EQ(scene.actor("IRN", {"Iran"}).actor("IRQ", {"Iraq"}).summary(), "ASSAULT IRN -> IRQ asserted");
}

TEST(HowMeant, APartysOwnNoDenies) {
  const std::string rows =
      "Iran Iran PROPN NNP 4 nsubj\nhas have AUX VBZ 4 aux\nnever never ADV RB 4 advmod\nattacked attack VERB VBN 0 root\n"
      "Iraq Iraq PROPN NNP 4 obj\n";
  EXPECT_EQ(status(rows), "negated");
  Scene own(rows);
  own.actor("IRN", {"Iran"}).actor("IRQ", {"Iraq"}).said("IRN", "assert", "Iran", "Iraq");
  EXPECT_EQ(own.summary(), "ASSAULT IRN -> IRQ denied");
  Scene other(rows);
  other.actor("IRN", {"Iran"}).actor("IRQ", {"Iraq"}).actor("FRA", {}).said("FRA", "assert", "Iran", "Iraq");
  EXPECT_EQ(other.summary(), "ASSAULT IRN -> IRQ negated");
}

TEST(HowMeant, WhatIsToldAsideIsNotAskedFor) {
  Scene scene(
      "Iran Iran PROPN NNP 2 nsubj\nsaid say VERB VBD 0 root\ntowns town NOUN NNS 2 ccomp\nthat that PRON WDT 5 obl\n"
      "attacked attack VERB VBD 3 acl:relcl\nIraq Iraq PROPN NNP 5 obj\n");
  scene.actor("IRN", {"Iran"}).actor("SYR", {"towns"}).actor("IRQ", {"Iraq"}).said("IRN", "demand", "towns", "Iraq");
  EXPECT_EQ(scene.summary(), "ASSAULT SYR -> IRQ asserted");
}

TEST(HowMeant, TheDayOfTheEvent) {
  const auto on = [](const std::string& tag, const std::string& day) {
    Scene scene("Iran Iran PROPN NNP 2 nsubj\nattacks attack VERB " + tag +
                " 0 root\nIraq Iraq PROPN NNP 2 obj\nthen then NOUN NN 2 obl:unmarked\n");
    scene.actor("IRN", {"Iran"}).actor("IRQ", {"Iraq"});
    scene.dates.published = Date{.value = "2024-11-18", .from = DateFrom::option, .spans = {}};
    scene.dates.mentions = {{.range = {3, 4}, .date = {.value = day, .from = DateFrom::text, .spans = {}}}};
    scene.dates.dating = {std::nullopt, 0, std::nullopt, std::nullopt};
    return scene.summary();
  };
  EXPECT_EQ(on("VBZ", "2024-12"), "ASSAULT IRN -> IRQ future");
  EXPECT_EQ(on("VBD", "2024-11-17"), "ASSAULT IRN -> IRQ asserted");
  EXPECT_EQ(on("VBD", "2019"), "ASSAULT IRN -> IRQ historical");
}

}  // namespace
}  // namespace casus
