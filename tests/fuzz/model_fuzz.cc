// Bytes -> model file: whatever they are, they open or are refused with one line, and what opens can be read.
#include <algorithm>

#include "fuzz.h"
#include "tensor/weights_file.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto file = casus::WeightsFile::from_bytes(std::string(as_text(data, size)), "input");
  if (!file) {
    const std::string& message = file.error().message;
    require(message.starts_with("input") && std::count(message.begin(), message.end(), '\n') == 0, "a refusal is one line with its origin");
    return 0;
  }
  const auto labels = file->labels("upos");
  require(!labels || !labels->empty(), "a head has labels");
  if (const auto matrix = file->matrix("matrix", 2, 3)) matrix->matrix();
  if (const auto vector = file->vector("vector", 3)) require(vector->size() == 3, "a vector has the size that was asked for");
  return 0;
}
