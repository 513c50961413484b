// Which lemma script a word takes: the encoder's scores, and how often words of that tag and ending take each script in the treebanks.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "casus/result.h"
#include "tensor/weights_file.h"

namespace casus {

class LemmaEndings {
 public:
  // The file's `lemma_endings`, for so many tags and scripts.
  static Result<LemmaEndings> load(const WeightsFile& file, std::size_t tags, std::size_t scripts);

  // The script of highest score; for words of open classes docs/formats/model.md says how their endings count.
  std::size_t choose(std::span<const float> scores, std::string_view form, std::string_view upos, std::size_t tag) const;

 private:
  struct Counts {
    std::vector<LemmaEnding::Script> scripts;
    std::size_t sum = 0;
  };
  const Counts* longest(std::string_view form, std::size_t tag) const;

  std::unordered_map<std::u32string, Counts> endings_;  // by tag and ending
  std::size_t longest_ = 0;                             // characters
};

}  // namespace casus
