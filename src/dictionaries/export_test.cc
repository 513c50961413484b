#include "dictionaries/export.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <set>

#include "dictionaries/dictionary.h"
#include "dictionaries/import.h"
#include "dictionaries/named_table.h"
#include "dictionaries/tables_for_tests.h"

namespace casus {
namespace {

std::string key_of(std::string_view name) {
  std::string key;
  for (const std::string& word : key_words(name)) key += (key.empty() ? "" : " ") + word;
  return key;
}

// Two names of the knowledge base may share letters that CAMEO gives to one of them.
constexpr std::size_t kOneIn = 200;

using Fact = std::tuple<std::string, std::string, std::string, std::string>;  // key, code, from, to

struct Exported {
  ExportedDictionaries text;
  std::set<Fact> actors;
};

Exported exported(CodeScheme scheme) {
  auto text = export_dictionaries("kb", codes(), scheme);
  if (!text) throw std::runtime_error(text.error().message);
  Exported made{std::move(*text), {}};
  const ActorDictionary read = read_actors(made.text.actors);
  EXPECT_TRUE(read.remarks.empty()) << read.remarks.front().what << ": " << read.remarks.front().text;
  EXPECT_EQ(read.stems, 0u);
  for (const ActorEntry& entry : read.entries)
    for (const CodedPeriod& period : entry.codes)
      for (const std::string& phrase : entry.phrases)
        made.actors.insert({key_of(phrase), codes().read(period.code, scheme, knowledge()).code(), period.from, period.to});
  return made;
}

// Our columns as "name|code|from|to" of every row, where the format can say all of it: whole days, letters of ASCII.
template <class Take>
void each_row(const std::string& file, Take take) {
  const auto table = NamedTable::read("kb/" + file, {});
  ASSERT_TRUE(table) << table.error().message;
  for (std::size_t i = 0; i < table->size(); ++i) take([&](std::string_view column) { return std::string(table->cell(i, column)); });
}

bool is_sayable(std::string_view key, std::string_view from, std::string_view to) {
  const auto whole = [](std::string_view date) { return date.empty() || date.size() == 10; };
  return whole(from) && whole(to) && std::all_of(key.begin(), key.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

TEST(Export, RoundTripKeepsStatesAndOrganisations) {
  for (const CodeScheme scheme : {CodeScheme::cameo, CodeScheme::plover}) {
    const auto ours = exported(scheme);
    std::size_t checked = 0;
    std::size_t shorter = 0;
    std::vector<std::string> lost;
    const auto expect = [&](const std::string& name, const std::string& code, const std::string& from, const std::string& to) {
      const bool has_counterpart = scheme == CodeScheme::plover || (!code.ends_with("PRM") && !code.ends_with("PRE"));
      if (!has_counterpart || !is_sayable(key_of(name), from, to)) return;
      // Letters that mean somebody else to others are left out.
      const bool is_shorter = !knowledge().state(code.substr(0, 3)) && ours.actors.contains({key_of(name), code.substr(0, 3), from, to});
      shorter += is_shorter;
      if (!is_shorter && !ours.actors.contains({key_of(name), code, from, to})) lost.push_back(name + " " + code + " " + from + " " + to);
      ++checked;
    };
    each_row("state_words.tsv", [&](auto cell) {
      if (cell("form") != "city") expect(cell("words"), cell("state"), cell("from"), cell("to"));
    });
    std::map<std::string, std::array<std::string, 3>> organisations;
    each_row("organisations.tsv", [&](auto cell) {
      organisations[cell("id")] = {cell("code"), cell("from"), cell("to")};
      expect(cell("name"), cell("code"), cell("from"), cell("to"));
    });
    each_row("organisation_names.tsv", [&](auto cell) {
      const auto& [code, from, to] = organisations[cell("organisation")];
      if (cell("form") == "name") expect(cell("name"), code, from, to);
    });
    each_row("territories.tsv", [&](auto cell) { expect(cell("name"), cell("country") + cell("sector"), cell("from"), cell("to")); });
    EXPECT_GT(checked, 1500u);
    EXPECT_LT(shorter, checked / 50);
    EXPECT_LE(lost.size(), checked / kOneIn) << ::testing::PrintToString(lost);
  }
}

TEST(Export, RoundTripKeepsPersonsWithTheDaysOfTheirTerms) {
  const auto ours = exported(CodeScheme::plover);
  std::map<std::string, std::string> names;
  each_row("persons.tsv", [&](auto cell) { names[cell("id")] = cell("name"); });
  std::set<std::tuple<std::string, std::string, std::string, std::string>> found;  // name, state, days
  for (const auto& [name, code, from, to] : ours.actors) found.insert({name, code.substr(0, 3), from, to});
  std::size_t checked = 0;
  std::vector<std::string> lost;
  each_row("terms.tsv", [&](auto cell) {
    const std::string key = key_of(names[cell("person")]);
    if (cell("of").size() != 3 || !is_sayable(key, cell("from"), cell("to"))) return;
    ++checked;
    if (!found.contains({key, cell("of"), cell("from"), cell("to")})) lost.push_back(key + " " + cell("of") + " " + cell("from"));
  });
  EXPECT_GT(checked, 3000u);
  EXPECT_LE(lost.size(), checked / kOneIn) << ::testing::PrintToString(lost);
}

TEST(Export, ImportedAgainAddsNextToNothing) {
  const auto text = sound(export_dictionaries("kb", codes(), CodeScheme::plover));
  const Dictionaries dictionaries{{read_actors(text.actors)}, {read_agents(text.agents)}};
  const auto overlay = import_dictionaries(dictionaries, codes(), knowledge(),
                                           {.scheme = CodeScheme::plover, .as_of = "2025-12-31", .source = "own", .title = "own"});
  std::vector<std::string> added;
  for (const auto& [file, table] : overlay.tables)
    for (const auto& row : table.rows) added.push_back(file + " " + ::testing::PrintToString(row));
  EXPECT_LE(added.size(), overlay.known / kOneIn) << ::testing::PrintToString(added);
}

TEST(Export, ReadsLikeThis) {
  const auto cameo = sound(export_dictionaries("kb", codes(), CodeScheme::cameo));
  EXPECT_NE(cameo.actors.find("\nROMANIA_\n"), std::string::npos);
  EXPECT_NE(cameo.actors.find("\t[ROM]\n"), std::string::npos);
  EXPECT_NE(cameo.agents.find("\nJOURNALIST [~MED]\n"), std::string::npos);
  EXPECT_NE(cameo.agents.find("\nATTORNEY {ATTORNEYS} [~JUD]\n"), std::string::npos);
  EXPECT_NE(cameo.agents.find("\nCHIEF_OF_POLICE {CHIEFS_OF_POLICE} [~COP]\n"), std::string::npos);
  EXPECT_NE(cameo.agents.find("\nPOLICEMAN {POLICEMEN} [~COP]\n"), std::string::npos);
}

TEST(Export, NamesTheTableThatIsMissing) {
  const auto folder = std::filesystem::temp_directory_path() / "casus_export_test";
  std::filesystem::create_directories(folder);
  const auto made = export_dictionaries(folder.string(), codes(), CodeScheme::cameo);
  std::filesystem::remove_all(folder);
  ASSERT_FALSE(made);
  EXPECT_NE(made.error().message.find("states.tsv: cannot be read"), std::string::npos) << made.error().message;
}

}  // namespace
}  // namespace casus
