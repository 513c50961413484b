#include "quotation/quotations.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "core/unicode.h"

namespace casus {
namespace {

// Tokens at spaces and at marks; a line is a paragraph.
struct Text {
  Document document;
  Tokens tokens;
};

Text text_of(const std::string& utf8) {
  Text made;
  made.document.info.text = utf8;
  made.document.text = *from_utf8(utf8);
  bool paragraph = true;
  const auto& text = made.document.text;
  for (std::size_t at = 0; at < text.size();) {
    if (is_space(text[at])) {
      paragraph |= text[at] == U'\n';
      ++at;
      continue;
    }
    std::size_t end = at + 1;
    const auto is_mark = [](char32_t c) { return std::u32string_view(U"“”\"«»„").find(c) != std::u32string_view::npos; };
    if (!is_mark(text[at]))
      while (end < text.size() && !is_space(text[end]) && !is_mark(text[end])) ++end;
    made.tokens.tokens.push_back({to_utf8(std::u32string_view(text).substr(at, end - at)), {at, end}, true, paragraph});
    paragraph = false;
    at = end;
  }
  made.tokens.sentences = {{0, made.tokens.tokens.size()}};
  return made;
}

std::string quoted(const Text& text, const Quotation& q) {
  return to_utf8(std::u32string_view(text.document.text).substr(q.span.start, q.span.length()));
}

TEST(Quotations, AreTheWordsBetweenMarks) {
  struct Case {
    const char* text;
    std::vector<std::string> quoted;
  };
  const Case cases[] = {
      {"no marks here", {}},
      {"“We stay,” he said. “Go.”", {"We stay,", "Go."}},
      {"\"We stay,\" he said. \"Go.\"", {"We stay,", "Go."}},
      {"« We » and „They“", {"They"}},
      {"«We» and „They“", {"We", "They"}},
      {"``We stay,'' he said", {"We stay,"}},
      {"‘We don’t know,’ he said of the rebels’ base", {"We don’t know,"}},
      {"'We don't know,' he said", {"We don't know,"}},
      {"the rebels’ camp and the guards’ gate", {}},
      {"“He said ‘never’ to me,” she said", {"He said ‘never’ to me,"}},
      {"“open to the end", {"open to the end"}},
      {"“first\nsecond", {"first"}},
      {"“a “b” c", {"a “b"}},
      {"“”", {}},
      {"\"", {}},
  };
  for (const Case& c : cases) {
    const Text text = text_of(c.text);
    std::vector<std::string> found;
    const Quotations quotations(text.document, text.tokens);
    for (const Quotation& q : quotations.all()) found.push_back(quoted(text, q));
    EXPECT_EQ(found, c.quoted) << c.text;
  }
}

TEST(Quotations, GoOnInTheNextParagraphAfterAnOpenOne) {
  const Text text = text_of("“We stay.\n“We do not leave.\n“Never.”\n“Why?”");
  const Quotations quotations(text.document, text.tokens);
  ASSERT_EQ(quotations.all().size(), 4u);
  EXPECT_FALSE(quotations.all()[0].continues);
  EXPECT_EQ(quotations.all()[1].continues, 0u);
  EXPECT_EQ(quotations.all()[2].continues, 1u);
  EXPECT_FALSE(quotations.all()[3].continues);
  EXPECT_EQ(quotations.of_token(1), 0u);
  EXPECT_FALSE(quotations.of_token(0));
}

TEST(Quotations, ManyMarksTakeLinearTime) {
  std::string text;
  for (int i = 0; i < 50000; ++i) text += "‘a “";
  const Text made = text_of(text);
  EXPECT_GT(Quotations(made.document, made.tokens).all().size(), 0u);
}

}  // namespace
}  // namespace casus
