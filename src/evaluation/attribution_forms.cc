#include "evaluation/attribution_forms.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include "evaluation/article_words.h"
#include "evaluation/match.h"

namespace casus {
namespace {

enum class Form { direct, mixed, indirect };

constexpr double kDirectShare = 0.9;  // tolerates a "that" or a bracketed word in a direct quotation
constexpr double kAlike = 0.5;        // least IoU of a pair

// Double quotation marks, also as two single ones (``, '').
struct QuotationMark {
  std::size_t length = 0;  // 0: none
  bool opens = false;
  bool closes = false;
};

bool is_double_mark(char32_t c) { return std::u32string_view(U"\"“”„«»").find(c) != std::u32string_view::npos; }

QuotationMark mark_at(const std::u32string& text, std::size_t at) {
  const char32_t c = text[at];
  const bool doubled = at + 1 < text.size() && text[at + 1] == c;
  if (c == U'`' && doubled) return {.length = 2, .opens = true};
  if (c == U'\'' && doubled) return {.length = 2, .opens = true, .closes = true};
  if (c == U'"') return {.length = 1, .opens = true, .closes = true};
  if (c == U'“' || c == U'„' || c == U'«') return {.length = 1, .opens = true};
  if (c == U'”' || c == U'»') return {.length = 1, .closes = true};
  return {};
}

// Which code points stand in quotation marks, these included. Pairs do not cross line ends: an unclosed mark quotes the rest of its line.
std::vector<bool> quoted_characters(const std::u32string& text) {
  std::vector<bool> quoted(text.size());
  std::optional<std::size_t> open;
  const auto quote_until = [&](std::size_t end) {
    if (open) std::fill(quoted.begin() + static_cast<std::ptrdiff_t>(*open), quoted.begin() + static_cast<std::ptrdiff_t>(end), true);
    open.reset();
  };
  for (std::size_t i = 0; i < text.size();) {
    const QuotationMark mark = mark_at(text, i);
    if (text[i] == U'\n') quote_until(i);
    else if (open && mark.closes) quote_until(i + mark.length);
    else if (!open && mark.opens) open = i;
    i += std::max<std::size_t>(mark.length, 1);
  }
  quote_until(text.size());
  return quoted;
}

struct Text {
  explicit Text(const std::u32string& text) : characters(text), words(text), quoted(quoted_characters(text)) {}

  const std::u32string& characters;  // of the caller's article
  ArticleWords words;
  std::vector<bool> quoted;
};

Form form_of(const Spans& spans, const WordSet& words, const Text& text) {
  const auto quoted = static_cast<std::size_t>(
      std::count_if(words.begin(), words.end(), [&](std::size_t word) { return text.quoted[text.words.start(word)]; }));
  const bool has_mark = std::any_of(spans.begin(), spans.end(), [&](const Span& span) {
    for (std::size_t i = span.start; i < std::min(span.end, text.characters.size()); ++i)
      if (is_double_mark(text.characters[i])) return true;
    return false;
  });
  if (quoted == 0 && !has_mark) return Form::indirect;
  return static_cast<double>(quoted) >= kDirectShare * static_cast<double>(words.size()) ? Form::direct : Form::mixed;
}

struct Said {
  WordSet source;
  WordSet content;
  Form form = Form::indirect;
};

std::vector<Said> judged(const std::vector<AttributionSpans>& attributions, const WordSet& discarded, const Text& text) {
  std::vector<Said> kept;
  for (const AttributionSpans& attribution : attributions) {
    WordSet content = text.words.in(attribution.content);
    if (std::includes(discarded.begin(), discarded.end(), content.begin(), content.end())) continue;
    const Form form = form_of(attribution.content, content, text);
    kept.push_back({.source = text.words.in(attribution.source), .content = std::move(content), .form = form});
  }
  return kept;
}

std::size_t shared_words(const WordSet& a, const WordSet& b) {
  return static_cast<std::size_t>(std::count_if(a.begin(), a.end(), [&](std::size_t word) { return b.contains(word); }));
}

double iou(const WordSet& a, const WordSet& b) {
  if (a.empty() || b.empty()) return 0;
  const std::size_t shared = shared_words(a, b);
  return static_cast<double>(shared) / static_cast<double>(a.size() + b.size() - shared);
}

bool sources_alike(const WordSet& a, const WordSet& b) { return (a.empty() && b.empty()) || iou(a, b) >= kAlike; }

double part_in(const WordSet& words, const WordSet& others) {
  return static_cast<double>(shared_words(words, others)) / static_cast<double>(words.size());
}

WordSet contents_of(const std::vector<Said>& all) {
  WordSet words;
  for (const Said& one : all) words.insert(one.content.begin(), one.content.end());
  return words;
}

using Selection = std::optional<Form>;  // nothing: all

bool selected(const Said& said, Selection selection) { return !selection || said.form == *selection; }

constexpr std::array kMeasures = {
    "content, exact",     "content, soft",         "content, IoU >= .5", "source given content, exact", "source given content, IoU >= .5",
    "attribution, exact", "attribution, IoU >= .5"};
using MeasureCounts = std::array<SidedCounts, kMeasures.size()>;

// The pairs of one article, which do not depend on the form that is looked at.
class Article {
 public:
  Article(std::vector<Said> gold, std::vector<Said> predicted) : gold_(std::move(gold)), predicted_(std::move(predicted)) {
    exact_ = pairs([](const Said& g, const Said& p) { return g.content == p.content ? 1.0 : 0.0; });
    alike_ = pairs([](const Said& g, const Said& p) { return alike(g, p); });
    both_exact_ = pairs([](const Said& g, const Said& p) { return g.content == p.content && g.source == p.source ? 1.0 : 0.0; });
    both_alike_ = pairs([](const Said& g, const Said& p) { return sources_alike(g.source, p.source) ? alike(g, p) : 0.0; });
  }

