#include "timeplace/publication.h"

#include <algorithm>
#include <vector>

#include "timeplace/written_days.h"

namespace casus {
namespace {

constexpr std::size_t kLinesOfHead = 6;  // paragraphs
constexpr std::size_t kLinesOfFoot = 3;
constexpr std::size_t kLongestLine = 24;  // tokens
constexpr std::size_t kFarthest = 8;      // tokens from "published" to the day

// The day of the document as it was given, where it is one.
std::optional<Date> given_date(const Document& document) {
  if (!document.info.published) return std::nullopt;
  const auto day = parse_day(document.info.published->value);
  if (!day) return std::nullopt;
  Date given = *document.info.published;
  given.value = iso_day(*day);
  return given;
}

std::optional<Date> dateline_date(const Dateline& dateline, const Tokens& tokens) {
  if (!dateline.day || !dateline.day->year) return std::nullopt;
  const auto day = make_day(*dateline.day->year, dateline.day->month, dateline.day->day);
  if (!day) return std::nullopt;
  return Date{iso_day(*day), DateFrom::dateline, {tokens.span(dateline.day_range)}};
}

std::vector<TokenRange> paragraphs_of(const Tokens& tokens) {
  std::vector<TokenRange> paragraphs;
  for (std::size_t at = 0; at < tokens.tokens.size(); ++at) {
    if (paragraphs.empty() || tokens.tokens[at].paragraph_start) paragraphs.push_back({at, at});
    paragraphs.back().last = at + 1;
  }
  return paragraphs;
}

std::optional<Date> date_in_line(TimeText& text, TokenRange line) {
  text.enter(line);
  std::size_t stamp = line.first;
  while (stamp < line.last && !text.is(TimeUse::stamp, stamp)) ++stamp;
  for (std::size_t at = stamp + 1; at < std::min(line.last, stamp + kFarthest); ++at) {
    auto found = numeric_day_at(text, at);
    if (!found) found = written_day_at(text, at);
    if (found && found->period && found->period->precision == Precision::day)
      return Date{iso(*found->period), DateFrom::text, {text.tokens.span({at, found->last})}};
  }
  return std::nullopt;
}

std::optional<Date> stated_date(TimeText text) {
  const std::vector<TokenRange> lines = paragraphs_of(text.tokens);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const bool outside = i < kLinesOfHead || i + kLinesOfFoot >= lines.size();
    if (!outside || lines[i].size() > kLongestLine) continue;
    if (auto found = date_in_line(text, lines[i])) return found;
  }
  return std::nullopt;
}

}  // namespace

std::optional<Date> day_of_publication(const Document& document, const Tokens& tokens, const Parse& parse, const Tree& tree,
                                       const std::optional<Dateline>& dateline, const TimeRules& rules) {
  if (auto given = given_date(document)) return given;
  if (dateline)
    if (auto found = dateline_date(*dateline, tokens)) return found;
  return stated_date(TimeText(tokens, parse, tree, rules, std::nullopt));
}

}  // namespace casus
