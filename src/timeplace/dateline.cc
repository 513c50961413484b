// PLACE [, REGION] [, DAY] [AGENCY] DASH at the start of a paragraph, or "(PLACE, DAY)"; place in capitals unless a day or an agency
// follows it.
#include "timeplace/dateline.h"

#include <algorithm>
#include <vector>

#include "core/unicode.h"

namespace casus {
namespace {

constexpr std::size_t kFirstParagraphs = 4;  // title, byline, dateline; some outlets put a summary between
constexpr std::size_t kLongestPlace = 8;     // tokens
constexpr std::size_t kFarthest = 32;        // tokens within which the dash stands
constexpr std::size_t kLongestAgency = 6;    // tokens within the parentheses or slashes

bool is_capitalised(const Token& token) {
  const auto letters = from_utf8(token.form);
  return letters && !letters->empty() && is_upper(letters->front());
}

bool is_capitals(const Token& token) {
  const auto letters = from_utf8(token.form);
  return letters && !letters->empty() && std::none_of(letters->begin(), letters->end(), is_lower) && is_upper(letters->front());
}

bool is_place_joint(const Token& token) {
  return token.form == "," || token.form == "/" || token.form == "-" || token.form == "'" || token.form == "." || token.form == "’";
}

bool is_dash(const Token& token) {
  return token.form == "-" || token.form == "--" || token.form == "–" || token.form == "—" || token.form == "―" || token.form == ":";
}

class Reader {
 public:
  Reader(const std::vector<Token>& all, const Tokens& tokens, const TimeRules& rules, std::size_t at, std::size_t end)
      : all_(all), tokens_(tokens), rules_(rules), first_(at), at_(at), end_(end) {}

  std::optional<Dateline> read() {
    if (is_day_alone()) return found_;
    const bool wrapped = at_ < end_ && all_[at_].form == "(";
    if (wrapped) ++at_;
    read_place();
    read_day();
    if (wrapped) {
      if (!found_.day || !found_.place || at_ >= end_ || all_[at_].form != ")") return std::nullopt;
      return found_;
    }
    const bool agency = read_agency();
    if (at_ >= end_ || !(is_dash(all_[at_]) || (agency && all_[at_].form == "."))) return std::nullopt;
    if (!found_.day && !(found_.place && (agency || place_in_capitals_))) return std::nullopt;
    if (all_[at_].form == ":" && !found_.day && !agency) return std::nullopt;
    return found_;
  }

 private:
  // A line that says only when: "Friday, July 21, 2017".
  bool is_day_alone() {
    for (std::size_t first = at_; first < std::min(end_, at_ + 3); ++first) {
      const auto day = written_day(tokens_, first, end_, rules_);
      if (!day || !day->year) continue;
      const bool ends = day->last == end_ || (day->last + 1 == end_ && all_[day->last].form == ".");
      if (ends && end_ < first_ + kFarthest) {
        found_.day = day;
        found_.day_range = {first, day->last};
        return true;
      }
    }
    return false;
  }

  void read_place() {
    const std::size_t start = at_, limit = std::min(end_, at_ + kLongestPlace);
    while (at_ < limit && !written_day(tokens_, at_, end_, rules_) && !is_spaced_dash(at_) &&
           (is_capitalised(all_[at_]) || (at_ > start && is_place_joint(all_[at_]))))
      ++at_;
    std::size_t last = start;
    while (last < at_ && all_[last].form != "," && all_[last].form != "/") ++last;
    while (last > start && is_place_joint(all_[last - 1])) --last;
    if (last == start) return;
    place_in_capitals_ = std::all_of(all_.begin() + static_cast<std::ptrdiff_t>(start), all_.begin() + static_cast<std::ptrdiff_t>(last),
                                     [](const Token& token) { return is_capitals(token) || is_place_joint(token); });
    found_.place = text(start, last);
  }

  bool is_spaced_dash(std::size_t at) const { return is_dash(all_[at]) && at > first_ && all_[at - 1].space_after; }

  std::string text(std::size_t first, std::size_t last) const {
    std::string joined;
    for (std::size_t i = first; i < last; ++i) joined += all_[i].form + (all_[i].space_after && i + 1 < last ? " " : "");
    return joined;
  }

  void read_day() {
    if (at_ >= end_) return;
    const auto day = written_day(tokens_, at_, end_, rules_);
    if (!day) return;
    found_.day = day;
    found_.day_range = {at_, day->last};
    at_ = day->last;
    if (at_ < end_ && all_[at_].form == ".") ++at_;
  }

  // "(Reuters)", "/TASS/", "(AP)"
  bool read_agency() {
    if (at_ < end_ && all_[at_].form == ",") ++at_;
    if (at_ >= end_ || (all_[at_].form != "(" && all_[at_].form != "/" && !all_[at_].form.starts_with('/'))) return false;
    if (all_[at_].form.size() > 1) {  // one token "/TASS/"
      ++at_;
      return true;
    }
    const std::string close = all_[at_].form == "(" ? ")" : "/";
    for (std::size_t i = at_ + 1; i < std::min(end_, at_ + kLongestAgency); ++i)
      if (all_[i].form == close) {
        at_ = i + 1;
        return true;
      }
    return false;
  }

  const std::vector<Token>& all_;
  const Tokens& tokens_;
  const TimeRules& rules_;
  std::size_t first_, at_, end_;
  Dateline found_;
  bool place_in_capitals_ = false;
};

}  // namespace

std::optional<Dateline> find_dateline(const Tokens& tokens, const TimeRules& rules) {
  const auto& all = tokens.tokens;
  std::size_t paragraphs = 0;
  for (std::size_t at = 0; at < all.size(); ++at) {
    if (at > 0 && !all[at].paragraph_start) continue;
    if (++paragraphs > kFirstParagraphs) break;
    std::size_t end = std::min(all.size(), at + kFarthest);
    for (std::size_t i = at + 1; i < end; ++i)
      if (all[i].paragraph_start) end = i;
    if (auto found = Reader(all, tokens, rules, at, end).read()) return found;
  }
  return std::nullopt;
}

}  // namespace casus
