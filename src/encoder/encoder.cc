// Windows are laid after each other without padding, up to kBatchPieces rows, so that matrix products run over many rows and attention
// over each window by itself. Within a layer, what follows attention is done kRowBlock rows at a time, while they are in the cache.
#include "encoder/encoder.h"

#include <algorithm>

#include "core/check.h"
#include "tensor/kernels.h"

namespace casus {
namespace {

// Ten blocks of rows: enough for the products, and a working set of 8 MB.
constexpr std::size_t kBatchPieces = 10 * kRowBlock;

const std::vector<std::string> kShapeNames = {"none",   "lower",        "title", "upper",        "mixed",
                                              "digits", "alphanumeric", "other", "title-initial"};

std::string what_is_unsupported(const ModelConfig& config) {
  if (config.hidden % config.attention_heads != 0 || config.hidden / config.attention_heads % kLanes != 0)
    return "config: `hidden` must be `attention_heads` times a multiple of " + std::to_string(kLanes);
  if (config.positions < config.max_pieces_per_word + 2 || config.positions < 4)
    return "config: `positions` is too small for a word of `max_pieces_per_word`";
  if (config.shapes != kShapeNames) return "config: `shapes` are not those of this version";
  return "";
}

}  // namespace

// Consecutive windows whose pieces are the rows of x.
struct Encoder::Batch {
  const Windows* all;
  std::size_t first_window;
  std::size_t last_window;

