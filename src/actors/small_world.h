// For tests: a knowledge base small enough to be read beside what is expected of it.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <stdexcept>
#include <string>

#include "knowledge/knowledge.h"

namespace casus {

// The tables of tests/data/knowledge with `tables` in the place of those of the same file names. Throws where a row is not sound.
inline Knowledge small_world(const std::map<std::string, std::string>& tables) {
  std::string folder = (std::filesystem::temp_directory_path() / "casus-kb-XXXXXX").string();
  if (!mkdtemp(folder.data())) throw std::runtime_error("no temporary folder: " + folder);
  std::filesystem::copy("tests/data/knowledge", folder);
  for (const auto& [file, text] : tables) std::ofstream(folder + "/" + file, std::ios::binary) << text;
  auto loaded = Knowledge::load(folder);
  std::filesystem::remove_all(folder);
  if (!loaded) throw std::runtime_error(loaded.error().message);
  return std::move(*loaded);
}

}  // namespace casus
