// CoNLL-U: tokens, sentences and trees as text, for tests, for `casus parse` and for gold files.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "casus/result.h"
#include "document/document.h"
#include "syntax/parse.h"
#include "token/tokens.h"

namespace casus {

// Beside the layers: what gold files carry and no layer holds.
struct Conllu {
  Document document;  // the text rebuilt: sentences joined by a space, a blank line at `# newpar` and `# newdoc`
  Tokens tokens;
  Parse parse;                               // where a column is "_": empty lemma, upos, xpos; head kRoot
  std::vector<std::string> misc;             // the MISC column of each token, without SpaceAfter
  std::vector<std::string> sentence_ids;     // one a sentence, empty where the file has none
  std::vector<std::size_t> document_starts;  // sentences at which a `# newdoc` stands
};

// Multi-word tokens are read as their words; empty nodes (8.1) are skipped. Errors name `origin` and the line.
// Rows may leave out trailing columns, and columns may be separated by spaces if `loose` (for tests written by hand).
enum class ConlluStyle { strict, loose };
Result<Conllu> read_conllu(std::string_view text, std::string_view origin, ConlluStyle style = ConlluStyle::strict);

// `misc` (one a token; may be empty) is joined with SpaceAfter=No by "|". Sentences without an id are numbered; a document without an
// id has no `# newdoc`.
std::string write_conllu(const Document& document, const Tokens& tokens, const Parse& parse, const std::vector<std::string>& misc,
                         const std::vector<std::string>& sentence_ids = {});

}  // namespace casus
