#include <algorithm>

#include "core/unicode.h"
#include "evaluation/names.h"
#include "measuring.h"

namespace casus {
namespace {

struct ListedTokens {
  Tokens tokens;
  std::vector<std::size_t> starts;
};

// "weblog-x-0012" is a sentence of "weblog-x".
std::string_view document_of(std::string_view sentence_id) { return sentence_id.substr(0, sentence_id.rfind('-')); }

ListedTokens list_tokens(const std::vector<NamedSentence>& sentences) {
  ListedTokens listed;
  std::size_t at = 0;
  for (std::size_t s = 0; s < sentences.size(); ++s) {
    if (s > 0 && document_of(sentences[s].id) != document_of(sentences[s - 1].id)) listed.starts.push_back(s);
    const std::size_t first = listed.tokens.tokens.size();
    for (const std::string& form : sentences[s].forms) {
      const std::size_t length = from_utf8(form).value_or(U"?").size();
      listed.tokens.tokens.push_back({.form = form, .span = {at, at + length}});
      at += length + 1;
    }
    listed.tokens.sentences.push_back({first, listed.tokens.tokens.size()});
  }
  return listed;
}

std::vector<std::vector<LabelledSpan>> by_sentence(const Names& names, const Tokens& tokens) {
  std::vector<std::vector<LabelledSpan>> spans(tokens.sentences.size());
  for (const Name& name : names.names) {
    const std::size_t sentence = tokens.sentence_of(name.range.first);
    const std::size_t first = tokens.sentences[sentence].first;
    spans[sentence].push_back({.range = {name.range.first - first, name.range.last - first}, .label = std::string(label(name.kind))});
  }
  return spans;
}

Result<std::vector<std::vector<LabelledSpan>>> predicted_names(const std::vector<NamedSentence>& gold, const std::string& path) {
  auto sentences = parsed(path, read_bio);
  if (!sentences) return sentences.error();
  const bool same = std::equal(gold.begin(), gold.end(), sentences->begin(), sentences->end(),
                               [](const NamedSentence& a, const NamedSentence& b) { return a.forms == b.forms; });
  if (!same) return Error{path + ": its words are not the gold's: predict on the gold's tokens"};
  std::vector<std::vector<LabelledSpan>> spans;
  for (NamedSentence& sentence : *sentences) spans.push_back(std::move(sentence.names));
  return spans;
}

}  // namespace

Tables measure_names(const Gold& gold, const GetEngine& get_engine) {
  const auto expected = parsed(gold.path, read_bio);
  if (!expected) return expected.error();
  std::vector<std::vector<LabelledSpan>> found;
  if (gold.predicted.empty()) {
    const auto engine = get_engine();
    if (!engine) return engine.error();
    const ListedTokens listed = list_tokens(*expected);
    found = by_sentence(structure_of_tokens(listed.tokens, listed.starts, **engine).names, listed.tokens);
  } else {
    auto predicted = predicted_names(*expected, gold.predicted);
    if (!predicted) return predicted.error();
    found = *std::move(predicted);
  }
  return std::vector<ScoreTable>{
      {.title = "names, exact spans, on gold tokens, " + count(expected->size(), "sentence"), .scores = score_names(*expected, found)}};
}

}  // namespace casus
