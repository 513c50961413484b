// The activations file (docs/formats/model.md, "Activations to test against") and the model it belongs to.
#pragma once

#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "tensor/matrix.h"
#include "token/tokens.h"

namespace casus {

// CASUS_TEST_MODEL and CASUS_TEST_ACTIVATIONS name other files than those of the project.
inline std::string model_path() {
  const char* given = std::getenv("CASUS_TEST_MODEL");
  return given != nullptr ? given : CASUS_MODEL;
}
inline std::string activations_path() {
  const char* given = std::getenv("CASUS_TEST_ACTIVATIONS");
  return given != nullptr ? given : CASUS_ACTIVATIONS;
}
inline bool exists(const std::string& path) { return std::ifstream(path).good(); }

inline std::string read_bytes(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

// Our own file, so it is trusted.
class Safetensors {
 public:
  explicit Safetensors(const std::string& path) : bytes_(read_bytes(path)) {
    std::uint64_t size = 0;
    std::memcpy(&size, bytes_.data(), 8);
    data_ = 8 + size;
    header_ = nlohmann::json::parse(bytes_.substr(8, size));
  }
  std::string metadata(const char* key) const { return header_.at("__metadata__").at(key); }

  // A vector is a matrix of one column.
  Matrix floats(const std::string& name) const { return read<float>(name, "F32"); }
  Matrix integers(const std::string& name) const { return read<std::int32_t>(name, "I32"); }

 private:
  template <class Value>
  Matrix read(const std::string& name, const char* type) const {
    const auto& entry = header_.at(name);
    if (entry.at("dtype") != type) throw std::runtime_error(name + " is no " + type);
    const auto& shape = entry.at("shape");
    Matrix matrix(shape[0], shape.size() > 1 ? shape[1].get<std::size_t>() : 1);
    const std::size_t begin = data_ + entry.at("data_offsets")[0].get<std::size_t>();
    for (std::size_t i = 0; i < matrix.values.size(); ++i) {
      Value value;
      std::memcpy(&value, bytes_.data() + begin + i * sizeof value, sizeof value);
      matrix.values[i] = static_cast<float>(value);
    }
    return matrix;
  }
  std::string bytes_;
  std::size_t data_ = 0;
  nlohmann::json header_;
};

inline Tokens tokens_of(const nlohmann::json& sentences) {
  Tokens tokens;
  for (const auto& sentence : sentences) {
    const std::size_t first = tokens.tokens.size();
    for (const auto& form : sentence) tokens.tokens.push_back({.form = form});
    tokens.sentences.push_back({first, tokens.tokens.size()});
  }
  return tokens;
}

}  // namespace casus
