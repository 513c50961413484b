#include <filesystem>
#include <map>

#include "core/unicode.h"
#include "evaluation/attributions.h"
#include "evaluation/document_events.h"
#include "evaluation/entities.h"
#include "measuring.h"

namespace casus {
namespace {

using Texts = std::map<std::string, std::string, std::less<>>;  // by the gold's ids; UTF-8

Result<Texts> re3d_texts(const std::string& path) {
  const auto documents = parsed(path, read_entity_documents);
  if (!documents) return documents.error();
  Texts texts;
  for (const EntityDocument& document : *documents) texts["re3d-" + document.id] = to_utf8(document.text);
  return texts;
}

Result<Texts> polnear_texts(const std::string& path) {
  const auto articles = parsed(path, read_attributions);
  if (!articles) return articles.error();
  Texts texts;
  for (const AttributedArticle& article : *articles) texts["polnear-" + article.id] = to_utf8(article.text);
  return texts;
}

// The sentences of a document are numbered behind its id: "GUM_news_iodine-1".
Result<Texts> treebank_texts(const std::string& path) {
  const auto treebank = parsed(path, parse_conllu);
  if (!treebank) return treebank.error();
  Texts texts;
  for_each_document(treebank->tokens, treebank->document_starts, [&](std::size_t first, std::size_t last) {
    const std::string& sentence = treebank->sentence_ids[first];
    const Span span = {treebank->tokens.span(treebank->tokens.sentences[first]).start,
                       treebank->tokens.span(treebank->tokens.sentences[last - 1]).end};
    texts[sentence.substr(0, sentence.rfind('-'))] = slice(treebank->document, span);
  });
  return texts;
}

Result<Texts> texts_in(const std::string& path) {
  if (path.ends_with(".conllu")) return treebank_texts(path);
  return path.ends_with(".jsonl") ? polnear_texts(path) : re3d_texts(path);
}

// What of the text is marked; fails where the text is not the one that the gold was made from.
Result<Report> report_of(const EventDocument& gold, const Texts& texts, const std::string& path) {
  const auto text = texts.find(gold.id);
  if (text == texts.end()) return Error{path + ": holds no " + gold.id + ": take the version of the corpus that the gold was made from"};
  // A report that is given no id is named by the first digits of its text's SHA-256.
  const auto document = make_document({.text = text->second});
  if (!document) return Error{path + ": " + gold.id + ": " + document.error().message};
  if (!gold.sha256.starts_with(document->info.id) || document->text.size() < gold.read)
    return Error{path + ": the text of " + gold.id +
                 " is not the one that was marked (checksum): take the version of the corpus that the gold was made from"};
  return Report{.text = slice(*document, {0, gold.read}), .id = gold.id, .published = gold.published};
}

Result<std::vector<Report>> reports_of(const Gold& gold, const std::vector<EventDocument>& documents) {
  std::vector<Report> reports;
  if (!gold.predicted.empty()) return reports;
  if (gold.corpora.empty()) return Error{gold.path + ": name the folder of the corpora, which holds its texts, with --corpora"};
  std::map<std::string, Texts> by_source;
  for (const EventDocument& document : documents) {
    const std::string path = (std::filesystem::path(gold.corpora) / document.source).string();
    if (!by_source.contains(path)) {
      auto texts = texts_in(path);
      if (!texts) return texts.error();
      by_source[path] = *std::move(texts);
    }
    auto report = report_of(document, by_source[path], path);
    if (!report) return report.error();
    reports.push_back(*std::move(report));
  }
  return reports;
}

}  // namespace

Tables measure_events(const Gold& gold, const GetEngine& get_engine) {
  const auto documents = parsed(gold.path, read_event_documents);
  if (!documents) return documents.error();
  const auto reports = reports_of(gold, *documents);
  if (!reports) return reports.error();
  const auto predicted = predicted_events(gold, *reports, get_engine);
  if (!predicted) return predicted.error();
  DocumentEventScores scores = score_document_events(*documents, *predicted);
  const std::string size = count(documents->size(), "document");
  return std::vector<ScoreTable>{
      {.title = "events, " + size, .counts = {"right", "false", "missed"}, .scores = std::move(scores.figures)},
      {.title = "events found with their type, " + size, .counts = {"right", "of"}, .scores = std::move(scores.shares)}};
}

}  // namespace casus
