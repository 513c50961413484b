#include <gtest/gtest.h>


#include "token/marked.h"

namespace casus {
namespace {

void expect_marks(const std::vector<std::string>& cases) {
  for (const std::string& wanted : cases) EXPECT_EQ(split_again(wanted), wanted);
}

TEST(Tokens, CutClitics) {
  expect_marks({
      "They do¦n't¦, ca¦n’t and wo¦n't¦; we should¦n't¦'ve¦.",
      "I¦'m sure it¦’s Ruritania¦'s and the ministers¦' fault¦.",
      "The O'Hara family and a coup d'état at nine o'clock¦.",
      "In the 1990's and the ’60s¦, not in 2003¦'s treaty¦.",
      "The bloc¦'s \"¦red line¦\"¦'s end came¦.",
  });
}

TEST(Tokens, CutHyphensButNotPrefixes) {
  expect_marks({
      "A well¦-¦known pro-Western co-founder and ex-minister e-mailed anti-tank units¦.",
      "The 15¦-¦year¦-¦old fled Port¦-¦au¦-¦Prince in mid-October¦.",
      "A non-U.S. firm and non¦–¦state actors left¦.",
      "The deal¦—¦if any¦—¦failed – again -- today¦.",
  });
}

TEST(Tokens, KeepNumbersDatesAndTimes) {
  expect_marks({
      "Some 1,200.50 of 3.5 million fled at 11:35 on 2020-10-07 or 10/7/2020¦.",
      "Call +374 10 or 713-555-0139 or 555-0139¦, fax 3-5290¦.",
      "From 5¦-¦10 to 1999¦–¦2001¦, by 3¦-¦1¦, in 2001¦-¦02¦.",
      "It cost $¦5¦m¦, €¦3.2¦bn¦, US$ 4 or 50¦% of £¦10¦k¦.",
      "At 7¦am it was 35¦km away¦, 24¦°¦C¦, and the 20th came¦.",
      "The sides met [¦5¦,¦6¦] and 1¦/¦2 of them on 9/11 left¦.",
  });
}

TEST(Tokens, KeepAddressesAndFiles) {
  expect_marks({
      "See https://wire.example/a_(b)?c=1#d¦, www.wire.example¦, or wire.org¦.",
      "Write to press.office@mfa.example.org¦, (¦a.b@c.de¦)¦, and open annex-2.pdf¦.",
      "The @envoy wrote #ceasefire today¦.",
      "Either¦/¦or and and¦/¦or w/o a source¦.",
  });
}

TEST(Tokens, KeepRunsOfMarksAndEmoticons) {
  expect_marks({
      "Well¦... no¦!!!‖ Really¦?! :-) ok",
      "He paused¦… \"¦[...] then left¦.¦\"",
      "-----",
      "He said ``¦yes¦'' and ‘¦no¦’¦.",
      "Great¦🔥¦!",
  });
}

TEST(Tokens, CutAMissingSpace) { expect_marks({"It is over¦.‖The envoy left¦.", "Met Gen.¦Ruz in Lutz¦."}); }

TEST(Sentences, EndAtStopsNotAtAbbreviations) {
  expect_marks({
      "Gen. A. B. Ruz of Lutz Inc. met Mr. Lind Jr. at 5 p.m. Tuesday¦.‖ He left¦.",
      "They met in the U.S¦.‖ The talks failed¦.",
      "They met U.S. President Ann Lind in Washington¦, D.C¦.",
      "Talks end at 5 p.m¦.‖ Police left at 6 p.m. on Oct. 7¦.",
      "It is No. 5 of Art. 7¦.‖ No¦.‖ We disagree¦.",
      "Arms¦, tanks¦, etc. were seized¦.‖ Others left¦.",
      "The share rose 3.5 percent¦.‖ 20 died¦.",
  });
}

TEST(Sentences, KeepClosingMarksWithTheStop) {
  expect_marks({
      "\"¦We left¦.‖ We are safe¦.‖ Nobody died¦,¦\" Lind said¦.‖ \"¦We wait¦.¦\"‖ The envoy agreed¦.",
      "“¦Is it war¦?¦” Annan Lind asked¦.‖ “¦No¦.¦”‖ The room fell silent¦.",
      "“¦Is it war¦?¦” he asked¦.‖ “¦Stop¦!¦”‖ The crowd left¦.",
      "He left (¦she stayed¦.¦)‖ Then it ended¦.‖ (¦It rained¦.¦)‖ All left¦.",
      "It fell¦.¦[¦1¦]¦[¦2¦]‖ It rose¦. [¦3¦]‖ It fell again¦.",
      "'¦We left¦.¦'‖ They had left¦.",
      "«¦We left¦.¦»‖ They had left¦.",
  });
}

TEST(Sentences, GoOnAfterMarksWithinThem) {
  expect_marks({
      "Yahoo! said it left¦; \"¦Who¦?¦\" they said¦.",
      "He said \"¦yes¦.¦\" and left¦.",
      "It was¦... unclear¦.‖ But then¦... I left¦.",
      "\"¦We won¦!¦\" – Lind¦, on Friday¦.",
  });
}

TEST(Sentences, TakeDatelinesApart) {
  expect_marks({
      "LUTZ¦, Oct 7 (¦Wire¦) -‖ Ruritania¦'s envoy left¦.",
      "LUTZ¦, Oct. 7 (¦Wire¦) —‖ \"¦We left¦,¦\" the envoy said¦.",
      "ST. ORM¦, Ruritania —‖ Talks resumed¦.",
      "Lutz (¦Wire¦) –‖ Talks resumed¦.",
      "PORT¦-¦AU¦-¦LUTZ —‖ Talks resumed¦.",
      "Ruritania – long an ally – left¦.",
      "He left – Ruritania stayed¦.",
      "NATO - the alliance - agreed¦.",
  });
}

TEST(Sentences, EndWhereALineEndWasLost) {
  expect_marks({
      "Envoy leaves the capital‖ Tuesday¦, September 1¦, 2015",
      "The envoy left on Tuesday¦, September 1¦, 2015¦.",
      "The envoy at the airport‖ Image¦: Adam Lind¦.",
      "The party won the largest vote‖ In the north it lost¦.‖ Turnout fell¦.",
      "She sang \"¦Songs We Are the night¦\" today and left¦.",
  });
}

TEST(Sentences, FollowParagraphs) {
  expect_marks({
      "Envoy leaves capital‖\n\nThe envoy left¦.",
      "Envoy leaves capital‖\nThe envoy left¦.‖\nThe talks ended¦.",
      "The points were¦:‖\n• Prisoners go home¦;‖\n• Guns fall silent¦.",
      "1¦. Prisoners go home‖\n2¦. Guns fall silent",
  });
}

TEST(Sentences, JoinWrappedLines) {
  expect_marks({
      "The foreign minister of Ruritania said on Tuesday that his\n"
      "government would take part in the talks in the town of\n"
      "Lutz if the other side agreed to a truce¦.‖ President Adam\n"
      "Lind welcomed the offer and thanked his colleague for the\n"
      "step¦.‖\n\nThe talks begin on Friday¦.",
  });
}

TEST(Sentences, AreCutWhereTheyAreTooLong) {
  std::string text = "word";
  for (int i = 0; i < 1000; ++i) text += i % 60 == 0 ? ", word" : " word";
  const Document document = document_of(text + ".");
  const Tokens tokens = split(document, token_rules());
  for (const TokenRange& sentence : tokens.sentences) EXPECT_LE(sentence.size(), kLongestSentence);
  EXPECT_EQ(tokens.tokens[tokens.sentences[0].last - 1].form, ",");
}

TEST(Split, DropsInvisibleCharactersFromFormsOnly) {
  const Document document = document_of("The cease\u00ADfire\u200B held\uFEFF ❤\uFE0F e\u0301te");
  const Tokens tokens = split(document, token_rules());
  ASSERT_EQ(tokens.tokens.size(), 5U);
  EXPECT_EQ(tokens.tokens[1].form, "ceasefire");
  EXPECT_EQ(tokens.tokens[1].span, (Span{4, 14}));
  EXPECT_EQ(tokens.tokens[2].form, "held");
  EXPECT_EQ(tokens.forms({0, 3}), "The ceasefire held");
  EXPECT_EQ(slice(document, tokens.tokens[3].span), "❤\uFE0F");
  EXPECT_EQ(tokens.tokens[4].form, "e\u0301te");
}

TEST(Split, KeepsJoinedEmojiTogether) {
  const Document document = document_of("ok👩\u200D🚀🇺🇦🇵🇱👍🏽!");
  std::vector<std::string> forms;
  for (const Token& token : split(document, token_rules()).tokens) forms.push_back(slice(document, token.span));
  EXPECT_EQ(forms, (std::vector<std::string>{"ok", "👩\u200D🚀", "🇺🇦", "🇵🇱", "👍🏽", "!"}));
}

TEST(Split, ShowsWhereParagraphsBegin) {
  Report report;
  report.text = "The envoy left.\n\nHe is well.";
  report.title = "Envoy\nleaves";
  const auto document = make_document(report);
  const Tokens tokens = split(*document, token_rules());
  std::vector<std::string> starts;
  for (const Token& token : tokens.tokens)
    if (token.paragraph_start) starts.push_back(token.form);
  EXPECT_EQ(starts, (std::vector<std::string>{"Envoy", "The", "He"}));
  EXPECT_EQ(tokens.sentences.size(), 3U);
  EXPECT_EQ(tokens.sentence_of(0), 0U);
  EXPECT_EQ(tokens.sentence_of(2), 1U);
  EXPECT_EQ(tokens.sentence_spans()[1], (Span{14, 29}));
}

TEST(Split, HasNoTokensWhereNothingIsVisible) {
  Document document;
  document.text = U" \n\u200B\u00AD ";
  EXPECT_TRUE(split(document, token_rules()).tokens.empty());
  EXPECT_TRUE(split(document, token_rules()).sentences.empty());
}

// What makes careless splitters quadratic: those would run into the test's time limit.
TEST(Split, GoesThroughHostileText) {
  constexpr std::size_t kSize = 1 << 17;
  const char* const units[] = {"a",     "\"",    ".",    "\n", "a.",      "Aa.",     "a-",    "re-",     "a@",  "a%",    "a'",   "'s",
                               "((",    "1,",    "1-",   "1/", "No. ",    "A. ",     "a/",    "http://", "www", "$",     "#a",   "\"a. ",
                               "? \"",  "[1]",   "“A. ", "é",  "e\u0301", "👍",       ":)",    "Mr.",     "-",   "\t \n", "a\n",  "A\n",
                               "• a\n", "U.S. ", "1. ",  "…",  "In ",     "a In b ", "A, - ", "Image: ", "'",   "`",     "a.a@", "1a"};
  for (const char* unit : units) {
    Document document;
    std::string text;
    while (text.size() + std::string_view(unit).size() <= kSize) text += unit;
    document.text = *from_utf8(text);
    document.info.text = text;
    const Tokens tokens = split(document, token_rules());
    std::size_t before = 0;
    for (const Token& token : tokens.tokens) {
      ASSERT_LE(before, token.span.start) << unit;
      ASSERT_LT(token.span.start, token.span.end) << unit;
      before = token.span.end;
    }
    EXPECT_LE(before, document.text.size()) << unit;
  }
}

}  // namespace
}  // namespace casus