  std::size_t first_piece() const { return all->windows[first_window].first_piece; }
  std::size_t rows() const { return all->windows[last_window - 1].last_piece - first_piece(); }
};

Result<Encoder::Norm> Encoder::load_norm(const WeightsFile& file, const std::string& name) {
  auto weight = file.vector(name + ".weight", file.config().hidden);
  if (!weight) return weight.error();
  auto bias = file.vector(name + ".bias", file.config().hidden);
  if (!bias) return bias.error();
  return Norm{*std::move(weight), *std::move(bias)};
}

Result<Encoder::Layer> Encoder::load_layer(const WeightsFile& file, const std::string& name) {
  const std::size_t hidden = file.config().hidden, ffn = file.config().ffn;
  auto qkv = Linear::load(file, name + ".attention.qkv", 3 * hidden, hidden);
  if (!qkv) return qkv.error();
  auto out = Linear::load(file, name + ".attention.out", hidden, hidden);
  if (!out) return out.error();
  auto attention_norm = load_norm(file, name + ".attention.norm");
  if (!attention_norm) return attention_norm.error();
  auto up = Linear::load(file, name + ".ffn.up", ffn, hidden);
  if (!up) return up.error();
  auto down = Linear::load(file, name + ".ffn.down", hidden, ffn);
  if (!down) return down.error();
  auto ffn_norm = load_norm(file, name + ".ffn.norm");
  if (!ffn_norm) return ffn_norm.error();
  return Layer{*std::move(qkv), *std::move(out), *std::move(attention_norm), *std::move(up), *std::move(down), *std::move(ffn_norm)};
}

Result<Encoder> Encoder::load(const WeightsFile& file) {
  Encoder encoder;
  encoder.config_ = file.config();
  const ModelConfig& config = encoder.config_;
  if (const std::string what = what_is_unsupported(config); !what.empty()) return file.error(what);
  auto pieces = WordPieces::load(file);
  if (!pieces) return pieces.error();
  encoder.pieces_ = *std::move(pieces);
  auto words = file.matrix("embeddings.word", file.vocabulary().size(), config.hidden);
  if (!words) return words.error();
  encoder.words_ = *std::move(words);
  const auto positions = file.matrix("embeddings.position", config.positions, config.hidden);
  if (!positions) return positions.error();
  encoder.positions_ = positions->matrix();
  const auto shapes = file.matrix("embeddings.shape", kShapes, config.hidden);
  if (!shapes) return shapes.error();
  encoder.shapes_ = shapes->matrix();
  auto norm = load_norm(file, "embeddings.norm");
  if (!norm) return norm.error();
  encoder.embedding_norm_ = *std::move(norm);
  for (std::size_t i = 0; i < config.layers; ++i) {
    auto layer = load_layer(file, "layers." + std::to_string(i));
    if (!layer) return layer.error();
    encoder.layers_.push_back(*std::move(layer));
  }
  return encoder;
}

Windows Encoder::windows(const Tokens& tokens) const {
  return make_windows(tokens, pieces_,
                      {.window = config_.window, .positions = config_.positions, .max_pieces_per_word = config_.max_pieces_per_word});
}

void Encoder::normalise(const Norm& norm, const float* y, std::size_t rows, float* x) const {
  kernels().add_and_normalise(x, y, rows, config_.hidden, norm.weight.data(), norm.bias.data(), config_.layer_norm_eps);
}

void Encoder::embed(const Batch& batch, float* x) const {
  const std::size_t hidden = config_.hidden;
  float* row = x;
  for (std::size_t w = batch.first_window; w < batch.last_window; ++w) {
    const Window& window = batch.all->windows[w];
    for (std::size_t i = 0; i < window.size(); ++i, row += hidden) {
      const std::size_t piece = window.first_piece + i;
      words_.read_row(batch.all->pieces[piece], row);
      const auto position = positions_.row(i);
      const auto shape = shapes_.row(static_cast<std::size_t>(batch.all->shapes[piece]));
      for (std::size_t d = 0; d < hidden; ++d) row[d] += position[d] + shape[d];
    }
  }
  normalise(embedding_norm_, nullptr, batch.rows(), x);
}

void Encoder::apply_layer(const Layer& layer, const Batch& batch, float* x, Scratch& scratch) const {
  Scratch::Frame frame(scratch);
  const std::size_t hidden = config_.hidden, rows = batch.rows(), heads = config_.attention_heads, head_size = hidden / heads;
  float* context = frame.floats(rows * hidden);
  {
    Scratch::Frame attention(scratch);
    float* qkv = attention.floats(rows * 3 * hidden);
    layer.qkv.apply(x, rows, qkv, scratch);
    for (std::size_t w = batch.first_window; w < batch.last_window; ++w) {
      const Window& window = batch.all->windows[w];
      const std::size_t first = window.first_piece - batch.first_piece();
      Scratch::Frame of_window(scratch);
      kernels().attend(qkv + first * 3 * hidden, window.size(), heads, head_size, context + first * hidden,
                       of_window.floats(attention_work(window.size(), head_size)));
    }
  }
  const std::size_t block = std::min(rows, kRowBlock);
  float* change = frame.floats(block * hidden);
  float* wide = frame.floats(block * config_.ffn);
  for (std::size_t first = 0; first < rows; first += kRowBlock) {
    const std::size_t count = std::min(kRowBlock, rows - first);
    float* part = x + first * hidden;
    layer.attention_out.apply(context + first * hidden, count, change, scratch);
    normalise(layer.attention_norm, change, count, part);
    layer.up.apply(part, count, wide, scratch, After::gelu);
    layer.down.apply(wide, count, change, scratch);
    normalise(layer.ffn_norm, change, count, part);
  }
}

Vectors Encoder::encode(const Tokens& tokens, Scratch& scratch) const {
  const Windows all = windows(tokens);
  CASUS_CHECK(all.first_pieces.size() == tokens.tokens.size());
  const std::size_t hidden = config_.hidden;
  Vectors vectors{.words = Matrix(tokens.tokens.size(), hidden), .windows = {}};
  for (const Window& window : all.windows) vectors.windows.push_back(window.words);
  for (std::size_t first = 0; first < all.windows.size();) {
    Batch batch{&all, first, first + 1};
    while (batch.last_window < all.windows.size() && batch.rows() + all.windows[batch.last_window].size() <= kBatchPieces)
      ++batch.last_window;
    Scratch::Frame frame(scratch);
    float* x = frame.floats(batch.rows() * hidden);
    embed(batch, x);
    for (const Layer& layer : layers_) apply_layer(layer, batch, x, scratch);
    for (std::size_t word = all.windows[first].words.first; word < all.windows[batch.last_window - 1].words.last; ++word)
      std::copy_n(x + (all.first_pieces[word] - batch.first_piece()) * hidden, hidden, vectors.words.row(word).begin());
    first = batch.last_window;
  }
  return vectors;
}

}  // namespace casus
