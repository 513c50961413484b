#include "tensor/scratch.h"

#include <algorithm>
#include <cstdlib>
#include <new>

namespace casus {
namespace {

constexpr std::size_t kLine = 64 / sizeof(float);
// Most requests of one encoder layer fit into one chunk.
constexpr std::size_t kSmallestChunk = (1 << 20) / sizeof(float);

std::size_t whole_lines(std::size_t count) { return (count + kLine - 1) / kLine * kLine; }

}  // namespace

void Scratch::Free::operator()(float* memory) const { std::free(memory); }

std::size_t Scratch::bytes() const {
  std::size_t sum = 0;
  for (const Chunk& chunk : chunks_) sum += chunk.size * sizeof(float);
  return sum;
}

float* Scratch::take(std::size_t count) {
  const std::size_t size = whole_lines(std::max<std::size_t>(count, 1));
  while (chunk_ < chunks_.size() && chunks_[chunk_].size - used_ < size) {
    ++chunk_;
    used_ = 0;
  }
  if (chunk_ == chunks_.size()) {
    Chunk chunk;
    chunk.size = std::max(size, kSmallestChunk);
    auto* memory = static_cast<float*>(std::aligned_alloc(64, chunk.size * sizeof(float)));
    if (memory == nullptr) throw std::bad_alloc();
    chunk.memory.reset(memory);
    chunks_.push_back(std::move(chunk));
  }
  float* start = chunks_[chunk_].memory.get() + used_;
  used_ += size;
  return start;
}

}  // namespace casus
