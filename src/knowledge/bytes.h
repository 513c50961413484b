// The knowledge base as one block of bytes, in memory or mapped from a file (docs/formats/knowledge.md).
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "casus/result.h"
#include "knowledge/lists.h"

namespace casus {

// Aligned for every record; does not move with its owner.
class Bytes {
 public:
  Bytes() = default;
  static Bytes zeroes(std::size_t size);
  static Bytes copy_of(std::string_view bytes);
  // Mapped, read-only. Errors name the file.
  static Result<Bytes> map(const std::string& path);

  std::byte* data() { return start_.get(); }
  std::span<const std::byte> view() const { return {start_.get(), size_}; }
  std::string_view text() const { return {reinterpret_cast<const char*>(start_.get()), size_}; }

 private:
  struct Release {
    std::size_t mapped = 0;  // bytes; 0: on the heap
    void operator()(std::byte* start) const;
  };
  Bytes(std::unique_ptr<std::byte[], Release> start, std::size_t size) : start_(std::move(start)), size_(size) {}

  std::unique_ptr<std::byte[], Release> start_;
  std::size_t size_ = 0;
};

template <class T>
using Vector = std::vector<T>;

// What a slot's key is found by; the same on every machine.
std::size_t slot_of(std::string_view key, std::size_t slots);

// Lays out the lists; strings may lie anywhere, lists of lists in `lists`. `tables_checksum` tells from which tables they were made.
Bytes lay_out(const Lists<Vector>& lists, std::uint64_t tables_checksum);

// The lists in the bytes, once every record in them has been found to be sound: no access through them can leave the bytes.
// The error is one line that begins with `origin`.
Result<Lists<View>> open_lists(const Bytes& bytes, const std::string& origin);

// Did another version of casus compile them?
bool is_of_another_version(const Bytes& bytes);

}  // namespace casus
