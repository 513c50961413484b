#include "knowledge/tables.h"

#include <xxhash.h>

#include <algorithm>
#include <filesystem>
#include <unordered_set>

#include "core/unicode.h"

namespace casus {

const std::array<TableForm, kTables> kTableForms = {{
    {TableId::sources, "sources.tsv", "id\twhat\tlicence", true},
    {TableId::states, "states.tsv", "code\tname\tofficial\tsource", true},
    {TableId::state_codes, "state_codes.tsv", "state\tscheme\tcode\tfrom\tto\tsource", false, TableId::states},
    {TableId::state_words, "state_words.tsv", "state\tform\twords\tfrom\tto\tsource", false, TableId::states},
    {TableId::demonym_endings, "demonym_endings.tsv", "ending\tsource", true},
    {TableId::organisations, "organisations.tsv", "id\tname\tkind\tcode\tcountry\tsectors\tfrom\tto\tsource", true},
    {TableId::organisation_names, "organisation_names.tsv", "organisation\tform\tname\tsource", false, TableId::organisations},
    {TableId::territories, "territories.tsv", "id\tname\tcountry\tsector\tfrom\tto\tsource", true},
    {TableId::territory_names, "territory_names.tsv", "territory\tform\tname\tsource", false, TableId::territories},
    {TableId::offices, "offices.tsv", "words\toffice\tsector\tstrength\tgender\tsource"},
    {TableId::office_kinds, "office_kinds.tsv", "general\toffice\tsource"},
    {TableId::office_order, "office_order.tsv", "order\toffice\tsource", true},
    {TableId::shared_offices, "shared_offices.tsv", "office\tof\tsource"},
    {TableId::nominals, "nominals.tsv", "words\tkind\tsector\tstrength\tsource"},
    {TableId::spelling, "spelling.tsv", "order\tfrom\tto\tsource", true},
    {TableId::given_names, "given_names.tsv", "name\tgender\tsource", true},
    {TableId::persons, "persons.tsv", "id\tname\tsurname\tgender\tborn\tsource", true},
    {TableId::person_names, "person_names.tsv", "person\tname\tsource", false, TableId::persons},
    {TableId::terms, "terms.tsv", "person\toffice\tof\tfrom\tto\tas_of\tsource", false, TableId::persons},
    {TableId::places, "places.tsv", "id\tname\tfeature\tcountry\tadmin1\tlatitude\tlongitude\tpopulation\tfrom\tto\tsource", true},
    {TableId::place_names, "place_names.tsv", "place\tname\tsource", false, TableId::places},
    {TableId::memberships, "memberships.tsv", "organisation\tmember\tstatus\tfrom\tto\tsource", false, TableId::organisations},
    {TableId::treaties, "treaties.tsv", "id\tname\tother_names\tkind\tsigned\tfrom\tto\tsource", true},
    {TableId::treaty_parties, "treaty_parties.tsv", "treaty\tparty\tfrom\tto\tsource", false, TableId::treaties},
    {TableId::treaty_duties, "treaty_duties.tsv", "treaty\tarticle\tduty\tbound\tbeneficiary\tcondition\tterritory\tsource", false,
     TableId::treaties},
}};

namespace {

namespace fs = std::filesystem;

bool cells_before(const FactRow& a, const FactRow& b) {
  return std::lexicographical_compare(a.cells.begin(), a.cells.end(), b.cells.begin(), b.cells.end());
}

bool same_cells(const FactRow& a, const FactRow& b) { return std::ranges::equal(a.cells, b.cells); }

// Where a removing row has nothing, anything is meant.
bool removes(std::string_view first, std::span<const std::string_view> cells, const FactRow& row) {
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const std::string_view wanted = i == 0 ? first : cells[i];
    if (!wanted.empty() && wanted != row.cells[i]) return false;
  }
  return true;
}

}  // namespace

std::string folder_name(const std::string& folder) {
  std::error_code ignored;
  const fs::path whole = fs::weakly_canonical(folder, ignored);
  return whole.has_filename() ? whole.filename().string() : folder;
}

Result<Tables> Tables::read(const std::string& folder, const std::vector<std::string>& overlays) {
  Tables tables;
  if (auto error = tables.read_version(folder)) return *error;
  if (auto error = tables.read_base(folder)) return *error;
  for (const std::string& overlay : overlays)
    if (auto error = tables.read_overlay(overlay)) return *error;
  return tables;
}

std::optional<Error> Tables::read_version(const std::string& folder) {
  auto read = Table::read(folder + "/VERSION", "version");
  if (!read) return read.error();
  if (read->size() != 1) return Error{folder + "/VERSION: expected one line after the header, the version"};
  version_ = read->row(0)[0];
  keep(std::move(*read), folder, "VERSION");
  return std::nullopt;
}

