// The model file (docs/formats/model.md): opened by mmap, checked throughout, read by name.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "casus/arithmetic.h"
#include "casus/result.h"
#include "tensor/matrix.h"

namespace casus {

// The sizes of the model, by the names of the file's `config`.
struct ModelConfig {
  std::size_t hidden = 0;
  std::size_t layers = 0;
  std::size_t attention_heads = 0;
  std::size_t ffn = 0;
  std::size_t positions = 0;
  std::size_t window = 0;
  std::size_t arc = 0;
  std::size_t relation = 0;
  std::size_t link = 0;
  std::size_t max_pieces_per_word = 0;
  float layer_norm_eps = 0;
  std::vector<std::string> shapes;
  std::vector<std::size_t> distances;  // bounds of the classes of distance in words; rising
};

// How often words of a tag and an ending take each lemma script; tags and scripts by their places in the labels.
struct LemmaEnding {
  struct Script {
    std::size_t index = 0;
    std::size_t count = 0;
  };
  std::size_t tag = 0;
  std::string ending;
  std::vector<Script> scripts;
};

// A matrix as it lies in the file, whose bytes it keeps. Rows are dequantised when they are read.
class StoredMatrix {
 public:
  StoredMatrix() = default;

  std::size_t rows() const { return rows_; }
  std::size_t columns() const { return columns_; }
  // Writes row `i` (columns() floats).
  void read_row(std::size_t i, float* out) const;
  // Writes all rows after each other.
  void read(float* out) const;
  Matrix matrix() const;
  // As stored, rows after each other; empty where the file has floats. value = byte * scale of its row.
  std::span<const std::int8_t> bytes() const;
  std::span<const float> scales() const { return scales_; }

 private:
  friend class WeightsFile;
  std::size_t rows_ = 0;
  std::size_t columns_ = 0;
  std::shared_ptr<const void> bytes_;  // shared: the mapping that holds the values
  const std::byte* values_ = nullptr;  // int8 with scales, else float32 at any alignment
  std::vector<float> scales_;          // of rows; empty for float32
};

// Every failure is one line: the file, what is wrong, what to do. Nothing in a damaged or hostile file makes it crash.
// Immutable once opened; copies share the mapped bytes.
class WeightsFile {
 public:
  static Result<WeightsFile> open(const std::string& path, Arithmetic arithmetic = Arithmetic::int8);
  // The same from memory; `origin` stands in messages where a path would.
  static Result<WeightsFile> from_bytes(std::string bytes, std::string origin, Arithmetic arithmetic = Arithmetic::int8);

  const std::string& origin() const;
  const std::string& version() const;
  const ModelConfig& config() const;
  // How products with matrices that are stored in bytes shall be computed.
  Arithmetic arithmetic() const { return arithmetic_; }
  const std::vector<std::string>& vocabulary() const;
  const std::vector<LemmaEnding>& lemma_endings() const;

  // The labels of a head in the order of its outputs; at least one.
  Result<std::vector<std::string>> labels(std::string_view head) const;
  Result<StoredMatrix> matrix(std::string_view name, std::size_t rows, std::size_t columns) const;
  Result<std::vector<float>> vector(std::string_view name, std::size_t size) const;

  // A failure in the words of this file: "ORIGIN: WHAT; restore ...".
  Error error(std::string_view what) const;

 private:
  struct Contents;
  WeightsFile(std::shared_ptr<const Contents> contents, Arithmetic arithmetic) : contents_(std::move(contents)), arithmetic_(arithmetic) {}
  static Result<WeightsFile> check(std::shared_ptr<Contents> contents, Arithmetic arithmetic);
  std::shared_ptr<const Contents> contents_;  // shared: matrices of several heads refer to one mapping
  Arithmetic arithmetic_;
};

}  // namespace casus
