#include "evaluation/entities.h"

#include <algorithm>
#include <array>

#include "core/unicode.h"
#include "evaluation/json_lines.h"
#include "evaluation/match.h"

namespace casus {
namespace {

using nlohmann::json;

constexpr std::array<std::string_view, 3> kTypes = {"Person", "Organisation", "Location"};
constexpr std::array<std::u32string_view, 3> kArticles = {U"the ", U"a ", U"an "};
// Capitals of these tell of their place in the sentence.
constexpr std::array<std::u32string_view, 18> kPronouns = {U"i",   U"me",  U"my",  U"we",  U"us", U"our", U"you",  U"your", U"he",
                                                           U"him", U"his", U"she", U"her", U"it", U"its", U"they", U"them", U"their"};
constexpr double kAlike = 0.5;

std::u32string lowered(std::u32string_view text) {
  std::u32string lower(text);
  std::transform(lower.begin(), lower.end(), lower.begin(), to_lower);
  return lower;
}

Span without_article(Span span, const std::u32string& text) {
  const std::u32string words = lowered(std::u32string_view(text).substr(span.start, span.length()));
  for (const std::u32string_view article : kArticles)
    if (words.starts_with(article)) return {span.start + article.size(), span.end};
  return span;
}

bool is_named(Span span, const std::u32string& text) {
  const std::u32string_view words = std::u32string_view(text).substr(span.start, span.length());
  if (words.empty() || !is_upper(words.front())) return false;
  return std::find(kPronouns.begin(), kPronouns.end(), lowered(words)) == kPronouns.end();
}

std::map<Span, Entity> named(const std::vector<Entity>& entities, const std::u32string& text) {
  std::map<Span, Entity> kept;
  for (Entity entity : entities) {
    if (entity.span.start >= entity.span.end || entity.span.end > text.size()) continue;
    if (std::find(kTypes.begin(), kTypes.end(), entity.type) == kTypes.end()) continue;
    entity.span = without_article(entity.span, text);
    if (!is_named(entity.span, text)) continue;
    const auto [equal, is_new] = kept.try_emplace(entity.span, entity);
    if (!is_new && entity.confidence > equal->second.confidence) equal->second = entity;
  }
  return kept;
}

std::vector<Entity> outermost(const std::map<Span, Entity>& entities) {
  std::vector<Entity> kept;
  for (const auto& [span, entity] : entities)
    if (std::none_of(entities.begin(), entities.end(),
                     [&, inner = span](const auto& outer) { return outer.first != inner && outer.first.contains(inner); }))
      kept.push_back(entity);
  return kept;
}

double overlap(Span a, Span b) {
  if (!a.overlaps(b)) return 0;
  const std::size_t shared = std::min(a.end, b.end) - std::max(a.start, b.start);
  return static_cast<double>(shared) / static_cast<double>(a.length() + b.length() - shared);
}

std::vector<Entity> scored(const EntitiesById& entities, const EntityDocument& document) {
  const auto found = entities.find(document.id);
  return found == entities.end() ? std::vector<Entity>{} : outermost(named(found->second, document.text));
}

std::vector<Entity> of_type(const std::vector<Entity>& entities, std::string_view type) {
  std::vector<Entity> kept;
  std::copy_if(entities.begin(), entities.end(), std::back_inserter(kept), [&](const Entity& entity) { return entity.type == type; });
  return kept;
}

Counts compare(const std::vector<Entity>& gold, const std::vector<Entity>& predicted) {
  const auto pairs = match(gold.size(), predicted.size(), [&](std::size_t g, std::size_t p) {
    const double shared = overlap(gold[g].span, predicted[p].span);
    return shared >= kAlike ? shared : 0;
  });
  return {.hits = pairs.size(), .gold = gold.size(), .predicted = predicted.size()};
}

}  // namespace

Result<std::vector<EntityDocument>> read_entity_documents(std::string_view text, std::string_view origin) {
  std::vector<EntityDocument> documents;
  const auto error = for_each_object(text, origin, [&](const json& object) -> std::optional<Error> {
    documents.push_back({.id = object.at("_id").get<std::string>(), .text = from_utf8(object.at("text").get<std::string>()).value_or(U"")});
    return std::nullopt;
  });
  if (error) return *error;
  return documents;
}

Result<EntitiesById> read_entities(std::string_view text, std::string_view origin) {
  EntitiesById entities;
  const auto error = for_each_object(text, origin, [&](const json& object) -> std::optional<Error> {
    entities[object.at("documentId").get<std::string>()].push_back(
        {.span = {object.at("begin").get<std::size_t>(), object.at("end").get<std::size_t>()},
         .type = object.at("type").get<std::string>(),
         .confidence = object.value("confidence", 1.0)});
    return std::nullopt;
  });
  if (error) return *error;
  return entities;
}

std::vector<Score> score_entities(const std::vector<EntityDocument>& documents, const EntitiesById& gold, const EntitiesById& predicted) {
  std::array<std::vector<Counts>, kTypes.size()> by_type;
  std::vector<Counts> all(documents.size());
  for (std::size_t d = 0; d < documents.size(); ++d) {
    const std::vector<Entity> expected = scored(gold, documents[d]), found = scored(predicted, documents[d]);
    for (std::size_t t = 0; t < kTypes.size(); ++t) by_type[t].push_back(compare(of_type(expected, kTypes[t]), of_type(found, kTypes[t])));
    all[d] = sum({by_type[0][d], by_type[1][d], by_type[2][d]});
  }
  std::vector<Score> scores;
  for (std::size_t t = 0; t < kTypes.size(); ++t) scores.push_back(f1_score(std::string(kTypes[t]), by_type[t]));
  scores.push_back(f1_score("names", all));
  return scores;
}

}  // namespace casus
