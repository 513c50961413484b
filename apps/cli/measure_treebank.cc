#include "core/unicode.h"
#include "evaluation/treebank.h"
#include "measuring.h"
#include "reading/engine_parts.h"

namespace casus {
namespace {

void append(Tokens& all, const Tokens& part, std::size_t characters_before) {
  const std::size_t tokens_before = all.tokens.size();
  for (Token token : part.tokens) {
    token.span = {token.span.start + characters_before, token.span.end + characters_before};
    all.tokens.push_back(std::move(token));
  }
  for (const TokenRange& sentence : part.sentences)
    all.sentences.push_back({sentence.first + tokens_before, sentence.last + tokens_before});
}

struct Reading {
  Tokens tokens;
  Structure structure;
};

Reading read_raw_text(const Conllu& gold, const Engine& engine) {
  Reading all;
  for_each_document(gold.tokens, gold.document_starts, [&](std::size_t first, std::size_t last) {
    const Span span = gold.tokens.span({gold.tokens.sentences[first].first, gold.tokens.sentences[last - 1].last});
    Document document;
    document.text = gold.document.text.substr(span.start, span.length());
    document.info.text = to_utf8(document.text);
    const Tokens tokens = split(document, engine.parts().token_rules);
    append(all.tokens, tokens, span.start);
    append(all.structure, find_structure(tokens, engine.parts()));
  });
  return all;
}

Tables against_treebank(const Conllu& gold, const std::string& path, const Engine& engine) {
  const std::string size = count(gold.tokens.sentences.size(), "sentence") + ", " + count(gold.tokens.tokens.size(), "word");
  const AnalysedText expected{gold.document.text, gold.tokens, gold.parse};
  const Reading raw = read_raw_text(gold, engine);
  auto from_raw = score_treebank(expected, {gold.document.text, raw.tokens, raw.structure.parse});
  if (!from_raw) return Error{path + ": " + from_raw.error().message};
  const Structure on_gold = structure_of_tokens(gold.tokens, gold.document_starts, engine);
  auto on_tokens = score_treebank(expected, {gold.document.text, gold.tokens, on_gold.parse});
  if (!on_tokens) return Error{path + ": " + on_tokens.error().message};
  return std::vector<ScoreTable>{{.title = "from raw text, " + size, .scores = *std::move(from_raw)},
                                 {.title = "on gold tokens, " + size, .scores = *std::move(on_tokens)}};
}

}  // namespace

Tables measure_treebank(const Gold& gold, const GetEngine& get_engine) {
  const auto expected = parsed(gold.path, parse_conllu);
  if (!expected) return expected.error();
  if (gold.predicted.empty()) {
    const auto engine = get_engine();
    if (!engine) return engine.error();
    return against_treebank(*expected, gold.path, **engine);
  }
  const auto predicted = parsed(gold.predicted, parse_conllu);
  if (!predicted) return predicted.error();
  auto scores = score_treebank({expected->document.text, expected->tokens, expected->parse},
                               {predicted->document.text, predicted->tokens, predicted->parse});
  if (!scores) return Error{gold.predicted + ": " + scores.error().message};
  return std::vector<ScoreTable>{{.title = gold.predicted, .scores = *std::move(scores)}};
}

}  // namespace casus
