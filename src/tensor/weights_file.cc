// Layout: 8 bytes N (little-endian), N bytes of JSON, the data. All offsets of the JSON count from the data's first byte.
//   {"__metadata__": {"format": ..., "config": "{...}", ...}, "embeddings.word": {"dtype": "I8", "shape": [r, c], "data_offsets": [a, b]},
//   ...}
// The order of the checks is that of trust: sizes, JSON, format name, checksum, then each tensor when it is asked for.
#include "tensor/weights_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xxhash.h>

#include <cerrno>
#include <cinttypes>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>

#include "core/check.h"
#include "tensor/kernels.h"

namespace casus {
namespace {

using nlohmann::json;

constexpr std::string_view kFormat = "casus-model-2";
// A header holds the vocabulary and a hundred tensors, well below 1 MB.
constexpr std::uint64_t kLongestHeader = 16 << 20;
// Sizes above are mistakes; products of two stay far from overflow.
constexpr std::size_t kLargestSize = 1 << 20;

enum class Kind { int8, float32 };

struct Tensor {
  Kind kind = Kind::float32;
  std::vector<std::size_t> shape;
  std::size_t begin = 0;
  std::size_t end = 0;
};

// The file's bytes, mapped or held.
class Bytes {
 public:
  explicit Bytes(std::string held) : held_(std::move(held)), data_(held_.data()), size_(held_.size()) {}
  Bytes(void* mapped, std::size_t size) : data_(static_cast<const char*>(mapped)), size_(size), mapped_(mapped) {}
  Bytes(const Bytes&) = delete;
  Bytes& operator=(const Bytes&) = delete;
  ~Bytes() {
    if (mapped_ != nullptr) munmap(mapped_, size_);
  }
  std::string_view view() const { return {data_, size_}; }

