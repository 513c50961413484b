#include "encoder/reference.h"

#include <algorithm>
#include <string>

#include "tensor/reference.h"

namespace casus::reference {
namespace {

// Reads what is missing or misshapen as zeros and remembers the first failure, so that the arithmetic below reads as arithmetic.
class Reader {
 public:
  explicit Reader(const WeightsFile& file) : file_(file) {}

  Matrix matrix(const std::string& name, std::size_t rows, std::size_t columns) {
    const auto stored = file_.matrix(name, rows, columns);
    if (!stored) return fail(stored.error()), Matrix(rows, columns);
    return stored->matrix();
  }
  std::vector<float> vector(const std::string& name, std::size_t size) {
    auto values = file_.vector(name, size);
    if (!values) return fail(values.error()), std::vector<float>(size);
    return *std::move(values);
  }
  Matrix linear(const Matrix& x, const std::string& name, std::size_t outputs) {
    return reference::linear(x, matrix(name + ".weight", outputs, x.columns), vector(name + ".bias", outputs));
  }
  void layer_norm(Matrix& x, const std::string& name) {
    reference::layer_norm(x, vector(name + ".weight", x.columns), vector(name + ".bias", x.columns), file_.config().layer_norm_eps);
  }
  const std::string& failure() const { return failure_; }

 private:
  void fail(const Error& error) {
    if (failure_.empty()) failure_ = error.message;
  }
  const WeightsFile& file_;
  std::string failure_;
};

Matrix embed(Reader& reader, const WeightsFile& file, const Windows& all, const Window& window) {
  const ModelConfig& config = file.config();
  const Matrix words = reader.matrix("embeddings.word", file.vocabulary().size(), config.hidden);
  const Matrix positions = reader.matrix("embeddings.position", config.positions, config.hidden);
  const Matrix shapes = reader.matrix("embeddings.shape", kShapes, config.hidden);
  Matrix x(window.size(), config.hidden);
  for (std::size_t i = 0; i < window.size(); ++i) {
    const std::size_t piece = window.first_piece + i;
    for (std::size_t d = 0; d < config.hidden; ++d)
      x.row(i)[d] = words.row(all.pieces[piece])[d] + positions.row(i)[d] + shapes.row(static_cast<std::size_t>(all.shapes[piece]))[d];
  }
  reader.layer_norm(x, "embeddings.norm");
  return x;
}

void apply_layer(Reader& reader, const ModelConfig& config, const std::string& name, Matrix& x) {
  const Matrix qkv = reader.linear(x, name + ".attention.qkv", 3 * config.hidden);
  const Matrix context = attention(qkv, config.attention_heads);
  add(x, reader.linear(context, name + ".attention.out", config.hidden));
  reader.layer_norm(x, name + ".attention.norm");
  Matrix wide = reader.linear(x, name + ".ffn.up", config.ffn);
  gelu(wide.values);
  add(x, reader.linear(wide, name + ".ffn.down", config.hidden));
  reader.layer_norm(x, name + ".ffn.norm");
}

}  // namespace

Result<Vectors> encode(const WeightsFile& file, const Windows& windows) {
  Reader reader(file);
  Vectors vectors{.words = Matrix(windows.first_pieces.size(), file.config().hidden), .windows = {}};
  for (const Window& window : windows.windows) {
    Matrix x = embed(reader, file, windows, window);
    for (std::size_t i = 0; i < file.config().layers; ++i) apply_layer(reader, file.config(), "layers." + std::to_string(i), x);
    for (std::size_t word = window.words.first; word < window.words.last; ++word)
      std::ranges::copy(x.row(windows.first_pieces[word] - window.first_piece), vectors.words.row(word).begin());
    vectors.windows.push_back(window.words);
  }
  if (!reader.failure().empty()) return Error{reader.failure()};
  return vectors;
}

}  // namespace casus::reference
