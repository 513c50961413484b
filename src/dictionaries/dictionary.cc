// A dictionary is read line by line: comments are cut, a code that was broken over two lines is put together again, then
//
//   actors   PHRASE [CODES]     begins an entry        agents   PHRASE {PLURAL} [~CODE]
//            +PHRASE [CODES]    another name of it              !SET! = WORD, WORD
//            [CODES]            more codes of it
//
// where CODES are any number of [CODE], [CODE <DAY], [CODE >DAY] and [CODE DAY-DAY], and DAY is YYYYMMDD or YYMMDD.
#include "dictionaries/dictionary.h"

#include <algorithm>
#include <chrono>
#include <map>
#include <optional>
#include <utility>

#include "core/unicode.h"

namespace casus {
namespace {

constexpr std::size_t kLongestPhrase = 200;  // bytes; the longest that is met has half of that
constexpr std::size_t kMostExpansions = 64;  // of one phrase with sets in it
constexpr std::string_view kNoPhrase = "a phrase without words, or longer than any name";

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\f' || c == '\v'; }
bool is_figure(char c) { return c >= '0' && c <= '9'; }

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

std::string without_blanks(std::string_view text) {
  std::string kept;
  std::copy_if(text.begin(), text.end(), std::back_inserter(kept), [](char c) { return !is_blank(c); });
  return kept;
}

std::string capitals(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return out;
}

std::string as_utf8(std::string_view bytes) {
  if (!first_invalid_byte(bytes)) return std::string(bytes);
  std::u32string latin1;
  for (const char c : bytes) latin1 += static_cast<unsigned char>(c);
  return to_utf8(latin1);
}

struct Line {
  std::size_t number = 0;
  std::string text;
};

// What an XML comment leaves of a line; `inside` says whether one is open.
std::string without_xml_comments(std::string_view line, bool& inside) {
  std::string kept;
  for (std::size_t at = 0; at < line.size();) {
    const std::string_view mark = inside ? "-->" : "<!--";
    const std::size_t found = line.find(mark, at);
    if (!inside) kept += line.substr(at, found == std::string_view::npos ? found : found - at);
    if (found == std::string_view::npos) break;
    at = found + mark.size();
    inside = !inside;
  }
  return kept;
}

bool is_open(std::string_view line) {
  const std::size_t bracket = line.find_last_of('[');
  return bracket != std::string_view::npos && line.find_first_of("]}", bracket) == std::string_view::npos;
}

bool closes(std::string_view line) {
  const std::size_t close = line.find(']');
  return close != std::string_view::npos && line.find('[') > close && !line.starts_with('+');
}

std::vector<Line> lines_of(std::string_view bytes) {
  const std::string text = as_utf8(bytes);
  std::string_view rest = text;
  if (rest.starts_with("\xEF\xBB\xBF")) rest.remove_prefix(3);
  std::vector<Line> lines;
  bool inside = false;
  for (std::size_t number = 1; !rest.empty(); ++number) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    std::string line = without_xml_comments(rest.substr(0, end), inside);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    line.resize(std::min(line.size(), line.find_first_of("#;")));
    line = trimmed(line);
    if (line.empty()) continue;
    if (!lines.empty() && is_open(lines.back().text) && closes(line)) lines.back().text += " " + line;
    else lines.push_back({number, std::move(line)});
  }
  return lines;
}

// Words with single blanks between, as TABARI and PETRARCH take "_" and blanks.
std::string words_of(std::string_view phrase) {
  std::string words;
  for (const char c : phrase) {
    const bool blank = c == '_' || is_blank(c);
    if (!blank) words += c;
    else if (!words.empty() && words.back() != ' ') words += ' ';
  }
  if (words.ends_with(' ')) words.pop_back();
  return words;
}

bool is_phrase(std::string_view words) {
  if (words.empty() || words.size() > kLongestPhrase) return false;
  const auto points = from_utf8(words);
  return points && std::any_of(points->begin(), points->end(), [](char32_t c) { return is_letter(c) || is_digit(c); }) &&
         std::none_of(points->begin(), points->end(), [](char32_t c) { return c < U' ' || c == 0x7F; });
}

bool is_code(std::string_view code) {
  return !code.empty() && code.size() % 3 == 0 &&
         std::all_of(code.begin(), code.end(), [](char c) { return is_figure(c) || (c >= 'A' && c <= 'Z'); });
}

int number(std::string_view figures) {
  int value = 0;
  for (const char c : figures) value = value * 10 + (c - '0');
  return value;
}

// YYYYMMDD, or YYMMDD with the century that PETRARCH gives it.
std::optional<std::string> day(std::string_view figures) {
  constexpr int kLastYearOf2000s = 30;
  if (!std::all_of(figures.begin(), figures.end(), is_figure) || (figures.size() != 6 && figures.size() != 8)) return std::nullopt;
  std::string all(figures);
  if (all.size() == 6) all.insert(0, number(figures.substr(0, 2)) <= kLastYearOf2000s ? "20" : "19");
  const std::string_view view = all;
  const std::chrono::year_month_day date{std::chrono::year(number(view.substr(0, 4))),
                                         std::chrono::month(static_cast<unsigned>(number(view.substr(4, 2)))),
                                         std::chrono::day(static_cast<unsigned>(number(view.substr(6))))};
  if (!date.ok() || date.year() == std::chrono::year(0)) return std::nullopt;
  return all.substr(0, 4) + "-" + all.substr(4, 2) + "-" + all.substr(6);
}

// The remark's kind, or the period.
using Read = std::pair<std::optional<CodedPeriod>, std::string_view>;

Read read_period(std::string_view inside) {
  inside = trimmed(inside);
  const std::size_t end = std::min({inside.find_first_of("<> \t"), inside.size()});
  CodedPeriod period{.code = capitals(inside.substr(0, end)), .from = {}, .to = {}};
  const std::string days = without_blanks(inside.substr(end));
  if (period.code != "---" && !is_code(period.code)) return {std::nullopt, "a code that is not letters and figures in threes"};
  if (days.empty()) return {std::move(period), {}};
  constexpr std::string_view kNoDays = "days that cannot be read";
  const std::string_view view = days;
  if (const std::size_t dash = view.find('-'); dash != std::string_view::npos) {
    const auto from = day(view.substr(0, dash));
    const auto to = day(view.substr(dash + 1));
    if (!from || !to) return {std::nullopt, kNoDays};
    if (*to < *from) return {std::nullopt, "a period that ends before it starts"};
    period.from = *from;
    period.to = *to;
  } else {
    const auto only = day(view.substr(1));
    if (!only || (view[0] != '<' && view[0] != '>')) return {std::nullopt, kNoDays};
    (view[0] == '<' ? period.to : period.from) = *only;
  }
  return {std::move(period), {}};
}

class ActorReader {
 public:
  ActorDictionary read(std::string_view bytes) {
    for (const Line& line : lines_of(bytes)) read_line(line);
    finish();
    return std::move(dictionary_);
  }