std::optional<Error> Tables::read_base(const std::string& folder) {
  for (const TableForm& form : kTableForms) {
    auto read = Table::read(folder + "/" + form.file, form.header);
    if (!read) return read.error();
    const Table& table = keep(std::move(*read), folder, form.file);
    std::vector<FactRow>& rows = rows_[static_cast<std::size_t>(form.id)];
    rows.reserve(table.size());
    for (std::size_t i = 0; i < table.size(); ++i)
      rows.push_back({table.cells(i), static_cast<std::uint16_t>(files_.size() - 1), static_cast<std::uint32_t>(table.row(i).line())});
  }
  return std::nullopt;
}

std::optional<Error> Tables::read_overlay(const std::string& folder) {
  std::error_code error;
  std::vector<std::string> files;
  for (const auto& entry : fs::directory_iterator(folder, error))
    if (entry.path().extension() == ".tsv") files.push_back(entry.path().filename().string());
  if (error) return Error{folder + ": cannot be read: " + error.message() + "; name a folder with tables in the form of kb/"};
  std::sort(files.begin(), files.end());
  if (files.empty()) return Error{folder + ": holds no table; an overlay has tables in the form of kb/, such as states.tsv"};
  for (const std::string& file : files)
    if (std::none_of(kTableForms.begin(), kTableForms.end(), [&](const TableForm& form) { return form.file == file; }))
      return Error{folder + "/" + file + ": is none of the tables of kb/; correct its name"};
  if (first_invalid_byte(folder_name(folder))) return Error{folder + ": its name, which records will tell, is not UTF-8; rename it"};
  version_ += "+" + folder_name(folder);
  for (const TableForm& form : kTableForms) {
    if (!std::binary_search(files.begin(), files.end(), form.file)) continue;
    auto read = Table::read(folder + "/" + form.file, form.header);
    if (!read) return read.error();
    const Table& table = keep(std::move(*read), folder, form.file);
    files_.back().folder = folder_name(folder);
    if (auto fault = lay_over(form, table, files_.size() - 1)) return fault;
  }
  return std::nullopt;
}

std::optional<Error> Tables::lay_over(const TableForm& form, const Table& table, std::size_t file) {
  std::vector<FactRow>& rows = rows_[static_cast<std::size_t>(form.id)];
  std::unordered_set<std::string_view> removed, replaced;
  std::vector<FactRow> added;
  for (std::size_t i = 0; i < table.size(); ++i) {
    const Row row = table.row(i);
    if (!row[0].starts_with('-')) {
      added.push_back({table.cells(i), static_cast<std::uint16_t>(file), static_cast<std::uint32_t>(row.line())});
      replaced.insert(row[0]);
      continue;
    }
    const std::string_view first = row[0].substr(1);
    if (first.empty()) return table.error(row, "removes nothing: after \"-\" write the first cell of the row to remove");
    if (form.has_id) removed.insert(first);
    if (std::erase_if(rows, [&](const FactRow& ours) { return removes(first, table.cells(i), ours); }) == 0)
      return table.error(row, "removes nothing: no row has these cells; correct them or take the row out");
  }
  if (form.has_id) std::erase_if(rows, [&](const FactRow& ours) { return replaced.contains(ours[0]); });
  // What an overlay removes and gives again is corrected, and keeps its names.
  for (const TableForm& other : kTableForms)
    if (other.belongs_to == form.id && !removed.empty())
      std::erase_if(rows_[static_cast<std::size_t>(other.id)],
                    [&](const FactRow& ours) { return removed.contains(ours[0]) && !replaced.contains(ours[0]); });
  // The later of two equal rows stays.
  added.insert(added.end(), rows.begin(), rows.end());
  std::stable_sort(added.begin(), added.end(), cells_before);
  added.erase(std::unique(added.begin(), added.end(), same_cells), added.end());
  rows = std::move(added);
  return std::nullopt;
}

const Table& Tables::keep(Table table, const std::string& folder, const char* file) {
  files_.push_back({.folder = std::string(kBaseFolder), .file = file, .path = folder + "/" + file, .bytes = table.text().size()});
  checksum_ = XXH3_64bits_withSeed(table.text().data(), table.text().size(), checksum_);
  tables_.push_back(std::make_unique<const Table>(std::move(table)));
  return *tables_.back();
}

std::string Tables::place(const FactRow& row) const { return files_[row.table].path + ":" + std::to_string(row.line); }

}  // namespace casus
