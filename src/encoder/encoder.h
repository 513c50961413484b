// Tokens to vectors: a BERT encoder (post-norm, GELU by erf).
#pragma once

#include <vector>

#include "casus/result.h"
#include "encoder/vectors.h"
#include "encoder/windows.h"
#include "encoder/word_pieces.h"
#include "tensor/linear.h"
#include "tensor/scratch.h"
#include "tensor/weights_file.h"
#include "token/tokens.h"

namespace casus {

// Loaded once, then immutable: any number of threads may encode, each with a Scratch of its own.
class Encoder {
 public:
  static Result<Encoder> load(const WeightsFile& file);

  // On one kind of processor a window gives the same bits whatever else is encoded with it and however many threads run.
  Vectors encode(const Tokens& tokens, Scratch& scratch) const;
  Windows windows(const Tokens& tokens) const;

  const ModelConfig& config() const { return config_; }

 private:
  struct Norm {
    std::vector<float> weight;
    std::vector<float> bias;
  };
  struct Layer {
    Linear qkv;
    Linear attention_out;
    Norm attention_norm;
    Linear up;
    Linear down;
    Norm ffn_norm;
  };
  struct Batch;

  Encoder() = default;
  static Result<Norm> load_norm(const WeightsFile& file, const std::string& name);
  static Result<Layer> load_layer(const WeightsFile& file, const std::string& name);
  void embed(const Batch& batch, float* x) const;
  void apply_layer(const Layer& layer, const Batch& batch, float* x, Scratch& scratch) const;
  void normalise(const Norm& norm, const float* y, std::size_t rows, float* x) const;

  ModelConfig config_;
  WordPieces pieces_;
  StoredMatrix words_;  // read row by row where they lie
  Matrix positions_;
  Matrix shapes_;
  Norm embedding_norm_;
  std::vector<Layer> layers_;
};

}  // namespace casus