 private:
  void remark(std::size_t line, std::string_view what, std::string_view text) {
    dictionary_.remarks.push_back({line, what, std::string(text)});
  }

  void read_line(const Line& line) {
    const std::string_view text = line.text;
    const std::size_t bracket = std::min(text.find('['), text.size());
    const std::string_view phrase = trimmed(text.substr(0, bracket));
    if (phrase.starts_with('<')) return remark(line.number, "a mark of a section", text);
    if (phrase.find(']') != std::string_view::npos) return remark(line.number, "a bracket that was never opened", text);
    if (phrase.starts_with('+')) name(line, phrase.substr(1));
    else if (!phrase.empty()) {
      finish();
      current_ = ActorEntry{.line = line.number, .phrases = {}, .codes = {}};
      name(line, phrase);
    }
    read_codes(line, text.substr(bracket));
  }

  void name(const Line& line, std::string_view phrase) {
    if (!current_) return remark(line.number, "another name of nothing", line.text);
    const std::string words = words_of(phrase);
    if (!is_phrase(words)) return remark(line.number, kNoPhrase, line.text);
    current_->phrases.push_back(words);
    dictionary_.stems += !trimmed(phrase).ends_with('_');
  }

  void read_codes(const Line& line, std::string_view text) {
    while (!text.empty()) {
      const std::size_t open = text.find('[');
      if (!trimmed(text.substr(0, open)).empty()) remark(line.number, "words beside a code", trimmed(text.substr(0, open)));
      if (open == std::string_view::npos) return;
      const std::size_t close = text.find_first_of("]}[", open + 1);
      if (close == std::string_view::npos || text[close] == '[') {
        remark(line.number, "a bracket that is not closed", text);
        return;
      }
      take(line, text.substr(open + 1, close - open - 1));
      text.remove_prefix(close + 1);
    }
  }

