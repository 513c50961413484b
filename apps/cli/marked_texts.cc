#include "marked_texts.h"

#include <filesystem>
#include <map>

#include "core/unicode.h"
#include "evaluation/attributions.h"
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

// A report that is given no id is named by the first digits of its text's SHA-256.
bool has_checksum(const Document& document, const std::string& sha256) { return sha256.starts_with(document.info.id); }

Result<std::string> text_of(const MarkedText& marked, const Texts& texts, const std::string& path) {
  const auto text = texts.find(marked.document);
  if (text == texts.end())
    return Error{path + ": holds no " + marked.document + ": take the version of the corpus that the gold was made from"};
  const auto document = make_document({.text = text->second});
  if (!document) return Error{path + ": " + marked.document + ": " + document.error().message};
  if (marked.span.end <= document->text.size()) {
    std::string words = slice(*document, marked.span);
    const auto checked = marked.checksum == MarkedText::Checksum::of_span ? make_document({.text = words}) : document;
    if (checked && has_checksum(*checked, marked.sha256)) return words;
  }
  return Error{path + ": the text of " + marked.document +
               " is not the one that was marked (checksum): take the version of the corpus that the gold was made from"};
}

}  // namespace

Result<std::vector<std::string>> texts_of(const std::vector<MarkedText>& marked, const Gold& gold) {
  if (gold.corpora.empty()) return Error{gold.path + ": name the folder of the corpora, which holds its texts, with --corpora"};
  std::map<std::string, Texts> by_source;
  std::vector<std::string> found;
  for (const MarkedText& one : marked) {
    const std::string path = (std::filesystem::path(gold.corpora) / one.source).string();
    if (!by_source.contains(path)) {
      auto texts = texts_in(path);
      if (!texts) return texts.error();
      by_source[path] = *std::move(texts);
    }
    auto text = text_of(one, by_source[path], path);
    if (!text) return text.error();
    found.push_back(*std::move(text));
  }
  return found;
}

}  // namespace casus
