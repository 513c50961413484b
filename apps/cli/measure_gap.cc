#include <algorithm>
#include <array>

#include "coreference/links.h"
#include "evaluation/gap.h"
#include "measuring.h"
#include "reading/engine_parts.h"

namespace casus {
namespace {

using NamesOfPronoun = std::array<bool, 2>;

struct SnippetTokens {
  Tokens tokens;
  std::size_t pronoun = 0;
  std::array<TokenRange, 2> names;
};

TokenRange tokens_in(const Tokens& tokens, Span span) {
  const auto& all = tokens.tokens;
  const auto begin = std::partition_point(all.begin(), all.end(), [&](const Token& token) { return token.span.end <= span.start; });
  const auto end = std::partition_point(begin, all.end(), [&](const Token& token) { return token.span.start < span.end; });
  return {static_cast<std::size_t>(begin - all.begin()), static_cast<std::size_t>(end - all.begin())};
}

SnippetTokens tokens_of(const GapSnippet& snippet, const Engine& engine) {
  const Document document = document_with(snippet.text);
  SnippetTokens made{.tokens = split(document, engine.parts().token_rules)};
  made.pronoun = tokens_in(made.tokens, snippet.pronoun).first;
  made.names = {tokens_in(made.tokens, snippet.names[0]), tokens_in(made.tokens, snippet.names[1])};
  return made;
}

// The best-scored of the two names, each by its last word, if they lie in the pronoun's window.
NamesOfPronoun choose_name(const SnippetTokens& snippet, const Engine& engine) {
  auto scratch = engine.parts().scratches.borrow();
  const Vectors vectors = engine.parts().encoder.encode(snippet.tokens, *scratch);
  std::array<float, 2> scores = {0, 0};
  for (const TokenRange window : vectors.windows) {
    if (!window.contains(snippet.pronoun)) continue;
    const AntecedentHead& head = engine.parts().antecedents;
    const auto words = head.prepare(vectors, window, *scratch);
    for (std::size_t name = 0; name < 2; ++name)
      if (const std::size_t last = snippet.names[name].last - 1; window.contains(last))
        scores[name] = head.scores(words, snippet.pronoun, std::array{last}).front();
  }
  return {scores[0] > std::max(0.0f, scores[1]), scores[1] > 0 && scores[1] >= scores[0]};
}

// The names with a markable in the pronoun's chain.
NamesOfPronoun names_in_chain(const SnippetTokens& snippet, const Coreference& coreference) {
  NamesOfPronoun found = {false, false};
  for (const auto& chain : coreference.chains) {
    const auto holds = [&](TokenRange range) {
      return std::any_of(chain.begin(), chain.end(), [&](std::size_t i) {
        const Markable& markable = coreference.markables[i];
        return range.contains(markable.head) || range.contains(markable.first);
      });
    };
    if (!holds({snippet.pronoun, snippet.pronoun + 1})) continue;
    for (std::size_t name = 0; name < 2; ++name) found[name] = holds(snippet.names[name]);
  }
  return found;
}

}  // namespace

Tables measure_gap(const Gold& gold, const GetEngine& get_engine) {
  const auto snippets = parsed(gold.path, read_gap);
  if (!snippets) return snippets.error();
  const std::string size = count(snippets->size(), "snippet");
  if (!gold.predicted.empty()) {
    const auto predicted = parsed(gold.predicted, read_gap);
    if (!predicted) return predicted.error();
    const bool same = std::equal(snippets->begin(), snippets->end(), predicted->begin(), predicted->end(),
                                 [](const GapSnippet& a, const GapSnippet& b) { return a.id == b.id; });
    if (!same) return Error{gold.predicted + ": its snippets are not the gold's: predict all of them in their order"};
    std::vector<NamesOfPronoun> answers;
    for (const GapSnippet& snippet : *predicted) answers.push_back(snippet.coreferent);
    return std::vector<ScoreTable>{{.title = "pairs of pronoun and name, " + size, .scores = score_gap(*snippets, answers)}};
  }
  const auto engine = get_engine();
  if (!engine) return engine.error();
  std::vector<NamesOfPronoun> chosen, chained;
  for (const GapSnippet& snippet : *snippets) {
    const SnippetTokens made = tokens_of(snippet, **engine);
    chosen.push_back(choose_name(made, **engine));
    chained.push_back(names_in_chain(made, find_structure(made.tokens, (*engine)->parts()).coreference));
  }
  return std::vector<ScoreTable>{
      {.title = "pronouns with one of two given names or none, " + size, .scores = score_gap(*snippets, chosen)},
      {.title = "pronouns and names in one chain, from raw text, " + size, .scores = score_gap(*snippets, chained)}};
}

}  // namespace casus
