#include "statements/sources.h"

#include <algorithm>

#include "statements/cue_places.h"
#include "statements/subjects.h"

namespace casus {
namespace {

// "according to the king": the noun that the words introduce; "in the words of the king": the noun below them.
std::vector<std::size_t> framed_source(const CueMatch& match, const Tree& tree) {
  const Word& word = tree.word(match.words.front());
  if (is_relation(word.relation, "case") && word.head != kRoot) return {word.head};
  for (const std::string_view relation : {"nmod", "obl", "obj"})
    if (const auto found = tree.children(match.words.front(), relation); !found.empty()) return {found.front()};
  return {};
}

// "The daily quoted him", "he was quoted by the daily"; "she came, but would not be drawn".
std::vector<std::size_t> quoted_source(std::size_t head, const CueMatch& match, const Tree& tree) {
  auto found = find_at({CueSlot::object, {}}, match, tree);
  const Word& word = tree.word(head);
  if (found.empty() && word.head != kRoot && is_relation(word.relation, "conj") && is_passive(head, tree))
    return find_subjects(word.head, tree);
  return found;
}

// "men said to have fled", "asked whether they fled, he ...": others say it.
bool is_asked(std::size_t head, const CueMatch& match, const Tree& tree) {
  return match.rule->kind == CueKind::verb && is_reduced_passive(head, tree);
}

class SourceCompleter {
 public:
  SourceCompleter(const Tokens& tokens, const Tree& tree) : tokens_(tokens), tree_(tree) {}

  void complete(Proposal& p) const {
    std::vector<std::size_t> heads;
    if (p.match) heads = sources_by_tree(p.head, *p.match, tree_);
    else if (p.head != kRoot) heads = find_subjects(p.head, tree_);
    if (heads.empty() && p.source.size() == 1 && is_relative(p.source.front())) heads = antecedent(p.source.front().first);
    if (p.match && p.match->rule->kind == CueKind::quote && !heads.empty()) p.source.clear();
    keep_likely_source(p, heads);
    if (heads.empty() && p.match && is_asked(p.head, *p.match, tree_)) p.source.clear();
    if (p.source.empty()) {
      if (p.match) p.source = nominal_ranges(heads);
    } else {
      std::erase_if(heads, [&](std::size_t head) { return !holds(p.source, head); });
      if (heads.empty()) heads = heads_of(p.source, tree_);
      for (TokenRange& range : p.source)
        while (range.size() > 1 && ends_loosely(range.last - 1)) --range.last;
    }
    p.source_heads = std::move(heads);
  }

 private:
  // "Kim, who"
  bool ends_loosely(std::size_t token) const {
    const Word& word = tree_.word(token);
    return word.upos == "PUNCT" || word.xpos == "WP" || word.xpos == "WDT";
  }

  // "who", "which": the tree knows whom they mean.
  bool is_relative(const TokenRange& range) const {
    return range.size() == 1 && (tree_.word(range.first).xpos == "WP" || tree_.word(range.first).xpos == "WDT");
  }

  // The whole of the nominal that ends before "who".
  std::vector<std::size_t> antecedent(std::size_t relative) const {
    if (relative == 0) return {};
    std::size_t at = relative - 1;
    if (tree_.word(at).upos == "PUNCT" && at > 0) --at;
    if (!is_nominal(at)) return {};
    while (tree_.word(at).head != kRoot && tree_.word(at).head < at && is_nominal(tree_.word(at).head)) at = tree_.word(at).head;
    return {at};
  }

  bool is_nominal(std::size_t token) const {
    const std::string& upos = tree_.word(token).upos;
    return upos == "NOUN" || upos == "PROPN" || upos == "PRON";
  }

  // Of several sources that the model marks: those that the tree has too, else the nearest; none of another sentence if the tree has one.
  void keep_likely_source(Proposal& p, const std::vector<std::size_t>& heads) const {
    if (p.source.empty() || p.head == kRoot) return;
    if (!heads.empty()) std::erase_if(p.source, [&](const TokenRange& range) { return is_relative(range); });
    if (p.source.empty()) return;
    const auto has_head = [&](const TokenRange& range) {
      return std::any_of(heads.begin(), heads.end(), [&](std::size_t head) { return range.contains(head); });
    };
    if (std::any_of(p.source.begin(), p.source.end(), has_head)) {
      std::erase_if(p.source, [&](const TokenRange& range) { return !has_head(range); });
      std::vector<std::size_t> words;
      for (const TokenRange& range : nominal_ranges(heads))
        for (std::size_t at = range.first; at < range.last; ++at) words.push_back(at);
      add_words(p.source, std::move(words), tokens_);
      return;
    }
    const auto distance = [&](const TokenRange& range) { return range.first > p.head ? range.first - p.head : p.head - range.first; };
    const auto nearest = *std::min_element(p.source.begin(), p.source.end(),
                                           [&](const TokenRange& a, const TokenRange& b) { return distance(a) < distance(b); });
    const bool same_sentence = tokens_.sentence_of(nearest.first) == tokens_.sentence_of(p.head);
    p.source = same_sentence || heads.empty() ? std::vector<TokenRange>{nearest} : std::vector<TokenRange>{};
  }

  std::vector<TokenRange> nominal_ranges(const std::vector<std::size_t>& heads) const {
    std::vector<TokenRange> ranges;
    for (const std::size_t head : heads) {
      const auto words = ranges_of(nominal_words(head, tree_), tokens_);
      ranges.insert(ranges.end(), words.begin(), words.end());
    }
    return ranges;
  }

  const Tokens& tokens_;
  const Tree& tree_;
};

}  // namespace

std::vector<std::size_t> sources_by_tree(std::size_t head, const CueMatch& match, const Tree& tree) {
  if (match.rule->kind == CueKind::source) return framed_source(match, tree);
  if (match.rule->kind == CueKind::quote) return quoted_source(head, match, tree);
  if (match.rule->kind == CueKind::adjective)
    if (const auto subjects = tree.children(head, "nsubj:pass"); !subjects.empty()) return {subjects.front()};  // "was not convinced"
  if (is_asked(head, match, tree)) return find_at({CueSlot::preposition, "by"}, match, tree);
  return find_subjects(head, tree, is_courtesy(match.act()) ? Control::subject : Control::object);
}

void complete_source(Proposal& proposal, const Tokens& tokens, const Tree& tree) { SourceCompleter(tokens, tree).complete(proposal); }

bool is_courtesy(std::string_view act) { return act == "congratulate" || act == "thank" || act == "condole" || act == "apologise"; }

}  // namespace casus
