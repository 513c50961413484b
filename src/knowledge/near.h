// Strings and lists of a file that is used where it is mapped: each says how far from itself its content lies, so nothing in the file
// is a pointer and nothing has to be set right after loading.
#pragma once

#include <compare>
#include <concepts>
#include <cstdint>
#include <ostream>
#include <span>
#include <string_view>

#include "core/check.h"

namespace casus {

// At most 65,535 items that lie elsewhere: 48 bits of distance in bytes, modulo 2^48 (no address is longer), below them 16 of count.
// A copy measures its distance anew. Views `items`, which must outlive it.
template <class T>
class NearList {
 public:
  NearList() = default;
  NearList(std::span<const T> items) { view(items); }
  NearList(const NearList& other) { view(other); }
  NearList& operator=(const NearList& other) {
    view(other);
    return *this;
  }
  ~NearList() = default;

  const T* data() const { return reinterpret_cast<const T*>((here() + (bits_ >> kCountBits)) & kAddress); }
  std::size_t size() const { return bits_ & kMost; }
  bool empty() const { return size() == 0; }
  const T* begin() const { return data(); }
  const T* end() const { return data() + size(); }
  const T& front() const { return *begin(); }
  const T& back() const { return *(end() - 1); }
  const T& operator[](std::size_t i) const { return begin()[i]; }
  operator std::span<const T>() const { return {data(), size()}; }

  static constexpr std::size_t kMost = 0xffff;

 private:
  static_assert(sizeof(std::uintptr_t) == 8, "distances are made for addresses of 64 bits");
  static constexpr unsigned kCountBits = 16;
  static constexpr std::uint64_t kAddress = (std::uint64_t{1} << 48) - 1;

  std::uint64_t here() const { return reinterpret_cast<std::uintptr_t>(this); }
  void view(std::span<const T> items) {
    CASUS_CHECK(items.size() <= kMost);
    const std::uint64_t there = reinterpret_cast<std::uintptr_t>(items.data());
    bits_ = items.empty() ? 0 : ((there - here()) & kAddress) << kCountBits | items.size();
  }

  std::uint64_t bits_ = 0;
};

class Text;
template <class T>
concept TextLike = std::convertible_to<const T&, std::string_view> && !std::same_as<T, Text>;

// UTF-8, to be used like a std::string_view.
class Text {
 public:
  Text() = default;
  Text(std::string_view text) : letters_(std::span(text.data(), text.size())) {}
  Text(const char* text) : Text(std::string_view(text)) {}

  std::string_view view() const { return {letters_.data(), letters_.size()}; }
  operator std::string_view() const { return view(); }
  bool empty() const { return letters_.empty(); }
  std::size_t size() const { return letters_.size(); }
  bool starts_with(std::string_view text) const { return view().starts_with(text); }

  friend bool operator==(const Text& a, const Text& b) { return a.view() == b.view(); }
  template <TextLike Other>
  friend bool operator==(const Text& a, const Other& b) {
    return a.view() == std::string_view(b);
  }
  friend std::strong_ordering operator<=>(const Text& a, const Text& b) { return a.view() <=> b.view(); }
  template <TextLike Other>
  friend std::strong_ordering operator<=>(const Text& a, const Other& b) {
    return a.view() <=> std::string_view(b);
  }
  friend std::ostream& operator<<(std::ostream& out, const Text& text) { return out << text.view(); }

 private:
  NearList<char> letters_;
};

}  // namespace casus
