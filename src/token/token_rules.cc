// Each table is a TSV file: a comment line begins with "#", the last column is an example.

#include "token/token_rules.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <optional>
#include <utility>

#include "core/unicode.h"

namespace casus {
namespace {

constexpr char32_t kTokenMark = U'¦';

struct Row {
  std::string place;
  std::vector<std::string> columns;
};

std::vector<std::string> columns_of(const std::string& line) {
  std::vector<std::string> columns;
  std::size_t from = 0;
  for (std::size_t tab = line.find('\t'); tab != std::string::npos; tab = line.find('\t', from)) {
    columns.push_back(line.substr(from, tab - from));
    from = tab + 1;
  }
  columns.push_back(line.substr(from));
  return columns;
}

Result<std::vector<Row>> read_table(const std::string& path, std::size_t width) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return Error{path + ": cannot be opened: check the folder of rules"};
  std::vector<Row> rows;
  std::string line;
  for (std::size_t number = 1; std::getline(file, line); ++number) {
    if (line.empty() || line[0] == '#') continue;
    Row row{path + ":" + std::to_string(number), columns_of(line)};
    if (row.columns.size() != width)
      return Error{row.place + ": " + std::to_string(row.columns.size()) + " columns, not " + std::to_string(width)};
    for (const std::string& column : row.columns)
      if (column.empty() || first_invalid_byte(column)) return Error{row.place + ": a column is empty or not UTF-8"};
    rows.push_back(std::move(row));
  }
  return rows;
}

std::u32string code_points(const std::string& text) { return *from_utf8(text); }

template <class Value, std::size_t kSize>
std::optional<Value> find_name(const std::array<std::pair<std::string_view, Value>, kSize>& names, std::string_view name) {
  for (const auto& [known, value] : names)
    if (known == name) return value;
  return std::nullopt;
}

constexpr std::array<std::pair<std::string_view, Stop>, 4> kStops = {
    {{"title", Stop::title}, {"number", Stop::number}, {"acronym", Stop::acronym}, {"end", Stop::end}}};
constexpr std::array<std::pair<std::string_view, UnitUse>, 2> kUnits = {{{"any", UnitUse::any}, {"money", UnitUse::money}}};
constexpr std::array<std::pair<std::string_view, WordRole>, 5> kRoles = {{{"starter", WordRole::starter},
                                                                          {"opener", WordRole::opener},
                                                                          {"time", WordRole::time},
                                                                          {"report", WordRole::report},
                                                                          {"credit", WordRole::credit}}};

// Reads the tables into `rules`; the first error stays.
class Loader {
 public:
  Loader(std::string folder, TokenRules& rules) : folder_(std::move(folder)), rules_(rules) {}

  const std::optional<Error>& error() const { return error_; }

  // `take` is given each row and says what is wrong with it, if anything.
  template <class Take>
  void table(const std::string& name, std::size_t width, bool has_examples, Take take) {
    if (error_) return;
    const auto rows = read_table(folder_ + "/" + name, width);
    if (!rows) {
      error_ = rows.error();
      return;
    }
    for (const Row& row : *rows) {
      if (const std::string fault = take(row.columns); !fault.empty()) {
        error_ = Error{row.place + ": " + fault};
        return;
      }
      if (has_examples) rules_.examples.push_back({row.place, row.columns.back()});
    }
  }

  void set(const std::string& name, TokenRules::Set& set) {
    table(name, 2, true, [&](const std::vector<std::string>& row) -> std::string {
      return set.insert(code_points(row[0])).second ? "" : "\"" + row[0] + "\" stands twice";
    });
  }

  template <class Value, std::size_t kSize>
  void map(const std::string& name, TokenRules::Map<Value>& map, const std::array<std::pair<std::string_view, Value>, kSize>& values) {
    table(name, 3, true, [&](const std::vector<std::string>& row) -> std::string {
      const auto value = find_name(values, row[1]);
      if (!value) return "\"" + row[1] + "\" is not known here";
      return map.emplace(code_points(row[0]), *value).second ? "" : "\"" + row[0] + "\" stands twice";
    });
  }

 private:
  std::string folder_;
  TokenRules& rules_;
  std::optional<Error> error_;
};

std::string add_word(const std::vector<std::string>& row, TokenRules& rules) {
  std::u32string word;
  std::vector<std::size_t> cuts;
  for (const char32_t c : code_points(row[0])) {
    if (c == kTokenMark) cuts.push_back(word.size());
    else word.push_back(c);
  }
  rules.longest_word = std::max(rules.longest_word, word.size());
  return rules.words.emplace(std::move(word), std::move(cuts)).second ? "" : "\"" + row[0] + "\" stands twice";
}

std::string add_language(const std::vector<std::string>& row, TokenRules& rules) {
  LanguageWords language;
  language.code = row[0];
  std::size_t from = 0;
  while (from < row[1].size()) {
    const std::size_t end = std::min(row[1].find(' ', from), row[1].size());
    language.words.insert(row[1].substr(from, end - from));
    from = end + 1;
  }
  rules.languages.push_back(std::move(language));
  return "";
}

std::string add_script(const std::vector<std::string>& row, TokenRules& rules) {
  Script script;
  script.code = row[0];
  const std::u32string first = code_points(row[1]), last = code_points(row[2]);
  if (first.size() != 1 || last.size() != 1 || first > last) return "first and last are one character each, in order";
  script.first = first[0];
  script.last = last[0];
  rules.scripts.push_back(std::move(script));
  return "";
}

}  // namespace

Result<TokenRules> TokenRules::load(const std::string& folder) {
  TokenRules rules;
  Loader loader(folder, rules);
  loader.map("abbreviations.tsv", rules.abbreviations, kStops);
  loader.table("words.tsv", 2, true, [&](const auto& row) { return add_word(row, rules); });
  loader.set("clitics.tsv", rules.clitics);
  loader.set("prefixes.tsv", rules.prefixes);
  loader.map("units.tsv", rules.units, kUnits);
  loader.set("suffixes.tsv", rules.suffixes);
  loader.set("emoticons.tsv", rules.emoticons);
  loader.map("roles.tsv", rules.roles, kRoles);
  loader.table("languages.tsv", 2, false, [&](const auto& row) { return add_language(row, rules); });
  loader.table("scripts.tsv", 3, false, [&](const auto& row) { return add_script(row, rules); });
  if (loader.error()) return *loader.error();
  return rules;
}

}  // namespace casus
