#include "situations/situation_rules.h"

#include <algorithm>
#include <array>

#include "core/rule_table.h"

namespace casus {
namespace {

constexpr std::string_view kNoKind = "-";

template <class Value, std::size_t N>
using Names = std::array<std::pair<std::string_view, Value>, N>;

constexpr Names<Lasts, 3> kLasts = {{{"period", Lasts::period}, {"day", Lasts::day}, {"onset", Lasts::onset}}};
constexpr Names<Setting, 2> kSettings = {{{"party", Setting::party}, {"venue", Setting::venue}}};
constexpr Names<Course, 6> kCourses = {{{"begins", Course::begins},
                                        {"dates", Course::dates},
                                        {"resumes", Course::resumes},
                                        {"ends", Course::ends},
                                        {"lasts", Course::lasts},
                                        {"held", Course::held}}};
constexpr Names<CoursePlace, 3> kPlaces = {{{"subject", CoursePlace::subject}, {"object", CoursePlace::object}, {"of", CoursePlace::of}}};
constexpr Names<Unit, 4> kUnits = {{{"year", Unit::year}, {"month", Unit::month}, {"week", Unit::week}, {"day", Unit::day}}};
constexpr std::array<std::string_view, 8> kKinds = {"war",       "conflict",     "crisis",   "negotiation",
                                                    "sanctions", "protest-wave", "election", "disaster"};

bool holds(const std::vector<std::string>& words, std::string_view lemma) {
  return std::find(words.begin(), words.end(), lemma) != words.end();
}

// The rows of one file, each read into a part of the rules; the first that makes no sense is the error.
class Reader {
 public:
  template <class Read>
  std::optional<Error> each_row(const std::string& file, const std::vector<std::string>& columns, Read read) {
    const auto table = read_rules(file, columns);
    if (!table) return table.error();
    for (std::size_t i = 0; i < table->rows.size(); ++i) {
      problem_.clear();
      read(table->rows[i]);
      if (!problem_.empty()) return Error{table->place(i) + ": " + problem_};
    }
    return std::nullopt;
  }

  template <class Value, std::size_t N>
  Value named(const Names<Value, N>& names, const std::string& name) {
    std::string known;
    for (const auto& [text, value] : names) {
      if (text == name) return value;
      known += (known.empty() ? "" : ", ") + std::string(text);
    }
    problem_ = "expected one of " + known + ", not '" + name + "'";
    return names.front().second;
  }

  std::vector<WordPattern> patterns(const std::string& cell) {
    std::vector<WordPattern> found;
    for (const std::string& text : split(cell, ' ')) {
      auto pattern = parse_word_pattern(text);
      if (!pattern) problem_ = pattern.error().message;
      else found.push_back(*std::move(pattern));
    }
    if (found.empty() && problem_.empty()) problem_ = "a row needs its words";
    return found;
  }

  void check_kind(const std::string& kind) {
    if (std::find(kKinds.begin(), kKinds.end(), kind) == kKinds.end()) problem_ = "'" + kind + "' is no kind of situation of the record";
  }

  void fail(std::string problem) { problem_ = std::move(problem); }

 private:
  std::string problem_;
};

}  // namespace

Result<SituationRules> SituationRules::load(const std::string& folder, const Ontology& ontology,
                                            const std::optional<CodebookFolder>& codebook) {
  const RuleFiles files(folder, "situations", codebook);
  SituationRules rules;
  Reader reader;
  for (const auto& file : files.general("kinds.tsv"))
    if (auto error = reader.each_row(file, {"kind", "words", "lasts", "scene", "joins"}, [&](const auto& row) {
          SituationKind kind{.kind = {}, .words = reader.patterns(row[1]), .joins = row[4]};
          if (row[0] != kNoKind) {
            kind.kind = row[0];
            kind.lasts = reader.named(kLasts, row[2]);
            kind.scene = reader.named(kSettings, row[3]);
            reader.check_kind(row[0]);
          }
          rules.kinds.push_back(std::move(kind));
        }))
      return *error;
  for (const auto& file : files.general("courses.tsv"))
    if (auto error = reader.each_row(file, {"tells", "words", "place"}, [&](const auto& row) {
          rules.courses.push_back(
              {.tells = reader.named(kCourses, row[0]), .words = reader.patterns(row[1]), .place = reader.named(kPlaces, row[2])});
        }))
      return *error;
  for (const auto& file : files.general("words.tsv"))
    if (auto error = reader.each_row(file, {"class", "words"}, [&](const auto& row) {
          for (const std::string& word : split(row[1], ' ')) {
            if (row[0] == "passing") rules.passing.push_back(word);
            else if (row[0] == "since") rules.since.push_back(word);
            else if (row[0] == "elsewhere") rules.elsewhere.push_back(word);
            else if (row[0] == "part") rules.part.push_back(word);
            else if (row[0] == "domestic") rules.domestic.push_back(word);
            else if (row[0] == "contested") rules.contested.push_back(word);
            else if (row[0] == "settled") rules.settled.push_back(word);
            else if (row[0] == "fight") rules.fight.push_back(word);
            else if (row[0] == "where") rules.where.push_back(word);
            else rules.units.emplace_back(word, reader.named(kUnits, row[0]));
          }
        }))
      return *error;
  for (const auto& file : files.coding("events.tsv"))
    if (auto error = reader.each_row(file, {"kind", "type", "mode"}, [&](const auto& row) {
          reader.check_kind(row[0]);
          if (!ontology.type(row[1])) reader.fail("unknown type '" + row[1] + "'; types are in ontology/types.tsv");
          else if (!row[2].empty() && !ontology.mode(row[1], row[2])) reader.fail(row[1] + " has no mode '" + row[2] + "'");
          rules.events.push_back({row[0], row[1], row[2]});
        }))
      return *error;
  return rules;
}

std::optional<Unit> SituationRules::unit(std::string_view lemma) const {
  for (const auto& [word, unit] : units)
    if (word == lemma) return unit;
  return std::nullopt;
}

bool SituationRules::is_since(std::string_view lemma) const { return holds(since, lemma); }

bool SituationRules::is_elsewhere(std::string_view lemma) const { return holds(elsewhere, lemma); }

bool SituationRules::is_part(std::string_view lemma) const { return holds(part, lemma); }

bool SituationRules::is_domestic(std::string_view lemma) const { return holds(domestic, lemma); }

bool SituationRules::is_contested(std::string_view lemma) const { return holds(contested, lemma); }

bool SituationRules::is_settled(std::string_view kind) const { return holds(settled, kind); }

bool SituationRules::is_fight(std::string_view form) const { return holds(fight, form); }

bool SituationRules::is_where(std::string_view lemma) const { return holds(where, lemma); }

bool SituationRules::may_belong(std::string_view kind, const Event& event) const {
  return std::any_of(events.begin(), events.end(), [&](const BelongingRule& rule) {
    return rule.kind == kind && rule.type == event.type && (rule.mode.empty() || rule.mode == event.mode);
  });
}

}  // namespace casus
