#include "evaluation/attributions.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "core/unicode.h"
#include "evaluation/lines.h"

namespace casus {
namespace {

using nlohmann::json;

Spans spans_of(const json& object, const char* key) {
  Spans spans;
  if (!object.contains(key)) return spans;
  for (const json& pair : object.at(key)) spans.push_back({pair.at(0).get<std::size_t>(), pair.at(1).get<std::size_t>()});
  return spans;
}

Result<AttributedArticle> article_of(std::string_view line) {
  try {
    const json object = json::parse(line);
    AttributedArticle article{.id = object.at("id").get<std::string>(), .discard = spans_of(object, "discard")};
    article.text = from_utf8(object.value("text", "")).value_or(U"");
    for (const json& one : object.at("attributions"))
      article.attributions.push_back({spans_of(one, "source"), spans_of(one, "cue"), spans_of(one, "content")});
    return article;
  } catch (const json::exception& error) {
    return Error{error.what()};
  }
}

using WordSet = std::set<std::size_t>;

bool is_word_character(char32_t c) { return is_letter(c) || is_digit(c); }
bool joins_words(char32_t c) { return c == U'\'' || c == U'’' || c == U'.' || c == U',' || c == U'-'; }

// The number of the word at each code point; kNone between words.
constexpr std::size_t kNone = static_cast<std::size_t>(-1);
std::vector<std::size_t> number_words(const std::u32string& text) {
  std::vector<std::size_t> word_at(text.size(), kNone);
  std::size_t next = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool after_word = i > 0 && word_at[i - 1] != kNone;
    if (is_word_character(text[i])) {
      word_at[i] = after_word ? word_at[i - 1] : next++;
    } else if (after_word && joins_words(text[i]) && is_word_character(text[i - 1]) && i + 1 < text.size() &&
               is_word_character(text[i + 1])) {
      word_at[i] = word_at[i - 1];
    }
  }
  return word_at;
}

void add_words(WordSet& words, const Spans& spans, const std::vector<std::size_t>& word_at) {
  for (const Span& span : spans)
    for (std::size_t i = span.start; i < std::min(span.end, word_at.size()); ++i)
      if (word_at[i] != kNone) words.insert(word_at[i]);
}

struct RoleWords {
  WordSet source, cue, content;
};

RoleWords role_words(const std::vector<AttributionSpans>& attributions, const std::vector<std::size_t>& word_at, const WordSet& discarded) {
  RoleWords roles;
  for (const AttributionSpans& attribution : attributions) {
    WordSet content;
    add_words(content, attribution.content, word_at);
    if (std::includes(discarded.begin(), discarded.end(), content.begin(), content.end())) continue;
    roles.content.merge(content);
    add_words(roles.source, attribution.source, word_at);
    add_words(roles.cue, attribution.cue, word_at);
  }
  return roles;
}

Counts compare(const WordSet& gold, const WordSet& predicted) {
  const auto hits = std::count_if(predicted.begin(), predicted.end(), [&](std::size_t word) { return gold.contains(word); });
  return {.hits = static_cast<std::size_t>(hits), .gold = gold.size(), .predicted = predicted.size()};
}

}  // namespace

Result<std::vector<AttributedArticle>> read_attributions(std::string_view text, std::string_view origin) {
  std::vector<AttributedArticle> articles;
  const auto lines = lines_of(text);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].empty()) continue;
    auto article = article_of(lines[i]);
    if (!article) return error_at(origin, i + 1, article.error().message);
    articles.push_back(*std::move(article));
  }
  return articles;
}

std::vector<Score> score_attributions(const std::vector<AttributedArticle>& gold, const std::vector<AttributedArticle>& predicted) {
  std::map<std::string_view, const AttributedArticle*> by_id;
  for (const AttributedArticle& article : predicted) by_id[article.id] = &article;
  std::vector<Counts> sources, cues, contents;
  for (const AttributedArticle& article : gold) {
    const auto word_at = number_words(article.text);
    WordSet discarded;
    add_words(discarded, article.discard, word_at);
    const RoleWords expected = role_words(article.attributions, word_at, {});
    const auto found = by_id.find(article.id);
    const RoleWords roles = found == by_id.end() ? RoleWords{} : role_words(found->second->attributions, word_at, discarded);
    sources.push_back(compare(expected.source, roles.source));
    cues.push_back(compare(expected.cue, roles.cue));
    contents.push_back(compare(expected.content, roles.content));
  }
  return {f1_score("source", sources), f1_score("cue", cues), f1_score("content", contents)};
}

}  // namespace casus