  MeasureCounts counts(Selection form) const {
    return {count(exact_, form),
            soft(form),
            count(alike_, form),
            sources(form, [](const WordSet& g, const WordSet& p) { return g == p; }),
            sources(form, [](const WordSet& g, const WordSet& p) { return iou(g, p) >= kAlike; }),
            count(both_exact_, form),
            count(both_alike_, form)};
  }

 private:
  static double alike(const Said& gold, const Said& predicted) {
    const double similarity = iou(gold.content, predicted.content);
    return similarity >= kAlike ? similarity : 0;
  }

  template <class Similarity>
  std::vector<MatchedPair> pairs(Similarity similarity) const {
    return match(gold_.size(), predicted_.size(), [&](std::size_t g, std::size_t p) { return similarity(gold_[g], predicted_[p]); });
  }

  SidedCounts count(const std::vector<MatchedPair>& matches, Selection form) const {
    SidedCounts counts;
    for (const Said& one : gold_) counts.gold += selected(one, form);
    for (const Said& one : predicted_) counts.predicted += selected(one, form);
    for (const MatchedPair& pair : matches) {
      counts.gold_hits += selected(gold_[pair.gold], form);
      counts.predicted_hits += selected(predicted_[pair.predicted], form);
    }
    return counts;
  }

  SidedCounts soft(Selection form) const {
    SidedCounts counts = count({}, form);
    const WordSet gold_words = contents_of(gold_), predicted_words = contents_of(predicted_);
    for (const Said& one : gold_)
      if (selected(one, form)) counts.gold_hits += part_in(one.content, predicted_words);
    for (const Said& one : predicted_)
      if (selected(one, form)) counts.predicted_hits += part_in(one.content, gold_words);
    return counts;
  }

  template <class Agree>
  SidedCounts sources(Selection form, Agree agree) const {
    SidedCounts counts;
    for (const MatchedPair& pair : alike_) {
      const Said &gold = gold_[pair.gold], &predicted = predicted_[pair.predicted];
      if (!selected(gold, form)) continue;
      counts.gold += !gold.source.empty();
      counts.predicted += !predicted.source.empty();
      if (!gold.source.empty() && !predicted.source.empty()) counts.gold_hits += agree(gold.source, predicted.source);
    }
    counts.predicted_hits = counts.gold_hits;
    return counts;
  }

  std::vector<Said> gold_, predicted_;
  std::vector<MatchedPair> exact_, alike_, both_exact_, both_alike_;
};

FormScores scores_of(const std::vector<Article>& articles, std::string name, Selection form) {
  std::array<std::vector<SidedCounts>, kMeasures.size()> units;
  for (const Article& article : articles) {
    const MeasureCounts counts = article.counts(form);
    for (std::size_t m = 0; m < kMeasures.size(); ++m) units[m].push_back(counts[m]);
  }
  FormScores result{.form = std::move(name)};
  for (std::size_t m = 0; m < kMeasures.size(); ++m) result.scores.push_back(sided_f1_score(kMeasures[m], units[m]));
  return result;
}

}  // namespace

std::vector<FormScores> score_attribution_forms(const std::vector<AttributedArticle>& gold,
                                                const std::vector<AttributedArticle>& predicted) {
  std::map<std::string_view, const AttributedArticle*> by_id;
  for (const AttributedArticle& article : predicted) by_id[article.id] = &article;
  std::vector<Article> articles;
  for (const AttributedArticle& article : gold) {
    const Text text(article.text);
    const auto found = by_id.find(article.id);
    articles.emplace_back(
        judged(article.attributions, {}, text),
        found == by_id.end() ? std::vector<Said>{} : judged(found->second->attributions, text.words.in(article.discard), text));
  }
  return {scores_of(articles, "all", std::nullopt), scores_of(articles, "direct", Form::direct), scores_of(articles, "mixed", Form::mixed),
          scores_of(articles, "indirect", Form::indirect)};
}

}  // namespace casus
