// The encoder's input: windows of consecutive sentences in word pieces (docs/formats/model.md, "Input").
#pragma once

#include <cstddef>
#include <vector>

#include "encoder/word_pieces.h"
#include "token/tokens.h"

namespace casus {

struct Window {
  std::size_t first_piece = 0;  // [first_piece, last_piece) in Windows::pieces
  std::size_t last_piece = 0;
  TokenRange words;

  std::size_t size() const { return last_piece - first_piece; }
};

// All windows of a report after each other.
struct Windows {
  std::vector<Window> windows;
  std::vector<PieceId> pieces;
  std::vector<Shape> shapes;              // one a piece
  std::vector<std::size_t> first_pieces;  // of each token; an index of `pieces`
};

struct WindowLimits {
  std::size_t window = 0;               // pieces, unless one sentence has more
  std::size_t positions = 0;            // pieces at the most
  std::size_t max_pieces_per_word = 0;  // 2 where a sentence would not fit into `positions`
};

// Windows hold every token once, in order. A sentence that does not fit even with two pieces a word is cut where it must be.
Windows make_windows(const Tokens& tokens, const WordPieces& pieces, const WindowLimits& limits);

}  // namespace casus
