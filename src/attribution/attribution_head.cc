#include "attribution/attribution_head.h"

#include <algorithm>
#include <cmath>

#include "attribution/range_field.h"
#include "attribution/tidy_ranges.h"
#include "core/check.h"
#include "tensor/kernels.h"

namespace casus {
namespace {

// By how much, in log odds, "no cue" must be likelier than any cue's tag for a word to be none. Tuned on PolNeAR's development articles.
constexpr float kCueDoubt = 0.3f;
// What a range costs, in log odds, that begins in another sentence than its cue's: neighbouring statements are alike, and links alone
// would take the words of both for one. Tuned likewise.
constexpr float kElsewhereDoubt = 2.5f;
// No link reaches a cue's own words.
constexpr float kExcluded = -1e6f;

std::vector<SpanTag> tags_of(const Matrix& scores, float doubt = 0) {
  std::vector<SpanTag> tags(scores.rows);
  for (std::size_t i = 0; i < scores.rows; ++i) {
    const auto row = scores.row(i);
    const SpanTag inside = row[2] > row[1] ? SpanTag::inside : SpanTag::begin;
    tags[i] = row[0] - doubt >= std::max(row[1], row[2]) ? SpanTag::outside : inside;
  }
  return tags;
}

// Runs of words that are no outside ones, in one sentence each. A cue right behind another is rarer than a tag of a beginning is wrong.
std::vector<TokenRange> runs_of(const std::vector<SpanTag>& tags, const Tokens& tokens) {
  std::vector<TokenRange> runs;
  for (const TokenRange sentence : tokens.sentences) {
    for (std::size_t i = sentence.first; i < sentence.last; ++i) {
      if (tags[i] == SpanTag::outside) continue;
      if (i == sentence.first || tags[i - 1] == SpanTag::outside) runs.push_back({i, i});
      runs.back().last = i + 1;
    }
  }
  return runs;
}

float mean_cue_probability(TokenRange cue, const Matrix& probabilities) {
  float sum = 0;
  for (std::size_t i = cue.first; i < cue.last; ++i) sum += 1 - probabilities.row(i)[0];
  return sum / static_cast<float>(cue.size());
}

// The probability of exactly these words is a low measure of how right they are: its root is about how often, on PolNeAR's development
// articles, the attribution is one of the gold's, with half of the words of source and of content in common.
float confidence(double exact_probability) { return static_cast<float>(std::sqrt(exact_probability)); }

// The rows of a role in the link scores.
constexpr std::size_t kSourceRows = 0, kContentRows = 3, kLinkRows = 6;

// Of the window's words those that a role's rows favour.
BestRanges role_ranges(const Matrix& scores, std::size_t rows, TokenRange window, const Tokens& tokens) {
  BestRanges best = best_ranges({.inside = scores.row(rows), .begin = scores.row(rows + 1), .end = scores.row(rows + 2)});
  for (TokenRange& range : best.ranges) range = {window.first + range.first, window.first + range.last};
  best.ranges = tidy_ranges(tokens, std::move(best.ranges));
  return best;
}

// Both roles' scores as a cue at this place lets them stand.
Matrix at_place_of(TokenRange cue, TokenRange window, Matrix scores, const Tokens& tokens) {
  const TokenRange sentence = tokens.sentences[tokens.sentence_of(cue.first)];
  for (const std::size_t rows : {kSourceRows, kContentRows}) {
    const auto inside = scores.row(rows), begin = scores.row(rows + 1);
    for (std::size_t i = 0; i < window.size(); ++i) {
      if (cue.contains(window.first + i)) inside[i] = kExcluded;
      if (!sentence.contains(window.first + i)) begin[i] -= kElsewhereDoubt;
    }
  }
  return scores;
}

Attribution link(TokenRange cue, float cue_probability, TokenRange window, const Matrix& scores, const Tokens& tokens) {
  BestRanges source = role_ranges(scores, kSourceRows, window, tokens), content = role_ranges(scores, kContentRows, window, tokens);
  return {.source = std::move(source.ranges),
          .cue = cue,
          .content = std::move(content.ranges),
          .confidence = confidence(cue_probability * source.probability * content.probability)};
}

}  // namespace

// A window's words as what a cue may be linked to.
struct AttributionHead::WindowWords {
  TokenRange window;
  Matrix cues;     // c: the words as cues
  Matrix linked;   // B_k w, of all k after each other
  Matrix offsets;  // prior_k . w + b_k
};

Result<AttributionHead::Links> AttributionHead::load_links(const WeightsFile& file) {
  const std::size_t hidden = file.config().hidden, size = file.config().link;
  auto cue = Linear::load(file, "heads.link.cue", size, hidden);
  if (!cue) return cue.error();
  auto word = Linear::load(file, "heads.link.word", size, hidden);
  if (!word) return word.error();
  auto bilinear = Linear::load_unbiased(file, "heads.link.bilinear", kLinkRows * size, size);
  if (!bilinear) return bilinear.error();
  const auto prior = file.matrix("heads.link.prior", kLinkRows, size);
  if (!prior) return prior.error();
  auto bias = file.vector("heads.link.bias", kLinkRows);
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
  const auto project = [&](const Linear& linear) { return linear.of_rows(x, words, scratch, After::gelu); };
  const Matrix w = project(links_.word);
  WindowWords prepared{
      .window = window, .cues = project(links_.cue), .linked = links_.bilinear(w, scratch), .offsets = Matrix(words, kLinkRows)};
  for (std::size_t i = 0; i < words; ++i)
    for (std::size_t k = 0; k < kLinkRows; ++k)
      prepared.offsets.row(i)[k] = kernels().dot(links_.prior.row(k).data(), w.row(i).data(), size) + links_.bias[k];
  return prepared;
}

Matrix AttributionHead::link_scores(const WindowWords& words, std::size_t cue) const {
  const std::size_t size = links_.word.outputs();
  Matrix scores(kLinkRows, words.window.size());
  const float* c = words.cues.row(cue - words.window.first).data();
  for (std::size_t i = 0; i < scores.columns; ++i)
    for (std::size_t k = 0; k < kLinkRows; ++k)
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
  Attributions found{.attributions = {},
                     .source_tags = tags_of(source_scores(vectors, scratch)),
                     .cue_tags = tags_of(cue_logits, kCueDoubt),
                     .content_tags = tags_of(content_scores(vectors, scratch))};
  kernels().softmax(cue_logits.values.data(), cue_logits.rows, cue_logits.columns);
  const std::vector<TokenRange> cues = runs_of(found.cue_tags, tokens);
  auto cue = cues.begin();
  for (const TokenRange window : vectors.windows) {
    if (cue == cues.end()) break;
    if (!window.contains(cue->first)) continue;
    const WindowWords words = prepare(vectors, window, scratch);
    for (; cue != cues.end() && window.contains(cue->first); ++cue) {
      const float probability = mean_cue_probability(*cue, cue_logits);
      const Matrix scores = at_place_of(*cue, window, link_scores(words, cue->first), tokens);
      found.attributions.push_back(link(*cue, probability, window, scores, tokens));
    }
  }
  return found;
}

}  // namespace casus
