#include "timeplace/written_days.h"

#include <algorithm>

#include "core/unicode.h"

namespace casus {
namespace {

constexpr std::size_t kDayLength = 10;  // characters: 2020-10-07
constexpr int kNext = 1;                // of rules/time/words.tsv

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

class DayReader {
 public:
  DayReader(const std::vector<Token>& tokens, std::size_t end, const TimeRules& rules) : tokens_(tokens), end_(end), rules_(rules) {}

  std::optional<WrittenDay> month_day(std::size_t at) const {
    WrittenDay found;
    const auto month = month_number(tokens_[at].form, rules_);
    if (!month) return std::nullopt;
    found.month = *month;
    if (++at < end_ && tokens_[at].form == "." && !tokens_[at - 1].space_after) ++at;
    if (at < end_ && tokens_[at].form == "the") ++at;
    if (!read_days(at, found)) return std::nullopt;
    found.year = year_behind(at);
    found.last = at;
    return found;
  }

  std::optional<WrittenDay> day_month(std::size_t at) const {
    WrittenDay found;
    if (!read_days(at, found)) return std::nullopt;
    if (at < end_ && tokens_[at].form == "of") ++at;
    const auto month = at < end_ ? month_number(tokens_[at].form, rules_) : std::nullopt;
    if (!month) return std::nullopt;
    found.month = *month;
    if (++at < end_ && tokens_[at].form == "." && !tokens_[at - 1].space_after && at + 1 < end_ && year_number(tokens_[at + 1].form)) ++at;
    found.year = year_behind(at);
    found.last = at;
    return found;
  }

 private:
  // "7", "27-29"
  bool read_days(std::size_t& at, WrittenDay& found) const {
    const auto day = at < end_ ? day_number(tokens_[at].form) : std::nullopt;
    if (!day) return false;
    found.day = *day;
    ++at;
    if (at + 1 < end_ && rules_.is(TimeUse::dash, tokens_[at].form))
      if (const auto last = day_number(tokens_[at + 1].form); last && *last > *day) {
        found.last_day = last;
        at += 2;
      }
    return true;
  }

  // A comma may stand between a day and its year.
  std::optional<int> year_behind(std::size_t& at) const {
    std::size_t next = at;
    if (next < end_ && tokens_[next].form == ",") ++next;
    if (next >= end_) return std::nullopt;
    const auto year = year_number(tokens_[next].form);
    if (year) at = next + 1;
    return year;
  }

  const std::vector<Token>& tokens_;
  std::size_t end_;
  const TimeRules& rules_;
};

std::optional<Day> numeric_day(const std::string& text) {
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

// The nearest on each side of publication; a leap day may be up to eight years away.
std::optional<int> year_near(const TimeText& text, const WrittenDay& written, Tense tense) {
  if (!text.published) return std::nullopt;
  const int year = static_cast<int>(month_of(*text.published).year());
  constexpr int kYearsToLeapDay = 8;
  std::optional<Day> behind, beyond;
  for (int y = year - kYearsToLeapDay; y <= year + kYearsToLeapDay; ++y)
    if (const auto day = make_day(y, written.month, written.day)) {
      if (*day <= *text.published) behind = day;
      if (*day >= *text.published && !beyond) beyond = day;
    }
  if (!behind || !beyond) return std::nullopt;
  return static_cast<int>(month_of(text.nearest(period_of(*behind), period_of(*beyond), tense).first).year());
}

// "March 11 this year"
void add_near_year(const TimeText& text, WrittenDay& written) {
  const auto way = text.value(TimeUse::way, written.last);
  const auto unit = text.rules.unit(text.low(written.last + 1));
  if (!text.published || !way || !unit || unit->unit != TimeUnit::year || unit->size != 1) return;
  written.year = static_cast<int>(month_of(*text.published).year()) + std::min(*way, kNext);
  written.last += 2;
}

}  // namespace

std::optional<int> year_number(std::string_view form) {
  const auto value = small_number(form);
  if (!value || *value < kFirstYear || *value > kLastYear) return std::nullopt;
  return value;
}

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

std::optional<unsigned> month_number(std::string_view form, const TimeRules& rules) {
  if (form.empty() || form[0] < 'A' || form[0] > 'Z') return std::nullopt;
  const auto month = rules.value(TimeUse::month, without_dot(lower(form)));
  return month ? std::optional(static_cast<unsigned>(*month)) : std::nullopt;
}

std::optional<WrittenDay> written_day(const Tokens& tokens, std::size_t first, std::size_t end, const TimeRules& rules) {
  const DayReader reader(tokens.tokens, end, rules);
  if (auto found = reader.month_day(first)) return found;
  return reader.day_month(first);
}

// "2020-10-07", in one token or several; "10/25/2020" and "25/10/2020" where only one reading is a date.
std::optional<TimeReading> numeric_day_at(const TimeText& text, std::size_t at) {
  const auto starts_with_digit = [&](std::size_t token) { return text.form(token)[0] >= '0' && text.form(token)[0] <= '9'; };
  if (text.form(at).empty() || !starts_with_digit(at)) return std::nullopt;
  std::string joined;
  constexpr std::size_t kMostTokens = 5;
  for (std::size_t last = at; last < std::min(text.end(), at + kMostTokens); ++last) {
    const bool space_after = text.tokens.tokens[last].space_after;
    joined += text.form(last);
    if (joined.size() > kDayLength) break;
    const bool ends = space_after || last + 1 == text.end() || !starts_with_digit(last + 1);
    if (const auto day = ends ? numeric_day(joined) : std::nullopt) return TimeReading{.last = last + 1, .period = period_of(*day)};
    if (space_after) break;
  }
  return std::nullopt;
}

// "Wednesday, October 7, 2020", "7 Oct", "the 7th of October"
std::optional<TimeReading> written_day_at(const TimeText& text, std::size_t at) {
  std::size_t first = at;
  const std::string name = without_dot(text.low(at));
  if (text.rules.is(TimeUse::weekday, name) || (text.rules.is(TimeUse::weekday_short, name) && text.starts_upper(at))) {
    ++first;
    if (text.low(first) == "," || text.low(first) == ".") ++first;
    if (text.low(first) == "the") ++first;
  }
  if (first >= text.end()) return std::nullopt;
  auto written = written_day(text.tokens, first, text.end(), text.rules);
  if (!written || text.is_verb(first)) return std::nullopt;
  if (!written->year) add_near_year(text, *written);
  const auto year = written->year ? written->year : year_near(text, *written, text.tense(at, written->last));
  if (!year) return TimeReading{.last = written->last};
  const auto day = make_day(*year, written->month, written->day);
  const auto last = written->last_day ? make_day(*year, written->month, *written->last_day) : day;
  return TimeReading{.last = written->last, .period = day && last ? std::optional(period_of(*day, *last)) : std::nullopt};
}

}  // namespace casus
