#include "measuring.h"

#include <filesystem>
#include <fstream>
#include <iterator>

#include "core/unicode.h"
#include "reading/engine_parts.h"

namespace casus {

Result<std::string> content_of(const std::string& path) {
  if (std::filesystem::is_directory(path)) return Error{path + ": is a directory: name a gold file in it"};
  std::ifstream file(path, std::ios::binary);
  if (!file) return Error{path + ": cannot be opened: check the name and the rights"};
  return std::string{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::string count(std::size_t n, const std::string& noun) { return std::to_string(n) + " " + noun + (n == 1 ? "" : "s"); }

Document document_with(const std::u32string& text) {
  Document document;
  document.text = text;
  document.info.text = to_utf8(text);
  return document;
}

Structure structure_of_tokens(const Tokens& tokens, const std::vector<std::size_t>& starts, const Engine& engine) {
  Structure all;
  for_each_document(tokens, starts, [&](std::size_t first, std::size_t last) {
    append(all, find_structure(sentences_of(tokens, first, last), engine.parts()));
  });
  return all;
}

}  // namespace casus
