#include "evaluation/attributions.h"

#include <algorithm>
#include <map>

#include "core/unicode.h"
#include "evaluation/article_words.h"
#include "evaluation/json_lines.h"

namespace casus {
namespace {

using nlohmann::json;

Spans spans_of(const json& object, const char* key) {
  Spans spans;
  if (!object.contains(key)) return spans;
  for (const json& pair : object.at(key)) spans.push_back({pair.at(0).get<std::size_t>(), pair.at(1).get<std::size_t>()});
  return spans;
}

AttributedArticle article_of(const json& object) {
  AttributedArticle article{.id = object.at("id").get<std::string>(), .discard = spans_of(object, "discard")};
  article.text = from_utf8(object.value("text", "")).value_or(U"");
  for (const json& one : object.at("attributions"))
    article.attributions.push_back({spans_of(one, "source"), spans_of(one, "cue"), spans_of(one, "content")});
  return article;
}

struct RoleWords {
  WordSet source, cue, content;
};

RoleWords role_words(const std::vector<AttributionSpans>& attributions, const ArticleWords& words, const WordSet& discarded) {
  RoleWords roles;
  for (const AttributionSpans& attribution : attributions) {
    WordSet content = words.in(attribution.content);
    if (std::includes(discarded.begin(), discarded.end(), content.begin(), content.end())) continue;
    roles.content.merge(content);
    roles.source.merge(words.in(attribution.source));
    roles.cue.merge(words.in(attribution.cue));
  }
  return roles;
}

json pairs_of(const Spans& spans) {
  json pairs = json::array();
  for (const Span& span : spans) pairs.push_back({span.start, span.end});
  return pairs;
}

Counts compare(const WordSet& gold, const WordSet& predicted) {
  const auto hits = std::count_if(predicted.begin(), predicted.end(), [&](std::size_t word) { return gold.contains(word); });
  return {.hits = static_cast<std::size_t>(hits), .gold = gold.size(), .predicted = predicted.size()};
}

}  // namespace

Result<std::vector<AttributedArticle>> read_attributions(std::string_view text, std::string_view origin) {
  std::vector<AttributedArticle> articles;
  const auto error = for_each_object(text, origin, [&](const json& object) -> std::optional<Error> {
    articles.push_back(article_of(object));
    return std::nullopt;
  });
  if (error) return *error;
  return articles;
}

std::string write_attributions(const std::vector<AttributedArticle>& articles) {
  std::string lines;
  for (const AttributedArticle& article : articles) {
    json attributions = json::array();
    for (const AttributionSpans& one : article.attributions)
      attributions.push_back({{"source", pairs_of(one.source)}, {"cue", pairs_of(one.cue)}, {"content", pairs_of(one.content)}});
    lines += json{{"id", article.id}, {"attributions", attributions}}.dump() + "\n";
  }
  return lines;
}

std::vector<Score> score_attributions(const std::vector<AttributedArticle>& gold, const std::vector<AttributedArticle>& predicted) {
  std::map<std::string_view, const AttributedArticle*> by_id;
  for (const AttributedArticle& article : predicted) by_id[article.id] = &article;
  std::vector<Counts> sources, cues, contents;
  for (const AttributedArticle& article : gold) {
    const ArticleWords words(article.text);
    const RoleWords expected = role_words(article.attributions, words, {});
    const auto found = by_id.find(article.id);
    const RoleWords roles = found == by_id.end() ? RoleWords{} : role_words(found->second->attributions, words, words.in(article.discard));
    sources.push_back(compare(expected.source, roles.source));
    cues.push_back(compare(expected.cue, roles.cue));
    contents.push_back(compare(expected.content, roles.content));
  }
  return {f1_score("source", sources), f1_score("cue", cues), f1_score("content", contents)};
}

}  // namespace casus