 private:
  std::string held_;
  const char* data_;
  std::size_t size_;
  void* mapped_ = nullptr;
};

std::string hex(std::uint64_t value) {
  char digits[17];
  std::snprintf(digits, sizeof digits, "%016" PRIx64, value);
  return digits;
}

std::string shape_name(const std::vector<std::size_t>& shape) {
  std::string name = "[";
  for (const std::size_t size : shape) name += (name.size() > 1 ? ", " : "") + std::to_string(size);
  return name + "]";
}

std::optional<std::size_t> as_size(const json& value, std::size_t largest) {
  if (!value.is_number_unsigned()) return std::nullopt;
  const auto size = value.get<std::uint64_t>();
  if (size > largest) return std::nullopt;
  return static_cast<std::size_t>(size);
}

std::optional<std::vector<std::string>> as_strings(const json& value) {
  if (!value.is_array() || value.empty()) return std::nullopt;
  std::vector<std::string> strings;
  strings.reserve(value.size());
  for (const json& item : value) {
    if (!item.is_string()) return std::nullopt;
    strings.push_back(item.get<std::string>());
  }
  return strings;
}

// At least one, each positive and above the one before.
std::optional<std::vector<std::size_t>> as_rising_sizes(const json& value, std::size_t largest) {
  if (!value.is_array() || value.empty()) return std::nullopt;
  std::vector<std::size_t> sizes;
  for (const json& item : value) {
    const auto size = as_size(item, largest);
    if (!size || *size <= (sizes.empty() ? 0 : sizes.back())) return std::nullopt;
    sizes.push_back(*size);
  }
  return sizes;
}

// Nothing, and `what` says why, where the entry does not describe bytes within the data.
std::optional<Tensor> as_tensor(const json& entry, std::size_t data_size, std::string& what) {
  const auto field = [&](const char* name) { return entry.is_object() && entry.contains(name) ? entry[name] : json(); };
  const json dtype = field("dtype"), shape = field("shape"), offsets = field("data_offsets");
  Tensor tensor;
  if (dtype == "I8") tensor.kind = Kind::int8;
  else if (dtype == "F32") tensor.kind = Kind::float32;
  else {
    what = "has type " + dtype.dump() + ", neither I8 nor F32";
    return std::nullopt;
  }
  std::size_t bytes = tensor.kind == Kind::int8 ? 1 : sizeof(float);
  if (!shape.is_array() || shape.empty() || shape.size() > 2) {
    what = "has no shape of one or two sizes";
    return std::nullopt;
  }
  for (const json& item : shape) {
    const auto size = as_size(item, kLargestSize);
    if (!size || *size == 0) {
      what = "has the size " + item.dump();
      return std::nullopt;
    }
    tensor.shape.push_back(*size);
    bytes *= *size;
  }
  const auto begin = offsets.is_array() && offsets.size() == 2 ? as_size(offsets[0], data_size) : std::nullopt;
  const auto end = begin ? as_size(offsets[1], data_size) : std::nullopt;
  if (!end || *end < *begin) {
    what = "lies outside the " + std::to_string(data_size) + " bytes of data";
    return std::nullopt;
  }
  if (*end - *begin != bytes) {
    what =
        "has " + std::to_string(*end - *begin) + " bytes where its shape " + shape_name(tensor.shape) + " needs " + std::to_string(bytes);
    return std::nullopt;
  }
  tensor.begin = *begin;
  tensor.end = *end;
  return tensor;
}

std::optional<std::vector<LemmaEnding>> as_lemma_endings(const json& list) {
  if (!list.is_array()) return std::nullopt;
  std::vector<LemmaEnding> endings;
  for (const json& row : list) {
    if (!row.is_array() || row.size() < 2 || !row[1].is_string()) return std::nullopt;
    const auto tag = as_size(row[0], kLargestSize);
    if (!tag) return std::nullopt;
    LemmaEnding& ending = endings.emplace_back(LemmaEnding{.tag = *tag, .ending = row[1].get<std::string>()});
    for (std::size_t i = 2; i < row.size(); ++i) {
      const bool pair = row[i].is_array() && row[i].size() == 2;
      const auto script = pair ? as_size(row[i][0], kLargestSize) : std::nullopt,
                 count = pair ? as_size(row[i][1], kLargestSize) : std::nullopt;
      if (!script || !count) return std::nullopt;
      ending.scripts.push_back({*script, *count});
    }
  }
  return endings;
}

std::optional<ModelConfig> as_config(const json& object, std::string& what) {
  ModelConfig config;
  const std::pair<const char*, std::size_t*> sizes[] = {{"hidden", &config.hidden},
                                                        {"layers", &config.layers},
                                                        {"attention_heads", &config.attention_heads},
                                                        {"ffn", &config.ffn},
                                                        {"positions", &config.positions},
                                                        {"window", &config.window},
                                                        {"arc", &config.arc},
                                                        {"relation", &config.relation},
                                                        {"link", &config.link},
                                                        {"max_pieces_per_word", &config.max_pieces_per_word}};
  constexpr std::size_t kLargestConfig = 1 << 14;
  for (const auto& [name, size] : sizes) {
    const auto found = object.is_object() && object.contains(name) ? as_size(object[name], kLargestConfig) : std::nullopt;
    if (!found || *found == 0) {
      what = std::string("config has no sensible `") + name + "`";
      return std::nullopt;
    }
    *size = *found;
  }
  const auto eps = object.find("layer_norm_eps");
  if (eps == object.end() || !eps->is_number() || !(eps->get<double>() >= 0 && eps->get<double>() < 1)) {
    what = "config has no sensible `layer_norm_eps`";
    return std::nullopt;
  }
  config.layer_norm_eps = eps->get<float>();
  const auto shapes = object.contains("shapes") ? as_strings(object["shapes"]) : std::nullopt;
  if (!shapes) {
    what = "config has no list `shapes`";
    return std::nullopt;
  }
  config.shapes = *shapes;
  auto distances = object.contains("distances") ? as_rising_sizes(object["distances"], kLargestConfig) : std::nullopt;
  if (!distances) {
    what = "config has no list `distances` of positive, rising whole numbers";
    return std::nullopt;
  }
  config.distances = *std::move(distances);
  return config;
}

}  // namespace

struct WeightsFile::Contents {
  Contents(std::string name, std::unique_ptr<Bytes> held) : origin(std::move(name)), bytes(std::move(held)) {}

