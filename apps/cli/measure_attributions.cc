#include <algorithm>

#include "attribution_tables.h"
#include "measuring.h"
#include "output.h"
#include "reading/engine_parts.h"

namespace casus {
namespace {

Spans spans_of(const std::vector<TokenRange>& ranges, const Tokens& tokens) {
  Spans spans;
  for (const TokenRange& range : ranges) spans.push_back(tokens.span(range));
  return spans;
}

// An article by its attributions, and by the tags of its words whatever they are linked to.
struct BothReadings {
  std::vector<AttributedArticle> linked;
  std::vector<AttributedArticle> tagged;
};

Spans tagged_spans(const std::vector<SpanTag>& tags, const Tokens& tokens, const Spans& discard) {
  Spans spans;
  for (std::size_t i = 0; i < tags.size(); ++i) {
    const Span span = tokens.tokens[i].span;
    const bool judged = std::none_of(discard.begin(), discard.end(), [&](const Span& region) { return region.contains(span); });
    if (tags[i] != SpanTag::outside && judged) spans.push_back(span);
  }
  return spans;
}

void read_article(const AttributedArticle& gold, const Engine& engine, BothReadings& readings) {
  const Document document = document_with(gold.text);
  const Tokens tokens = split(document, engine.parts().token_rules);
  const Attributions found = find_structure(tokens, engine.parts()).attributions;
  AttributedArticle& linked = readings.linked.emplace_back(AttributedArticle{.id = gold.id});
  for (const Attribution& one : found.attributions)
    linked.attributions.push_back({spans_of(one.source, tokens), {tokens.span(one.cue)}, spans_of(one.content, tokens)});
  AttributedArticle& tagged = readings.tagged.emplace_back(AttributedArticle{.id = gold.id});
  tagged.attributions.push_back({tagged_spans(found.source_tags, tokens, gold.discard), tagged_spans(found.cue_tags, tokens, gold.discard),
                                 tagged_spans(found.content_tags, tokens, gold.discard)});
}

}  // namespace

Tables measure_attributions(const Gold& gold, const GetEngine& get_engine) {
  const auto expected = parsed(gold.path, read_attributions);
  if (!expected) return expected.error();
  const std::string size = count(expected->size(), "article");
  if (!gold.predicted.empty()) {
    const auto predicted = parsed(gold.predicted, read_attributions);
    if (!predicted) return predicted.error();
    return attribution_tables(*expected, *predicted, "attributions, " + size);
  }
  const auto engine = get_engine();
  if (!engine) return engine.error();
  BothReadings found;
  for (const AttributedArticle& article : *expected) read_article(article, **engine, found);
  if (!gold.written_predictions.empty())
    if (const auto written = write_file(gold.written_predictions, write_attributions(found.linked)); !written) return written.error();
  auto tables = attribution_tables(*expected, found.linked, "linked attributions, from raw text, " + size);
  tables.insert(tables.begin(), {.title = "words tagged, from raw text, " + size, .scores = score_attributions(*expected, found.tagged)});
  return tables;
}

}  // namespace casus
