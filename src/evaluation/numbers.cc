#include "evaluation/numbers.h"

#include <algorithm>

#include "evaluation/coded_event_json.h"
#include "evaluation/json_lines.h"

namespace casus {
namespace {

constexpr std::size_t kPart = 3;  // letters of a country, a kind of body or a body in a code

template <class Value>
std::optional<Value> optional_in(const nlohmann::json& object, const char* key) {
  const auto found = object.find(key);
  if (found == object.end() || found->is_null()) return std::nullopt;
  return found->get<Value>();
}

Figure figure_in(const nlohmann::json& object) {
  return {.span = span_in(object.at("span")),
          .what = object.at("what").get<std::string>(),
          .low = optional_in<double>(object, "low"),
          .high = optional_in<double>(object, "high"),
          .unit = optional_in<std::string>(object, "unit"),
          .of = optional_in<std::string>(object, "of"),
          .superseded = object.value("superseded", false),
          .in_event = object.value("in_event", false)};
}

std::vector<Figure> figures_in(const nlohmann::json& list) {
  std::vector<Figure> figures;
  for (const auto& each : list) figures.push_back(figure_in(each));
  return figures;
}

template <class Value>
nlohmann::json json_of(const std::optional<Value>& value) {
  return value ? nlohmann::json(*value) : nlohmann::json();
}

bool overlap(Span a, Span b) { return a.start < b.end && b.start < a.end; }

struct Verdict {
  bool found = false;
  bool counted = false;  // kind, bounds and unit
  bool right = false;
  bool in_event = false;
};

// By the best of the figures in the same place.
Verdict judge(const Figure& gold, const std::vector<Figure>& predicted) {
  Verdict verdict;
  for (const Figure& figure : predicted) {
    if (!overlap(gold.span, figure.span)) continue;
    const bool counted = figure.what == gold.what && figure.low == gold.low && figure.high == gold.high && figure.unit == gold.unit;
    verdict.found = true;
    verdict.counted |= counted;
    verdict.right |= counted && is_of(gold.of, figure.of);
    verdict.in_event |= figure.in_event;
  }
  return verdict;
}

// Verdicts of one measure, text by text.
class Tally {
 public:
  void begin_text() { units_.emplace_back(); }
  void add(bool right, bool found) {
    units_.back().gold += 1;
    units_.back().hits += right ? 1 : 0;
    ++(right ? right_ : found ? wrong_ : missing_);
  }
  Score score(std::string measure) const {
    Score score = share_score(std::move(measure), units_);
    score.counts = {right_, wrong_, missing_};
    return score;
  }

 private:
  std::vector<Counts> units_;
  std::size_t right_ = 0, wrong_ = 0, missing_ = 0;
};

}  // namespace

Result<std::vector<NumberText>> read_number_gold(std::string_view text, std::string_view origin) {
  std::vector<NumberText> texts;
  const auto error = for_each_object(text, origin, [&](const nlohmann::json& object) -> std::optional<Error> {
    NumberText one{.id = object.at("id").get<std::string>(),
                   .text = object.at("text").get<std::string>(),
                   .published = optional_in<std::string>(object, "published"),
                   .figures = figures_in(object.at("numbers")),
                   .none = {}};
    for (const auto& span : object.at("none")) one.none.push_back(span_in(span));
    texts.push_back(std::move(one));
    return std::nullopt;
  });
  if (error) return *error;
  return texts;
}

Result<FiguresById> read_figures(std::string_view text, std::string_view origin) {
  FiguresById figures;
  const auto error = for_each_object(text, origin, [&](const nlohmann::json& object) -> std::optional<Error> {
    figures[object.at("id").get<std::string>()] = figures_in(object.at("numbers"));
    return std::nullopt;
  });
  if (error) return *error;
  return figures;
}

std::string write_figures(const FiguresById& figures) {
  std::string lines;
  for (const auto& [id, of_text] : figures) {
    nlohmann::json numbers = nlohmann::json::array();
    for (const Figure& figure : of_text)
      numbers.push_back({{"span", {figure.span.start, figure.span.end}},
                         {"what", figure.what},
                         {"low", json_of(figure.low)},
                         {"high", json_of(figure.high)},
                         {"unit", json_of(figure.unit)},
                         {"of", json_of(figure.of)},
                         {"superseded", figure.superseded},
                         {"in_event", figure.in_event}});
    lines += nlohmann::json{{"id", id}, {"numbers", numbers}}.dump() + "\n";
  }
  return lines;
}

bool is_of(const std::optional<std::string>& gold, const std::optional<std::string>& predicted) {
  if (!gold || !predicted) return !gold && !predicted;
  return predicted->starts_with(*gold) || (predicted->size() >= 2 * kPart && predicted->compare(kPart, kPart, *gold) == 0);
}

std::vector<Score> score_numbers(const std::vector<NumberText>& gold, const FiguresById& predicted) {
  std::map<std::string, Tally> by_kind;
  Tally all, counted, in_event, alarms;
  for (const NumberText& text : gold) {
    for (const Figure& figure : text.figures) by_kind.try_emplace(figure.what);
    for (auto& [kind, tally] : by_kind) tally.begin_text();
    for (Tally* tally : {&all, &counted, &in_event, &alarms}) tally->begin_text();
    const auto found = predicted.find(text.id);
    const std::vector<Figure> figures = found == predicted.end() ? std::vector<Figure>() : found->second;
    for (const Figure& figure : text.figures) {
      if (figure.superseded) continue;
      const Verdict verdict = judge(figure, figures);
      by_kind[figure.what].add(verdict.right, verdict.found);
      all.add(verdict.right, verdict.found);
      counted.add(verdict.counted, verdict.found);
      in_event.add(verdict.in_event, verdict.found);
    }
    for (const Span none : text.none) {
      const bool false_alarm = std::any_of(figures.begin(), figures.end(), [&](const Figure& figure) {
        return overlap(none, figure.span) &&
               std::none_of(text.figures.begin(), text.figures.end(), [&](const Figure& told) { return overlap(told.span, figure.span); });
      });
      alarms.add(false_alarm, false);
    }
  }
  std::vector<Score> scores;
  for (const auto& [kind, tally] : by_kind) scores.push_back(tally.score(kind));
  scores.push_back(all.score("figures"));
  scores.push_back(counted.score("kind, bounds and unit"));
  scores.push_back(in_event.score("in an event"));
  scores.push_back(alarms.score("false alarms"));
  return scores;
}

}  // namespace casus
