// Places in a report's text.
#pragma once

#include <compare>
#include <cstddef>
#include <vector>

namespace casus {

// [start, end) in Unicode code points of Document::text.
struct Span {
  std::size_t start = 0;
  std::size_t end = 0;

  auto operator<=>(const Span&) const = default;
  std::size_t length() const { return end - start; }
  bool contains(const Span& other) const { return start <= other.start && other.end <= end; }
  bool overlaps(const Span& other) const { return start < other.end && other.start < end; }
};

using Spans = std::vector<Span>;

}  // namespace casus
