#include "encoder/word_pieces.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tensor/model_file_for_tests.h"

namespace casus {
namespace {

const std::vector<std::string> kVocabulary = {"[PAD]", "[UNK]", "[CLS]", "[SEP]", "talk", "##s",  "re",     "##open",
                                              "##ed",  "talks", ".",     "-",     "u",    "cafe", "i",      "$",
                                              "5",     "##0",   "un",    "##s##", "é",    "##é",  "\u201c", "a"};

WordPieces load(const std::vector<std::string>& vocabulary) {
  ModelFileBuilder builder;
  builder.metadata["vocabulary"] = nlohmann::json(vocabulary).dump();
  const auto file = WeightsFile::from_bytes(builder.bytes(), "memory");
  EXPECT_TRUE(file);
  auto pieces = WordPieces::load(*file);
  EXPECT_TRUE(pieces) << pieces.error().message;
  return *std::move(pieces);
}

std::string split(const WordPieces& pieces, std::string_view form, std::size_t limit = 8) {
  std::vector<PieceId> ids;
  pieces.split(form, limit, ids);
  std::string joined;
  for (const PieceId id : ids) joined += (joined.empty() ? "" : " ") + kVocabulary[id];
  return joined;
}

TEST(WordPieces, TakesTheLongestPieceFirst) {
  const WordPieces pieces = load(kVocabulary);
  const std::vector<std::pair<std::string, std::string>> table = {
      {"talks", "talks"},
      {"TALK", "talk"},
      {"Reopened", "re ##open ##ed"},
      {"reopenedx", "[UNK]"},
      {"U.S.", "u . [UNK] ."},
      {"re-open", "re - [UNK]"},
      {"Caf\u00e9", "cafe"},          // composed
      {"Cafe\u0301", "cafe"},         // decomposed
      {"\u0130", "i"},                // a capital with a dot above
      {"$500", "$ 5 ##0 ##0"},        // ASCII symbols are punctuation
      {"\u201ctalk", "\u201c talk"},  // a typographic mark too
      {"\u20ac5", "[UNK]"},           // other symbols are not
      {"ta\u00adlk", "talk"},         // soft hyphen
      {"talk\u200bs", "talks"},       // zero-width space
      {"##s", "[UNK] [UNK] [UNK]"},   // a text's own marks do not continue anything
      {"", "[UNK]"},
      {"\u0301", "[UNK]"},
      {"\u4e2d", "[UNK]"},
      {std::string(100, 'a'), "[UNK]"},
      {"[CLS]", "[UNK] [UNK] [UNK]"},
  };
  for (const auto& [form, want] : table) EXPECT_EQ(split(pieces, form), want) << form;
}

TEST(WordPieces, KeepsAtMostTheLimitAndAtLeastOne) {
  const WordPieces pieces = load(kVocabulary);
  EXPECT_EQ(split(pieces, "reopened", 2), "re ##open");
  EXPECT_EQ(split(pieces, "......", 3), ". . .");
  EXPECT_EQ(split(pieces, std::string(1 << 20, '5'), 8), "[UNK]");
  EXPECT_EQ(split(pieces, "5" + std::string(99, '0'), 8), "5 ##0 ##0 ##0 ##0 ##0 ##0 ##0");
  EXPECT_EQ(split(pieces, "5" + std::string(100, '0'), 8), "[UNK]");
}

TEST(WordPieces, NeedsItsSpecials) {
  ModelFileBuilder builder;
  builder.metadata["vocabulary"] = R"(["[UNK]", "[CLS]", "a"])";
  EXPECT_FALSE(WordPieces::load(*WeightsFile::from_bytes(builder.bytes(), "memory")));
  builder.metadata["vocabulary"] = R"(["[UNK]", "[CLS]", "[SEP]", ""])";
  EXPECT_FALSE(WordPieces::load(*WeightsFile::from_bytes(builder.bytes(), "memory")));
}

TEST(Shapes, FollowTheLetters) {
  const std::vector<std::tuple<std::string, Shape, Shape>> table = {
      {"talks", Shape::lower, Shape::lower},
      {"Talks", Shape::title, Shape::title_initial},
      {"A", Shape::title, Shape::title_initial},
      {"\u00c9tat", Shape::title, Shape::title_initial},
      {"NATO", Shape::upper, Shape::upper},
      {"U.S.", Shape::upper, Shape::upper},
      {"McKay", Shape::mixed, Shape::mixed},
      {"iPad", Shape::mixed, Shape::mixed},
      {"2020", Shape::digits, Shape::digits},
      {"3,000", Shape::digits, Shape::digits},
      {"S-300", Shape::alphanumeric, Shape::alphanumeric},
      {"m\u00b2", Shape::alphanumeric, Shape::alphanumeric},
      {"--", Shape::other, Shape::other},
      {"\u20ac", Shape::other, Shape::other},
      {"\u4e2d\u6587", Shape::lower, Shape::lower},
  };
  for (const auto& [form, inside, initial] : table) {
    EXPECT_EQ(shape_of(form, WordPlace::inside), inside) << form;
    EXPECT_EQ(shape_of(form, WordPlace::sentence_start), initial) << form;
  }
}

}  // namespace
}  // namespace casus
