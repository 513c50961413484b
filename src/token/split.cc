// Visible characters -> paragraphs -> pieces -> sentences -> tokens.

#include <utility>

#include "core/unicode.h"
#include "token/characters.h"
#include "token/paragraphs.h"
#include "token/pieces.h"
#include "token/sentences.h"
#include "token/tokens.h"

namespace casus {
namespace {

constexpr std::size_t kCutBack = 50;  // tokens: how far before kLongestSentence a place to cut is looked for

class TokenWriter {
 public:
  TokenWriter(const Document& document, const Characters& characters, const TokenRules& rules, Tokens& tokens)
      : document_(document), text_(characters), rules_(rules), tokens_(tokens) {}

  void write(CharacterRange paragraph) {
    const std::vector<Piece> pieces = find_pieces(text_, paragraph, rules_);
    paragraph_start_ = true;
    std::size_t begin = 0;
    for (const std::size_t end : find_sentence_ends(text_, pieces, rules_)) {
      write_sentence(pieces, begin, end);
      begin = end;
    }
  }

 private:
  void write_sentence(const std::vector<Piece>& pieces, std::size_t begin, std::size_t end);
  void add(std::size_t first, std::size_t last);
  void close_sentence(std::size_t first);

  const Document& document_;
  const Characters& text_;
  const TokenRules& rules_;
  Tokens& tokens_;
  bool paragraph_start_ = false;
};

void TokenWriter::add(std::size_t first, std::size_t last) {
  Token token;
  token.form = to_utf8(std::u32string_view(text_.visible).substr(first, last - first));
  token.span = {text_.origin[first], text_.origin[last - 1] + std::size_t{1}};
  // How an emoji is to be drawn belongs to it.
  while (token.span.end < document_.text.size() && document_.text[token.span.end] >= 0xFE00 && document_.text[token.span.end] <= 0xFE0F)
    ++token.span.end;
  token.space_after = last == text_.size() || is_space(text_[last]);
  token.paragraph_start = std::exchange(paragraph_start_, false);
  tokens_.tokens.push_back(std::move(token));
}

// EWT gives the full stop that ends both an abbreviation and its sentence a token of its own.
void TokenWriter::write_sentence(const std::vector<Piece>& pieces, std::size_t begin, std::size_t end) {
  const std::size_t first = tokens_.tokens.size();
  std::size_t last_word = end;
  while (last_word > begin && !is_word_character(text_[pieces[last_word - 1].first])) --last_word;
  for (std::size_t i = begin; i < end; ++i) {
    const bool stop_ends = i + 1 == last_word && pieces[i].stop && (i + 1 == end || text_[pieces[i + 1].first] != U'.');
    if (!stop_ends) {
      add(pieces[i].first, pieces[i].last);
      continue;
    }
    add(pieces[i].first, pieces[i].last - 1);
    add(pieces[i].last - 1, pieces[i].last);
  }
  close_sentence(first);
}

// Cuts what is too long, after a comma or semicolon where there is one in reach.
void TokenWriter::close_sentence(std::size_t first) {
  const std::size_t last = tokens_.tokens.size();
  while (last - first > kLongestSentence) {
    std::size_t cut = first + kLongestSentence;
    for (std::size_t i = cut; i > first + kLongestSentence - kCutBack; --i) {
      const std::string& form = tokens_.tokens[i - 1].form;
      if (form != "," && form != ";" && form != ":") continue;
      cut = i;
      break;
    }
    tokens_.sentences.push_back({first, cut});
    first = cut;
  }
  tokens_.sentences.push_back({first, last});
}

}  // namespace

Tokens split(const Document& document, const TokenRules& rules) {
  const Characters characters = visible_characters(document.text);
  Tokens tokens;
  TokenWriter writer(document, characters, rules, tokens);
  for (const CharacterRange paragraph : find_paragraphs(characters, document.info.title ? FirstLine::title : FirstLine::text))
    writer.write(paragraph);
  return tokens;
}

}  // namespace casus
