// Each token is tried as the start of an expression, the longest kinds first. What an expression names is worked out from the day of
// publication P and, where words such as "Friday" leave two readings, from the tense of the clause that it modifies:
//
//   "Friday"         the last Friday up to P, or, where the clause looks ahead, the first from P on
//   "last week"      the calendar week (Monday to Sunday) before P's
//   "the past week"  the seven days up to P
//   "October 9"      the year that puts it before P, or after P where the clause looks ahead
//
// "May", "March" and years are words and numbers too: they need a neighbour that makes them dates.
#include "timeplace/time_expressions.h"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

#include "core/unicode.h"
#include "timeplace/tense.h"

namespace casus {
namespace {

using std::chrono::days;
using std::chrono::months;
using std::chrono::years;

constexpr std::string_view kMonths[] = {"january", "february", "march",     "april",   "may",      "june",
                                        "july",    "august",   "september", "october", "november", "december"};
constexpr std::string_view kMonthsShort[] = {"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"};
constexpr std::string_view kWeekdays[] = {"sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"};
constexpr std::string_view kWeekdaysShort[] = {"sun", "mon", "tue", "wed", "thu", "fri", "sat"};
constexpr std::string_view kPartsOfDay[] = {"morning", "afternoon", "evening", "night", "noon", "midday", "midnight"};
constexpr std::string_view kNumbers[] = {"zero",  "one",   "two",  "three", "four",   "five",  "six",
                                         "seven", "eight", "nine", "ten",   "eleven", "twelve"};
// "in 2016", "in March": what may stand before a year or a month that stands alone.
constexpr std::string_view kBeforeMonth[] = {"in",   "since",   "of",     "by",     "until", "till", "during", "from",
                                             "to",   "through", "before", "after",  "for",   "late", "early",  "mid",
                                             "mid-", "between", "and",    "around", "this",  "last", "next"};
constexpr unsigned kMay = 5;  // a surname as well: "by May", "and May"
constexpr std::string_view kBeforeMay[] = {"in", "since", "until", "during", "late", "early", "mid", "mid-", "between"};
constexpr std::string_view kBeforeYear[] = {"in",     "since", "of",    "by",   "until", "till", "during",  "from", "through",
                                            "before", "after", "early", "late", "mid",   "mid-", "between", "year", "around"};
// Days with a name of their own, and Sundays that come again.
constexpr std::string_view kNamedDays[] = {"black",  "good",  "bloody", "ash",  "palm",      "super",    "holy",
                                           "easter", "cyber", "every",  "each", "following", "previous", "same"};
constexpr std::string_view kAgain[] = {"last", "past", "this", "next", "coming"};
constexpr int kDaysOfWeek = 7;
// A day or month without a year, beside a noun: a reading ahead counts as this many times farther than one behind.
constexpr int kPreferPast = 3;

template <std::size_t N>
std::optional<std::size_t> index_in(const std::string_view (&words)[N], std::string_view word) {
  const auto* found = std::find(words, words + N, word);
  if (found == words + N) return std::nullopt;
  return static_cast<std::size_t>(found - words);
}

template <std::size_t N>
bool is_one_of(const std::string_view (&words)[N], std::string_view word) {
  return index_in(words, word).has_value();
}

bool starts_upper(const std::string& form) {
  const auto letters = from_utf8(form);
  return letters && !letters->empty() && is_upper(letters->front());
}

std::string without_dot(std::string form) {
  if (form.size() > 1 && form.back() == '.') form.pop_back();
  return form;
}

// Digits only, at most four of them.
std::optional<int> small_number(std::string_view text) {
  constexpr std::size_t kLongest = 4;
  if (text.empty() || text.size() > kLongest) return std::nullopt;
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

std::optional<unsigned> month_number(const std::string& form) {
  if (!starts_upper(form)) return std::nullopt;
  const std::string name = without_dot(lower(form));
  if (const auto month = index_in(kMonths, name)) return static_cast<unsigned>(*month + 1);
  if (name == "sept") return 9;
  if (const auto month = index_in(kMonthsShort, name)) return static_cast<unsigned>(*month + 1);
  return std::nullopt;
}

// "7", "07", "7th"
std::optional<unsigned> day_number(std::string_view form) {
  for (const std::string_view ending : {"st", "nd", "rd", "th"})
    if (form.size() > 2 && form.ends_with(ending)) {
      form.remove_suffix(2);
      break;
    }
  const auto value = small_number(form);
  constexpr int kLongestMonth = 31;
  if (!value || form.size() > 2 || *value < 1 || *value > kLongestMonth) return std::nullopt;
  return static_cast<unsigned>(*value);
}

std::optional<int> year_number(std::string_view form) {
  const auto value = small_number(form);
  if (!value || *value < kFirstYear || *value > kLastYear) return std::nullopt;
  return value;
}

bool is_dash(std::string_view form) { return form == "-" || form == "–" || form == "—" || form == "--"; }

// A comma may stand between a day and its year.
std::optional<int> year_behind(const std::vector<Token>& tokens, std::size_t& at, std::size_t end) {
  std::size_t next = at;
  if (next < end && tokens[next].form == ",") ++next;
  if (next >= end) return std::nullopt;
  const auto year = year_number(tokens[next].form);
  if (year) at = next + 1;
  return year;
}

std::optional<WrittenDay> month_day(const std::vector<Token>& tokens, std::size_t at, std::size_t end) {
  WrittenDay found;
  const auto month = month_number(tokens[at].form);
  if (!month) return std::nullopt;
  found.month = *month;
  if (++at < end && tokens[at].form == "." && !tokens[at - 1].space_after) ++at;
  const auto day = at < end ? day_number(tokens[at].form) : std::nullopt;
  if (!day) return std::nullopt;
  found.day = *day;
  ++at;
  if (at + 1 < end && is_dash(tokens[at].form))
    if (const auto last = day_number(tokens[at + 1].form); last && *last > *day) {
      found.last_day = last;
      at += 2;
    }
  found.year = year_behind(tokens, at, end);
  found.last = at;
  return found;
}

std::optional<WrittenDay> day_month(const std::vector<Token>& tokens, std::size_t at, std::size_t end) {
  WrittenDay found;
  const auto day = day_number(tokens[at].form);
  if (!day) return std::nullopt;
  found.day = *day;
  ++at;
  if (at + 1 < end && is_dash(tokens[at].form))
    if (const auto last = day_number(tokens[at + 1].form); last && *last > *day) {
      found.last_day = last;
      at += 2;
    }
  if (at < end && tokens[at].form == "of") ++at;
  const auto month = at < end ? month_number(tokens[at].form) : std::nullopt;
  if (!month) return std::nullopt;
  found.month = *month;
  if (++at < end && tokens[at].form == "." && !tokens[at - 1].space_after && at + 1 < end && year_number(tokens[at + 1].form)) ++at;
  found.year = year_behind(tokens, at, end);
  found.last = at;
  return found;
}

struct Meaning {
  std::size_t last = 0;
  std::string value;
  DateFrom from = DateFrom::text;
};

class Finder {
 public:
  Finder(const Tokens& tokens, const Parse& parse, const Tree& tree, std::optional<Day> published)
      : tokens_(tokens), all_(tokens.tokens), parse_(parse), tree_(tree), published_(published) {}

  std::vector<DateMention> find() {
    std::vector<DateMention> found;
    for (const TokenRange& sentence : tokens_.sentences) {
      start_ = sentence.first;
      end_ = sentence.last;
      for (std::size_t at = start_; at < end_;) {
        auto meaning = meaning_at(at);
        if (!meaning) {
          ++at;
          continue;
        }
        if (meaning->last < end_ && is_one_of(kPartsOfDay, low(meaning->last)) && meaning->value.size() >= kDayLength) ++meaning->last;
        const TokenRange range{at, meaning->last};
        if (!meaning->value.empty()) found.push_back({range, {meaning->value, meaning->from, {tokens_.span(range)}}});
        at = meaning->last;
      }
    }
    return found;
  }

 private:
  static constexpr std::size_t kDayLength = 10;

  std::string low(std::size_t at) const { return at < end_ ? lower(all_[at].form) : std::string(); }
  std::string before(std::size_t at) const { return at > start_ ? lower(all_[at - 1].form) : std::string(); }

  // An empty value: an expression of time that names no one day; nothing inside it is read again.
  std::optional<Meaning> meaning_at(std::size_t at) {
    if (auto found = numeric_at(at)) return found;
    if (auto found = written_at(at)) return found;
    if (auto found = month_at(at)) return found;
    if (auto found = year_at(at)) return found;
    if (!published_) return std::nullopt;
    if (auto found = weekday_at(at)) return found;
    if (auto found = adverb_at(at)) return found;
    if (auto found = ago_at(at)) return found;
    return unit_at(at);
  }

  // The head of the expression in the tree, whose clause gives the tense.
  Tense tense(std::size_t first, std::size_t last) const {
    for (std::size_t at = first; at < last; ++at) {
      const std::size_t head = parse_.words[at].head;
      if (head == kRoot) return Tense::unknown;
      if (head < first || head >= last) return tense_of_clause(at, tree_);
    }
    return Tense::unknown;
  }

  static bool ahead(Tense tense) { return tense == Tense::future || tense == Tense::present; }

  // "2020-10-07", in one token or several; "10/25/2020" and "25/10/2020" where only one reading is a date.
  std::optional<Meaning> numeric_at(std::size_t at) const {
    if (all_[at].form.empty() || all_[at].form[0] < '0' || all_[at].form[0] > '9') return std::nullopt;
    std::string text;
    constexpr std::size_t kMostTokens = 5;
    for (std::size_t last = at; last < std::min(end_, at + kMostTokens); ++last) {
      text += all_[last].form;
      if (text.size() > kDayLength) break;
      const bool ends = all_[last].space_after || last + 1 == end_ || !starts_number(last + 1);
      if (const auto day = ends ? numeric_day(text) : std::nullopt) return Meaning{last + 1, iso_day(*day), DateFrom::text};
      if (all_[last].space_after) break;
    }
    return std::nullopt;
  }

  bool starts_number(std::size_t at) const { return all_[at].form[0] >= '0' && all_[at].form[0] <= '9'; }

  static std::optional<Day> numeric_day(const std::string& text) {
    if (const auto day = text.size() == kDayLength ? parse_day(text) : std::nullopt) return day;
    const std::size_t one = text.find_first_of("/."), two = text.find_first_of("/.", one + 1);
    if (one == std::string::npos || two == std::string::npos || text[one] != text[two]) return std::nullopt;
    const auto a = day_number(text.substr(0, one)), b = day_number(text.substr(one + 1, two - one - 1));
    const auto year = year_number(text.substr(two + 1));
    if (!a || !b || !year) return std::nullopt;
    const auto day_first = make_day(*year, *b, *a), month_first = make_day(*year, *a, *b);
    if (text[one] == '.') return day_first;
    return day_first && month_first && day_first != month_first ? std::nullopt : day_first ? day_first : month_first;
  }

  // "Wednesday, October 7, 2020", "7 Oct", "the 7th of October"
  std::optional<Meaning> written_at(std::size_t at) const {
    std::size_t first = at;
    const std::string name = without_dot(low(at));
    if (is_one_of(kWeekdays, name) || (is_one_of(kWeekdaysShort, name) && starts_upper(all_[at].form))) {
      ++first;
      if (first < end_ && (all_[first].form == "," || all_[first].form == ".")) ++first;
      if (first < end_ && all_[first].form == "the") ++first;
    }
    if (first >= end_) return std::nullopt;
    auto written = written_day(tokens_, first, end_);
    if (!written || is_verb(first)) return std::nullopt;
    if (!written->year) add_near_year(*written);
    const auto year = year_of(*written, at);
    if (!year) return Meaning{written->last, "", DateFrom::text};
    const auto day = make_day(*year, written->month, written->day);
    const auto last = written->last_day ? make_day(*year, written->month, *written->last_day) : day;
    return Meaning{written->last, day && last ? iso_interval(*day, *last) : "", DateFrom::text};
  }

  // "March 11 this year"
  void add_near_year(WrittenDay& written) const {
    if (!published_ || low(written.last + 1) != "year") return;
    const std::string which = low(written.last);
    if (which != "this" && which != "last" && which != "next") return;
    written.year = static_cast<int>(month_of(*published_).year()) + (which == "last" ? -1 : which == "next" ? 1 : 0);
    written.last += 2;
  }

  std::optional<int> year_of(const WrittenDay& written, std::size_t first) const {
    if (written.year) return written.year;
    if (!published_) return std::nullopt;
    const int year = static_cast<int>(month_of(*published_).year());
    // The nearest on each side; a leap day may be up to eight years away.
    constexpr int kYearsToLeapDay = 8;
    std::optional<Day> behind, beyond;
    for (int y = year - kYearsToLeapDay; y <= year + kYearsToLeapDay; ++y)
      if (const auto day = make_day(y, written.month, written.day)) {
        if (*day <= *published_) behind = day;
        if (*day >= *published_ && !beyond) beyond = day;
      }
    if (!behind || !beyond) return std::nullopt;
    const Day day = choose(*behind, *beyond, tense(first, written.last));
    return static_cast<int>(month_of(day).year());
  }

  Day choose(Day behind, Day beyond, Tense tense) const {
    if (ahead(tense)) return beyond;
    if (tense == Tense::past) return behind;
    return (beyond - *published_) * kPreferPast < (*published_ - behind) ? beyond : behind;
  }

  bool is_verb(std::size_t at) const { return parse_.words[at].upos == "VERB" || parse_.words[at].upos == "AUX"; }

  // "October 2020", "last March", "in March"
  std::optional<Meaning> month_at(std::size_t at) const {
    const bool again = is_one_of(kAgain, low(at));
    const std::size_t name = again ? at + 1 : at;
    if (name >= end_ || is_verb(name)) return std::nullopt;
    const auto month = month_number(all_[name].form);
    if (!month) return std::nullopt;
    std::size_t last = name + 1;
    if (last < end_ && all_[last].form == "." && !all_[name].space_after) ++last;
    std::size_t behind = last < end_ && low(last) == "of" ? last + 1 : last;
    if (const auto year = year_behind(all_, behind, end_))
      return Meaning{behind, iso_month(std::chrono::year(*year) / std::chrono::month(*month)), DateFrom::text};
    if (!again && !(*month == kMay ? is_one_of(kBeforeMay, before(name)) : is_one_of(kBeforeMonth, before(name)))) return std::nullopt;
    if (!published_ || is_name_part(name)) return std::nullopt;
    return Meaning{last, iso_month(month_near(*month, again ? low(at) : std::string(), tense(at, last))),
                   again ? DateFrom::relative : DateFrom::text};
  }

  Month month_near(unsigned month, const std::string& again, Tense tense) const {
    const Month now = month_of(*published_);
    Month behind = now.year() / std::chrono::month(month), beyond = behind;
    if (behind > now) behind -= years(1);
    if (beyond < now) beyond += years(1);
    if (again == "last" || again == "past") return behind == now ? behind - years(1) : behind;
    if (again == "next" || again == "coming") return beyond == now ? beyond + years(1) : beyond;
    if (again == "this") return now.year() / std::chrono::month(month);
    if (behind == beyond) return behind;
    return choose(last_day(behind), first_day(beyond), tense) == last_day(behind) ? behind : beyond;
  }

  // "August" of "August Schulz": a name goes on behind it.
  bool is_name_part(std::size_t at) const {
    return at + 1 < end_ && parse_.words[at + 1].relation == "flat" && parse_.words[at + 1].head == at;
  }

  // "in 2016", "the 2020 war", "the 1990s"
  std::optional<Meaning> year_at(std::size_t at) const {
    const std::string& form = all_[at].form;
    constexpr std::size_t kDecadeLength = 5;
    if (form.size() == kDecadeLength && form.ends_with("0s"))
      if (const auto year = year_number(form.substr(0, 4)))
        return Meaning{at + 1, iso_year(*year) + "/" + iso_year(*year + 9), DateFrom::text};
    const auto year = year_number(form);
    if (!year || form.size() != 4) return std::nullopt;
    const Word& word = parse_.words[at];
    const bool before_noun = word.head != kRoot && word.head > at && modifies(word.relation);
    if (before_noun ? !dates_noun(*year, word.head) : !is_one_of(kBeforeYear, before(at)) && !ends_span(at)) return std::nullopt;
    return Meaning{at + 1, iso_year(*year), DateFrom::text};
  }

  static bool modifies(const std::string& relation) { return relation == "nummod" || relation == "amod" || relation == "compound"; }

  // "from 2004 to 2009"
  bool ends_span(std::size_t at) const {
    return at >= start_ + 2 && (before(at) == "to" || before(at) == "and" || is_dash(all_[at - 1].form)) && year_number(all_[at - 2].form);
  }

  // "the 2020 war", but not "the 2000 soldiers".
  bool dates_noun(int year, std::size_t noun) const {
    constexpr int kFirstLikely = 1800, kLastLikely = 2100;
    const std::string& tag = parse_.words[noun].xpos;
    return year >= kFirstLikely && year <= kLastLikely && (tag == "NN" || tag == "NNP");
  }

  // "Monday", "last Friday", "next Tuesday"
  std::optional<Meaning> weekday_at(std::size_t at) const {
    const bool again = is_one_of(kAgain, low(at));
    const std::size_t name = again ? at + 1 : at;
    const auto weekday = index_in(kWeekdays, low(name));
    if (!weekday || is_one_of(kNamedDays, before(name)) || is_title(name)) return std::nullopt;
    if (again && before(at) == "the") return Meaning{name + 1, "", DateFrom::relative};  // "the next Tuesday": seen from another day
    const Day day = weekday_near(static_cast<unsigned>(*weekday), again ? low(at) : std::string(), tense(at, name + 1));
    return Meaning{name + 1, iso_day(day), DateFrom::relative};
  }

  // "the Sunday Times", "Friday Mosque"
  bool is_title(std::size_t at) const {
    const Word& word = parse_.words[at];
    return is_relation(word.relation, "compound") && word.head == at + 1 && word.head < end_ && starts_upper(all_[word.head].form);
  }

  Day weekday_near(unsigned weekday, const std::string& again, Tense tense) const {
    const std::chrono::weekday wanted(weekday), now(*published_);
    const Day behind = *published_ - (now - wanted), beyond = *published_ + (wanted - now);
    const Day in_week = monday_of(*published_) + (wanted - std::chrono::Monday);
    if (again == "last" || again == "past") return behind == *published_ ? behind - days(kDaysOfWeek) : behind;
    if (again == "next") return in_week + days(kDaysOfWeek);
    if (again == "coming") return beyond == *published_ ? beyond + days(kDaysOfWeek) : beyond;
    if (again == "this") return in_week;
    return ahead(tense) ? beyond : behind;
  }

  std::optional<Meaning> adverb_at(std::size_t at) const {
    const std::string word = low(at);
    if (at > start_ && starts_upper(all_[at].form)) return std::nullopt;  // "Russia Today"
    if (word == "today" || word == "tonight") return day_meaning(at + 1, 0);
    if (word == "yesterday") return day_meaning(at + 1, -1);
    if (word == "tomorrow") return day_meaning(at + 1, 1);
    if (word == "last" && low(at + 1) == "night") return day_meaning(at + 2, -1);
    if (word == "this" && is_one_of(kPartsOfDay, low(at + 1))) return day_meaning(at + 2, 0);
    if (word == "the" && low(at + 1) == "day" && (low(at + 2) == "before" || low(at + 2) == "after")) {
      if (low(at + 3) == "yesterday" && low(at + 2) == "before") return day_meaning(at + 4, -2);
      if (low(at + 3) == "tomorrow" && low(at + 2) == "after") return day_meaning(at + 4, 2);
    }
    return std::nullopt;
  }

  std::optional<Meaning> day_meaning(std::size_t last, int offset) const {
    return Meaning{last, iso_day(*published_ + days(offset)), DateFrom::relative};
  }

  std::optional<int> count_at(std::size_t at) const {
    const std::string word = low(at);
    if (word == "a" || word == "an") return 1;
    if (const auto value = index_in(kNumbers, word)) return static_cast<int>(*value);
    return small_number(word);
  }

  enum class Unit { day, week, month, year };
  static std::optional<Unit> unit_of(std::string word) {
    if (word.size() > 1 && word.ends_with('s')) word.pop_back();
    if (word == "day") return Unit::day;
    if (word == "week") return Unit::week;
    if (word == "month") return Unit::month;
    if (word == "year") return Unit::year;
    return std::nullopt;
  }

  // "two days ago"; weeks, months and years ago are as wide as their unit.
  std::optional<Meaning> ago_at(std::size_t at) const {
    const auto count = count_at(at);
    const auto unit = count ? unit_of(low(at + 1)) : std::nullopt;
    if (!unit || low(at + 2) != "ago" || *count > kLongestAgo) return std::nullopt;
    return Meaning{at + 3, period(*unit, -*count), DateFrom::relative};
  }
  static constexpr int kLongestAgo = 800;

  // The day, calendar week, month or year `offset` of them away from the day of publication.
  std::string period(Unit unit, int offset) const {
    const Month now = month_of(*published_);
    switch (unit) {
      case Unit::day:
        return iso_day(*published_ + days(offset));
      case Unit::week: {
        const Day monday = monday_of(*published_) + days(kDaysOfWeek * offset);
        return iso_interval(monday, monday + days(kDaysOfWeek - 1));
      }
      case Unit::month:
        return iso_month(now + months(offset));
      case Unit::year:
        return iso_year(static_cast<int>(now.year()) + offset);
    }
    return "";
  }

  // "last week", "earlier this month", "the past three days", "the weekend"
  std::optional<Meaning> unit_at(std::size_t at) const {
    const std::string word = low(at);
    if (word == "earlier" || word == "later") return partial_week(at);
    if (word == "the" && is_one_of(kAgain, low(at + 1))) return rolling(at);
    if (low(at + 1) == "weekend" || low(at + 1) == "weekends") return weekend(at);
    const auto unit = unit_of(low(at + 1));
    if (!unit || low(at + 1).ends_with('s')) return std::nullopt;
    const int offset = word == "last" ? -1 : word == "next" || word == "coming" ? 1 : 0;
    if (*unit == Unit::day || (offset == 0 && word != "this" && word != "current")) return std::nullopt;
    return Meaning{at + 2, period(*unit, offset), DateFrom::relative};
  }

  // "earlier this week": Monday until publication; "later this week": from publication on.
  std::optional<Meaning> partial_week(std::size_t at) const {
    if (low(at + 1) != "this") return std::nullopt;
    const auto unit = unit_of(low(at + 2));
    if (!unit || *unit == Unit::day) return std::nullopt;
    if (*unit != Unit::week) return Meaning{at + 3, period(*unit, 0), DateFrom::relative};
    const Day monday = monday_of(*published_);
    const bool earlier = low(at) == "earlier";
    return Meaning{at + 3, earlier ? iso_interval(monday, *published_) : iso_interval(*published_, monday + days(kDaysOfWeek - 1)),
                   DateFrom::relative};
  }

  // "the past week", "the last three days", "the next two months"
  std::optional<Meaning> rolling(std::size_t at) const {
    const auto count = count_at(at + 2);
    const std::size_t name = count ? at + 3 : at + 2;
    const auto unit = unit_of(low(name));
    const std::string way = low(at + 1);
    if (!unit || way == "this" || count.value_or(1) > kLongestAgo) return std::nullopt;
    if (!count && (*unit == Unit::day || way != "past")) return std::nullopt;  // "the next day": seen from another day
    const bool behind = way == "last" || way == "past";
    const Day other = shifted(*unit, behind ? -count.value_or(1) : count.value_or(1));
    return Meaning{name + 1, behind ? iso_interval(other, *published_) : iso_interval(*published_, other), DateFrom::relative};
  }

  Day shifted(Unit unit, int offset) const {
    if (unit == Unit::day) return *published_ + days(offset);
    if (unit == Unit::week) return *published_ + days(kDaysOfWeek * offset);
    const std::chrono::year_month_day date(*published_);
    const Month month = month_of(*published_) + months(unit == Unit::month ? offset : 12 * offset);
    const auto same = month / date.day();
    return same.ok() ? Day(same) : last_day(month);
  }

  std::optional<Meaning> weekend(std::size_t at) const {
    const std::string word = low(at);
    if (low(at + 1) != "weekend" || (word != "the" && word != "last" && word != "this" && word != "next")) return std::nullopt;
    const Day saturday = monday_of(*published_) + days(5), sunday = saturday + days(1);
    const bool later = word == "next" || (word == "this" && saturday > *published_ && ahead(tense(at, at + 2)));
    const bool coming = word == "next" && *published_ >= saturday;
    const int weeks = coming ? 1 : later ? 0 : word == "last" || saturday > *published_ ? -1 : 0;
    return Meaning{at + 2, iso_interval(saturday + days(kDaysOfWeek * weeks), sunday + days(kDaysOfWeek * weeks)), DateFrom::relative};
  }

  const Tokens& tokens_;
  const std::vector<Token>& all_;
  const Parse& parse_;
  const Tree& tree_;
  std::optional<Day> published_;
  std::size_t start_ = 0, end_ = 0;
};

}  // namespace

std::optional<WrittenDay> written_day(const Tokens& tokens, std::size_t first, std::size_t end) {
  if (auto found = month_day(tokens.tokens, first, end)) return found;
  return day_month(tokens.tokens, first, end);
}

std::vector<DateMention> find_time_expressions(const Tokens& tokens, const Parse& parse, const Tree& tree, std::optional<Day> published) {
  return Finder(tokens, parse, tree, published).find();
}

}  // namespace casus
