// The tables of kb/ with those of overlays laid over them; kb/README.md says what each holds.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "casus/result.h"
#include "knowledge/table.h"

namespace casus {

enum class TableId {
  sources,
  states,
  state_codes,
  state_words,
  demonym_endings,
  organisations,
  organisation_names,
  territories,
  territory_names,
  offices,
  office_kinds,
  office_order,
  shared_offices,
  nominals,
  spelling,
  given_names,
  persons,
  person_names,
  terms,
  places,
  place_names,
  memberships,
  treaties,
  treaty_parties,
  treaty_duties,
};

struct TableForm {
  TableId id;
  const char* file;
  const char* header;  // tab-separated
  // Its first cell is an id that no other row has: an overlay's row replaces ours.
  bool has_id = false;
  // The table whose ids its first cell names: with a row there its rows here go.
  std::optional<TableId> belongs_to = {};
};

inline constexpr std::size_t kTables = static_cast<std::size_t>(TableId::treaty_duties) + 1;
extern const std::array<TableForm, kTables> kTableForms;  // in the order of TableId

// One row with the place where it stands.
struct FactRow {
  std::span<const std::string_view> cells;
  std::uint16_t table = 0;  // index into Tables::files
  std::uint32_t line = 0;

  std::string_view operator[](std::size_t column) const { return cells[column]; }
};

// What the folder of our own tables is shown as, whatever it is called.
inline constexpr std::string_view kBaseFolder = "kb";

struct TableFile {
  std::string folder;  // kBaseFolder, or the name of the overlay
  std::string file;
  std::string path;
  std::size_t bytes = 0;
};

class Tables {
 public:
  // Reads all; errors name file, line and remedy. The overlays are laid over each other in their order.
  static Result<Tables> read(const std::string& folder, const std::vector<std::string>& overlays = {});

  // "1.2.0", or "1.2.0+my-folder".
  const std::string& version() const { return version_; }
  const std::vector<TableFile>& files() const { return files_; }
  // Sorted bytewise by their cells.
  const std::vector<FactRow>& rows(TableId id) const { return rows_[static_cast<std::size_t>(id)]; }
  std::uint64_t checksum() const { return checksum_; }
  // "kb/terms.tsv:12: WHAT"
  std::string place(const FactRow& row) const;

 private:
  std::optional<Error> read_version(const std::string& folder);
  std::optional<Error> read_base(const std::string& folder);
  std::optional<Error> read_overlay(const std::string& folder);
  std::optional<Error> lay_over(const TableForm& form, const Table& table, std::size_t file);
  const Table& keep(Table table, const std::string& folder, const char* file);

  std::string version_;
  std::uint64_t checksum_ = 0;
  std::vector<TableFile> files_;
  std::vector<std::unique_ptr<const Table>> tables_;
  std::array<std::vector<FactRow>, kTables> rows_;
};

// The name of the folder, without what leads to it: what an overlay is called by.
std::string folder_name(const std::string& folder);

}  // namespace casus
