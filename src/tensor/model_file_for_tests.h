// Builds model files (docs/formats/model.md) in memory, sound or broken on purpose. For tests only.
#pragma once

#include <xxhash.h>

#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <map>
#include <nlohmann/json.hpp>
#include <random>
#include <string>
#include <vector>

#include "tensor/matrix.h"

namespace casus {

class ModelFileBuilder {
 public:
  std::map<std::string, std::string> metadata = {
      {"format", "casus-model-2"},
      {"version", "2000-01-01.1"},
      {"config",
       R"({"hidden":32,"layers":2,"attention_heads":2,"ffn":64,"positions":64,"window":24,"layer_norm_eps":1e-12,"arc":8,"relation":6,"link":10,)"
       R"("distances":[2,3,5,9,17,33,65,129],"shapes":["none","lower","title","upper","mixed","digits","alphanumeric","other","title-initial"],"max_pieces_per_word":8})"},
      {"vocabulary", R"(["[PAD]","[UNK]","[CLS]","[SEP]","a"])"},
      {"labels", R"({"attribution":["O","B","I"]})"}};

  void add_floats(const std::string& name, const std::vector<std::size_t>& shape, const std::vector<float>& values) {
    add(name, "F32", shape, values.data(), values.size() * sizeof(float));
  }
  void add_bytes(const std::string& name, const std::vector<std::size_t>& shape, const std::vector<std::int8_t>& values) {
    add(name, "I8", shape, values.data(), values.size());
  }
  // Random values of about `size`; the same for the same seed.
  void add_random(const std::string& name, const std::vector<std::size_t>& shape, float size = 0.3f) {
    std::size_t count = 1;
    for (const std::size_t n : shape) count *= n;
    std::vector<float> values(count);
    for (float& value : values) value = size * (static_cast<float>(random_() % 2001) / 1000 - 1);
    add_floats(name, shape, values);
  }
  // int8 with scales of its rows.
  void add_random_quantised(const std::string& name, std::size_t rows, std::size_t columns, float size = 0.3f) {
    std::vector<std::int8_t> values(rows * columns);
    for (auto& value : values) value = static_cast<std::int8_t>(static_cast<int>(random_() % 255) - 127);
    add_bytes(name, {rows, columns}, values);
    std::vector<float> scales(rows);
    for (float& scale : scales) scale = size / 127 * (0.5f + static_cast<float>(random_() % 1000) / 1000);
    add_floats(name + ".scale", {rows}, scales);
  }

  nlohmann::json& entry(const std::string& name) { return tensors_[name]; }
  void erase(const std::string& name) { tensors_.erase(name); }
  std::string& data() { return data_; }

  std::string header(bool with_checksum = true) const {
    nlohmann::json all = tensors_;
    all["__metadata__"] = metadata;
    if (with_checksum) {
      char digits[17];
      std::snprintf(digits, sizeof digits, "%016llx", static_cast<unsigned long long>(XXH3_64bits(data_.data(), data_.size())));
      all["__metadata__"]["xxh3_64"] = digits;
    }
    return all.dump();
  }
  std::string bytes() const { return join(header(), data_); }

  static std::string join(const std::string& header, const std::string& data) {
    std::string bytes(8, '\0');
    for (std::size_t i = 0; i < 8; ++i) bytes[i] = static_cast<char>(static_cast<std::uint64_t>(header.size()) >> (8 * i) & 0xff);
    return bytes + header + data;
  }

 private:
  void add(const std::string& name, const char* type, const std::vector<std::size_t>& shape, const void* values, std::size_t size) {
    const std::size_t begin = data_.size();
    data_.append(static_cast<const char*>(values), size);
    tensors_[name] = {{"dtype", type}, {"shape", shape}, {"data_offsets", {begin, data_.size()}}};
  }

  nlohmann::json tensors_ = nlohmann::json::object();
  std::string data_;
  std::mt19937 random_{7};
};

}  // namespace casus
