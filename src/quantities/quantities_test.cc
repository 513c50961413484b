#include "quantities/quantities.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "syntax/trees_for_tests.h"

namespace casus {
namespace {

const QuantityRules& rules() {
  static const auto loaded = QuantityRules::load("rules");
  if (!loaded) throw std::runtime_error(loaded.error().message);
  return *loaded;
}

const Knowledge& knowledge() {
  static const auto loaded = Knowledge::load("tests/data/knowledge");
  if (!loaded) throw std::runtime_error(loaded.error().message);
  return *loaded;
}

// "what low-high [unit] [of] [part|total|superseded]", one a line. `names`: forms of one token, and the country that each names.
std::string told(const std::string& rows, const std::vector<std::pair<std::string, std::string>>& names = {}) {
  const Conllu text = trees(rows);
  Actors actors;
  for (std::size_t i = 0; i < text.tokens.tokens.size(); ++i)
    for (const auto& [form, country] : names)
      if (text.tokens.tokens[i].form == form) {
        const ActorId id{static_cast<std::uint32_t>(actors.actors.size())};
        actors.actors.push_back({.name = form, .kind = ActorKind::state, .code = country, .country = country});
        actors.mentions.push_back({.range = {i, i + 1}, .head = i, .form = MentionForm::name, .actors = {id}});
      }
  std::ostringstream lines;
  for (const Quantity& quantity : find_quantities(text.document, text.tokens, text.parse, actors, {}, knowledge(), rules()).quantities) {
    const Number& number = quantity.number;
    lines << number.what << ' ' << (number.low ? std::to_string(static_cast<long>(*number.low)) : "") << '-'
          << (number.high ? std::to_string(static_cast<long>(*number.high)) : "");
    if (number.unit) lines << ' ' << *number.unit;
    if (quantity.side) lines << ' ' << *quantity.side;
    lines << (number.part ? " part" : "") << (number.total ? " total" : "") << (quantity.superseded ? " superseded" : "") << '\n';
  }
  return lines.str();
}

TEST(Quantities, ObjectsAndSubjectsOfPassives) {
  EXPECT_EQ(told("Chad Chad PROPN NNP 2 nsubj\nkilled kill VERB VBD 0 root\nat at ADP IN 4 case\nleast least ADJ JJS 5 advmod\n"
                 "20 20 NUM CD 7 nummod\nMalian Malian ADJ JJ 7 amod\nsoldiers soldier NOUN NNS 2 obj\n",
                 {{"Chad", "TCD"}, {"Malian", "MLI"}}),
            "killed 20- MLI\n");
  EXPECT_EQ(told("Two two NUM CD 2 nummod\nmonks monk NOUN NNS 6 nsubj:pass\nand and CCONJ CC 5 cc\nthree three NUM CD 5 nummod\n"
                 "nuns nun NOUN NNS 2 conj\narrested arrest VERB VBN 0 root\n"),
            "arrested 2-2\narrested 3-3\n");
}

TEST(Quantities, WhatIsSentIsTheSendersUnlessGivenAway) {
  const auto sent = [](const std::string& verb) {
    return told("Mali Mali PROPN NNP 2 nsubj\n" + verb + " VERB VBD 0 root\n60 60 NUM CD 4 nummod\ntanks tank NOUN NNS 2 obj\n",
                {{"Mali", "MLI"}});
  };
  EXPECT_EQ(sent("deployed deploy"), "vehicles 60-60 MLI\n");
  EXPECT_EQ(sent("sold sell"), "vehicles 60-60\n");
}

TEST(Quantities, ATollIsATotalAndTheFormerOneIsSuperseded) {
  EXPECT_EQ(told("The the DET DT 2 det\ntoll toll NOUN NN 3 nsubj\nrose rise VERB VBD 0 root\nfrom from ADP IN 5 case\n12 12 NUM CD 3 obl\n"
                 "to to ADP IN 7 case\n31 31 NUM CD 3 obl\n"),
            "killed 12-12 superseded\nkilled 31-31 total\n");
}

TEST(Quantities, APartIsOfTheFigureBefore) {
  EXPECT_EQ(told("Rebels rebel NOUN NNS 2 nsubj\nkilled kill VERB VBD 0 root\nnine nine NUM CD 4 nummod\nguards guard NOUN NNS 2 obj\n"
                 ", , PUNCT , 8 punct\nincluding include VERB VBG 8 case\ntwo two NUM CD 8 nummod\nwomen woman NOUN NNS 4 nmod\n"),
            "killed 9-9\nkilled 2-2 part\n");
}

TEST(Quantities, TheSentenceTellsWhereNoPredicateDoes) {
  const auto sang_after = [](const std::string& noun) {
    return told("Forty forty NUM CD 2 nummod\nbakers baker NOUN NNS 3 nsubj\nsang sing VERB VBD 0 root\nafter after ADP IN 5 case\n" +
                noun + " NOUN NN 3 obl\n");
  };
  EXPECT_EQ(sang_after("rally rally"), "protesters 40-40\n");
  EXPECT_EQ(sang_after("supper supper"), "");
}

TEST(Quantities, AFigureInAppositionCountsItsNoun) {
  EXPECT_EQ(told("Jets jet NOUN NNS 5 nsubj\n, , PUNCT , 3 punct\nfour four NUM CD 1 appos\n, , PUNCT , 1 punct\ncircled circle VERB VBD 0 "
                 "root\n"),
            "aircraft 4-4\n");
}

TEST(Quantities, MoneyHasACurrency) {
  EXPECT_EQ(told("Oslo Oslo PROPN NNP 2 nsubj\npledged pledge VERB VBD 0 root\n30 30 NUM CD 4 compound\nmillion million NUM CD 5 nummod\n"
                 "euros euro NOUN NNS 2 obj\n"),
            "money 30000000-30000000 EUR\n");
}

TEST(Quantities, AgesHoursAndVotesCountNothing) {
  EXPECT_EQ(told("They they PRON PRP 2 nsubj\nkilled kill VERB VBD 0 root\nfor for ADP IN 5 case\nnine nine NUM CD 5 nummod\n"
                 "hours hour NOUN NNS 2 obl\n"),
            "");
  EXPECT_EQ(told("Women woman NOUN NNS 5 nsubj:pass\naged aged ADJ JJ 1 amod\n20 20 NUM CD 2 xcomp\nwere be AUX VBD 5 aux:pass\n"
                 "killed kill VERB VBN 0 root\n"),
            "");
}

}  // namespace
}  // namespace casus
