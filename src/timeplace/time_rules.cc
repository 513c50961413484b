#include "timeplace/time_rules.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "core/rule_table.h"

namespace casus {
namespace {

template <class Value>
using Names = std::initializer_list<std::pair<std::string_view, Value>>;

template <class Value>
std::optional<Value> named(const Names<Value>& names, std::string_view name) {
  for (const auto& [known, value] : names)
    if (known == name) return value;
  return std::nullopt;
}

template <class Value>
std::string one_of(const std::string& word, const Names<Value>& names) {
  std::string text = "\"" + word + "\" is not known here: write one of";
  for (const auto& [known, value] : names) text += (text.ends_with("of") ? " " : ", ") + std::string(known);
  return text;
}

const Names<TimeUse> kUses = {{"month", TimeUse::month},
                              {"name-too", TimeUse::name_too},
                              {"weekday", TimeUse::weekday},
                              {"weekday-short", TimeUse::weekday_short},
                              {"number", TimeUse::number},
                              {"ordinal", TimeUse::ordinal},
                              {"season", TimeUse::season},
                              {"part-of-day", TimeUse::part_of_day},
                              {"portion", TimeUse::portion},
                              {"way", TimeUse::way},
                              {"fraction", TimeUse::fraction},
                              {"fiscal", TimeUse::fiscal},
                              {"decade", TimeUse::decade},
                              {"before-month", TimeUse::before_month},
                              {"before-name", TimeUse::before_name},
                              {"before-year", TimeUse::before_year},
                              {"before-day", TimeUse::before_day},
                              {"from", TimeUse::from},
                              {"between", TimeUse::between},
                              {"to", TimeUse::to},
                              {"and", TimeUse::conjunction},
                              {"dash", TimeUse::dash},
                              {"stamp", TimeUse::stamp}};
const Names<ClauseUse> kClauseUses = {{"ahead", ClauseUse::ahead},
                                      {"scheduled", ClauseUse::scheduled},
                                      {"put-off", ClauseUse::put_off},
                                      {"goal", ClauseUse::goal},
                                      {"aim", ClauseUse::aim},
                                      {"birth", ClauseUse::birth},
                                      {"modal", ClauseUse::modal},
                                      {"future", ClauseUse::future},
                                      {"elsewhere", ClauseUse::elsewhere},
                                      {"apart", ClauseUse::apart},
                                      {"within", ClauseUse::within},
                                      {"simultaneous", ClauseUse::simultaneous},
                                      {"pointing", ClauseUse::pointing},
                                      {"part", ClauseUse::part},
                                      {"light", ClauseUse::light},
                                      {"framing", ClauseUse::framing},
                                      {"framed", ClauseUse::framed},
                                      {"beside", ClauseUse::beside}};
const Names<TimeUnit> kUnits = {
    {"day", TimeUnit::day}, {"week", TimeUnit::week}, {"weekend", TimeUnit::weekend}, {"month", TimeUnit::month}, {"year", TimeUnit::year}};
const Names<TimeAnchor> kAnchors = {{"none", TimeAnchor::none}, {"report", TimeAnchor::report}, {"told", TimeAnchor::told},
                                    {"date", TimeAnchor::date}, {"event", TimeAnchor::event},   {"birth", TimeAnchor::birth}};
const Names<TimeShape> kShapes = {{"whole", TimeShape::whole},
                                  {"exact", TimeShape::exact},
                                  {"stretch", TimeShape::stretch},
                                  {"so-far", TimeShape::so_far},
                                  {"still-ahead", TimeShape::still_ahead},
                                  {"weekday", TimeShape::weekday},
                                  {"next-weekday", TimeShape::next_weekday},
                                  {"last-weekday", TimeShape::last_weekday},
                                  {"anniversary", TimeShape::anniversary},
                                  {"count-from", TimeShape::count_from},
                                  {"nth-day", TimeShape::nth_day},
                                  {"last-day", TimeShape::last_day}};
const Names<PhraseWord::Slot> kSlots = {
    {"COUNT", PhraseWord::Slot::count},     {"ORDINAL", PhraseWord::Slot::ordinal}, {"UNIT", PhraseWord::Slot::unit},
    {"UNITS", PhraseWord::Slot::units},     {"WEEKDAY", PhraseWord::Slot::weekday}, {"PART", PhraseWord::Slot::part},
    {"PORTION", PhraseWord::Slot::portion}, {"DATE", PhraseWord::Slot::date},       {"EVENT", PhraseWord::Slot::event}};
const Names<HolidayRule> kHolidayRules = {{"fixed", HolidayRule::fixed},
                                          {"day", HolidayRule::day},
                                          {"weekday", HolidayRule::weekday},
                                          {"easter", HolidayRule::easter},
                                          {"orthodox-easter", HolidayRule::orthodox_easter},
                                          {"islamic", HolidayRule::islamic},
                                          {"hebrew", HolidayRule::hebrew},
                                          {"chinese", HolidayRule::chinese}};

std::optional<int> whole_number(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

// "-COUNT" is -1 times the count.
bool read_shift(std::string_view text, Phrase& phrase) {
  const bool negative = text.starts_with('-');
  const std::string_view name = negative ? text.substr(1) : text;
  if (name == "COUNT" || name == "ORDINAL") {
    phrase.factor = name == "COUNT" ? Phrase::Factor::count : Phrase::Factor::ordinal;
    phrase.shift = negative ? -1 : 1;
    return true;
  }
  const auto value = whole_number(text);
  phrase.shift = value.value_or(0);
  return value.has_value();
}

PhraseWord phrase_word(std::string_view text) {
  PhraseWord word;
  word.optional = text.starts_with('(') && text.ends_with(')');
  if (word.optional) text = text.substr(1, text.size() - 2);
  if (const auto slot = named(kSlots, text)) word.slot = *slot;
  else word.words = split(text, '|');
  return word;
}

// Numbers joined by hyphens; one that begins with a hyphen is negative.
std::optional<std::vector<int>> numbers_of(std::string_view text) {
  std::vector<int> numbers;
  const bool negative = text.starts_with('-');
  for (const std::string& part : split(negative ? text.substr(1) : text, '-')) {
    const auto value = whole_number(part);
    if (!value) return std::nullopt;
    numbers.push_back(negative && numbers.empty() ? -*value : *value);
  }
  return numbers.empty() ? std::nullopt : std::optional(numbers);
}

std::size_t numbers_wanted(HolidayRule rule) {
  switch (rule) {
    case HolidayRule::easter:
    case HolidayRule::orthodox_easter:
      return 1;
    case HolidayRule::day:
    case HolidayRule::weekday:
      return 3;
    default:
      return 2;
  }
}

// Calls take(row) for each row; what it returns is what is wrong with the row, if anything.
template <class Take>
std::optional<Error> for_each_row(const std::string& file, const std::vector<std::string>& columns, Take take) {
  const auto table = read_rules(file, columns);
  if (!table) return table.error();
  for (std::size_t i = 0; i < table->rows.size(); ++i)
    if (const std::string fault = take(table->rows[i]); !fault.empty()) return Error{table->place(i) + ": " + fault};
  return std::nullopt;
}

}  // namespace

Result<TimeRules> TimeRules::load(const std::string& folder) {
  TimeRules rules;
  if (auto error = rules.load_words(folder + "/words.tsv")) return *error;
  if (auto error = rules.load_units(folder + "/units.tsv")) return *error;
  if (auto error = rules.load_clauses(folder + "/clauses.tsv")) return *error;
  if (auto error = rules.load_phrases(folder + "/phrases.tsv")) return *error;
  rules.index_phrases();
  if (auto error = rules.load_holidays(folder + "/holidays.tsv")) return *error;
  return rules;
}

std::optional<Error> TimeRules::load_words(const std::string& file) {
  return for_each_row(file, {"word", "use", "value"}, [&](const std::vector<std::string>& row) -> std::string {
    const auto use = named(kUses, row[1]);
    if (!use) return one_of(row[1], kUses);
    const auto number = row[2].empty() ? std::optional(0) : whole_number(row[2]);
    if (!number) return "value \"" + row[2] + "\" is no whole number";
    if (is(*use, row[0])) return "\"" + row[0] + "\" stands twice as " + row[1];
    words_[row[0]].emplace_back(*use, *number);
    return "";
  });
}

std::optional<Error> TimeRules::load_units(const std::string& file) {
  return for_each_row(file, {"word", "plural", "unit", "times", "parts"}, [&](const std::vector<std::string>& row) -> std::string {
    const auto unit = named(kUnits, row[2]);
    if (!unit) return one_of(row[2], kUnits);
    const auto times = whole_number(row[3]), parts = whole_number(row[4]);
    if (!times || !parts || *times < 1 || *parts < 1) return "times and parts are whole numbers from 1";
    const UnitWord word = {.unit = *unit, .size = *times, .parts = *parts};
    UnitWord plural = word;
    plural.plural = true;
    return units_.emplace(row[0], word).second && units_.emplace(row[1], plural).second ? "" : "\"" + row[0] + "\" stands twice";
  });
}

std::optional<Error> TimeRules::load_clauses(const std::string& file) {
  return for_each_row(file, {"lemma", "use"}, [&](const std::vector<std::string>& row) -> std::string {
    const auto use = named(kClauseUses, row[1]);
    if (!use) return one_of(row[1], kClauseUses);
    clauses_[row[0]].push_back(*use);
    return "";
  });
}

// The words up to the first that must be there.
void TimeRules::index_phrases() {
  std::vector<bool> from_any(phrases_.size());
  for (std::size_t p = 0; p < phrases_.size(); ++p)
    for (const PhraseWord& word : phrases_[p].words) {
      if (word.slot != PhraseWord::Slot::words) from_any[p] = true;
      for (const std::string& first : word.words) phrases_from_[first].push_back(p);
      if (!word.optional) break;
    }
  for (std::size_t p = 0; p < phrases_.size(); ++p)
    if (from_any[p]) phrases_from_any_.push_back(p);
  for (auto& [word, phrases] : phrases_from_) {
    phrases.insert(phrases.end(), phrases_from_any_.begin(), phrases_from_any_.end());
    std::sort(phrases.begin(), phrases.end());
    phrases.erase(std::unique(phrases.begin(), phrases.end()), phrases.end());
  }
}

const std::vector<std::size_t>& TimeRules::phrases_from(std::string_view word) const {
  const auto found = phrases_from_.find(word);
  return found == phrases_from_.end() ? phrases_from_any_ : found->second;
}

std::optional<Error> TimeRules::load_phrases(const std::string& file) {
  return for_each_row(file, {"words", "anchor", "shift", "unit", "shape"}, [&](const std::vector<std::string>& row) -> std::string {
    Phrase phrase;
    for (const std::string& word : split(row[0], ' ')) phrase.words.push_back(phrase_word(word));
    if (phrase.words.empty()) return "no words";
    const auto anchor = named(kAnchors, row[1]);
    if (!anchor) return one_of(row[1], kAnchors);
    phrase.anchor = *anchor;
    if (phrase.anchor != TimeAnchor::none) {
      if (!read_shift(row[2], phrase)) return "shift \"" + row[2] + "\" is neither a whole number nor COUNT or ORDINAL";
      phrase.unit = named(kUnits, row[3]);
      if (!phrase.unit && row[3] != "UNIT") return one_of(row[3], kUnits) + ", UNIT";
      const auto shape = named(kShapes, row[4]);
      if (!shape) return one_of(row[4], kShapes);
      phrase.shape = *shape;
    }
    phrases_.push_back(std::move(phrase));
    return "";
  });
}

std::optional<Error> TimeRules::load_holidays(const std::string& file) {
  const auto error = for_each_row(file, {"names", "rule", "value"}, [&](const std::vector<std::string>& row) -> std::string {
    const auto rule = named(kHolidayRules, row[1]);
    if (!rule) return one_of(row[1], kHolidayRules);
    Holiday holiday{.words = {}, .rule = *rule, .first = {}, .last = {}};
    const std::vector<std::string> ends = split(row[2], '/');
    for (std::size_t i = 0; i < ends.size(); ++i) {
      const auto numbers = numbers_of(ends[i]);
      if (i > 1 || !numbers || numbers->size() != numbers_wanted(*rule)) return "value \"" + row[2] + "\" does not fit the rule";
      (i == 0 ? holiday.first : holiday.last) = *numbers;
    }
    if (holiday.first.empty()) return "no value";
    for (const std::string& name : split(row[0], '|')) {
      holiday.words = split(name, ' ');
      holidays_[holiday.words.front()].push_back(holiday);
    }
    return "";
  });
  for (auto& [word, holidays] : holidays_)
    std::stable_sort(holidays.begin(), holidays.end(), [](const Holiday& a, const Holiday& b) { return a.words.size() > b.words.size(); });
  return error;
}

std::optional<int> TimeRules::value(TimeUse use, std::string_view word) const {
  const auto found = words_.find(word);
  if (found == words_.end()) return std::nullopt;
  for (const auto& [known, value] : found->second)
    if (known == use) return value;
  return std::nullopt;
}

bool TimeRules::is(ClauseUse use, std::string_view lemma) const {
  const auto found = clauses_.find(lemma);
  return found != clauses_.end() && std::find(found->second.begin(), found->second.end(), use) != found->second.end();
}

std::optional<UnitWord> TimeRules::unit(std::string_view word) const {
  const auto found = units_.find(word);
  return found == units_.end() ? std::nullopt : std::optional(found->second);
}

const std::vector<Holiday>& TimeRules::holidays(std::string_view first_word) const {
  static const std::vector<Holiday> kNone;
  const auto found = holidays_.find(first_word);
  return found == holidays_.end() ? kNone : found->second;
}

}  // namespace casus
