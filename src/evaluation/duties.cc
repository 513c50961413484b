#include "evaluation/duties.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "core/unicode.h"
#include "evaluation/json_lines.h"
#include "evaluation/match.h"

namespace casus {
namespace {

using Codes = std::vector<std::string>;

std::optional<std::string> text_in(const nlohmann::json& value) {
  return value.is_null() ? std::nullopt : std::optional(value.get<std::string>());
}

Spans spans_in(const nlohmann::json& value) {
  Spans spans;
  if (!value.is_null())
    for (const nlohmann::json& span : value) spans.push_back({span.at(0).get<std::size_t>(), span.at(1).get<std::size_t>()});
  return spans;
}

std::vector<ToldScope> scopes_in(const nlohmann::json& value) {
  std::vector<ToldScope> scopes;
  for (const nlohmann::json& scope : value) scopes.push_back({scope.at("text").get<std::string>(), text_in(scope.at("code"))});
  return scopes;
}

ToldDuty duty_in(const nlohmann::json& object) {
  return {.bound = object.at("bound").get<Codes>(),
          .beneficiaries = object.at("beneficiaries").get<Codes>(),
          .instrument = text_in(object.at("instrument")),
          .knowledge_id = text_in(object.at("knowledge_id")),
          .duty = text_in(object.at("duty")),
          .condition = spans_in(object.at("condition")),
          .includes = scopes_in(object.at("includes")),
          .excludes = scopes_in(object.at("excludes")),
          .triggered = object.at("triggered").get<std::string>(),
          .because = spans_in(object.at("because")),
          .speakers = object.at("speakers").get<Codes>()};
}

bool same_set(const Codes& one, const Codes& other) { return std::set(one.begin(), one.end()) == std::set(other.begin(), other.end()); }

bool share(const Codes& one, const Codes& other) {
  return std::any_of(one.begin(), one.end(),
                     [&](const std::string& code) { return std::find(other.begin(), other.end(), code) != other.end(); });
}

bool one_contains_the_other(const std::string& one, const std::string& other) {
  const std::string a = lower(one), b = lower(other);
  return a.find(b) != std::string::npos || b.find(a) != std::string::npos;
}

bool same_instrument(const ToldDuty& gold, const ToldDuty& predicted) {
  if (gold.knowledge_id) return gold.knowledge_id == predicted.knowledge_id;
  if (!gold.instrument || !predicted.instrument) return !gold.instrument && !predicted.instrument;
  return one_contains_the_other(*gold.instrument, *predicted.instrument);
}

bool overlap_or_both_missing(const Spans& gold, const Spans& predicted) {
  if (gold.empty() || predicted.empty()) return gold.empty() && predicted.empty();
  return std::any_of(gold.begin(), gold.end(), [&](Span right) {
    return std::any_of(predicted.begin(), predicted.end(), [&](Span found) { return right.overlaps(found); });
  });
}

// Where the words stand in the text, each time.
Spans places_of(const std::string& words, const std::string& text) {
  Spans places;
  for (std::size_t at = text.find(words); !words.empty() && at != std::string::npos; at = text.find(words, at + 1))
    places.push_back({at, at + words.size()});
  return places;
}

bool same_scopes(const std::vector<ToldScope>& gold, const std::vector<ToldScope>& predicted, const std::string& text) {
  const auto fits = [&](std::size_t right, std::size_t found) {
    const bool words = overlap_or_both_missing(places_of(gold[right].text, text), places_of(predicted[found].text, text));
    return words && (!gold[right].code || gold[right].code == predicted[found].code) ? 1.0 : 0.0;
  };
  return gold.size() == predicted.size() && match(gold.size(), predicted.size(), fits).size() == gold.size();
}

constexpr std::array<std::string_view, 9> kFields = {"bound", "beneficiaries", "instrument", "duty",    "condition",
                                                     "scope", "triggered",     "because",    "speakers"};
using Judged = std::array<bool, kFields.size()>;

Judged judge(const ToldDuty& gold, const ToldDuty& predicted, const std::string& text) {
  return {same_set(gold.bound, predicted.bound),
          same_set(gold.beneficiaries, predicted.beneficiaries),
          same_instrument(gold, predicted),
          gold.duty == predicted.duty,
          overlap_or_both_missing(gold.condition, predicted.condition),
          same_scopes(gold.includes, predicted.includes, text) && same_scopes(gold.excludes, predicted.excludes, text),
          gold.triggered == predicted.triggered,
          overlap_or_both_missing(gold.because, predicted.because),
          same_set(gold.speakers, predicted.speakers)};
}

double similarity(const ToldDuty& gold, const ToldDuty& predicted, const std::string& text) {
  if (gold.duty != predicted.duty && !share(gold.bound, predicted.bound)) return 0;
  const Judged judged = judge(gold, predicted, text);
  return 1.0 + static_cast<double>(std::count(judged.begin(), judged.end(), true));
}

struct ComparedReport {
  Counts duties;
  std::array<Counts, kFields.size()> fields;
};

ComparedReport compare(const DutyReport& gold, const std::vector<ToldDuty>& predicted) {
  const auto pairs = match(gold.duties.size(), predicted.size(), [&](std::size_t right, std::size_t found) {
    return similarity(gold.duties[right], predicted[found], gold.text);
  });
  ComparedReport compared{.duties = {.hits = pairs.size(), .gold = gold.duties.size(), .predicted = predicted.size()}, .fields = {}};
  for (Counts& field : compared.fields) field.gold = gold.duties.size();
  for (const auto [right, found] : pairs) {
    const Judged judged = judge(gold.duties[right], predicted[found], gold.text);
    for (std::size_t field = 0; field < kFields.size(); ++field) compared.fields[field].hits += judged[field] ? 1 : 0;
  }
  return compared;
}

Counts all_fields(const ComparedReport& compared) {
  Counts all;
  for (const Counts& field : compared.fields) {
    all.hits += field.hits;
    all.gold += field.gold;
  }
  return all;
}

}  // namespace

Result<std::vector<DutyReport>> read_duty_reports(std::string_view text, std::string_view origin) {
  std::vector<DutyReport> reports;
  const auto error = for_each_object(text, origin, [&](const nlohmann::json& object) -> std::optional<Error> {
    DutyReport report{.id = object.at("id").get<std::string>(),
                      .published = object.at("published").get<std::string>(),
                      .text = object.at("text").get<std::string>(),
                      .duties = {}};
    for (const nlohmann::json& one : object.at("commitments")) report.duties.push_back(duty_in(one));
    reports.push_back(std::move(report));
    return std::nullopt;
  });
  if (error) return *error;
  return reports;
}

DutyScores score_duties(const std::vector<DutyReport>& gold, const std::vector<DutyReport>& predicted) {
  std::map<std::string, const DutyReport*> by_id;
  for (const DutyReport& report : predicted) by_id[report.id] = &report;
  std::vector<ComparedReport> reports;
  for (const DutyReport& report : gold) {
    const auto found = by_id.find(report.id);
    reports.push_back(compare(report, found == by_id.end() ? std::vector<ToldDuty>{} : found->second->duties));
  }
  const auto counts_of = [&](auto take) {
    std::vector<Counts> counts;
    for (const ComparedReport& report : reports) counts.push_back(take(report));
    return counts;
  };
  DutyScores scores;
  scores.fields.push_back(counted_share_score("fields", counts_of(all_fields)));
  for (std::size_t field = 0; field < kFields.size(); ++field)
    scores.fields.push_back(
        counted_share_score(std::string(kFields[field]), counts_of([&](const ComparedReport& report) { return report.fields[field]; })));
  scores.found.push_back(counted_f1_score("duties", counts_of([](const ComparedReport& report) { return report.duties; })));
  return scores;
}

}  // namespace casus
