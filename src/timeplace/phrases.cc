#include "timeplace/phrases.h"

#include <algorithm>
#include <cstdlib>

#include "timeplace/calendar_periods.h"
#include "timeplace/shifting.h"

namespace casus {
namespace {

using std::chrono::days;

constexpr int kDaysOfWeek = 7;
constexpr int kFarthest = 800;  // units

// What stood in the slots.
struct Captures {
  std::size_t last = 0;
  std::size_t told_end = 0;  // where the date or event behind the phrase is told, the end of the phrase itself
  int count = 1;
  int ordinal = 1;
  std::optional<UnitWord> unit;
  std::optional<unsigned> weekday;
  std::optional<CalendarSpan> date;
  std::size_t event = kRoot;
};

class Matcher {
 public:
  Matcher(const TimeText& text, const Phrase& phrase, std::size_t at, const std::optional<TimeReading>& date)
      : text_(text), phrase_(phrase), at_(at), date_(date) {}

  std::optional<Captures> match() const {
    Captures captures;
    captures.last = at_;
    return from(0, captures);
  }

 private:
  std::optional<Captures> from(std::size_t index, const Captures& captures) const {
    if (index == phrase_.words.size()) return captures;
    const PhraseWord& word = phrase_.words[index];
    Captures taken = captures;
    if (captures.last < text_.end() && take(word, taken))
      if (auto found = from(index + 1, taken)) return found;
    return word.optional ? from(index + 1, captures) : std::nullopt;
  }

  bool take(const PhraseWord& word, Captures& to) const {
    const std::string& low = text_.low(to.last);
    switch (word.slot) {
      case PhraseWord::Slot::words:
        if (std::find(word.words.begin(), word.words.end(), low) == word.words.end()) return false;
        ++to.last;
        return true;
      case PhraseWord::Slot::count:
        return take_count(low, to);
      case PhraseWord::Slot::ordinal:
        return take_ordinal(low, to);
      case PhraseWord::Slot::unit:
      case PhraseWord::Slot::units:
        to.unit = text_.rules.unit(low);
        ++to.last;
        return to.unit && (word.slot == PhraseWord::Slot::units || !to.unit->plural);
      case PhraseWord::Slot::weekday:
        if (const auto weekday = text_.rules.value(TimeUse::weekday, low)) to.weekday = static_cast<unsigned>(*weekday);
        ++to.last;
        return to.weekday.has_value();
      case PhraseWord::Slot::part:
        return text_.is(TimeUse::part_of_day, to.last++);
      case PhraseWord::Slot::portion:
        return text_.is(TimeUse::portion, to.last++);
      case PhraseWord::Slot::date:
        return take_date(to);
      case PhraseWord::Slot::event:
        return take_event(to);
    }
    return false;
  }

  bool take_count(const std::string& low, Captures& to) const {
    auto number = text_.rules.value(TimeUse::number, low);
    if (!number && !low.empty() && low.size() <= 3 && std::all_of(low.begin(), low.end(), [](char c) { return c >= '0' && c <= '9'; }))
      number = std::stoi(low);
    if (!number) return false;
    to.count = *number;
    ++to.last;
    // "a couple", "a hundred"
    if (const auto next = *number == 1 ? text_.value(TimeUse::number, to.last) : std::nullopt) {
      to.count = *next;
      ++to.last;
    }
    return true;
  }

  bool take_ordinal(const std::string& low, Captures& to) const {
    auto number = text_.rules.value(TimeUse::ordinal, low);
    if (!number && low.size() > 2 && low[0] >= '0' && low[0] <= '9')
      if (const auto value = day_number_or_more(low)) number = value;
    if (!number) return false;
    to.ordinal = *number;
    ++to.last;
    return true;
  }

  // "68th"
  static std::optional<int> day_number_or_more(const std::string& low) {
    std::size_t digits = 0;
    int value = 0;
    while (digits < low.size() && digits < 4 && low[digits] >= '0' && low[digits] <= '9') value = value * 10 + (low[digits++] - '0');
    const std::string ending = low.substr(digits);
    return ending == "st" || ending == "nd" || ending == "rd" || ending == "th" ? std::optional(value) : std::nullopt;
  }

  bool take_date(Captures& to) const {
    const auto date = to.last == at_ ? date_ : calendar_date_at(text_, to.last);
    if (!date || !date->period) return false;
    to.told_end = std::max(to.last, at_ + 1) - 1;
    to.date = date->period;
    to.last = date->last;
    return true;
  }

