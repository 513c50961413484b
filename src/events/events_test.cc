#include "events/events.h"

#include <gtest/gtest.h>

#include "events/scene_for_tests.h"

namespace casus {
namespace {

TEST(Events, ActiveAndPassiveMeanTheSame) {
  const char* active =
      "Eritrea Eritrea PROPN NNP 2 nsubj\nattacked attack VERB VBD 0 root\nEthiopia Ethiopia PROPN NNP 2 obj\n. . PUNCT . 2 punct\n";
  const char* passive =
      "Ethiopia Ethiopia PROPN NNP 3 nsubj:pass\nwas be AUX VBD 3 aux:pass\nattacked attack VERB VBN 0 root\nby by ADP IN 5 case\n"
      "Eritrea Eritrea PROPN NNP 3 obl:agent\n. . PUNCT . 3 punct\n";
  for (const char* rows : {active, passive})
    EXPECT_EQ(Scene(rows).actor("ERI", {"Eritrea"}).actor("ETH", {"Ethiopia"}).summary(), "ASSAULT ERI -> ETH asserted");
}

TEST(Events, PassiveWithoutAgentHasNoActor) {
  Scene scene("Ganja Ganja PROPN NNP 3 nsubj:pass\nwas be AUX VBD 3 aux:pass\nshelled shell VERB VBN 0 root\n. . PUNCT . 3 punct\n");
  EXPECT_EQ(scene.actor("AZE", {"Ganja"}, ActorKind::place).summary(), "ASSAULT heavy-weapons * -> AZE asserted");
  Scene attacked("Soldiers soldier NOUN NNS 3 nsubj:pass\nwere be AUX VBD 3 aux:pass\nattacked attack VERB VBN 0 root\n");
  EXPECT_EQ(attacked.actor("TCDMIL", {"Soldiers"}, ActorKind::group).summary(), "ASSAULT * -> TCDMIL asserted");
}

TEST(Events, Nominalisations) {
  const char* rows =
      "The the DET DT 2 det\nbombing bombing NOUN NN 7 nsubj\nof of ADP IN 4 case\nSyria Syria PROPN NNP 2 nmod\nby by ADP IN 6 case\n"
      "Israel Israel PROPN NNP 2 nmod\ncontinued continue VERB VBD 0 root\n. . PUNCT . 7 punct\n";
  EXPECT_EQ(Scene(rows).actor("ISR", {"Israel"}).actor("SYR", {"Syria"}).summary(), "ASSAULT aerial ISR -> SYR asserted");
  const char* possessive =
      "Israel Israel PROPN NNP 3 nmod:poss\n's 's PART POS 1 case\nattack attack NOUN NN 6 nsubj\non on ADP IN 5 case\n"
      "Syria Syria PROPN NNP 3 nmod\nfailed fail VERB VBD 0 root\n";
  EXPECT_EQ(Scene(possessive).actor("ISR", {"Israel"}).actor("SYR", {"Syria"}).summary(), "ASSAULT ISR -> SYR asserted");
}

TEST(Events, LightVerbsAndNegation) {
  const char* rows =
      "Israel Israel PROPN NNP 4 nsubj\ndid do AUX VBD 4 aux\nnot not PART RB 4 advmod\nlaunch launch VERB VB 0 root\nan a DET DT 6 det\n"
      "attack attack NOUN NN 4 obj\non on ADP IN 8 case\nSyria Syria PROPN NNP 6 nmod\n. . PUNCT . 4 punct\n";
  EXPECT_EQ(Scene(rows).actor("ISR", {"Israel"}).actor("SYR", {"Syria"}).summary(), "ASSAULT ISR -> SYR negated");
}

TEST(Events, RelativeClausesAndParticiples) {
  const char* relative =
      "Troops troop NOUN NNS 5 nsubj\nthat that PRON WDT 3 nsubj\nattacked attack VERB VBD 1 acl:relcl\nSyria Syria PROPN NNP 3 obj\n"
      "slept sleep VERB VBD 0 root\n";
  EXPECT_EQ(Scene(relative).actor("ISRMIL", {"Troops"}, ActorKind::group).actor("SYR", {"Syria"}).summary(),
            "ASSAULT ISRMIL -> SYR asserted");
  const char* object_gap =
      "Towns town NOUN NNS 4 nsubj\nIsrael Israel PROPN NNP 3 nsubj\nshelled shell VERB VBD 1 acl:relcl\nburned sleep VERB VBD 0 root\n";
  EXPECT_EQ(Scene(object_gap).actor("SYR", {"Towns"}).actor("ISR", {"Israel"}).summary(), "ASSAULT heavy-weapons ISR -> SYR asserted");
  const char* reduced =
      "Rebels rebel NOUN NNS 5 nsubj\narmed arm VERB VBN 1 acl\nby by ADP IN 4 case\nIran Iran PROPN NNP 2 obl:agent\nslept sleep VERB VBD "
      "0 root\n";
  EXPECT_EQ(Scene(reduced).actor("YEMREB", {"Rebels"}, ActorKind::group).actor("IRN", {"Iran"}).summary(), "AID IRN -> YEMREB asserted");
}

TEST(Events, ThePresentTellsAHabitUnlessItIsOfNow) {
  const auto summary = [](const std::string& adverb) {
    Scene scene("Norway Norway PROPN NNP 2 nsubj\nslept sleep VERB VBD 0 root\n. . PUNCT . 2 punct\n\nIsrael Israel PROPN NNP 3 nsubj\n" +
                adverb + " " + adverb + " ADV RB 3 advmod\nbacks back VERB VBZ 0 root\nSyria Syria PROPN NNP 3 obj\n. . PUNCT . 3 punct\n");
    return scene.actor("ISR", {"Israel"}).actor("SYR", {"Syria"}).summary();
  };
  EXPECT_EQ(summary("often"), "");
  EXPECT_EQ(summary("now"), "SUPPORT ISR -> SYR asserted");
}

TEST(Events, CoordinatedVerbsShareTheirSubject) {
  const char* rows =
      "Iran Iran PROPN NNP 2 nsubj\npraised praise VERB VBD 0 root\nSyria Syria PROPN NNP 2 obj\nand and CCONJ CC 5 cc\n"
      "condemned condemn VERB VBD 2 conj\nTurkey Turkey PROPN NNP 5 obj\n";
  EXPECT_EQ(Scene(rows).actor("IRN", {"Iran"}).actor("SYR", {"Syria"}).actor("TUR", {"Turkey"}).summary(),
            "ACCUSE disapprove IRN -> TUR asserted\nSUPPORT IRN -> SYR asserted");
}

TEST(Events, CoordinatedActorsMakeOneEvent) {
  const char* rows =
      "Iran Iran PROPN NNP 4 nsubj\nand and CCONJ CC 3 cc\nSyria Syria PROPN NNP 1 conj\nattacked attack VERB VBD 0 root\n"
      "Turkey Turkey PROPN NNP 4 obj\n";
  EXPECT_EQ(Scene(rows).actor("IRN", {"Iran"}).actor("SYR", {"Syria"}).actor("TUR", {"Turkey"}).summary(),
            "ASSAULT IRN+SYR -> TUR asserted");
}

TEST(Events, ReciprocalEventsHaveAllInActors) {
  const char* with =
      "Chad Chad PROPN NNP 2 nsubj\nspoke speak VERB VBD 0 root\nwith with ADP IN 4 case\nMali Mali PROPN NNP 2 obl\nby by ADP IN 6 case\n"
      "phone phone NOUN NN 2 obl\n";
  EXPECT_EQ(Scene(with).actor("TCD", {"Chad"}).actor("MLI", {"Mali"}).summary(), "CONSULT phone TCD+MLI asserted");
  const char* called = "Chad Chad PROPN NNP 2 nsubj\ncalled call VERB VBD 0 root\nMali Mali PROPN NNP 2 obj\n";
  Scene call(called);
  call.actor("TCDGOV", {"Chad"}, ActorKind::person).actor("MLIGOV", {"Mali"}, ActorKind::person);
  EXPECT_EQ(call.summary(), "CONSULT phone TCDGOV+MLIGOV asserted");
  EXPECT_EQ(call.events().events[0].initiator, ActorId{0});
}

TEST(Events, TalksNeedTwoSides) {
  const char* rows =
      "The the DET DT 2 det\ntalks talk NOUN NNS 5 nsubj\nwith with ADP IN 4 case\nIran Iran PROPN NNP 2 nmod\ncollapsed collapse VERB VBD "
      "0 root\n";
  EXPECT_EQ(Scene(rows).actor("IRN", {"Iran"}).summary(), "");
}

TEST(Events, CallsAreMadeForWhatIsSaidInThem) {
  const char* rows =
      "Chad Chad PROPN NNP 2 nsubj\ncalled call VERB VBD 0 root\nMali Mali PROPN NNP 2 obj\nto to PART TO 5 mark\n"
      "congratulate congratulate VERB VB 2 advcl\nhim he PRON PRP 5 obj\n";
  Scene scene(rows);
  scene.actor("TCD", {"Chad"}, ActorKind::person).actor("MLI", {"Mali", "him"}, ActorKind::person);
  EXPECT_EQ(scene.summary(), "SUPPORT TCD -> MLI asserted\nCONSULT phone TCD+MLI asserted");
}

TEST(Events, PromiseAbsorbsWhatIsPromised) {
  const char* rows =
      "Norway Norway PROPN NNP 2 nsubj\nagreed agree VERB VBD 0 root\nto to PART TO 4 mark\nsend send VERB VB 2 xcomp\n"
      "medicine medicine NOUN NN 4 obj\nto to ADP IN 7 case\nMali Mali PROPN NNP 4 obl\n";
  Scene scene(rows);
  scene.actor("NOR", {"Norway"}).actor("MLI", {"Mali"});
  EXPECT_EQ(scene.summary(), "AGREE NOR -> MLI asserted");
  const Event event = scene.events().events[0];
  EXPECT_EQ(event.cameo, "033");
  EXPECT_EQ(event.trigger.text, "agreed send medicine");
}

TEST(Events, FutureOfItsDoerIsAPromiseOrAThreat) {
  const auto rows = [](const std::string& verb, const std::string& object) {
    return "Iran Iran PROPN NNP 3 nsubj\nwill will AUX MD 3 aux\n" + verb + " " + verb + " VERB VB 0 root\n" + object + " " + object +
           " PROPN NNP 3 obj\n";
  };
  EXPECT_EQ(Scene(rows("support", "Syria")).actor("IRN", {"Iran"}).actor("SYR", {"Syria"}).summary(), "AGREE IRN -> SYR asserted");
  Scene own(rows("attack", "Syria"));
  own.actor("IRN", {"Iran"}).actor("SYR", {"Syria"}).said("IRN", "assert", "Iran", "Syria");
  EXPECT_EQ(own.summary(), "THREATEN violence IRN -> SYR asserted");
  // Others tell what is planned, and threaten nobody.
  EXPECT_EQ(Scene(rows("attack", "Syria")).actor("IRN", {"Iran"}).actor("SYR", {"Syria"}).summary(), "ASSAULT IRN -> SYR future");
  Scene predicted(rows("attack", "Syria"));
  predicted.actor("IRN", {"Iran"}).actor("SYR", {"Syria"}).actor("USA", {}).said("USA", "assert", "Iran", "Syria");
  EXPECT_EQ(predicted.summary(), "ASSAULT IRN -> SYR future");
  EXPECT_EQ(predicted.events().events[0].attribution, StatementId{0});
}

TEST(Events, RefusedIsReject) {
  const char* rows =
      "Iran Iran PROPN NNP 2 nsubj\nrefused refuse VERB VBD 0 root\nto to PART TO 4 mark\nrelease release VERB VB 2 xcomp\n"
      "sailors sailor NOUN NNS 4 obj\n";
  EXPECT_EQ(Scene(rows).actor("IRN", {"Iran"}).actor("SWE", {"sailors"}, ActorKind::group).summary(), "REJECT yield IRN -> SWE asserted");
}

TEST(Events, AccusationAndWhatIsAlleged) {
  const char* rows =
      "Moscow Moscow PROPN NNP 2 nsubj\naccused accuse VERB VBD 0 root\nAnkara Ankara PROPN NNP 2 obj\nof of SCONJ IN 5 mark\n"
      "sending send VERB VBG 2 advcl\nmercenaries mercenary NOUN NNS 5 obj\nto to ADP IN 8 case\nLibya Libya PROPN NNP 5 obl\n";
  EXPECT_EQ(Scene(rows).actor("RUS", {"Moscow"}).actor("TUR", {"Ankara"}).actor("LBY", {"Libya"}).summary(),
            "ACCUSE allege RUS -> TUR asserted\nMOBILIZE militia TUR -> LBY alleged");
}

TEST(Events, DenialIsNoEventButDeniesOne) {
  const char* rows =
      "Ankara Ankara PROPN NNP 3 nsubj\nhas have AUX VBZ 3 aux\ndenied deny VERB VBN 0 root\nrecruiting recruit VERB VBG 3 xcomp\n"
      "rebels rebel NOUN NNS 4 obj\nfrom from ADP IN 7 case\nSyria Syria PROPN NNP 4 obl\n";
  EXPECT_EQ(Scene(rows).actor("TUR", {"Ankara"}).actor("SYR", {"Syria"}).summary(), "MOBILIZE troops TUR -> SYR denied");
}

TEST(Events, DemandAndWhatIsDemanded) {
  const char* rows =
      "France France PROPN NNP 2 nsubj\nurged urge VERB VBD 0 root\nMali Mali PROPN NNP 2 obj\nto to PART TO 5 mark\n"
      "release release VERB VB 2 xcomp\nsoldiers soldier NOUN NNS 5 obj\n";
  EXPECT_EQ(Scene(rows).actor("FRA", {"France"}).actor("MLI", {"Mali"}).actor("TCDMIL", {"soldiers"}, ActorKind::group).summary(),
            "REQUEST yield FRA -> MLI asserted\nRETREAT release MLI -> TCDMIL demanded");
}

TEST(Events, NegatedPlanIsNegated) {
  const char* rows =
      "Russia Russia PROPN NNP 2 nsubj\nhas have VERB VBZ 0 root\nno no DET DT 4 det\nplans plan NOUN NNS 2 obj\nto to PART TO 6 mark\n"
      "attack attack VERB VB 4 acl\nGeorgia Georgia PROPN NNP 6 obj\n";
  EXPECT_EQ(Scene(rows).actor("RUS", {"Russia"}).actor("GEO", {"Georgia"}).summary(), "ASSAULT RUS -> GEO negated");
}

TEST(Events, WhatIsToBeDoneIsNotDone) {
  const char* arranged =
      "Georgia Georgia PROPN NNP 5 nsubj:pass\nis be AUX VBZ 5 cop\nto to PART TO 5 mark\nbe be AUX VB 5 aux:pass\n"
      "attacked attack VERB VBN 0 root\n";
  EXPECT_EQ(Scene(arranged).actor("GEO", {"Georgia"}).summary(), "ASSAULT * -> GEO future");
  const char* cancelled =
      "The the DET DT 2 det\nattack attack NOUN NN 6 nsubj:pass\non on ADP IN 4 case\nGeorgia Georgia PROPN NNP 2 nmod\n"
      "was be AUX VBD 6 aux:pass\ncancelled cancel VERB VBN 0 root\n";
  EXPECT_EQ(Scene(cancelled).actor("GEO", {"Georgia"}).summary(), "ASSAULT * -> GEO negated");
}

TEST(Events, NobodyDoesNothing) {
  const char* rows = "Nobody nobody PRON NN 2 nsubj\nbombed bomb VERB VBD 0 root\nGeorgia Georgia PROPN NNP 2 obj\n";
  EXPECT_EQ(Scene(rows).actor("GEO", {"Georgia"}).summary(), "ASSAULT aerial * -> GEO negated");
}

TEST(Events, Modals) {
  const char* rows =
      "Russia Russia PROPN NNP 3 nsubj\ncould could AUX MD 3 aux\nattack attack VERB VB 0 root\nGeorgia Georgia PROPN NNP 3 obj\n";
  EXPECT_EQ(Scene(rows).actor("RUS", {"Russia"}).actor("GEO", {"Georgia"}).summary(), "ASSAULT RUS -> GEO hypothetical");
}

TEST(Events, PossessorsAndAdjectivesStandForTheirOwners) {
  const char* rows =
      "France France PROPN NNP 2 nsubj\nwelcomed welcome VERB VBD 0 root\nTurkey Turkey PROPN NNP 5 nmod:poss\n's 's PART POS 3 case\n"
      "efforts effort NOUN NNS 2 obj\n";
  Scene scene(rows);
  scene.actor("FRA", {"France"}).actor("TUR", {"Turkey"});
  EXPECT_EQ(scene.summary(), "SUPPORT FRA -> TUR asserted");
  EXPECT_LT(*scene.events().events[0].confidence, 0.9);
}

TEST(Events, WordsThatAreNoEventTakeTheirPredicate) {
  const auto told = [](const std::string& particle) {
    return Scene("Norway Norway PROPN NNP 2 nsubj\nshelled shell VERB VBD 0 root\n" + particle + "Ganja Ganja PROPN NNP 2 obj\n")
        .actor("XAA", {"Norway"})
        .actor("XBB", {"Ganja"})
        .summary();
  };
  EXPECT_EQ(told(""), "ASSAULT heavy-weapons XAA -> XBB asserted");
  EXPECT_EQ(told("out out ADP RP 2 compound:prt\n"), "");
}

TEST(Events, WhatIsTurnedDownIsOfWhomItIsBy) {
  EXPECT_EQ(Scene("Mali Mali PROPN NNP 2 nsubj\nturned turn VERB VBD 0 root\ndown down ADP RP 2 compound:prt\n"
                  "offers offer NOUN NNS 2 obj\nby by ADP IN 6 case\nNorway Norway PROPN NNP 4 nmod\n")
                .actor("XAA", {"Mali"})
                .actor("XBB", {"Norway"})
                .summary(),
            "REJECT XAA -> XBB asserted");
}

TEST(Events, TeamsDoNotActForTheirState) {
  const auto told = [](const std::string& head) {
    return Scene("Norway Norway PROPN NNP 3 nmod:poss\n's 's PART POS 1 case\n" + head + " " + head +
                 " NOUN NN 4 nsubj\ncriticised criticise VERB VBD 0 root\nFinland Finland PROPN NNP 4 obj\n")
        .actor("XAA", {"Norway"})
        .actor("XBB", {"Finland"})
        .summary();
  };
  EXPECT_EQ(told("cabinet"), "ACCUSE disapprove XAA -> XBB asserted");
  EXPECT_EQ(told("team"), "");
}

TEST(Events, NeededRecipientsAreNeeded) {
  const char* rows = "Japan Japan PROPN NNP 2 nsubj\ngave give VERB VBD 0 root\naid aid NOUN NN 2 obj\n";
  EXPECT_EQ(Scene(rows).actor("JPN", {"Japan"}).summary(), "");
}

TEST(Events, CountsAndOrdinals) {
  const char* rows =
      "Chad Chad PROPN NNP 2 nsubj\nkilled kill VERB VBD 0 root\nat at ADP IN 4 case\nleast least ADJ JJS 5 advmod\n20 20 NUM CD 6 nummod\n"
      "soldiers soldier NOUN NNS 2 obj\nfor for ADP IN 10 case\nthe the DET DT 10 det\nthird third ADJ JJ 10 amod\ntime time NOUN NN 2 "
      "obl\n";
  Scene scene(rows);
  scene.actor("TCD", {"Chad"}).actor("SDNMIL", {"soldiers"}, ActorKind::group);
  const Events found = scene.events();
  ASSERT_EQ(found.events.size(), 1u);
  const Event& event = found.events[0];
  ASSERT_EQ(event.numbers.size(), 1u);
  EXPECT_EQ(event.numbers[0].what, "killed");
  EXPECT_EQ(event.numbers[0].low, 20.0);
  EXPECT_FALSE(event.numbers[0].high);
  EXPECT_EQ(event.numbers[0].text, "at least 20 soldiers");
  EXPECT_EQ(event.numbers[0].of, ActorId{1});
  EXPECT_EQ(event.casualties.killed, 20);
  ASSERT_TRUE(event.ordinal);
  EXPECT_EQ(event.ordinal->n, 3);
}

TEST(Events, StatesAndPurposesAreNoEvents) {
  const std::string before = "They they PRON PRP 2 nsubj\nleft leave VERB VBD 0 root\n. . PUNCT . 2 punct\n\n";
  const auto summary = [](const std::string& rows) { return Scene(rows).actor("IRN", {"Iran"}).actor("TUR", {"Turkey"}).summary(); };
  const auto backing = [](const std::string& verb) {
    return "Iran Iran PROPN NNP 2 nsubj\n" + verb + " 0 root\nTurkey Turkey PROPN NNP 2 obj\n. . PUNCT . 2 punct\n";
  };
  EXPECT_EQ(summary(backing("backs back VERB VBZ")), "SUPPORT IRN -> TUR asserted");
  EXPECT_EQ(summary(before + backing("backs back VERB VBZ")), "");
  EXPECT_EQ(summary(before + backing("backed back VERB VBD")), "SUPPORT IRN -> TUR asserted");
  EXPECT_EQ(
      summary(before + "Iran Iran PROPN NNP 3 nsubj:pass\nis be AUX VBZ 3 aux:pass\nbacked back VERB VBN 0 root\nby by ADP IN 5 case\n"
                       "Turkey Turkey PROPN NNP 3 obl:agent\n. . PUNCT . 3 punct\n"),
      "");
  EXPECT_EQ(summary(before + "Iran Iran PROPN NNP 2 nsubj\nvoted vote VERB VBD 0 root\nto to PART TO 4 mark\nback back VERB VB 2 advcl\n"
                             "Turkey Turkey PROPN NNP 4 obj\n. . PUNCT . 2 punct\n"),
            "");
}

TEST(Events, OutbreakNeedsNobody) {
  const char* rows =
      "Hostilities hostility NOUN NNS 2 nsubj\nbroke break VERB VBD 0 root\nout out ADP RP 2 compound:prt\nyesterday yesterday NOUN NN 2 "
      "obl:unmarked\n";
  EXPECT_EQ(Scene(rows).summary(), "ASSAULT * asserted");
}

TEST(Events, FactualityWitnessLowersConfidence) {
  Scene scene("Eritrea Eritrea PROPN NNP 2 nsubj\nattacked attack VERB VBD 0 root\nEthiopia Ethiopia PROPN NNP 2 obj\n");
  scene.actor("ERI", {"Eritrea"}).actor("ETH", {"Ethiopia"});
  const double before = *scene.events().events[0].confidence;
  scene.factuality.values = {0, -1.5F, 0};
  EXPECT_LT(*scene.events().events[0].confidence, before);
}

TEST(Events, FactualityDecidesWhereTheWordsAreSilent) {
  const char* rows =
      "Eritrea Eritrea PROPN NNP 2 nsubj\nlumbered lumber VERB VBD 0 root\nto to PART TO 4 mark\nattack attack VERB VB 2 xcomp\n"
      "Ethiopia Ethiopia PROPN NNP 4 obj\n";
  Scene scene(rows);
  scene.actor("ERI", {"Eritrea"}).actor("ETH", {"Ethiopia"});
  EXPECT_EQ(scene.summary(), "ASSAULT ERI -> ETH hypothetical");
  scene.factuality.values = {0, 0, 0, 1.0F, 0};
  EXPECT_EQ(scene.summary(), "ASSAULT ERI -> ETH asserted");
  const char* gerund =
      "Eritrea Eritrea PROPN NNP 2 nsubj\nlumbered lumber VERB VBD 0 root\nattacking attack VERB VBG 2 advcl\n"
      "Ethiopia Ethiopia PROPN NNP 3 obj\n";
  Scene other(gerund);
  other.actor("ERI", {"Eritrea"}).actor("ETH", {"Ethiopia"});
  EXPECT_EQ(other.summary(), "ASSAULT ERI -> ETH asserted");
  other.factuality.values = {0, 0, -1.0F, 0};
  EXPECT_EQ(other.summary(), "ASSAULT ERI -> ETH hypothetical");
}

TEST(Events, WhatIsDemandedByNameStandsBesideTheDemand) {
  const char* rows =
      "France France PROPN NNP 2 nsubj\ndemanded demand VERB VBD 0 root\nwithdrawal withdrawal NOUN NN 2 obj\nof of ADP IN 5 case\n"
      "Mali Mali PROPN NNP 3 nmod\n";
  const std::string found = Scene(rows).actor("FRA", {"France"}).actor("MLI", {"Mali"}).summary();
  EXPECT_NE(found.find("RETREAT withdraw MLI demanded"), std::string::npos) << found;
}

TEST(Dating, WhatAlsoHappenedWasOnTheSameDay) {
  const auto date_of_second = [](const std::string& adverb) {
    Scene scene(
        "Iran Iran PROPN NNP 2 nsubj\nattacked attack VERB VBD 0 root\nIraq Iraq PROPN NNP 2 obj\nMonday Monday PROPN NNP 2 "
        "obl:unmarked\n\n"
        "Oman Oman PROPN NNP 3 nsubj\n" +
        adverb + " " + adverb + " ADV RB 3 advmod\nattacked attack VERB VBD 0 root\nIraq Iraq PROPN NNP 3 obj\n");
    scene.actor("IRN", {"Iran"}).actor("IRQ", {"Iraq"}).actor("OMN", {"Oman"});
    scene.dates.mentions = {{.range = {3, 4}, .date = {.value = "2024-11-18", .from = DateFrom::relative, .spans = {}}}};
    scene.dates.dating = {std::nullopt, 0};
    const Events events = scene.events();
    EXPECT_EQ(events.events.size(), 2u);
    const auto& date = events.events.back().date;
    return date ? date->value : "none";
  };
  EXPECT_EQ(date_of_second("also"), "2024-11-18");
  EXPECT_EQ(date_of_second("later"), "none");
}

}  // namespace
// Parties and predicates

TEST(Events, PassivesNeedNotSayWhoAccuses) {
  const char* rows =
      "Iran Iran PROPN NNP 3 nsubj:pass\nwas be AUX VBD 3 aux:pass\ncriticised criticise VERB VBN 0 root\non on ADP IN 5 case\n"
      "Monday Monday PROPN NNP 3 obl\n";
  EXPECT_EQ(Scene(rows).actor("IRN", {"Iran"}).summary(), "ACCUSE disapprove * -> IRN asserted");
  const char* asked =
      "Iran Iran PROPN NNP 3 nsubj:pass\nwas be AUX VBD 3 aux:pass\nurged urge VERB VBN 0 root\nto to PART TO 5 mark\n"
      "withdraw withdraw VERB VB 3 xcomp\n";
  EXPECT_EQ(Scene(asked).actor("IRN", {"Iran"}).summary().find("REQUEST"), std::string::npos);
}

TEST(Events, SomebodyPoliticalMustBeAmongTheParties) {
  const char* rows = "Bakers baker NOUN NNS 2 nsubj\ncriticised criticise VERB VBD 0 root\nteachers teacher NOUN NNS 2 obj\n";
  const auto scene = [&](const std::string& code) {
    return Scene(rows).actor("FRABUS", {"Bakers"}, ActorKind::group).actor(code, {"teachers"}, ActorKind::group).summary();
  };
  EXPECT_EQ(scene("FRAEDU"), "");
  EXPECT_EQ(scene("FRAGOV"), "ACCUSE disapprove FRABUS -> FRAGOV asserted");
}

TEST(Events, ThePresentTellsHabitsAfterTheFirstSentence) {
  const char* rows =
      "Talks talk NOUN NNS 2 nsubj\nended end VERB VBD 0 root\n. . PUNCT . 2 punct\n\n"
      "Norway Norway PROPN NNP 2 nsubj\npraises praise VERB VBZ 0 root\nMali Mali PROPN NNP 2 obj\n. . PUNCT . 2 punct\n";
  EXPECT_EQ(Scene(rows).actor("NOR", {"Norway"}).actor("MLI", {"Mali"}).summary(), "");
  const char* headline = "Norway Norway PROPN NNP 2 nsubj\npraises praise VERB VBZ 0 root\nMali Mali PROPN NNP 2 obj\n";
  EXPECT_EQ(Scene(headline).actor("NOR", {"Norway"}).actor("MLI", {"Mali"}).summary(), "SUPPORT NOR -> MLI asserted");
}

TEST(Events, OneActAndWhatItDidAreOneEvent) {
  const char* rows =
      "Chad Chad PROPN NNP 2 nsubj\nbombed bomb VERB VBD 0 root\nLibya Libya PROPN NNP 2 obj\nand and CCONJ CC 5 cc\n"
      "killed kill VERB VBD 2 conj\nten ten NUM CD 7 nummod\nsoldiers soldier NOUN NNS 5 obj\n";
  Scene scene(rows);
  scene.actor("TCD", {"Chad"}).actor("LBY", {"Libya"}).actor("LBYMIL", {"soldiers"}, ActorKind::group);
  EXPECT_EQ(scene.summary(), "ASSAULT aerial TCD -> LBY asserted");
  EXPECT_EQ(scene.events().events.front().casualties.killed, 10);
}

TEST(Events, TheNextSentencesTellMoreOfTheFigures) {
  const char* rows =
      "Chad Chad PROPN NNP 2 nsubj\nbombed bomb VERB VBD 0 root\nLibya Libya PROPN NNP 2 obj\n, , PUNCT , 5 punct\n"
      "killing kill VERB VBG 2 advcl\nten ten NUM CD 7 nummod\nguards guard NOUN NNS 5 obj\n\n"
      "The the DET DT 2 det\ntoll toll NOUN NN 3 nsubj\nrose rise VERB VBD 0 root\nto to ADP IN 5 case\n31 31 NUM CD 3 obl\n\n"
      "Another another DET DT 2 det\n30 30 NUM CD 4 nsubj:pass\nwere be AUX VBD 4 aux:pass\ninjured injure VERB VBN 0 root\n";
  Scene scene(rows);
  const Events found = scene.actor("TCD", {"Chad"}).actor("LBY", {"Libya"}).events();
  ASSERT_EQ(found.events.size(), 1u);
  const Event& event = found.events.front();
  EXPECT_EQ(event.numbers.size(), 3u);
  EXPECT_EQ(event.casualties.killed, 31);
  EXPECT_EQ(event.casualties.injured, 30);
  EXPECT_EQ(event.casualties.text, "ten guards; 31; Another 30");
}

TEST(Events, APartAddsNothingToItsWhole) {
  const char* rows =
      "Chad Chad PROPN NNP 2 nsubj\nkilled kill VERB VBD 0 root\nnine nine NUM CD 5 nummod\nLibyan Libyan ADJ JJ 5 amod\n"
      "guards guard NOUN NNS 2 obj\nincluding include VERB VBG 8 case\ntwo two NUM CD 8 nummod\nwomen woman NOUN NNS 5 nmod\n";
  Scene scene(rows);
  const Events found = scene.actor("TCD", {"Chad"}).actor("LBY", {"Libyan"}).events();
  ASSERT_EQ(found.events.size(), 1u);
  EXPECT_EQ(found.events.front().numbers.size(), 2u);
  EXPECT_EQ(found.events.front().casualties.killed, 9);
}

TEST(Events, WhoPlansAStrikeStrikes) {
  const char* planned = "Doctors doctor NOUN NNS 2 nsubj\nplanned plan VERB VBD 0 root\na a DET DT 4 det\nstrike strike NOUN NN 2 obj\n";
  EXPECT_EQ(Scene(planned).actor("NPLMED", {"Doctors"}, ActorKind::group).summary(), "PROTEST strike NPLMED future");
  const char* averted =
      "Ministers minister NOUN NNS 2 nsubj\naverted avert VERB VBD 0 root\na a DET DT 4 det\nstrike strike NOUN NN 2 obj\n"
      "by by ADP IN 6 case\ndoctors doctor NOUN NNS 2 obl\n";
  EXPECT_EQ(Scene(averted).actor("NPLGOV", {"Ministers"}, ActorKind::group).actor("NPLMED", {"doctors"}, ActorKind::group).summary(),
            "PROTEST strike NPLMED negated");
}

TEST(Events, WhatOthersDoIsNotTheDeedOfWhoSpeaksOfIt) {
  const char* rows =
      "France France PROPN NNP 2 nsubj\ndescribed describe VERB VBD 0 root\nthe the DET DT 4 det\nattack attack NOUN NN 2 obj\n"
      "on on ADP IN 6 case\nMali Mali PROPN NNP 4 nmod\n";
  EXPECT_EQ(Scene(rows).actor("FRA", {"France"}).actor("MLI", {"Mali"}).summary(), "ASSAULT * -> MLI asserted");
}

TEST(Events, WhomAParticleIsMeantFor) {
  const char* rows =
      "France France PROPN NNP 2 nsubj\ncalled call VERB VBD 0 root\non on ADP RP 2 compound:prt\nMali Mali PROPN NNP 2 obl\n"
      "to to PART TO 6 mark\nwithdraw withdraw VERB VB 2 xcomp\nsoldiers soldier NOUN NNS 6 obj\n";
  EXPECT_EQ(Scene(rows).actor("FRA", {"France"}).actor("MLI", {"Mali"}).summary().substr(0, 33), "REQUEST yield FRA -> MLI asserted");
}

TEST(Events, NobodyIsEnoughForWhatDidNotHappen) {
  const char* rows =
      "No no DET DT 2 det\njournalist journalist NOUN NN 5 nsubj:pass\nhas have AUX VBZ 5 aux\nbeen be AUX VBN 5 aux:pass\n"
      "arrested arrest VERB VBN 0 root\n";
  EXPECT_EQ(Scene(rows).summary(), "COERCE arrest * negated");
}

TEST(Events, WhereAnAttackWasMadeIsNotWhoIsBlamedForIt) {
  const char* rows =
      "Norway Norway PROPN NNP 2 nsubj\ncondemned condemn VERB VBD 0 root\nthe the DET DT 4 det\nattack attack NOUN NN 2 obj\n"
      "in in ADP IN 6 case\nMali Mali PROPN NNP 4 nmod\n";
  EXPECT_EQ(Scene(rows).actor("NOR", {"Norway"}).actor("MLI", {"Mali"}, ActorKind::place).summary().substr(0, 30),
            "ACCUSE disapprove NOR asserted");
}

TEST(Events, WhatOnlyTheOtherSideTellsIsAlleged) {
  const std::string rows =
      "Serbia Serbia PROPN NNP 2 nsubj\nattacked attack VERB VBD 4 ccomp\nKosovo Kosovo PROPN NNP 2 obj\nsaid say VERB VBD 0 root\n"
      "they they PRON PRP 4 nsubj\n";
  const auto told_by = [&](const std::string& speaker) {
    return Scene(rows)
        .actor("SRB", {"Serbia"})
        .actor("KOS", {"Kosovo"})
        .actor("FRA", {"they"})
        .said(speaker, "assert", "Serbia", "Kosovo")
        .summary();
  };
  EXPECT_EQ(told_by("KOS"), "ASSAULT SRB -> KOS alleged");
  EXPECT_EQ(told_by("SRB"), "ASSAULT SRB -> KOS asserted");
  EXPECT_EQ(told_by("FRA"), "ASSAULT SRB -> KOS asserted");
}

TEST(Events, AMarchThatWasBrokenUpTookPlace) {
  EXPECT_EQ(Scene("Police police NOUN NNS 2 nsubj\nbroke break VERB VBD 0 root\nup up ADP RP 2 compound:prt\na a DET DT 5 det\n"
                  "march march NOUN NN 2 obj\nby by ADP IN 7 case\nstudents student NOUN NNS 5 nmod\n")
                .actor("CHLCOP", {"Police"}, ActorKind::group)
                .actor("CHLEDU", {"students"}, ActorKind::group)
                .summary(),
            "ASSAULT crowd-control CHLCOP -> CHLEDU asserted\nPROTEST demo CHLEDU asserted");
}

TEST(Events, NoPlanIsNoDenial) {
  EXPECT_EQ(Scene("Chad Chad PROPN NNP 2 nsubj\nhas have VERB VBZ 0 root\nno no DET DT 4 det\nplan plan NOUN NN 2 obj\nto to PART TO 6 "
                  "mark\nattack attack VERB VB 4 acl\nMali Mali PROPN NNP 6 obj\n")
                .actor("TCD", {"Chad"})
                .actor("MLI", {"Mali"})
                .said("TCD", "assert", "Chad", "Mali")
                .summary(),
            "ASSAULT TCD -> MLI negated");
}

}  // namespace casus
