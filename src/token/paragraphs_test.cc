#include "token/paragraphs.h"

#include <gtest/gtest.h>

#include "core/unicode.h"

namespace casus {
namespace {

// Paragraphs with the line ends in them shown as "/".
std::vector<std::string> paragraphs_of(const std::string& text, FirstLine first_line = FirstLine::text) {
  const Characters characters = visible_characters(*from_utf8(text));
  std::vector<std::string> paragraphs;
  for (const CharacterRange& range : find_paragraphs(characters, first_line)) {
    std::u32string paragraph = characters.visible.substr(range.first, range.last - range.first);
    for (char32_t& c : paragraph)
      if (is_line_end(c)) c = U'/';
    paragraphs.push_back(to_utf8(paragraph));
  }
  return paragraphs;
}

using Paragraphs = std::vector<std::string>;

TEST(Paragraphs, EndAtBlankLines) {
  EXPECT_EQ(paragraphs_of("\n\n  One.\n \t\nTwo.\xE2\x80\xA9Three.\n"), (Paragraphs{"One.", "Two.", "Three."}));
  EXPECT_TRUE(paragraphs_of(" \n\n ").empty());
}

TEST(Paragraphs, AreLinesInADumpOfLines) {
  EXPECT_EQ(paragraphs_of("Envoy leaves capital\nBy Adam Lind\nThe envoy of Ruritania left the capital on Tuesday, officials said.\n"
                          "Officials did not say why."),
            (Paragraphs{"Envoy leaves capital", "By Adam Lind", "The envoy of Ruritania left the capital on Tuesday, officials said.",
                        "Officials did not say why."}));
}

TEST(Paragraphs, RunOnOverFullLines) {
  EXPECT_EQ(paragraphs_of("Envoy leaves\n"
                          "The envoy of Ruritania left the capital on\n"
                          "Tuesday after a week of talks, an official\n"
                          "with knowledge of the matter said.\n"
                          "He did not say where the envoy would go or\n"
                          "for how long.\n"
                          "- The embassy stays open."),
            (Paragraphs{"Envoy leaves",
                        "The envoy of Ruritania left the capital on/Tuesday after a week of talks, an official/with knowledge of the "
                        "matter said.",
                        "He did not say where the envoy would go or/for how long.", "- The embassy stays open."}));
}

TEST(Paragraphs, BeginAtBullets) {
  EXPECT_EQ(paragraphs_of("Points:\n• one\n• two\n1. Three\n(a) Four"), (Paragraphs{"Points:", "• one", "• two", "1. Three", "(a) Four"}));
}

TEST(Paragraphs, HaveTheTitleApart) {
  EXPECT_EQ(paragraphs_of("Envoy leaves\nthe capital was calm.", FirstLine::title), (Paragraphs{"Envoy leaves", "the capital was calm."}));
  EXPECT_EQ(paragraphs_of("Envoy leaves\nthe capital was calm."), (Paragraphs{"Envoy leaves/the capital was calm."}));
}

}  // namespace
}  // namespace casus
