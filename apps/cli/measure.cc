#include "measure.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>

#include "core/unicode.h"
#include "evaluation/attribution_forms.h"
#include "evaluation/attributions.h"
#include "evaluation/entities.h"
#include "evaluation/factuality.h"
#include "evaluation/names.h"
#include "evaluation/treebank.h"
#include "output.h"
#include "reading/engine_parts.h"
#include "reading/structure.h"
#include "syntax/conllu.h"

namespace casus {
namespace {

using Tables = Result<std::vector<ScoreTable>>;

Result<std::string> content_of(const std::string& path) {
  if (std::filesystem::is_directory(path)) return Error{path + ": is a directory: name a gold file in it"};
  std::ifstream file(path, std::ios::binary);
  if (!file) return Error{path + ": cannot be opened: check the name and the rights"};
  return std::string{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

template <class Parsed>
Result<Parsed> parsed(const std::string& path, Result<Parsed> (*parse)(std::string_view, std::string_view)) {
  const auto content = content_of(path);
  if (!content) return content.error();
  return parse(*content, path);
}

Result<Conllu> parse_conllu(std::string_view text, std::string_view origin) { return read_conllu(text, origin); }

std::string count(std::size_t n, const std::string& noun) { return std::to_string(n) + " " + noun + (n == 1 ? "" : "s"); }

// Several documents one after the other, each read on its own, as what they are together.

void append(Tokens& all, const Tokens& part, std::size_t characters_before) {
  const std::size_t tokens_before = all.tokens.size();
  for (Token token : part.tokens) {
    token.span = {token.span.start + characters_before, token.span.end + characters_before};
    all.tokens.push_back(std::move(token));
  }
  for (const TokenRange& sentence : part.sentences)
    all.sentences.push_back({sentence.first + tokens_before, sentence.last + tokens_before});
}

void append(Structure& all, const Structure& part) {
  const std::size_t tokens_before = all.parse.words.size();
  for (Word word : part.parse.words) {
    if (word.head != kRoot) word.head += tokens_before;
    all.parse.words.push_back(std::move(word));
  }
  for (Name name : part.names.names) {
    name.range = {name.range.first + tokens_before, name.range.last + tokens_before};
    all.names.names.push_back(name);
  }
  all.factuality.values.insert(all.factuality.values.end(), part.factuality.values.begin(), part.factuality.values.end());
}

Tokens sentences_of(const Tokens& tokens, std::size_t first, std::size_t last) {
  Tokens part;
  const std::size_t from = tokens.sentences[first].first;
  const std::size_t until = tokens.sentences[last - 1].last;
  part.tokens.assign(tokens.tokens.begin() + static_cast<std::ptrdiff_t>(from), tokens.tokens.begin() + static_cast<std::ptrdiff_t>(until));
  for (std::size_t s = first; s < last; ++s) part.sentences.push_back({tokens.sentences[s].first - from, tokens.sentences[s].last - from});
  return part;
}

// `starts` are the sentences at which documents begin; what stands before the first belongs to a document too.
template <class Take>
void for_each_document(const Tokens& tokens, const std::vector<std::size_t>& starts, Take take) {
  std::vector<std::size_t> edges = {0};
  for (const std::size_t start : starts)
    if (start > edges.back()) edges.push_back(start);
  edges.push_back(tokens.sentences.size());
  for (std::size_t i = 0; i + 1 < edges.size(); ++i)
    if (edges[i] < edges[i + 1]) take(edges[i], edges[i + 1]);
}

Structure structure_of_tokens(const Tokens& tokens, const std::vector<std::size_t>& starts, const Engine& engine) {
  Structure all;
  for_each_document(tokens, starts, [&](std::size_t first, std::size_t last) {
    append(all, find_structure(sentences_of(tokens, first, last), engine.parts()));
  });
  return all;
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

// CoNLL-U

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

// BIO

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

// UDS

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

// PolNeAR

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
  Document document;
  document.text = gold.text;
  document.info.text = to_utf8(gold.text);
  const Tokens tokens = split(document, engine.parts().token_rules);
  const Attributions found = find_structure(tokens, engine.parts()).attributions;
  AttributedArticle& linked = readings.linked.emplace_back(AttributedArticle{.id = gold.id});
  for (const Attribution& one : found.attributions)
    linked.attributions.push_back({spans_of(one.source, tokens), {tokens.span(one.cue)}, spans_of(one.content, tokens)});
  AttributedArticle& tagged = readings.tagged.emplace_back(AttributedArticle{.id = gold.id});
  tagged.attributions.push_back({tagged_spans(found.source_tags, tokens, gold.discard), tagged_spans(found.cue_tags, tokens, gold.discard),
                                 tagged_spans(found.content_tags, tokens, gold.discard)});
}

std::vector<ScoreTable> attribution_tables(const std::vector<AttributedArticle>& gold, const std::vector<AttributedArticle>& predicted,
                                           const std::string& what) {
  std::vector<ScoreTable> tables = {{.title = "words in " + what, .scores = score_attributions(gold, predicted)}};
  for (FormScores& form : score_attribution_forms(gold, predicted))
    tables.push_back({.title = what + ", " + form.form, .scores = std::move(form.scores)});
  return tables;
}

std::optional<Error> write_file(const std::string& path, const std::string& content) {
  auto output = Output::open(path);
  if (!output) return output.error();
  output->write(content);
  if (output->close()) return std::nullopt;
  return output->error();
}

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
    if (auto error = write_file(gold.written_predictions, write_attributions(found.linked))) return *std::move(error);
  auto tables = attribution_tables(*expected, found.linked, "linked attributions, from raw text, " + size);
  tables.insert(tables.begin(), {.title = "words tagged, from raw text, " + size, .scores = score_attributions(*expected, found.tagged)});
  return tables;
}

// re3d

// A source's entities.json; of a folder, those of all sources in it.
Result<std::vector<std::string>> entity_files(const std::string& path) {
  if (!std::filesystem::is_directory(path)) return std::vector<std::string>{path};
  std::vector<std::string> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(path))
    if (entry.path().filename() == "entities.json") files.push_back(entry.path().string());
  std::sort(files.begin(), files.end());
  if (files.empty()) return Error{path + ": holds no entities.json: name the folder of re3d or of one of its sources"};
  return files;
}

struct EntityGold {
  std::vector<EntityDocument> documents;
  EntitiesById entities;
};

Result<EntityGold> read_entity_gold(const std::string& path) {
  const auto files = entity_files(path);
  if (!files) return files.error();
  EntityGold gold;
  for (const std::string& file : *files) {
    auto documents = parsed((std::filesystem::path(file).parent_path() / "documents.json").string(), read_entity_documents);
    if (!documents) return documents.error();
    auto entities = parsed(file, read_entities);
    if (!entities) return entities.error();
    std::move(documents->begin(), documents->end(), std::back_inserter(gold.documents));
    gold.entities.merge(*entities);
  }
  return gold;
}

std::string entity_type(NameKind kind) {
  switch (kind) {
    case NameKind::person:
      return "Person";
    case NameKind::organisation:
      return "Organisation";
    case NameKind::location:
      return "Location";
    default:
      return "";
  }
}

std::vector<Entity> entities_of(const EntityDocument& gold, const Engine& engine) {
  Document document;
  document.text = gold.text;
  document.info.text = to_utf8(gold.text);
  const Tokens tokens = split(document, engine.parts().token_rules);
  std::vector<Entity> entities;
  for (const Name& name : find_structure(tokens, engine.parts()).names.names)
    entities.push_back({.span = tokens.span(name.range), .type = entity_type(name.kind)});
  return entities;
}

Tables measure_entities(const Gold& gold, const GetEngine& get_engine) {
  const auto expected = read_entity_gold(gold.path);
  if (!expected) return expected.error();
  EntitiesById found;
  if (gold.predicted.empty()) {
    const auto engine = get_engine();
    if (!engine) return engine.error();
    for (const EntityDocument& document : expected->documents) found[document.id] = entities_of(document, **engine);
  } else {
    auto predicted = parsed(gold.predicted, read_entities);
    if (!predicted) return predicted.error();
    found = *std::move(predicted);
  }
  return std::vector<ScoreTable>{
      {.title = "names, spans that overlap by half, from raw text, " + count(expected->documents.size(), "document"),
       .scores = score_entities(expected->documents, expected->entities, found)}};
}

}  // namespace

const std::vector<Measure>& measures() {
  static const std::vector<Measure> all = {{"treebank", ".conllu", measure_treebank},
                                           {"names", ".bio", measure_names},
                                           {"entities", "entities.json", measure_entities},
                                           {"factuality", ".tsv", measure_factuality},
                                           {"attributions", ".jsonl", measure_attributions}};
  return all;
}

}  // namespace casus
