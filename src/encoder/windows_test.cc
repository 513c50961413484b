#include "encoder/windows.h"

#include <gtest/gtest.h>

#include "tensor/model_file_for_tests.h"

namespace casus {
namespace {

WordPieces pieces() {
  ModelFileBuilder builder;
  builder.metadata["vocabulary"] = R"(["[PAD]","[UNK]","[CLS]","[SEP]","a","##b"])";
  return *WordPieces::load(*WeightsFile::from_bytes(builder.bytes(), "memory"));
}

// "abb" is three pieces; sentences are separated by bars.
Tokens tokens(const std::string& text) {
  Tokens made;
  std::size_t first = 0;
  std::string form;
  for (const char c : text + "|") {
    if (c != ' ' && c != '|') form += c;
    else if (!form.empty()) {
      made.tokens.push_back({.form = form});
      form.clear();
    }
    if (c == '|') {
      made.sentences.push_back({first, made.tokens.size()});
      first = made.tokens.size();
    }
  }
  return made;
}

std::string show(const Windows& made) {
  static const char* const kNames[] = {"P", "?", "<", ">", "a", "b"};
  std::string text;
  for (const Window& window : made.windows) {
    for (std::size_t i = window.first_piece; i < window.last_piece; ++i) text += kNames[made.pieces[i]];
    text += "(" + std::to_string(window.words.first) + "-" + std::to_string(window.words.last) + ")";
  }
  return text;
}

TEST(Windows, AreFilledGreedilyWithSentences) {
  const WindowLimits limits{.window = 9, .positions = 20, .max_pieces_per_word = 3};
  EXPECT_EQ(show(make_windows(tokens("a ab | a a | ab"), pieces(), limits)), "<aab>aa>(0-4)<ab>(4-5)");
  EXPECT_EQ(show(make_windows(tokens("a ab | a a | a"), pieces(), limits)), "<aab>aa>(0-4)<a>(4-5)");
  EXPECT_EQ(show(make_windows(tokens("a | a | a | a"), pieces(), limits)), "<a>a>a>a>(0-4)");
  EXPECT_EQ(show(make_windows(tokens("a | abbbbb abb abb abb | a"), pieces(), limits)), "<a>(0-1)<abbabbabbabb>(1-5)<a>(5-6)");
  EXPECT_EQ(show(make_windows(tokens(""), pieces(), limits)), "");
  EXPECT_EQ(show(make_windows(tokens("a || a"), pieces(), limits)), "<a>a>(0-2)");
}

TEST(Windows, ShortenWordsAndCutSentencesThatCannotFit) {
  const WindowLimits limits{.window = 6, .positions = 10, .max_pieces_per_word = 4};
  EXPECT_EQ(show(make_windows(tokens("abbb abbb"), pieces(), limits)), "<abbbabbb>(0-2)");
  EXPECT_EQ(show(make_windows(tokens("abbb abbb a"), pieces(), limits)), "<ababa>(0-3)");
  EXPECT_EQ(show(make_windows(tokens("a | abb abb abb abb abb abb | a"), pieces(), limits)), "<a>(0-1)<abababab>(1-5)<abab>(5-7)<a>(7-8)");
}

TEST(Windows, KnowFirstPiecesAndShapes) {
  const Windows made = make_windows(tokens("Ab a | A"), pieces(), {.window = 20, .positions = 20, .max_pieces_per_word = 3});
  EXPECT_EQ(made.first_pieces, (std::vector<std::size_t>{1, 3, 5}));
  EXPECT_EQ(made.shapes, (std::vector<Shape>{Shape::none, Shape::title_initial, Shape::title_initial, Shape::lower, Shape::none,
                                             Shape::title_initial, Shape::none}));
}

}  // namespace
}  // namespace casus
