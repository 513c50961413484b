// A codebook of the user's: a folder in the form of rules/, whose types and frames stand in the place of the built-in ones, or before them.
// Format: docs/formats/codebook.md.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "casus/record.h"
#include "casus/result.h"

namespace casus {

struct CodebookFolder {
  std::string path;
  Codebook codebook;
  bool extends = false;  // the built-in types and frames hold too
};

// Reads codebook.tsv and sees that the folder holds what a codebook needs and no table that is none of those in `rules`. Errors name the
// file and what to do.
Result<CodebookFolder> open_codebook(const std::string& path, const std::string& rules);

// The files that the tables of one folder of rules/ are read from, the codebook's before the built-in one.
class RuleFiles {
 public:
  // `folder` is that of the built-in tables, `part` its name ("ontology").
  RuleFiles(std::string folder, std::string part, const std::optional<CodebookFolder>& codebook);

  // Tables that code events: the built-in one holds where there is no codebook, or it extends.
  std::vector<std::string> coding(const std::string& name) const;
  // Tables on language and on CAMEO: the built-in one always holds.
  std::vector<std::string> general(const std::string& name) const;
  // Files *.tsv of the folders that code events, by name, the codebook's first.
  Result<std::vector<std::string>> all_coding() const;

  bool has_codebook() const { return !own_folder_.empty(); }
  // Whether the file is of the codebook.
  bool is_own(const std::string& file) const;

 private:
  std::vector<std::string> own(const std::string& name) const;

  std::string folder_;
  std::string own_folder_;  // empty: no codebook
  bool built_in_codes_;
};

}  // namespace casus