  std::string origin;
  std::unique_ptr<Bytes> bytes;
  std::string_view data;
  std::string version;
  ModelConfig config;
  std::vector<std::string> vocabulary;
  std::vector<LemmaEnding> lemma_endings;
  std::map<std::string, std::vector<std::string>, std::less<>> labels;
  std::map<std::string, Tensor, std::less<>> tensors;
};

void StoredMatrix::read_row(std::size_t i, float* out) const {
  if (scales_.empty()) std::memcpy(out, values_ + i * columns_ * sizeof(float), columns_ * sizeof(float));
  else kernels().dequantise(reinterpret_cast<const std::int8_t*>(values_ + i * columns_), scales_[i], columns_, out);
}

void StoredMatrix::read(float* out) const {
  for (std::size_t i = 0; i < rows_; ++i) read_row(i, out + i * columns_);
}

std::span<const std::int8_t> StoredMatrix::bytes() const {
  if (scales_.empty()) return {};
  return {reinterpret_cast<const std::int8_t*>(values_), rows_ * columns_};
}

Matrix StoredMatrix::matrix() const {
  Matrix matrix(rows_, columns_);
  read(matrix.values.data());
  return matrix;
}

Error WeightsFile::error(std::string_view what) const {
  return Error{contents_->origin + ": " + std::string(what) + "; restore the model file that came with this version of casus"};
}

Result<WeightsFile> WeightsFile::open(const std::string& path, Arithmetic arithmetic) {
  const auto failure = [&](const std::string& what) {
    return Error{path + ": cannot read the model file: " + what + "; give the path of casus.safetensors"};
  };
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return failure(std::strerror(errno));
  struct stat status {};
  const bool known = fstat(file, &status) == 0;
  if (!known || !S_ISREG(status.st_mode)) {
    ::close(file);
    return failure("it is not a regular file");
  }
  const auto size = static_cast<std::size_t>(status.st_size);
  if (size == 0) {
    ::close(file);
    return check(std::make_shared<Contents>(path, std::make_unique<Bytes>(std::string())), arithmetic);
  }
  // The whole file is read at once for its checksum anyway.
  void* mapped = mmap(nullptr, size, PROT_READ, MAP_PRIVATE | MAP_POPULATE, file, 0);
  const int reason = errno;
  ::close(file);
  if (mapped == MAP_FAILED) return failure(std::strerror(reason));
  return check(std::make_shared<Contents>(path, std::make_unique<Bytes>(mapped, size)), arithmetic);
}

Result<WeightsFile> WeightsFile::from_bytes(std::string bytes, std::string origin, Arithmetic arithmetic) {
  return check(std::make_shared<Contents>(std::move(origin), std::make_unique<Bytes>(std::move(bytes))), arithmetic);
}

Result<WeightsFile> WeightsFile::check(std::shared_ptr<Contents> contents, Arithmetic arithmetic) {
  const WeightsFile file(contents, arithmetic);
  const std::string_view bytes = contents->bytes->view();
  if (bytes.size() < 8) return file.error("has only " + std::to_string(bytes.size()) + " bytes, not even a header's length");
  std::uint64_t header_size = 0;
  for (int i = 7; i >= 0; --i) header_size = header_size << 8 | static_cast<unsigned char>(bytes[static_cast<std::size_t>(i)]);
  if (header_size > kLongestHeader)
    return file.error("is not a safetensors file: its header would have " + std::to_string(header_size) + " bytes");
  if (header_size > bytes.size() - 8)
    return file.error("is cut short: " + std::to_string(bytes.size()) + " bytes with a header of " + std::to_string(header_size));
  const std::string_view head = bytes.substr(8, header_size);
  contents->data = bytes.substr(8 + header_size);

  const json header = json::parse(head, nullptr, false);
  if (!header.is_object()) return file.error("is not a safetensors file: its header is not a JSON object");
  const auto metadata = header.find("__metadata__");
  const auto text = [&](const char* key) -> std::string_view {
    if (metadata == header.end() || !metadata->is_object()) return {};
    const auto found = metadata->find(key);
    return found != metadata->end() && found->is_string() ? std::string_view(found->get_ref<const std::string&>()) : std::string_view{};
  };
  if (text("format") != kFormat)
    return file.error("is not a casus model of format " + std::string(kFormat) + " (its format is '" +
                      std::string(text("format").substr(0, 40)) + "')");

  std::size_t end = 0;
  for (const auto& [name, entry] : header.items()) {
    if (name == "__metadata__") continue;
    std::string what;
    const auto tensor = as_tensor(entry, contents->data.size(), what);
    if (!tensor) {
      const json offsets = entry.is_object() && entry.contains("data_offsets") ? entry["data_offsets"] : json();
      const bool cut = offsets.is_array() && offsets.size() == 2 && offsets[1].is_number_unsigned() &&
                       offsets[1].get<std::uint64_t>() > contents->data.size();
      return file.error((cut ? "is cut short: " : "") + ("tensor " + name.substr(0, 80) + " " + what));
    }
    end = std::max(end, tensor->end);
    contents->tensors.emplace(name, *tensor);
  }
  const std::string sum = hex(XXH3_64bits(contents->data.data(), contents->data.size()));
  if (text("xxh3_64") != sum)
    return file.error("is damaged: the checksum of its data is " + sum + ", its header says '" +
                      std::string(text("xxh3_64").substr(0, 16)) + "'");
  if (end != contents->data.size())
    return file.error("has " + std::to_string(contents->data.size() - end) + " bytes after its last tensor");

  contents->version = text("version");
  if (contents->version.empty()) return file.error("names no version");
  std::string what;
  const json config_json = json::parse(text("config"), nullptr, false);
  const auto config = as_config(config_json, what);
  if (!config) return file.error(what);
  contents->config = *config;
  auto vocabulary = as_strings(json::parse(text("vocabulary"), nullptr, false));
  if (!vocabulary) return file.error("has no list of strings `vocabulary`");
  contents->vocabulary = *std::move(vocabulary);
  if (!text("lemma_endings").empty()) {
    auto endings = as_lemma_endings(json::parse(text("lemma_endings"), nullptr, false));
    if (!endings) return file.error("has no list of tag, ending and scripts `lemma_endings`");
    contents->lemma_endings = *std::move(endings);
  }
  const json labels = json::parse(text("labels"), nullptr, false);
  if (!labels.is_object()) return file.error("has no object `labels`");
  for (const auto& [head_name, list] : labels.items()) {
    auto names = as_strings(list);
    if (!names) return file.error("has no list of strings as labels of " + head_name.substr(0, 80));
    contents->labels.emplace(head_name, *std::move(names));
  }
  return file;
}

const std::string& WeightsFile::origin() const { return contents_->origin; }
const std::string& WeightsFile::version() const { return contents_->version; }
const ModelConfig& WeightsFile::config() const { return contents_->config; }
const std::vector<std::string>& WeightsFile::vocabulary() const { return contents_->vocabulary; }
const std::vector<LemmaEnding>& WeightsFile::lemma_endings() const { return contents_->lemma_endings; }

Result<std::vector<std::string>> WeightsFile::labels(std::string_view head) const {
  const auto found = contents_->labels.find(head);
  if (found == contents_->labels.end()) return error("has no labels of " + std::string(head));
  return found->second;
}

Result<StoredMatrix> WeightsFile::matrix(std::string_view name, std::size_t rows, std::size_t columns) const {
  const auto found = contents_->tensors.find(name);
  if (found == contents_->tensors.end()) return error("has no tensor " + std::string(name));
  const Tensor& tensor = found->second;
  if (tensor.shape != std::vector<std::size_t>{rows, columns})
    return error("tensor " + std::string(name) + " has shape " + shape_name(tensor.shape) + " instead of " + shape_name({rows, columns}));
  StoredMatrix matrix;
  matrix.rows_ = rows;
  matrix.columns_ = columns;
  matrix.bytes_ = contents_;
  matrix.values_ = reinterpret_cast<const std::byte*>(contents_->data.data() + tensor.begin);
  if (tensor.kind == Kind::int8) {
    auto scales = vector(std::string(name) + ".scale", rows);
    if (!scales) return scales.error();
    matrix.scales_ = *std::move(scales);
  } else {
    for (std::size_t i = 0; i < rows * columns; ++i) {
      float value;
      std::memcpy(&value, matrix.values_ + i * sizeof value, sizeof value);
      if (!std::isfinite(value)) return error("tensor " + std::string(name) + " holds a value that is not a number");
    }
  }
  return matrix;
}

Result<std::vector<float>> WeightsFile::vector(std::string_view name, std::size_t size) const {
  const auto found = contents_->tensors.find(name);
  if (found == contents_->tensors.end()) return error("has no tensor " + std::string(name));
  const Tensor& tensor = found->second;
  if (tensor.kind != Kind::float32) return error("tensor " + std::string(name) + " has type I8 instead of F32");
  if (tensor.shape != std::vector<std::size_t>{size})
    return error("tensor " + std::string(name) + " has shape " + shape_name(tensor.shape) + " instead of " + shape_name({size}));
  std::vector<float> values(size);
  std::memcpy(values.data(), contents_->data.data() + tensor.begin, size * sizeof(float));
  for (const float value : values)
    if (!std::isfinite(value)) return error("tensor " + std::string(name) + " holds a value that is not a number");
  return values;
}

}  // namespace casus
