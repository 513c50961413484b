#include "encoder/windows.h"

#include <algorithm>

#include "core/check.h"

namespace casus {
namespace {

constexpr std::size_t kFewPieces = 2;  // a word's, in a sentence of too many pieces

// The words of one sentence in pieces, without [SEP].
struct SentencePieces {
  std::vector<PieceId> pieces;
  std::vector<std::size_t> ends;  // of each word in `pieces`
};

SentencePieces split_sentence(const Tokens& tokens, TokenRange sentence, const WordPieces& pieces, std::size_t limit) {
  SentencePieces split;
  for (std::size_t i = sentence.first; i < sentence.last; ++i) {
    pieces.split(tokens.tokens[i].form, limit, split.pieces);
    split.ends.push_back(split.pieces.size());
  }
  return split;
}

class Filler {
 public:
  Filler(const Tokens& tokens, const WordPieces& pieces, const WindowLimits& limits) : tokens_(tokens), pieces_(pieces), limits_(limits) {
    CASUS_CHECK(limits.positions >= 2 + kFewPieces && limits.max_pieces_per_word >= 1 &&
                limits.max_pieces_per_word + 2 <= limits.positions);
  }

  void add_sentence(TokenRange sentence) {
    if (sentence.size() == 0) return;
    SentencePieces split = split_sentence(tokens_, sentence, pieces_, limits_.max_pieces_per_word);
    if (split.pieces.size() + 2 > limits_.positions)
      split = split_sentence(tokens_, sentence, pieces_, std::min(kFewPieces, limits_.max_pieces_per_word));
    if (open_ && used() + split.pieces.size() + 1 > limits_.window) end_window();
    for (std::size_t i = 0; i < sentence.size(); ++i) {
      const std::size_t begin = i == 0 ? 0 : split.ends[i - 1];
      // Only a sentence longer than any window gets here with too little room left.
      if (open_ && used() + split.ends[i] - begin + 1 > limits_.positions) {
        put(pieces_.sentence_end(), Shape::none);
        end_window();
      }
      if (!open_) start_window(sentence.first + i);
      const Shape shape = shape_of(tokens_.tokens[sentence.first + i].form, i == 0 ? WordPlace::sentence_start : WordPlace::inside);
      made_.first_pieces.push_back(made_.pieces.size());
      for (std::size_t k = begin; k < split.ends[i]; ++k) put(split.pieces[k], shape);
      window_.words.last = sentence.first + i + 1;
    }
    put(pieces_.sentence_end(), Shape::none);
  }

  Windows finish() {
    if (open_) end_window();
    return std::move(made_);
  }

 private:
  std::size_t used() const { return made_.pieces.size() - window_.first_piece; }

  void put(PieceId piece, Shape shape) {
    made_.pieces.push_back(piece);
    made_.shapes.push_back(shape);
  }

  void start_window(std::size_t token) {
    window_ = {made_.pieces.size(), made_.pieces.size(), {token, token}};
    put(pieces_.window_start(), Shape::none);
    open_ = true;
  }

  void end_window() {
    window_.last_piece = made_.pieces.size();
    made_.windows.push_back(window_);
    open_ = false;
  }

  const Tokens& tokens_;
  const WordPieces& pieces_;
  const WindowLimits& limits_;
  Windows made_;
  Window window_;
  bool open_ = false;
};

}  // namespace

Windows make_windows(const Tokens& tokens, const WordPieces& pieces, const WindowLimits& limits) {
  Filler filler(tokens, pieces, limits);
  for (const TokenRange sentence : tokens.sentences) filler.add_sentence(sentence);
  return filler.finish();
}

}  // namespace casus
