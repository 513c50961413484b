#include "evaluation/dates.h"

#include <algorithm>

#include "evaluation/coded_event_json.h"
#include "evaluation/json_lines.h"
#include "timeplace/calendar.h"

namespace casus {
namespace {

using nlohmann::json;

std::vector<MarkedDate> dates_in(const json& list) {
  std::vector<MarkedDate> dates;
  for (const json& one : list) dates.push_back({span_in(one.at("span")), one.at("value").get<std::string>()});
  return dates;
}

Spans none_in(const json& object) {
  Spans spans;
  if (object.contains("none"))
    for (const json& pair : object.at("none")) spans.push_back(span_in(pair));
  return spans;
}

bool is_met(Span span, const std::vector<MarkedDate>& dates) {
  return std::any_of(dates.begin(), dates.end(), [&](const MarkedDate& date) { return date.span.overlaps(span); });
}

bool is_right(const MarkedDate& gold, const std::vector<MarkedDate>& found) {
  return std::any_of(found.begin(), found.end(),
                     [&](const MarkedDate& date) { return date.span.overlaps(gold.span) && name_the_same_days(date.value, gold.value); });
}

}  // namespace

Result<std::vector<DatedText>> read_date_gold(std::string_view text, std::string_view origin) {
  std::vector<DatedText> texts;
  const auto error = for_each_object(text, origin, [&](const json& object) -> std::optional<Error> {
    texts.push_back({.id = object.at("id").get<std::string>(),
                     .text = object.at("text").get<std::string>(),
                     .published = object.at("published").get<std::string>(),
                     .dates = dates_in(object.at("dates")),
                     .none = none_in(object)});
    return std::nullopt;
  });
  if (error) return *error;
  return texts;
}

Result<DatesById> read_dates(std::string_view text, std::string_view origin) {
  DatesById dates;
  const auto error = for_each_object(text, origin, [&](const json& object) -> std::optional<Error> {
    dates[object.at("id").get<std::string>()] = dates_in(object.at("dates"));
    return std::nullopt;
  });
  if (error) return *error;
  return dates;
}

std::string write_dates(const DatesById& dates) {
  std::string lines;
  for (const auto& [id, list] : dates) {
    json objects = json::array();
    for (const MarkedDate& date : list) objects.push_back({{"span", {date.span.start, date.span.end}}, {"value", date.value}});
    lines += json{{"id", id}, {"dates", objects}}.dump() + "\n";
  }
  return lines;
}

DateScores score_dates(const std::vector<DatedText>& gold, const DatesById& predicted) {
  static const std::vector<MarkedDate> kNone;
  std::vector<Counts> values, looks, found_alone;
  std::size_t right = 0, wrong = 0, missed = 0;
  for (const DatedText& text : gold) {
    const auto entry = predicted.find(text.id);
    const auto& found = entry == predicted.end() ? kNone : entry->second;
    Counts value{.gold = text.dates.size()}, look{.gold = text.none.size()}, alone{.gold = found.size()};
    for (const MarkedDate& date : text.dates) {
      if (is_right(date, found)) ++value.hits;
      else ++(is_met(date.span, found) ? wrong : missed);
    }
    right += value.hits;
    for (const Span span : text.none)
      if (is_met(span, found)) ++look.hits;
    for (const MarkedDate& date : found)
      if (!is_met(date.span, text.dates)) ++alone.hits;
    values.push_back(value);
    looks.push_back(look);
    found_alone.push_back(alone);
  }
  Score share = share_score("right value", values);
  share.counts = {right, wrong, missed};
  return {.values = {std::move(share)},
          .false_alarms = {counted_share_score("of what looks like a date", looks), counted_share_score("of dates found", found_alone)}};
}

}  // namespace casus
