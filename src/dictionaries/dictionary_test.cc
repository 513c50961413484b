#include "dictionaries/dictionary.h"

#include <gtest/gtest.h>

#include <random>

namespace casus {
namespace {

using Phrases = std::vector<std::string>;

// "CODE FROM TO" of each, "-" where open.
Phrases codes_of(const ActorEntry& entry) {
  Phrases all;
  for (const CodedPeriod& each : entry.codes)
    all.push_back(each.code + " " + (each.from.empty() ? "-" : each.from) + " " + (each.to.empty() ? "-" : each.to));
  return all;
}

std::string remarks_of(const std::vector<Remark>& remarks) {
  std::string all;
  for (const Remark& remark : remarks) all += std::to_string(remark.line) + ": " + std::string(remark.what) + ": " + remark.text + "\n";
  return all;
}

TEST(ReadActors, ReadsNamesCodesAndDays) {
  const auto read = read_actors(
      "# Vorland\n"
      "VORLAND_ [VOR]\n"
      "+VORLANDER ; an adjective\n"
      "\n"
      "MAREN_TOLK_\n"
      "+PRIME_MINISTER_TOLK_\n"
      "\t[VORELI <990503]\n"
      "\t[VORGOV 990504-20040601] [VORGOV >20100101]\n"
      "\t[---]\n");
  ASSERT_EQ(read.entries.size(), 2u);
  EXPECT_EQ(read.entries[0].phrases, (Phrases{"VORLAND", "VORLANDER"}));
  EXPECT_EQ(codes_of(read.entries[0]), (Phrases{"VOR - -"}));
  EXPECT_EQ(read.entries[1].line, 5u);
  EXPECT_EQ(codes_of(read.entries[1]), (Phrases{"VORELI - 1999-05-03", "VORGOV 1999-05-04 2004-06-01", "VORGOV 2010-01-01 -", "--- - -"}));
  EXPECT_EQ(read.stems, 1u);
  EXPECT_EQ(remarks_of(read.remarks), "");
}

TEST(ReadActors, TakesTheOdditiesThatAreMet) {
  const auto read = read_actors(
      "THE_NORTHERN_LEAGUE_\n"  // stacked: only the last has the code
      "N.L._[IGONLG]\n"         // nothing before the bracket
      "<!-- A_COMMENT_ [VOR]\n+OVER_LINES_ --> JON ASKE_ \t [ESTGOV> 140608][ESTELI 750101 -140607]; note\n"
      "ANNA_REST_\n\t[ESTGOV 010203-\n\t040506]\n"  // a code over two lines
      "CHILD_OF_A_BRACE_ [ESTMIL}\n");
  ASSERT_EQ(read.entries.size(), 4u);
  EXPECT_EQ(read.entries[0].phrases, Phrases{"N.L."});
  EXPECT_EQ(read.entries[1].phrases, Phrases{"JON ASKE"});
  EXPECT_EQ(codes_of(read.entries[1]), (Phrases{"ESTGOV 2014-06-08 -", "ESTELI 1975-01-01 2014-06-07"}));
  EXPECT_EQ(codes_of(read.entries[2]), Phrases{"ESTGOV 2001-02-03 2004-05-06"});
  EXPECT_EQ(codes_of(read.entries[3]), Phrases{"ESTMIL - -"});
  EXPECT_EQ(remarks_of(read.remarks), "1: a phrase without a code: THE NORTHERN LEAGUE\n");
}

TEST(ReadActors, SaysWhatItCannotRead) {
  const auto read = read_actors(
      "+LOST\n\t[VOR]\n"
      "A_ [USALREB]\nB_ [VORGOV 2004017-20061201]\nC_ [VORGOV 040229-030228]\nD_ [VORGOV 010203]\nE_ [VORGOV >20010230]\n"
      "F_ VORGOV]\nG_ [VORGOV\n<NOUN>\nTALKS\nH_ beside [VOR] it\n___ [VOR]\n");
  EXPECT_EQ(remarks_of(read.remarks),
            "1: another name of nothing: +LOST\n"
            "2: a code without a phrase: VOR\n"
            "3: a code that is not letters and figures in threes: USALREB\n"
            "4: days that cannot be read: VORGOV 2004017-20061201\n"
            "5: a period that ends before it starts: VORGOV 040229-030228\n"
            "6: days that cannot be read: VORGOV 010203\n"
            "7: days that cannot be read: VORGOV >20010230\n"
            "8: a bracket that was never opened: F_ VORGOV]\n"
            "9: a bracket that is not closed: [VORGOV\n"
            "10: a mark of a section: <NOUN>\n"
            "9: a phrase without a code: G\n"
            "11: a phrase without a code: TALKS\n"
            "12: words beside a code: it\n"
            "13: a phrase without words, or longer than any name: ___ [VOR]\n");
  ASSERT_EQ(read.entries.size(), 1u);
  EXPECT_EQ(read.entries[0].phrases, Phrases{"H beside"});
}

TEST(ReadActors, TakesLatin1AndTheEndsOfLinesOfOthers) {
  const auto read = read_actors("W\xD6RNER_ [VORGOV]\r\n+WOERNER_\r\n");
  ASSERT_EQ(read.entries.size(), 1u);
  EXPECT_EQ(read.entries[0].phrases, (Phrases{"WÖRNER", "WOERNER"}));
}

TEST(ReadAgents, ReadsSetsAndSides) {
  const auto read = read_agents(
      "!PERSON! = MAN, WOMAN,\n"
      "FISHER!PERSON![~AGR]\nCHIEF_OF_STAFF {CHIEFS_OF_STAFF} [~MIL] # note\nRIOT_POLICE {} [~COP]\nSUMMIT [IGO~]\nWARDEN [~ENV}\n");
  ASSERT_EQ(read.entries.size(), 6u);
  EXPECT_EQ(read.entries[0].phrase, "FISHERMAN");
  EXPECT_EQ(read.entries[1].phrase, "FISHERWOMAN");
  EXPECT_EQ(read.entries[2].phrase, "CHIEF OF STAFF");
  EXPECT_EQ(read.entries[3].phrase, "RIOT POLICE");
  EXPECT_TRUE(read.entries[4].goes_before);
  EXPECT_EQ(read.entries[5].code, "ENV");
  EXPECT_EQ(remarks_of(read.remarks), "");
}

TEST(ReadAgents, SaysWhatItCannotRead) {
  const auto read = read_agents("POLICE!MEN! [~COP]\nARMY [MIL]\nGUARD\nGUARD [~COPS]\nGUARD [~COP\n! = A\n");
  EXPECT_TRUE(read.entries.empty());
  EXPECT_EQ(remarks_of(read.remarks),
            "1: a set of words that is not in the file: POLICE!MEN! [~COP]\n"
            "2: an agent's code without ~: ARMY [MIL]\n"
            "3: a phrase without a code: GUARD\n"
            "4: a code that is not letters and figures in threes: GUARD [~COPS]\n"
            "5: a bracket that is not closed: GUARD [~COP\n"
            "6: a set of words without a name: ! = A\n");
}

TEST(ReadAgents, BoundsWhatSetsMakeOfAPhrase) {
  std::string text = "!A! = X, Y, Z, V, W\n";
  for (int i = 0; i < 1000; ++i) text += "!A!!A!!A!!A!!A!!A!!A!!A! [~COP]\n";
  EXPECT_TRUE(read_agents(text).entries.empty());
}

TEST(ReadDictionaries, AnyBytesGiveSomething) {
  constexpr std::string_view kPieces[] = {"[", "]", "+", "_",  "A",  "USAGOV", ">",   "<", "-",      "~",    "!",
                                          "=", "{", "}", "\n", "\t", "<!--",   "-->", "#", "990101", "\xFF", "é"};
  std::mt19937 random(7);
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    for (int i = 0; i < 60; ++i) text += kPieces[random() % std::size(kPieces)];
    for (const ActorEntry& entry : read_actors(text).entries) {
      EXPECT_FALSE(entry.phrases.empty());
      EXPECT_FALSE(entry.codes.empty());
    }
    read_agents(text);
  }
}

}  // namespace
}  // namespace casus
