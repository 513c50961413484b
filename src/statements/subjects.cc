#include "statements/subjects.h"

#include <optional>
#include <string_view>

#include "statements/cue_places.h"

namespace casus {
namespace {

// Walks up to the word whose subject is that of `verb` ("the king rose, saying": "rose"), and gives the heads of what speaks.
class SubjectFinder {
 public:
  SubjectFinder(const Tree& tree, Control control) : tree_(tree), control_(control) {}

  std::vector<std::size_t> find(std::size_t verb) const {
    std::size_t at = verb;
    for (int steps = 0; steps < kMostSteps && at != kRoot; ++steps) {
      if (is_passive(at, tree_)) return agents(at, at == verb);
      if (const auto subject = own_subject(at)) return {*subject};
      const Word& word = tree_.word(at);
      if (word.head == kRoot) return {};
      if (is_relation(word.relation, "acl")) return {word.head};
      if (is_relation(word.relation, "xcomp") && control_ == Control::object)
        if (const auto controller = object_of(word.head)) return {*controller};
      if (!takes_subject_from_above(word)) return {};
      at = word.head;
    }
    return {};
  }

 private:
  static constexpr int kMostSteps = 6;

  static bool takes_subject_from_above(const Word& word) {
    for (const std::string_view relation : {"conj", "xcomp", "advcl", "parataxis"})
      if (is_relation(word.relation, relation)) return relation != "advcl" || word.xpos == "VBG" || word.xpos == "VB" || word.xpos == "VBN";
    return false;
  }

  std::optional<std::size_t> object_of(std::size_t verb) const {
    for (const std::string_view relation : {"iobj", "obj"})
      if (const auto found = tree_.children(verb, relation); !found.empty()) return found.front();
    return std::nullopt;
  }

  std::optional<std::size_t> own_subject(std::size_t verb) const {
    for (const std::size_t subject : tree_.children(verb, "nsubj")) {
      const Word& word = tree_.word(subject);
      const bool relative = word.xpos == "WP" || word.xpos == "WDT" || word.lemma == "who" || word.lemma == "which";
      if (!relative) return subject;
      if (is_relation(tree_.word(verb).relation, "acl:relcl")) return tree_.word(verb).head;
    }
    return std::nullopt;
  }

  // Below a passive: "by the king". A clause that shares a passive's subject ("was killed, saying") is not spoken by its agent.
  std::vector<std::size_t> agents(std::size_t verb, bool own) const {
    if (!own) {
      const auto subjects = tree_.children(verb, "nsubj:pass");
      return subjects.empty() ? std::vector<std::size_t>{} : std::vector<std::size_t>{subjects.front()};
    }
    for (const std::size_t child : tree_.children(verb)) {
      const Word& word = tree_.word(child);
      if (is_relation(word.relation, "obl:agent") || (is_relation(word.relation, "obl") && has_introduction(child, "by", tree_)))
        return {child};
    }
    return {};
  }

  const Tree& tree_;
  Control control_;
};

}  // namespace

std::vector<std::size_t> find_subjects(std::size_t verb, const Tree& tree, Control control) {
  return SubjectFinder(tree, control).find(verb);
}

std::vector<std::size_t> nominal_words(std::size_t head, const Tree& tree) {
  auto words = tree.subtree(head);
  for (const std::size_t child : tree.children(head))
    for (const std::string_view relation : {"acl", "advcl", "parataxis", "case", "punct"})
      if (is_relation(tree.word(child).relation, relation)) remove_subtree(words, child, tree);
  return words;
}

}  // namespace casus
