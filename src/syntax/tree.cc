#include <algorithm>

#include "syntax/parse.h"

namespace casus {

bool is_relation(std::string_view relation, std::string_view wanted) {
  return relation.starts_with(wanted) && (relation.size() == wanted.size() || relation[wanted.size()] == ':');
}

Tree::Tree(const Tokens& tokens, const Parse& parse) : parse_(&parse), children_(tokens.tokens.size()) {
  for (std::size_t i = 0; i < parse.words.size(); ++i)
    if (parse.words[i].head != kRoot) children_[parse.words[i].head].push_back(i);
}

std::vector<std::size_t> Tree::children(std::size_t token, std::string_view relation) const {
  std::vector<std::size_t> found;
  for (const std::size_t child : children_[token])
    if (is_relation(word(child).relation, relation)) found.push_back(child);
  return found;
}

bool Tree::has_child(std::size_t token, std::string_view relation) const {
  return std::any_of(children_[token].begin(), children_[token].end(),
                     [&](std::size_t child) { return is_relation(word(child).relation, relation); });
}

std::vector<std::size_t> Tree::subtree(std::size_t token) const {
  std::vector<std::size_t> found = {token};
  for (std::size_t next = 0; next < found.size(); ++next)
    found.insert(found.end(), children_[found[next]].begin(), children_[found[next]].end());
  std::sort(found.begin(), found.end());
  return found;
}

TokenRange Tree::extent(std::size_t token) const {
  const auto below = subtree(token);
  return {below.front(), below.back() + 1};
}

bool Tree::is_ancestor(std::size_t above, std::size_t below) const {
  for (std::size_t at = below; at != kRoot; at = word(at).head)
    if (at == above) return true;
  return false;
}

std::vector<std::size_t> Tree::conjuncts(std::size_t token) const {
  std::vector<std::size_t> found = {token};
  for (const std::size_t child : children(token, "conj")) found.push_back(child);
  return found;
}

}  // namespace casus
