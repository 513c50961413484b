#include "statements/cue_places.h"

#include <algorithm>
#include <iterator>

namespace casus {
namespace {

bool is_clause(std::size_t token, const Tree& tree) {
  const Word& word = tree.word(token);
  if (is_relation(word.relation, "ccomp")) return true;
  return is_relation(word.relation, "acl") && !is_relation(word.relation, "acl:relcl") && has_introduction(token, "that", tree);
}

bool is_infinitive(std::size_t token, const Tree& tree) {
  const Word& word = tree.word(token);
  if (is_relation(word.relation, "xcomp")) return true;
  // "undertook to leave", where the tree has a purpose.
  if (word.xpos == "VB" && is_relation(word.relation, "advcl"))
    for (const std::size_t mark : tree.children(token, "mark"))
      if (mark == word.head + 1) return true;
  const bool non_finite = word.xpos == "VB" || word.xpos == "VBG";
  return non_finite && (is_relation(word.relation, "ccomp") || word.relation == "acl");
}

bool fits(const CuePlace& place, std::size_t child, bool passive, const Tree& tree) {
  const std::string& relation = tree.word(child).relation;
  switch (place.slot) {
    case CueSlot::clause:
      return is_clause(child, tree);
    case CueSlot::infinitive:
      return is_infinitive(child, tree);
    case CueSlot::object:
      if (tree.word(child).xpos == "WDT" || tree.word(child).xpos == "WP") return false;
      return is_relation(relation, "obj") || is_relation(relation, "iobj") || (passive && is_relation(relation, "nsubj:pass"));
    case CueSlot::predicate:
      return is_relation(relation, "xcomp") && tree.word(child).upos != "VERB" && tree.has_child(tree.word(child).head, "obj");
    case CueSlot::preposition:
      return !is_relation(relation, "nsubj") && has_introduction(child, place.preposition, tree);
    case CueSlot::quotation:
    case CueSlot::none:
      return false;
  }
  return false;
}

}  // namespace

std::vector<std::size_t> find_at(const CuePlace& place, const CueMatch& match, const Tree& tree) {
  std::vector<std::size_t> found;
  const bool passive = is_passive(match.words.front(), tree);
  for (const std::size_t word : match.words)
    for (const std::size_t child : tree.children(word)) {
      const bool part_of_cue = std::find(match.words.begin(), match.words.end(), child) != match.words.end();
      if (!part_of_cue && fits(place, child, passive, tree)) found.push_back(child);
    }
  return found;
}

bool has_introduction(std::size_t token, const std::string& lemma, const Tree& tree) {
  for (const std::size_t child : tree.children(token)) {
    const Word& w = tree.word(child);
    if ((is_relation(w.relation, "case") || is_relation(w.relation, "mark")) && w.lemma == lemma) return true;
  }
  return false;
}

bool is_passive(std::size_t verb, const Tree& tree) {
  return tree.has_child(verb, "nsubj:pass") || tree.has_child(verb, "aux:pass") ||
         (tree.word(verb).xpos == "VBN" && tree.has_child(verb, "obl:agent"));
}

bool is_reduced_passive(std::size_t verb, const Tree& tree) {
  const Word& word = tree.word(verb);
  const bool reduced = word.relation == "acl" || word.relation == "advcl";
  return reduced && word.xpos == "VBN" && !tree.has_child(verb, "aux") && !tree.has_child(verb, "nsubj");
}

void remove_subtree(std::vector<std::size_t>& from, std::size_t top, const Tree& tree) {
  const auto below = tree.subtree(top);
  std::vector<std::size_t> rest;
  std::set_difference(from.begin(), from.end(), below.begin(), below.end(), std::back_inserter(rest));
  from = std::move(rest);
}

}  // namespace casus
