#include "reading/structure.h"

#include <iterator>

#include "coreference/links.h"
#include "coreference/markables.h"
#include "reading/engine_parts.h"

namespace casus {
namespace {

// 12 MB of vectors.
constexpr std::size_t kPartTokens = 8192;

Structure structure_of_part(const Tokens& tokens, const Engine::Parts& engine) {
  auto scratch = engine.scratches.borrow();
  const Vectors vectors = engine.encoder.encode(tokens, *scratch);
  Parse parse = engine.parser.parse(vectors, tokens, *scratch);
  EventProposals proposals = engine.event_head ? engine.event_head->propose(vectors, tokens, parse, *scratch) : EventProposals{};
  Coreference coreference = find_coreference(engine.antecedents, vectors, find_markables(tokens, parse), *scratch);
  return {.parse = std::move(parse),
          .names = engine.names.find(vectors, tokens, *scratch),
          .attributions = engine.attribution.find(vectors, tokens, *scratch),
          .factuality = engine.factuality.judge(vectors, *scratch),
          .proposals = std::move(proposals),
          .coreference = std::move(coreference)};
}

TokenRange moved(TokenRange range, std::size_t by) { return {range.first + by, range.last + by}; }

void shift(std::vector<TokenRange>& ranges, std::size_t by) {
  for (TokenRange& range : ranges) range = moved(range, by);
}

template <class Item>
void append(std::vector<Item>& all, std::vector<Item> part) {
  all.insert(all.end(), std::make_move_iterator(part.begin()), std::make_move_iterator(part.end()));
}

void append(Attributions& all, Attributions part, std::size_t tokens_before) {
  for (Attribution& attribution : part.attributions) {
    shift(attribution.source, tokens_before);
    attribution.cue = moved(attribution.cue, tokens_before);
    shift(attribution.content, tokens_before);
  }
  append(all.attributions, std::move(part.attributions));
  append(all.source_tags, std::move(part.source_tags));
  append(all.cue_tags, std::move(part.cue_tags));
  append(all.content_tags, std::move(part.content_tags));
}

void append(EventProposals& all, EventProposals part, std::size_t tokens_before) {
  for (EventProposal& proposal : part.proposals) proposal.token += tokens_before;
  all.types = std::move(part.types);
  append(all.proposals, std::move(part.proposals));
}

void append(Coreference& all, Coreference part, std::size_t tokens_before) {
  const std::size_t markables_before = all.markables.size();
  for (Markable& markable : part.markables) markable = {markable.head + tokens_before, markable.first + tokens_before};
  for (AntecedentChoice& choice : part.choices)
    if (choice.antecedent) *choice.antecedent += markables_before;
  for (auto& chain : part.chains)
    for (std::size_t& markable : chain) markable += markables_before;
  append(all.markables, std::move(part.markables));
  append(all.choices, std::move(part.choices));
  append(all.chains, std::move(part.chains));
}

}  // namespace

void append(Structure& all, Structure part) {
  const std::size_t tokens_before = all.parse.words.size();
  for (Word& word : part.parse.words)
    if (word.head != kRoot) word.head += tokens_before;
  for (Name& name : part.names.names) name.range = moved(name.range, tokens_before);
  append(all.parse.words, std::move(part.parse.words));
  append(all.names.names, std::move(part.names.names));
  append(all.attributions, std::move(part.attributions), tokens_before);
  append(all.factuality.values, std::move(part.factuality.values));
  append(all.proposals, std::move(part.proposals), tokens_before);
  append(all.coreference, std::move(part.coreference), tokens_before);
}

Structure find_structure(const Tokens& tokens, const Engine::Parts& engine) {
  if (tokens.tokens.size() <= kPartTokens) return structure_of_part(tokens, engine);
  Structure all;
  for (std::size_t first = 0; first < tokens.sentences.size();) {
    std::size_t last = first + 1;
    while (last < tokens.sentences.size() && tokens.sentences[last].last - tokens.sentences[first].first <= kPartTokens) ++last;
    append(all, structure_of_part(sentences_of(tokens, first, last), engine));
    first = last;
  }
  return all;
}

}  // namespace casus