  bool take_event(Captures& to) const {
    std::size_t head = to.last;
    const auto& words = text_.parse.words;
    while (words[head].head != kRoot && words[head].head > head && words[head].head < text_.end()) head = words[head].head;
    const std::string& upos = words[head].upos;
    if (upos != "NOUN" && upos != "PROPN" && upos != "VERB") return false;
    if (words[to.last].upos == "PUNCT") return false;
    to.told_end = to.last - 1;
    to.event = head;
    to.last = head + 1;
    return true;
  }

  const TimeText& text_;
  const Phrase& phrase_;
  std::size_t at_;
  const std::optional<TimeReading>& date_;
};

std::optional<int> shift_of(const Phrase& phrase, const Captures& captures) {
  int shift = phrase.shift;
  if (phrase.factor == Phrase::Factor::count) shift *= captures.count;
  if (phrase.factor == Phrase::Factor::ordinal) shift *= captures.ordinal;
  if (phrase.unit || !captures.unit) return shift;
  if (shift % captures.unit->parts != 0) return std::nullopt;
  return shift * captures.unit->size / captures.unit->parts;
}

// "last decade": the ten years of that name.
std::optional<CalendarSpan> round_years(const Phrase& phrase, const Captures& captures, Day published) {
  const bool counted = phrase.factor != Phrase::Factor::one || phrase.shape != TimeShape::whole;
  if (counted || !captures.unit || captures.unit->unit != TimeUnit::year || captures.unit->size == 1) return std::nullopt;
  const int size = captures.unit->size;
  const int begin = (static_cast<int>(month_of(published).year()) / size + phrase.shift) * size;
  return period_of(period_of_year(begin).first, period_of_year(begin + size - 1).last);
}

CalendarSpan weekend_near(const TimeText& text, int shift, std::size_t first, std::size_t last) {
  constexpr int kMondayToSaturday = 5;
  const Day today = *text.published, saturday = monday_of(today) + days(kMondayToSaturday);
  const bool ahead = saturday > today;
  int weeks = 0;
  if (shift > 0) weeks = ahead ? 0 : 1;
  else if (shift < 0) weeks = -1;
  else if (ahead && !looks_ahead(text.tense(first, last))) weeks = -1;
  const Day begin = saturday + days(kDaysOfWeek * weeks);
  return period_of(begin, begin + days(1));
}

TimeReading reading_of(const TimeText& text, std::size_t at, const Phrase& phrase, const Captures& captures) {
  const bool tells_more = captures.event != kRoot || captures.date;
  TimeReading reading{.last = tells_more ? captures.told_end : captures.last, .period = {}, .from = DateFrom::relative};
  const auto shift = shift_of(phrase, captures);
  if (phrase.anchor == TimeAnchor::none) reading.last = captures.last;
  if (phrase.anchor == TimeAnchor::none || !shift || std::abs(*shift) > kFarthest) return reading;
  Anchored by{.anchor = phrase.anchor,
              .shift = *shift,
              .unit = phrase.unit     ? *phrase.unit
                      : captures.unit ? captures.unit->unit
                                      : TimeUnit::day,
              .shape = phrase.shape,
              .weekday = captures.weekday,
              .ordinal = captures.ordinal,
              .date = captures.date,
              .event = captures.event};
  if (phrase.anchor == TimeAnchor::date) reading.period = shifted(*captures.date, by, text.published);
  else if (phrase.anchor != TimeAnchor::report) reading.anchored = by;
  else if (text.published) {
    if (by.unit == TimeUnit::weekend) reading.period = weekend_near(text, by.shift, at, captures.last);
    else if (const auto round = round_years(phrase, captures, *text.published)) reading.period = round;
    else reading.period = shifted(period_of(*text.published), by, text.published);
  }
  return reading;
}

bool is_expression_in_words(const Phrase& phrase) {
  return phrase.anchor != TimeAnchor::none && phrase.words.front().slot == PhraseWord::Slot::words;
}

}  // namespace

std::optional<TimeReading> phrase_at(const TimeText& text, std::size_t at, const std::optional<TimeReading>& date) {
  // "Russia Today": a name.
  const bool in_name = at > text.begin() && text.starts_upper(at) && text.parse.words[at - 1].upos != "PUNCT";
  const Phrase* longest = nullptr;
  Captures captures;
  for (const std::size_t index : text.rules.phrases_from(text.low(at))) {
    const Phrase& phrase = text.rules.phrases()[index];
    const auto found = Matcher(text, phrase, at, date).match();
    if (!found || found->last <= captures.last || (in_name && is_expression_in_words(phrase))) continue;
    longest = &phrase;
    captures = *found;
  }
  if (!longest) return std::nullopt;
  return reading_of(text, at, *longest, captures);
}

}  // namespace casus