  void take(const Line& line, std::string_view inside) {
    const auto [period, trouble] = read_period(inside);
    if (!period) remark(line.number, trouble, inside);
    else if (!current_) remark(line.number, "a code without a phrase", inside);
    else current_->codes.push_back(*period);
    coded_ = true;
  }

  void finish() {
    if (current_ && !current_->phrases.empty()) {
      if (!current_->codes.empty()) dictionary_.entries.push_back(std::move(*current_));
      else if (!coded_) remark(current_->line, "a phrase without a code", current_->phrases.front());
    }
    current_.reset();
    coded_ = false;
  }

  ActorDictionary dictionary_;
  std::optional<ActorEntry> current_;
  bool coded_ = false;  // whether the current entry has codes, readable or not
};

using Sets = std::map<std::string, std::vector<std::string>, std::less<>>;

// "FISHER!PERSON!" with each word of the set; nothing where a set is unknown or the combinations are too many.
std::optional<std::vector<std::string>> expanded(const std::string& phrase, const Sets& sets) {
  std::vector<std::string> made{""};
  for (std::size_t at = 0; at < phrase.size();) {
    const std::size_t open = phrase.find('!', at);
    for (std::string& text : made) text += phrase.substr(at, open == std::string::npos ? open : open - at);
    if (open == std::string::npos) break;
    const std::size_t close = phrase.find('!', open + 1);
    const auto set = close == std::string::npos ? sets.end() : sets.find(phrase.substr(open, close - open + 1));
    if (set == sets.end() || made.size() * set->second.size() > kMostExpansions) return std::nullopt;
    std::vector<std::string> longer;
    for (const std::string& text : made)
      for (const std::string& word : set->second) longer.push_back(text + word);
    made = std::move(longer);
    at = close + 1;
  }
  return made;
}

class AgentReader {
 public:
  AgentDictionary read(std::string_view bytes) {
    for (const Line& line : lines_of(bytes)) read_line(line);
    return std::move(dictionary_);
  }

 private:
  void remark(const Line& line, std::string_view what) { dictionary_.remarks.push_back({line.number, what, line.text}); }

  void read_line(const Line& line) {
    const std::string_view text = line.text;
    if (text.starts_with('!') && text.find('=') != std::string_view::npos && text.find('[') == std::string_view::npos)
      return read_set(line);
    const std::size_t bracket = text.find('[');
    const std::size_t close = text.find_first_of("]}", std::min(bracket, text.size()));
    if (bracket == std::string_view::npos) return remark(line, "a phrase without a code");
    if (close == std::string_view::npos) return remark(line, "a bracket that is not closed");
    const std::string_view phrase = text.substr(0, std::min(bracket, text.find('{')));
    add(line, words_of(phrase), capitals(without_blanks(text.substr(bracket + 1, close - bracket - 1))));
  }

  void add(const Line& line, const std::string& phrase, std::string code) {
    const bool goes_before = code.ends_with('~');
    if (!goes_before && !code.starts_with('~')) return remark(line, "an agent's code without ~");
    code.erase(goes_before ? code.size() - 1 : 0, 1);
    if (!is_code(code)) return remark(line, "a code that is not letters and figures in threes");
    if (phrase.size() > kLongestPhrase) return remark(line, kNoPhrase);
    const auto phrases = expanded(phrase, sets_);
    if (!phrases) return remark(line, "a set of words that is not in the file");
    for (const std::string& each : *phrases) {
      if (!is_phrase(each)) return remark(line, kNoPhrase);
      dictionary_.entries.push_back({line.number, each, code, goes_before});
    }
  }

  void read_set(const Line& line) {
    const std::size_t equals = line.text.find('=');
    const std::string_view name = trimmed(std::string_view(line.text).substr(0, equals));
    if (name.size() < 3 || !name.ends_with('!')) return remark(line, "a set of words without a name");
    std::vector<std::string>& words = sets_[std::string(name)];
    for (std::string_view rest = std::string_view(line.text).substr(equals + 1); !rest.empty();) {
      const std::size_t comma = std::min(rest.find(','), rest.size());
      if (const std::string word = words_of(rest.substr(0, comma)); is_phrase(word)) words.push_back(word);
      rest.remove_prefix(std::min(comma + 1, rest.size()));
    }
  }

  AgentDictionary dictionary_;
  Sets sets_;
};

}  // namespace

ActorDictionary read_actors(std::string_view bytes) { return ActorReader().read(bytes); }
AgentDictionary read_agents(std::string_view bytes) { return AgentReader().read(bytes); }

}  // namespace casus
