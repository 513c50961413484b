// Words to pieces of the vocabulary (uncased WordPiece), and to their shapes, which keep what lower case loses.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "casus/result.h"
#include "tensor/weights_file.h"

namespace casus {

using PieceId = std::uint32_t;  // a row of embeddings.word

// In the order of the rows of embeddings.shape.
enum class Shape : std::uint8_t { none, lower, title, upper, mixed, digits, alphanumeric, other, title_initial };
inline constexpr std::size_t kShapes = 9;

// `form` is UTF-8. A word in title case has a shape of its own where it opens a sentence.
enum class WordPlace { inside, sentence_start };
Shape shape_of(std::string_view form, WordPlace place);

class WordPieces {
 public:
  static Result<WordPieces> load(const WeightsFile& file);

  // Appends the pieces of a word: at least one, at most `limit` (1 or more).
  void split(std::string_view form, std::size_t limit, std::vector<PieceId>& pieces) const;

  PieceId unknown() const { return unknown_; }
  PieceId window_start() const { return window_start_; }
  PieceId sentence_end() const { return sentence_end_; }

 private:
  struct Entry {
    std::uint32_t hash = 0;
    std::uint32_t begin = 0;  // in text_
    std::uint32_t size = 0;   // 0: a free place
    PieceId id = 0;
  };
  void insert(std::string_view piece, PieceId id);
  const Entry* find(std::uint32_t hash, bool continues, std::string_view rest) const;
  bool split_chunk(std::string_view chunk, std::vector<PieceId>& pieces) const;

  std::string text_;            // all pieces after each other
  std::vector<Entry> entries_;  // open addressing; the size is a power of two
  std::size_t longest_ = 0;     // bytes of the longest piece
  PieceId unknown_ = 0;
  PieceId window_start_ = 0;
  PieceId sentence_end_ = 0;
};

}  // namespace casus
