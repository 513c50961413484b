// Memory for intermediate results that is taken and given back in the order of a stack: no allocation once it has grown.
#pragma once

#include <cstddef>
#include <memory>
#include <type_traits>
#include <vector>

namespace casus {

// One a thread; never shared.
class Scratch {
 public:
  Scratch() = default;
  Scratch(Scratch&&) noexcept = default;
  Scratch& operator=(Scratch&&) noexcept = default;
  std::size_t bytes() const;

  // What a frame hands out is valid until the frame ends. Frames end in the reverse order of their beginnings.
  class Frame {
   public:
    explicit Frame(Scratch& scratch) : scratch_(scratch), chunk_(scratch.chunk_), used_(scratch.used_) {}
    Frame(const Frame&) = delete;
    Frame& operator=(const Frame&) = delete;
    ~Frame() {
      scratch_.chunk_ = chunk_;
      scratch_.used_ = used_;
    }
    // `count` floats, aligned to 64 bytes, of undefined content.
    float* floats(std::size_t count) { return scratch_.take(count); }
    // The same for other plain types of up to 64 bytes.
    template <class T>
    T* take(std::size_t count) {
      static_assert(std::is_trivial_v<T>);
      return reinterpret_cast<T*>(scratch_.take((count * sizeof(T) + sizeof(float) - 1) / sizeof(float)));
    }

   private:
    Scratch& scratch_;
    std::size_t chunk_;
    std::size_t used_;
  };

 private:
  struct Free {
    void operator()(float* memory) const;
  };
  struct Chunk {
    std::unique_ptr<float[], Free> memory;
    std::size_t size = 0;
  };
  float* take(std::size_t count);

  std::vector<Chunk> chunks_;
  std::size_t chunk_ = 0;
  std::size_t used_ = 0;  // floats of chunks_[chunk_]; all chunks before it are full
};

}  // namespace casus
