#include "format/brief.h"

#include <gtest/gtest.h>

#include <sstream>

#include "format/example_record.h"

namespace casus {
namespace {

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

TEST(Brief, Whole) {
  EXPECT_EQ(brief(example_record(), {.width = 100}),
            R"(Vorland and Estmark talk
Northern Wire · published 2031-05-04 · Kessel

ACTORS 4
  a1  Vorland     VOR     state
      Vorland
  a2  Estmark     EST     state
      Estmark
  a3  Maren Tolk  VORGOV  person  prime minister of VOR  part of Vorland
      Maren Tolk, she
  a4  Jon Aske    -       person
      Jon Aske

EVENTS 2
  e1  2031-05-03  Maren Tolk, Jon Aske  CONSULT phone  asserted  4th since 2031-04-27
      Vorland’s prime minister, Maren Tolk, spoke with Jon Aske by phone on Saturday for the fourth…
  e2  -           somebody → Vorland  ASSAULT heavy-weapons  denied  in Lutz  20 killed
      says Estmark (s2)
      Estmark denied that it had shelled Lutz, where 20 people died.

STATEMENTS 2
  s1  Maren Tolk (she)  “said”  assert  direct
      “We will go on,”
  s2  Estmark  “denied”  deny  indirect
      it had shelled Lutz, where 20 people died

SITUATIONS 1
  u1  the war  war  ongoing  since 2031-04-27  between Vorland, Estmark  events e2
      …for the fourth time since the war began.

CONTACTS 1
  k1  2031-05-03  Maren Tolk, Jon Aske  call  told in s1  event e1
      Vorland’s prime minister, Maren Tolk, spoke with Jon Aske by phone on Saturday for the fourth…

CLAIMS 1
  c1  uncontested  it had shelled Lutz  event e2
      denies  Estmark  s2  tells
        Estmark denied that it had shelled Lutz, where 20 people died.

COMMITMENTS 1
  o1  Vorland  defence  under Sund Pact  covers the coast  triggered: disputed
      The Sund Pact binds Vorland to help.

NOTES 1
  !  place-unknown  no place named Lutz is known
     Estmark denied that it had shelled Lutz, where 20 people died.
)");
}

TEST(Brief, ShowsWhatIsAskedForEvenIfEmptyAndNotesAlways) {
  Record record = example_record();
  record.contacts.clear();
  const std::string text = brief(record, {.width = 100, .sections = {Section::contacts, Section::actors}});
  EXPECT_NE(text.find("\nACTORS 4\n"), std::string::npos);
  EXPECT_NE(text.find("\nCONTACTS 0\n  none found\n"), std::string::npos);
  EXPECT_NE(text.find("\nNOTES 1\n"), std::string::npos);
  EXPECT_EQ(text.find("\nEVENTS"), std::string::npos);
}

TEST(Brief, AnEmptyRecordSaysSo) {
  Record record{.notes = {{"language-not-read", "the text is not in English, the only language read", {}}}};
  record.document.id = "r9";
  record.document.language = "fr";
  EXPECT_EQ(brief(record, {}),
            R"(r9
date of publication unknown · language fr

ACTORS 0
  none found

EVENTS 0
  none found

STATEMENTS 0
  none found

NOTES 1
  !  language-not-read  the text is not in English, the only language read
)");
}

TEST(Brief, AReportWithoutATitleIsKnownByItsBegin) {
  Record record = example_record();
  record.document.title.reset();
  record.document.text.insert(0, "\n");
  EXPECT_TRUE(brief(record, {.width = 40, .sections = {Section::claims}}).starts_with("Vorland and Estmark talk\n"));
}

TEST(Brief, SaysWhatIsNegative) {
  Record record = example_record();
  record.statements[0].polarity = record.statements[1].polarity = Polarity::negative;
  const std::string text = brief(record, {.sections = {Section::statements}});
  EXPECT_NE(text.find("“said”  not assert"), std::string::npos) << text;
  EXPECT_NE(text.find("“denied”  deny"), std::string::npos) << text;
}

TEST(Brief, WithoutAWidthNothingIsCut) {
  const std::string text = brief(example_record(), {});
  EXPECT_EQ(text.find("…"), std::string::npos) << text;
  EXPECT_NE(text.find("for the fourth time since the war began.\n"), std::string::npos);
}

TEST(Brief, ColourMarksTheWords) {
  const std::string text = brief(example_record(), {.colour = Colour::yes, .sections = {Section::events}});
  EXPECT_NE(text.find("Maren Tolk, \x1b[1;36mspoke\x1b[0m with"), std::string::npos) << text;
  EXPECT_NE(text.find("\x1b[32mCONSULT phone\x1b[0m"), std::string::npos) << text;
  EXPECT_EQ(brief(example_record(), {}).find('\x1b'), std::string::npos);
}

TEST(Brief, ControlCharactersOfTheTextStayHarmless) {
  Record record = example_record();
  record.document.title = "a\x1b]0;title\x07";
  record.actors[2].name = "Maren\x1b[2JTolk";
  record.document.text.replace(record.document.text.find("Maren"), 5, "\x1b[31m");
  EXPECT_EQ(brief(record, {.width = 80}).find_first_of("\x1b\x07"), std::string::npos);
}

TEST(Brief, FitsTheTerminal) {
  for (const std::size_t width : {30, 50, 80}) {
    Record record = example_record();
    record.notes[0].message = "a message that says much and goes on for longer than any line here, until it ends";
    record.document.title = "日本 Vorland and Estmark talk about everything that there is to talk about, and some more";
    for (const std::string& line : lines_of(brief(record, {.width = width}))) EXPECT_LE(StyledText(line).columns(), width) << line;
  }
}

}  // namespace
}  // namespace casus
