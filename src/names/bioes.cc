#include "names/bioes.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

#include "core/check.h"

namespace casus {
namespace {

constexpr double kNever = -std::numeric_limits<double>::infinity();
// What a score that is no number counts as: far below all others, and finite, so that sums stay comparable.
constexpr double kLowest = -1e9;

std::optional<NameKind> kind_of(std::string_view name) {
  for (const NameKind kind : {NameKind::person, NameKind::organisation, NameKind::location, NameKind::other})
    if (label(kind) == name) return kind;
  return std::nullopt;
}

double finite(float score) { return std::isfinite(score) ? std::max(double{score}, kLowest) : kLowest; }

}  // namespace

std::string_view label(NameKind kind) {
  switch (kind) {
    case NameKind::person:
      return "PER";
    case NameKind::organisation:
      return "ORG";
    case NameKind::location:
      return "LOC";
    case NameKind::other:
      return "MISC";
  }
  return "MISC";
}

Result<Bioes> Bioes::make(const std::vector<std::string>& labels) {
  constexpr std::string_view kParts = "BIES";
  Bioes made;
  for (const std::string& name : labels) {
    if (name == "O") {
      made.labels_.push_back({});
      continue;
    }
    const auto part = name.size() > 2 && name[1] == '-' ? kParts.find(name[0]) : std::string_view::npos;
    const auto kind = part != std::string_view::npos ? kind_of(std::string_view(name).substr(2)) : std::nullopt;
    if (!kind) return Error{"label '" + name.substr(0, 40) + "' is no BIOES label of a known kind"};
    made.labels_.push_back({static_cast<Part>(part + 1), *kind});
  }
  const bool outside =
      std::any_of(made.labels_.begin(), made.labels_.end(), [](const Label& label) { return label.part == Part::outside; });
  if (!outside) return Error{"there is no label O"};
  return made;
}

bool Bioes::may_follow(const Label& before, const Label& after) {
  if (closed(before)) return opens(after);
  return !opens(after) && before.kind == after.kind;
}

std::vector<std::size_t> Bioes::best(const Matrix& scores) const {
  const std::size_t words = scores.rows, count = labels_.size();
  if (words == 0) return {};
  CASUS_CHECK(scores.columns == count);
  std::vector<double> sums(count), next(count);
  std::vector<std::size_t> from(words * count);
  for (std::size_t j = 0; j < count; ++j) sums[j] = opens(labels_[j]) ? finite(scores.row(0)[j]) : kNever;
  for (std::size_t i = 1; i < words; ++i) {
    for (std::size_t j = 0; j < count; ++j) {
      next[j] = kNever;
      for (std::size_t k = 0; k < count; ++k) {
        if (sums[k] <= next[j] || !may_follow(labels_[k], labels_[j])) continue;
        next[j] = sums[k];
        from[i * count + j] = k;
      }
      next[j] += finite(scores.row(i)[j]);
    }
    sums.swap(next);
  }
  for (std::size_t j = 0; j < count; ++j)
    if (!closed(labels_[j])) sums[j] = kNever;
  std::vector<std::size_t> path(words);
  path[words - 1] = static_cast<std::size_t>(std::max_element(sums.begin(), sums.end()) - sums.begin());
  for (std::size_t i = words - 1; i > 0; --i) path[i - 1] = from[i * count + path[i]];
  return path;
}

std::vector<Name> Bioes::names(std::span<const std::size_t> labels) const {
  std::vector<Name> names;
  std::size_t first = 0;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    const Label& label = labels_[labels[i]];
    if (label.part == Part::begin || label.part == Part::single) first = i;
    if (label.part == Part::end || label.part == Part::single) names.push_back({{first, i + 1}, label.kind, 0});
  }
  return names;
}

}  // namespace casus
