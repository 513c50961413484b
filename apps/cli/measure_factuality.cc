#include <map>

#include "evaluation/factuality.h"
#include "measuring.h"

namespace casus {
namespace {

using TokenKey = std::pair<std::string, std::size_t>;  // a sentence's id and the token in it, from 1

struct JudgedToken {
  std::string form;
  double value = 0;
};

Result<std::map<TokenKey, JudgedToken>> judged_by_engine(const Gold& gold, const GetEngine& get_engine) {
  if (gold.sentences.empty()) return Error{gold.path + ": name the CoNLL-U file of its sentences with --sentences"};
  const auto treebank = parsed(gold.sentences, parse_conllu);
  if (!treebank) return treebank.error();
  const auto engine = get_engine();
  if (!engine) return engine.error();
  const Structure structure = structure_of_tokens(treebank->tokens, treebank->document_starts, **engine);
  std::map<TokenKey, JudgedToken> judged;
  for (std::size_t s = 0; s < treebank->tokens.sentences.size(); ++s) {
    const TokenRange sentence = treebank->tokens.sentences[s];
    for (std::size_t i = sentence.first; i < sentence.last; ++i)
      judged[{treebank->sentence_ids[s], i - sentence.first + 1}] = {treebank->tokens.tokens[i].form, structure.factuality.values[i]};
  }
  return judged;
}

Result<std::map<TokenKey, JudgedToken>> judged_by_file(const std::string& path) {
  const auto predicates = parsed(path, read_factuality);
  if (!predicates) return predicates.error();
  std::map<TokenKey, JudgedToken> judged;
  for (const JudgedPredicate& predicate : *predicates)
    judged[{predicate.sentence_id, predicate.token}] = {predicate.form, predicate.factuality};
  return judged;
}

}  // namespace

Tables measure_factuality(const Gold& gold, const GetEngine& get_engine) {
  const auto expected = parsed(gold.path, read_factuality);
  if (!expected) return expected.error();
  const auto judged = gold.predicted.empty() ? judged_by_engine(gold, get_engine) : judged_by_file(gold.predicted);
  if (!judged) return judged.error();
  std::map<std::string_view, std::size_t> sentences;
  std::vector<FactualityPair> pairs;
  for (const JudgedPredicate& predicate : *expected) {
    const auto found = judged->find({predicate.sentence_id, predicate.token});
    if (found == judged->end() || found->second.form != predicate.form) continue;
    const std::size_t sentence = sentences.emplace(predicate.sentence_id, sentences.size()).first->second;
    pairs.push_back({.sentence = sentence, .gold = predicate.factuality, .predicted = found->second.value});
  }
  ScoreTable table{.title = "factuality, " + count(pairs.size(), "predicate"), .scores = score_factuality(pairs)};
  if (const std::size_t left_out = expected->size() - pairs.size(); left_out > 0)
    table.remarks.push_back(count(left_out, "predicate") + " of the gold left out: no such word in the sentences");
  return std::vector<ScoreTable>{std::move(table)};
}

}  // namespace casus
