// What words name a situation and tell its course, and which events may belong to it. Files: rules/situations/.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "casus/result.h"
#include "events/lexicon.h"
#include "events/word_pattern.h"

namespace casus {

// onset: begins on its own day, its end is another's ("the coup of May 2").
enum class Lasts { period, day, onset };
// Whether the country of a place in a situation's name is a party to it, or may only be the venue.
enum class Setting { party, venue };

struct SituationKind {
  std::string kind;  // empty: the words name none
  std::vector<WordPattern> words;
  Lasts lasts = Lasts::period;
  Setting scene = Setting::party;
  std::string joins;  // kinds that share it may be told of the same situation
};

enum class Course { begins, dates, resumes, ends, lasts, held };
// Where the situation stands beside the word that tells its course.
enum class CoursePlace { subject, object, of };

struct CourseRule {
  Course tells = Course::begins;
  std::vector<WordPattern> words;
  CoursePlace place = CoursePlace::subject;
};

enum class Unit { year, month, week, day };

struct BelongingRule {
  std::string kind;
  std::string type;
  std::string mode;  // empty: any
};

struct SituationRules {
  std::vector<SituationKind> kinds;
  std::vector<CourseRule> courses;
  std::vector<std::string> passing;  // lemmas, as the next
  std::vector<std::string> since;
  std::vector<std::string> elsewhere;
  std::vector<std::string> part;
  std::vector<std::string> domestic;
  std::vector<std::string> contested;
  std::vector<std::string> settled;  // kinds of situations
  std::vector<std::string> fight;
  std::vector<std::string> where;
  std::vector<std::pair<std::string, Unit>> units;  // by lemma
  std::vector<BelongingRule> events;

  // `folder` is rules/situations. Errors name file and line.
  static Result<SituationRules> load(const std::string& folder, const Ontology& ontology,
                                     const std::optional<CodebookFolder>& codebook = {});

  std::optional<Unit> unit(std::string_view lemma) const;
  bool is_since(std::string_view lemma) const;
  bool is_elsewhere(std::string_view lemma) const;
  bool is_part(std::string_view lemma) const;
  bool is_domestic(std::string_view lemma) const;
  bool is_contested(std::string_view lemma) const;
  bool is_settled(std::string_view kind) const;
  bool is_fight(std::string_view form) const;
  bool is_where(std::string_view lemma) const;
  bool may_belong(std::string_view kind, const Event& event) const;
};

}  // namespace casus
