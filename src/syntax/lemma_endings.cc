#include "syntax/lemma_endings.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "core/unicode.h"

namespace casus {
namespace {

constexpr std::array<std::string_view, 5> kOpenClasses = {"ADJ", "ADV", "AUX", "NOUN", "VERB"};
constexpr std::size_t kCandidates = 8;
// Chosen on UD EWT and GUM dev.
constexpr float kScoreWeight = 0.5f;
constexpr float kUnseen = 0.02f;

std::u32string key(std::size_t tag, std::u32string_view ending) {
  std::u32string made(1, static_cast<char32_t>(tag));
  return made += ending;
}

}  // namespace

Result<LemmaEndings> LemmaEndings::load(const WeightsFile& file, std::size_t tags, std::size_t scripts) {
  LemmaEndings made;
  for (const LemmaEnding& row : file.lemma_endings()) {
    const auto ending = from_utf8(row.ending);
    Counts counts{.scripts = row.scripts};
    bool sound = row.tag < tags && ending.has_value() && !ending->empty();
    for (const auto& [script, count] : row.scripts) {
      sound = sound && script < scripts;
      counts.sum += count;
    }
    if (!sound) return file.error("lemma_endings: there is no such tag or script, or no ending, at '" + row.ending.substr(0, 40) + "'");
    made.longest_ = std::max(made.longest_, ending->size());
    made.endings_[key(row.tag, *ending)] = std::move(counts);
  }
  return made;
}

const LemmaEndings::Counts* LemmaEndings::longest(std::string_view form, std::size_t tag) const {
  const std::u32string word = from_utf8(lower(form)).value_or(std::u32string());
  if (word.empty()) return nullptr;
  for (std::size_t length = std::min(longest_, word.size() - 1); length > 0; --length)
    if (const auto found = endings_.find(key(tag, std::u32string_view(word).substr(word.size() - length))); found != endings_.end())
      return &found->second;
  return nullptr;
}

std::size_t LemmaEndings::choose(std::span<const float> scores, std::string_view form, std::string_view upos, std::size_t tag) const {
  const auto first = static_cast<std::size_t>(std::max_element(scores.begin(), scores.end()) - scores.begin());
  if (std::find(kOpenClasses.begin(), kOpenClasses.end(), upos) == kOpenClasses.end()) return first;
  const Counts* counts = longest(form, tag);
  if (counts == nullptr) return first;
  std::vector<std::size_t> candidates(scores.size());
  std::iota(candidates.begin(), candidates.end(), std::size_t{0});
  const std::size_t kept = std::min(kCandidates, candidates.size());
  std::partial_sort(candidates.begin(), candidates.begin() + static_cast<std::ptrdiff_t>(kept), candidates.end(),
                    [&](std::size_t a, std::size_t b) { return scores[a] > scores[b] || (scores[a] == scores[b] && a < b); });
  candidates.resize(kept);
  const auto worth = [&](std::size_t script) {
    const auto found = std::find_if(counts->scripts.begin(), counts->scripts.end(), [&](const auto& seen) { return seen.index == script; });
    const float seen = found == counts->scripts.end() ? 0.0f : static_cast<float>(found->count);
    return kScoreWeight * scores[script] + std::log((seen + kUnseen) / static_cast<float>(counts->sum + 1));
  };
  return *std::max_element(candidates.begin(), candidates.end(), [&](std::size_t a, std::size_t b) { return worth(a) < worth(b); });
}

}  // namespace casus
