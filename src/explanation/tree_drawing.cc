// Below each head's first letter, from its first to its last dependent, runs a line; whatever stands between belongs to one of them and is
// further to the right. Only where edges cross is a line broken by a word that stands further to the left.
#include "explanation/tree_drawing.h"

#include <algorithm>

#include "core/unicode.h"

namespace casus {
namespace {

constexpr std::size_t kStep = 3;

std::size_t depth_of(std::size_t token, const Parse& parse) {
  std::size_t depth = 0;
  for (std::size_t at = parse.words[token].head; at != kRoot && depth < parse.words.size(); at = parse.words[at].head) ++depth;
  return depth;
}

}  // namespace

std::vector<std::string> draw_tree(const Parse& parse, TokenRange sentence) {
  std::vector<std::u32string> rows;
  for (std::size_t token = sentence.first; token < sentence.last; ++token) rows.emplace_back(kStep * depth_of(token, parse), U' ');
  for (std::size_t head = sentence.first; head < sentence.last; ++head) {
    const auto is_child = [&](std::size_t token) { return parse.words[token].head == head; };
    std::size_t first = head, last = head;
    for (std::size_t token = sentence.first; token < sentence.last; ++token) {
      if (!is_child(token)) continue;
      first = std::min(first, token);
      last = std::max(last, token);
    }
    const std::size_t column = rows[head - sentence.first].size();
    for (std::size_t token = first; token <= last; ++token) {
      std::u32string& row = rows[token - sentence.first];
      if (token == head || row.size() <= column) continue;
      if (!is_child(token)) {
        row[column] = U'│';
        continue;
      }
      row[column] = token == first ? U'╭' : token == last ? U'╰' : U'├';
      row[column + 1] = U'─';
    }
  }
  std::vector<std::string> lines;
  for (const std::u32string& row : rows) lines.push_back(to_utf8(row));
  return lines;
}

}  // namespace casus
