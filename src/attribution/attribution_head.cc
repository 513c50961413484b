#include "attribution/attribution_head.h"

#include <algorithm>
#include <cmath>

#include "attribution/link_ranges.h"
#include "core/check.h"
#include "tensor/kernels.h"

namespace casus {
namespace {

// Tuned on PolNeAR's development articles, in log odds: what a range costs, so that a speck or a gap must be worth it; and how far above
// even a source's words must be.
constexpr float kCueDoubt = 0.7f;  // how much a word that is no cue must be likelier
constexpr float kSourceStart = 1.5f;
constexpr float kSourceDoubt = 0.7f;
constexpr float kContentStart = 8.0f;
// The tags know better than links where a content ends: a range's end costs what they say for going on, within these bounds.
constexpr float kEndBound = 5.0f;
// No link reaches a cue's own words.
constexpr float kExcluded = -1e6f;

float probability(float logit) { return 1.0f / (1.0f + std::exp(-logit)); }

std::vector<SpanTag> tags_of(const Matrix& scores, float doubt = 0) {
  std::vector<SpanTag> tags(scores.rows);
  for (std::size_t i = 0; i < scores.rows; ++i) {
    const auto row = scores.row(i);
    const SpanTag inside = row[2] > row[1] ? SpanTag::inside : SpanTag::begin;
    tags[i] = row[0] - doubt >= std::max(row[1], row[2]) ? SpanTag::outside : inside;
  }
  return tags;
}

// Spans of the tags that lie in one sentence each.
std::vector<TokenRange> spans_of(const std::vector<SpanTag>& tags, const Tokens& tokens) {
  std::vector<TokenRange> spans;
  for (const TokenRange sentence : tokens.sentences) {
    bool open = false;
    for (std::size_t i = sentence.first; i < sentence.last; ++i) {
      if (tags[i] == SpanTag::begin || (tags[i] == SpanTag::inside && !open)) spans.push_back({i, i});
      open = tags[i] != SpanTag::outside;
      if (open) spans.back().last = i + 1;
    }
  }
  return spans;
}

// For each word of the window the log odds by which the tags go on after it: inside against outside and begin.
std::vector<float> end_costs(const Matrix& tag_scores, TokenRange window) {
  std::vector<float> costs(window.size(), 0.0f);
  for (std::size_t i = 0; i + 1 < window.size(); ++i) {
    const auto next = tag_scores.row(window.first + i + 1);
    costs[i] = std::clamp(next[2] - std::max(next[0], next[1]), -kEndBound, kEndBound);
  }
  return costs;
}

std::vector<TokenRange> in_window(std::vector<TokenRange> ranges, TokenRange window, const Tokens& tokens) {
  for (TokenRange& range : ranges) range = {window.first + range.first, window.first + range.last};
  return tidy_ranges(tokens, std::move(ranges));
}

// Over the words of all ranges; 1 where there are none.
double mean_probability(const std::vector<TokenRange>& ranges, std::span<const float> scores, TokenRange window) {
  double sum = 0;
  std::size_t count = 0;
  for (const TokenRange& range : ranges) {
    for (std::size_t i = range.first; i < range.last; ++i) sum += window.contains(i) ? probability(scores[i - window.first]) : 0.5;
    count += range.size();
  }
  return count == 0 ? 1 : sum / static_cast<double>(count);
}

float mean_cue_probability(TokenRange cue, const Matrix& probabilities) {
  float sum = 0;
  for (std::size_t i = cue.first; i < cue.last; ++i) sum += 1 - probabilities.row(i)[0];
  return sum / static_cast<float>(cue.size());
}

// The source and content of a cue from its link scores [2, words of the window].
Attribution link(TokenRange cue, TokenRange window, Matrix scores, std::span<const float> ends, const Tokens& tokens) {
  const auto source = scores.row(0), content = scores.row(1);
  for (std::size_t i = cue.first; i < std::min(cue.last, window.last); ++i)
    source[i - window.first] = content[i - window.first] = kExcluded;
  Attribution made{
      .source = {}, .cue = cue, .content = in_window(best_ranges(content, kContentStart, ends), window, tokens), .confidence = 0};
  std::vector<float> doubted(source.begin(), source.end());
  for (float& score : doubted) score -= kSourceDoubt;
  made.source = in_window(best_ranges(doubted, kSourceStart), window, tokens);
  made.confidence = static_cast<float>(mean_probability(made.content, content, window) * mean_probability(made.source, source, window));
  return made;
}

}  // namespace

// A window's words as what a cue may be linked to.
struct AttributionHead::WindowWords {
  TokenRange window;
  Matrix cues;     // c: the words as cues
  Matrix linked;   // B_k w, of k = 0 and 1 after each other
  Matrix offsets;  // prior_k . w + b_k
};

Result<AttributionHead::Links> AttributionHead::load_links(const WeightsFile& file) {
  const std::size_t hidden = file.config().hidden, size = file.config().link;
  auto cue = Linear::load(file, "heads.link.cue", size, hidden);
  if (!cue) return cue.error();
  auto word = Linear::load(file, "heads.link.word", size, hidden);
  if (!word) return word.error();
  auto bilinear = Linear::load_unbiased(file, "heads.link.bilinear", 2 * size, size);
  if (!bilinear) return bilinear.error();
  const auto prior = file.matrix("heads.link.prior", 2, size);
  if (!prior) return prior.error();
  auto bias = file.vector("heads.link.bias", 2);
  if (!bias) return bias.error();
  return Links{*std::move(cue), *std::move(word), *std::move(bilinear), prior->matrix(), *std::move(bias)};
}

Result<AttributionHead> AttributionHead::load(const WeightsFile& file) {
  auto source = LabelHead::load(file, "source", "attribution");
  if (!source) return source.error();
  if (source->labels() != std::vector<std::string>{"O", "B", "I"}) return file.error("labels of attribution are not O, B, I");
  auto cue = LabelHead::load(file, "cue", "attribution");
  if (!cue) return cue.error();
  auto content = LabelHead::load(file, "content", "attribution");
  if (!content) return content.error();
  auto links = load_links(file);
  if (!links) return links.error();
  return AttributionHead(*std::move(source), *std::move(cue), *std::move(content), *std::move(links));
}

AttributionHead::WindowWords AttributionHead::prepare(const Vectors& vectors, TokenRange window, Scratch& scratch) const {
  const float* x = vectors.words.row(window.first).data();
  const std::size_t words = window.size(), size = links_.word.outputs();
  const auto project = [&](const Linear& linear) {
    Matrix y(words, size);
    linear.apply(x, words, y.values.data(), scratch);
    kernels().gelu(y.values.data(), y.values.size());
    return y;
  };
  const Matrix w = project(links_.word);
  WindowWords prepared{.window = window, .cues = project(links_.cue), .linked = links_.bilinear(w, scratch), .offsets = Matrix(words, 2)};
  for (std::size_t i = 0; i < words; ++i)
    for (std::size_t k = 0; k < 2; ++k)
      prepared.offsets.row(i)[k] = kernels().dot(links_.prior.row(k).data(), w.row(i).data(), size) + links_.bias[k];
  return prepared;
}

Matrix AttributionHead::link_scores(const WindowWords& words, std::size_t cue) const {
  const std::size_t size = links_.word.outputs();
  Matrix scores(2, words.window.size());
  const float* c = words.cues.row(cue - words.window.first).data();
  for (std::size_t i = 0; i < scores.columns; ++i)
    for (std::size_t k = 0; k < 2; ++k)
      scores.row(k)[i] = kernels().dot(c, words.linked.row(i).data() + k * size, size) + words.offsets.row(i)[k];
  return scores;
}

Matrix AttributionHead::link_scores(const Vectors& vectors, TokenRange window, std::size_t cue, Scratch& scratch) const {
  CASUS_CHECK(window.contains(cue));
  return link_scores(prepare(vectors, window, scratch), cue);
}

Attributions AttributionHead::find(const Vectors& vectors, const Tokens& tokens, Scratch& scratch) const {
  CASUS_CHECK(vectors.words.rows == tokens.tokens.size());
  Matrix cue_logits = cue_scores(vectors, scratch);
  const Matrix content_logits = content_scores(vectors, scratch);
  Attributions found{.attributions = {},
                     .source_tags = tags_of(source_scores(vectors, scratch)),
                     .cue_tags = tags_of(cue_logits, kCueDoubt),
                     .content_tags = tags_of(content_logits)};
  kernels().softmax(cue_logits.values.data(), cue_logits.rows, cue_logits.columns);
  const std::vector<TokenRange> cues = spans_of(found.cue_tags, tokens);
  auto cue = cues.begin();
  for (const TokenRange window : vectors.windows) {
    if (cue == cues.end()) break;
    if (!window.contains(cue->first)) continue;
    const WindowWords words = prepare(vectors, window, scratch);
    const auto ends = end_costs(content_logits, window);
    for (; cue != cues.end() && window.contains(cue->first); ++cue) {
      Attribution attribution = link(*cue, window, link_scores(words, cue->first), ends, tokens);
      attribution.confidence *= mean_cue_probability(*cue, cue_logits);
      found.attributions.push_back(std::move(attribution));
    }
  }
  return found;
}

}  // namespace casus
