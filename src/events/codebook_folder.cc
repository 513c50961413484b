#include "events/codebook_folder.h"

#include <algorithm>
#include <filesystem>

#include "core/rule_table.h"

namespace casus {
namespace {

namespace fs = std::filesystem;

constexpr const char* kBuiltIn = "plover";
constexpr const char* kParts[] = {"ontology", "lexicon/parts", "situations", "ledgers"};

// In the order of their names; nothing where the folder cannot be read.
std::vector<std::string> tables_in(const fs::path& folder) {
  std::vector<std::string> files;
  std::error_code failure;
  for (const auto& entry : fs::directory_iterator(folder, failure))
    if (entry.path().extension() == ".tsv") files.push_back(entry.path().string());
  std::sort(files.begin(), files.end());
  return files;
}

std::string names_in(const fs::path& folder) {
  std::string names;
  for (const std::string& file : tables_in(folder)) names += (names.empty() ? "" : ", ") + fs::path(file).filename().string();
  return names;
}

// A table whose name is misspelt would be passed over in silence.
std::optional<Error> unknown_table(const fs::path& codebook, const fs::path& rules) {
  for (const char* part : kParts)
    for (const std::string& file : tables_in(codebook / part))
      if (!fs::exists(rules / part / fs::path(file).filename()))
        return Error{file + ": no table of that name is read; those of " + part + " are " + names_in(rules / part)};
  return std::nullopt;
}

}  // namespace

Result<CodebookFolder> open_codebook(const std::string& path, const std::string& rules) {
  const fs::path folder = path;
  if (!fs::is_directory(folder)) return Error{path + ": is no folder: name the folder of a codebook (docs/formats/codebook.md)"};
  const std::string file = (folder / "codebook.tsv").string();
  if (!fs::exists(file)) return Error{file + ": is not there: a codebook gives its name and version in it (docs/formats/codebook.md)"};
  const auto table = read_rules(file, {"name", "version", "extends"}, 2);
  if (!table) return table.error();
  if (table->rows.size() != 1)
    return Error{file + ": " + std::to_string(table->rows.size()) + " rows: a codebook has one name, in one row"};
  const auto& row = table->rows.front();
  if (row[0].empty() || row[1].empty()) return Error{table->place(0) + ": a codebook needs a name and a version"};
  if (!row[2].empty() && row[2] != kBuiltIn)
    return Error{table->place(0) + ": a codebook extends " + kBuiltIn + " or nothing (an empty cell), not '" + row[2] + "'"};
  CodebookFolder result{.path = folder.string(), .codebook = {.name = row[0], .version = row[1]}, .extends = !row[2].empty()};
  if (auto error = unknown_table(folder, rules)) return *error;
  const fs::path types = folder / "ontology" / "types.tsv";
  if (!result.extends && !fs::exists(types))
    return Error{types.string() + ": is not there: a codebook that does not extend " + kBuiltIn + " names its types in it"};
  if (tables_in(folder / "lexicon").empty())
    return Error{(folder / "lexicon").string() +
                 ": holds no table of frames (*.tsv): without them nothing would be coded by this codebook"};
  return result;
}

RuleFiles::RuleFiles(std::string folder, std::string part, const std::optional<CodebookFolder>& codebook)
    : folder_(std::move(folder)),
      own_folder_(codebook ? (fs::path(codebook->path) / part).string() : std::string()),
      built_in_codes_(!codebook || codebook->extends) {}

std::vector<std::string> RuleFiles::own(const std::string& name) const {
  if (own_folder_.empty()) return {};
  std::string file = own_folder_ + "/" + name;
  return fs::exists(file) ? std::vector{std::move(file)} : std::vector<std::string>();
}

std::vector<std::string> RuleFiles::coding(const std::string& name) const {
  auto files = own(name);
  if (built_in_codes_) files.push_back(folder_ + "/" + name);
  return files;
}

std::vector<std::string> RuleFiles::general(const std::string& name) const {
  auto files = own(name);
  files.push_back(folder_ + "/" + name);
  return files;
}

Result<std::vector<std::string>> RuleFiles::all_coding() const {
  std::vector<std::string> files;
  if (!own_folder_.empty()) files = tables_in(own_folder_);
  if (!built_in_codes_) return files;
  const auto built_in = tables_in(folder_);
  if (!fs::is_directory(folder_)) return Error{folder_ + ": cannot be read; check that the folder of the rules is complete"};
  files.insert(files.end(), built_in.begin(), built_in.end());
  return files;
}

bool RuleFiles::is_own(const std::string& file) const { return !own_folder_.empty() && file.starts_with(own_folder_ + "/"); }

}  // namespace casus
