#include "measure.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>

#include "core/unicode.h"
#include "coreference/links.h"
#include "evaluation/attribution_forms.h"
#include "evaluation/attributions.h"
#include "evaluation/coreference.h"
#include "evaluation/entities.h"
#include "evaluation/factuality.h"
#include "evaluation/gap.h"
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

// GUM

struct AnnotatedDocument {
  TokenRange sentences;
  std::string genre;
  std::vector<EntityMention> mentions;
};

Result<std::vector<AnnotatedDocument>> annotated_documents(const Conllu& file, const std::string& path) {
  std::vector<AnnotatedDocument> documents;
  std::optional<Error> failure;
  for_each_document(file.tokens, file.document_starts, [&](std::size_t first, std::size_t last) {
    auto mentions = entity_mentions(file, first, last, path);
    if (!mentions) failure = mentions.error();
    else documents.push_back({{first, last}, genre_of(file.sentence_ids[first]), *std::move(mentions)});
  });
  if (failure) return *failure;
  const bool annotated = std::any_of(documents.begin(), documents.end(), [](const auto& document) { return !document.mentions.empty(); });
  if (!annotated) return Error{path + ": no word has a mention (Entity= in MISC): name a CoNLL-U file of GUM"};
  return documents;
}

// By tokens of the whole file.
struct LinkedTokens {
  Chains chains;
  std::map<std::size_t, std::size_t> antecedents;
};

LinkedTokens linked_tokens(const Coreference& coreference, std::size_t tokens_before) {
  const auto token = [&](std::size_t markable) { return coreference.markables[markable].first + tokens_before; };
  LinkedTokens linked;
  for (const auto& chain : coreference.chains) {
    std::vector<std::size_t>& tokens = linked.chains.emplace_back();
    for (const std::size_t markable : chain) tokens.push_back(token(markable));
  }
  for (std::size_t i = 0; i < coreference.choices.size(); ++i)
    if (const auto& antecedent = coreference.choices[i].antecedent) linked.antecedents[token(i)] = token(*antecedent);
  return linked;
}

// A mention's antecedent is the one before it of the same entity.
LinkedTokens linked_tokens(const std::vector<EntityMention>& mentions) {
  LinkedTokens linked{.chains = entity_chains(mentions)};
  for (const auto& chain : linked.chains)
    for (std::size_t i = 1; i < chain.size(); ++i) linked.antecedents[chain[i]] = chain[i - 1];
  return linked;
}

LinkedTokens linked_by_engine(const Conllu& file, const AnnotatedDocument& document, const Engine& engine) {
  const Tokens tokens = sentences_of(file.tokens, document.sentences.first, document.sentences.last);
  const std::size_t tokens_before = file.tokens.sentences[document.sentences.first].first;
  std::vector<Markable> markables;
  for (const EntityMention& mention : document.mentions)
    markables.push_back({.head = mention.token - tokens_before, .first = mention.token - tokens_before});
  auto scratch = engine.parts().scratches.borrow();
  const Vectors vectors = engine.parts().encoder.encode(tokens, *scratch);
  return linked_tokens(find_coreference(engine.parts().antecedents, vectors, std::move(markables), *scratch), tokens_before);
}

LinkedTokens linked_from_text(const Conllu& file, const AnnotatedDocument& document, const Engine& engine) {
  const Tokens tokens = sentences_of(file.tokens, document.sentences.first, document.sentences.last);
  return linked_tokens(find_structure(tokens, engine.parts()).coreference, file.tokens.sentences[document.sentences.first].first);
}

ScoreTable chains_table(std::string title, const std::vector<AnnotatedDocument>& gold, const std::vector<LinkedTokens>& linked) {
  std::vector<ChainedDocument> documents;
  for (std::size_t i = 0; i < gold.size(); ++i)
    documents.push_back({.genre = gold[i].genre, .gold = entity_chains(gold[i].mentions), .predicted = linked[i].chains});
  return {.title = title + ", " + count(gold.size(), "document"), .scores = score_coreference(documents)};
}

ScoreTable pronouns_table(const Conllu& file, const std::vector<AnnotatedDocument>& gold, const std::vector<LinkedTokens>& linked) {
  std::vector<ResolvedPronoun> pronouns;
  for (std::size_t i = 0; i < gold.size(); ++i) {
    const auto resolved = resolved_pronouns(file, gold[i].mentions, linked[i].antecedents, i, gold[i].genre);
    pronouns.insert(pronouns.end(), resolved.begin(), resolved.end());
  }
  return {.title = "antecedents of third-person pronouns that have one, " + count(pronouns.size(), "pronoun"),
          .scores = score_pronouns(pronouns)};
}

Tables measure_coreference(const Gold& gold, const GetEngine& get_engine) {
  const auto file = parsed(gold.path, parse_conllu);
  if (!file) return file.error();
  const auto documents = annotated_documents(*file, gold.path);
  if (!documents) return documents.error();
  std::vector<LinkedTokens> linked;
  if (!gold.predicted.empty()) {
    const auto predicted = parsed(gold.predicted, parse_conllu);
    if (!predicted) return predicted.error();
    const auto predictions = annotated_documents(*predicted, gold.predicted);
    if (!predictions) return predictions.error();
    if (predicted->tokens.sentences != file->tokens.sentences || predictions->size() != documents->size())
      return Error{gold.predicted + ": its words are not the gold's: predict on the gold's tokens"};
    for (const AnnotatedDocument& document : *predictions) linked.push_back(linked_tokens(document.mentions));
    return std::vector<ScoreTable>{chains_table("coreference", *documents, linked), pronouns_table(*file, *documents, linked)};
  }
  const auto engine = get_engine();
  if (!engine) return engine.error();
  std::vector<LinkedTokens> from_text;
  for (const AnnotatedDocument& document : *documents) {
    linked.push_back(linked_by_engine(*file, document, **engine));
    from_text.push_back(linked_from_text(*file, document, **engine));
  }
  return std::vector<ScoreTable>{chains_table("coreference of gold mentions", *documents, linked),
                                 pronouns_table(*file, *documents, linked),
                                 chains_table("coreference of mentions found on gold tokens", *documents, from_text)};
}

// GAP

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
  Document document;
  document.text = snippet.text;
  document.info.text = to_utf8(snippet.text);
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

}  // namespace

const std::vector<Measure>& measures() {
  static const std::vector<Measure> all = {{"treebank", ".conllu", measure_treebank},
                                           {"names", ".bio", measure_names},
                                           {"entities", "entities.json", measure_entities},
                                           {"factuality", ".tsv", measure_factuality},
                                           {"attributions", ".jsonl", measure_attributions},
                                           {"coreference", ".conllu", measure_coreference},
                                           {"gap", ".tsv", measure_gap}};
  return all;
}

}  // namespace casus
