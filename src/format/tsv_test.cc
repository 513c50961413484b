#include "format/tsv.h"

#include <gtest/gtest.h>

#include <map>
#include <sstream>
#include <vector>

#include "format/example_record.h"

namespace casus {
namespace {

std::vector<std::string> split_at(const std::string& text, char separator) {
  std::vector<std::string> parts(1);
  for (const char c : text)
    if (c == separator) parts.emplace_back();
    else parts.back() += c;
  return parts;
}

std::vector<std::map<std::string, std::string>> table(const Record& record) {
  const std::string header = tsv_header();
  const auto names = split_at(header.substr(0, header.size() - 1), '\t');
  std::vector<std::map<std::string, std::string>> rows;
  std::istringstream lines(tsv_rows(record));
  for (std::string line; std::getline(lines, line);) {
    const auto cells = split_at(line, '\t');
    EXPECT_EQ(cells.size(), names.size());
    rows.emplace_back();
    for (std::size_t i = 0; i < cells.size(); ++i) rows.back()[names[i]] = cells[i];
  }
  return rows;
}

TEST(Tsv, OneEventALine) {
  const auto rows = table(example_record());
  ASSERT_EQ(rows.size(), 2u);
  const std::map<std::string, std::string> first = {
      {"document", "r1"},         {"event", "e1"},     {"date", "2031-05-03"}, {"actors", "Maren Tolk;Jon Aske"},
      {"actor_codes", "VORGOV;"}, {"recipients", ""},  {"type", "CONSULT"},    {"mode", "phone"},
      {"status", "asserted"},     {"cameo", "041"},    {"goldstein", "1.0"},   {"ordinal", "4"},
      {"confidence", "0.9"},      {"trigger", "spoke"}};
  for (const auto& [name, value] : first) EXPECT_EQ(rows[0].at(name), value) << name;
  EXPECT_TRUE(rows[0].at("text").starts_with("Vorland’s prime minister")) << rows[0].at("text");
  const std::map<std::string, std::string> second = {{"date", ""},      {"status", "denied"}, {"recipient_codes", "VOR"},
                                                     {"place", "Lutz"}, {"lat", "51.5"},      {"lon", "-2.25"},
                                                     {"killed", "20"},  {"injured", ""},      {"attributed_to", "Estmark"}};
  for (const auto& [name, value] : second) EXPECT_EQ(rows[1].at(name), value) << name;
}

TEST(Tsv, WhatWouldBreakTheTableBecomesASpace) {
  Record record = example_record();
  record.actors[2].name = " Maren\t\n Tolk; jr.\x1b";
  EXPECT_EQ(table(record)[0].at("actors"), "Maren Tolk, jr. ;Jon Aske");
}

TEST(Tsv, ARecordWithoutEventsHasNoRows) { EXPECT_EQ(tsv_rows(Record{}), ""); }

}  // namespace
}  // namespace casus
