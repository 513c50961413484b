// Bytes -> dictionaries -> tables: entries are whole, periods do not end before they start, cells stay cells.
#include <string>

#include "dictionaries/import.h"
#include "fuzz.h"

namespace {

const casus::Knowledge& knowledge() {
  static const auto loaded = casus::Knowledge::load(CASUS_TREE "/kb");
  require(loaded.has_value(), loaded ? "" : loaded.error().message.c_str());
  return *loaded;
}

const casus::ActorCodes& codes() {
  static const auto loaded = casus::ActorCodes::load(CASUS_TREE "/rules/ontology/cameo_actors.tsv");
  require(loaded.has_value(), loaded ? "" : loaded.error().message.c_str());
  return *loaded;
}

void check(const casus::ActorDictionary& dictionary) {
  for (const casus::ActorEntry& entry : dictionary.entries) {
    require(!entry.phrases.empty() && !entry.codes.empty(), "entries have names and codes");
    for (const casus::CodedPeriod& period : entry.codes) {
      require(period.code.size() % 3 == 0 && !period.code.empty(), "codes are in threes");
      require(period.from.empty() || period.to.empty() || period.from <= period.to, "periods do not end before they start");
    }
  }
}

void check(const casus::Overlay& overlay) {
  for (const auto& [file, table] : overlay.tables)
    for (const auto& row : table.rows) {
      require(row.size() == table.columns.size(), "rows have a cell a column");
      for (const std::string& cell : row) require(cell.find_first_of("\t\n\r") == std::string::npos, "cells stay cells");
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const casus::Dictionaries dictionaries{{casus::read_actors(as_text(data, size))}, {casus::read_agents(as_text(data, size))}};
  check(dictionaries.actors.front());
  for (const auto scheme : {casus::CodeScheme::cameo, casus::CodeScheme::plover})
    check(casus::import_dictionaries(dictionaries, codes(), knowledge(),
                                     {.scheme = scheme, .as_of = "2020-01-01", .source = "fuzz", .title = "fuzz"}));
  return 0;
}
