#include "ledgers/stance_patterns.h"

#include <algorithm>
#include <array>

#include "core/inflections.h"
#include "core/unicode.h"
#include "statements/cues.h"

namespace casus {
namespace {

// What stands below these is a clause or a thing of its own.
constexpr std::array<std::string_view, 5> kForeign = {"parataxis", "acl:relcl", "punct", "mark", "expl"};

bool is_foreign(const Word& word) {
  return std::any_of(kForeign.begin(), kForeign.end(), [&](std::string_view relation) { return is_relation(word.relation, relation); });
}

bool is_one_of(std::size_t token, const std::set<std::string>& alternatives, const Tokens& tokens, const Tree& tree) {
  return alternatives.contains(lower(tree.word(token).lemma)) || alternatives.contains(lower(tokens.tokens[token].form));
}

// The nearest below the words found so far, at most two steps away.
std::optional<std::size_t> find_below(const std::vector<std::size_t>& above, const std::set<std::string>& alternatives,
                                      const Tokens& tokens, const Tree& tree) {
  constexpr int kDeepest = 2;
  std::vector<std::size_t> level = above;
  for (int depth = 0; depth < kDeepest; ++depth) {
    std::vector<std::size_t> next;
    for (const std::size_t token : level)
      for (const std::size_t child : tree.children(token)) {
        if (is_foreign(tree.word(child)) || (token == above.front() && is_relation(tree.word(child).relation, "conj"))) continue;
        const bool is_new = std::find(above.begin(), above.end(), child) == above.end();
        if (is_new && is_one_of(child, alternatives, tokens, tree)) return child;
        next.push_back(child);
      }
    level = std::move(next);
  }
  return std::nullopt;
}

std::optional<std::vector<std::size_t>> find_words(const StancePattern& pattern, std::size_t head, const Tokens& tokens, const Tree& tree) {
  std::vector<std::size_t> words = {head};
  for (std::size_t i = 1; i < pattern.words.size(); ++i) {
    const auto found = find_below(words, pattern.words[i], tokens, tree);
    if (!found) return std::nullopt;
    words.push_back(*found);
  }
  return words;
}

const std::string& stance_of(const StancePattern& pattern, const std::vector<std::size_t>& words, const Tree& tree) {
  return is_told_negated(words, tree) ? pattern.negated_stance : pattern.stance;
}

}  // namespace

StancePatterns::StancePatterns(std::vector<StancePattern> patterns) : patterns_(std::move(patterns)) {
  for (StancePattern& pattern : patterns_)
    for (std::set<std::string>& alternatives : pattern.words)
      for (const std::string& word : std::set<std::string>(alternatives))
        for (const std::string& form : regular_forms(word)) alternatives.insert(form);
  for (std::size_t i = 0; i < patterns_.size(); ++i)
    for (const std::string& head : patterns_[i].words.front()) by_head_[head].push_back(i);
}

std::optional<StanceMatch> StancePatterns::match(std::size_t token, StancePart part, const Tokens& tokens, const Tree& tree) const {
  const StancePattern* best = nullptr;
  std::vector<std::size_t> words;
  const auto try_head = [&](const std::string& head) {
    const auto candidates = by_head_.find(head);
    if (candidates == by_head_.end()) return;
    for (const std::size_t index : candidates->second) {
      const StancePattern& pattern = patterns_[index];
      if (pattern.part != part || (best && pattern.words.size() <= best->words.size())) continue;
      auto found = find_words(pattern, token, tokens, tree);
      if (!found || stance_of(pattern, *found, tree).empty()) continue;
      best = &pattern;
      words = *std::move(found);
    }
  };
  const std::string lemma = lower(tree.word(token).lemma), form = lower(tokens.tokens[token].form);
  try_head(lemma);
  if (form != lemma) try_head(form);
  if (!best) return std::nullopt;
  return StanceMatch{best, stance_of(*best, words, tree), std::move(words)};
}

bool is_told_negated(const std::vector<std::size_t>& words, const Tree& tree) {
  if (is_negated(words, tree)) return true;
  const Word& head = tree.word(words.front());
  return is_relation(head.relation, "conj") && !tree.has_child(words.front(), "nsubj") && is_negated({head.head}, tree);
}

}  // namespace casus
