#include "evaluation/document_events.h"

#include <algorithm>
#include <set>

#include "core/sectors.h"
#include "evaluation/coded_event_json.h"
#include "evaluation/json_lines.h"
#include "evaluation/match.h"
#include "timeplace/calendar.h"

namespace casus {
namespace {

using Countries = std::set<std::string, std::less<>>;
using Events = std::vector<CodedEvent>;

constexpr std::size_t kLetters = 3;

std::string_view country_of(std::string_view code) {
  const std::string_view organisation = code.starts_with("IGO") ? code.substr(kLetters, kLetters) : std::string_view();
  const std::string_view country = organisation == "UNO" || organisation == "EUR" ? organisation : code.substr(0, kLetters);
  return is_sector(country) ? std::string_view() : country;
}

Countries countries_of(const std::vector<std::string>& codes) {
  Countries countries;
  for (const std::string& code : codes)
    if (const std::string_view country = country_of(code); !country.empty()) countries.emplace(country);
  return countries;
}

bool share(const Countries& a, const Countries& b) {
  if (a.empty() || b.empty()) return a.empty() && b.empty();
  return std::any_of(a.begin(), a.end(), [&](const std::string& country) { return b.contains(country); });
}

bool is_reciprocal(const CodedEvent& gold) { return gold.recipients.empty() && gold.actors.size() > 1; }

bool agree_in_actors(const CodedEvent& gold, const CodedEvent& predicted) {
  return share(countries_of(gold.actors), countries_of(predicted.actors));
}

bool agree_in_recipients(const CodedEvent& gold, const CodedEvent& predicted) {
  const Countries found = countries_of(predicted.recipients);
  if (is_reciprocal(gold) && !found.empty()) return share(countries_of(gold.actors), found);
  return share(countries_of(gold.recipients), found);
}

bool agree_in_countries(const CodedEvent& gold, const CodedEvent& predicted) {
  return agree_in_actors(gold, predicted) && agree_in_recipients(gold, predicted);
}

bool agree_in_status(const CodedEvent& gold, const CodedEvent& predicted) { return gold.status == predicted.status; }

bool agree_in_mode(const CodedEvent& gold, const CodedEvent& predicted) { return gold.mode == predicted.mode; }

bool agree_in_date(const CodedEvent& gold, const CodedEvent& predicted) {
  if (!gold.date || !predicted.date) return gold.date == predicted.date;
  return name_the_same_days(*gold.date, *predicted.date);
}

bool is_at_trigger(const CodedEvent& gold, const CodedEvent& predicted) { return overlap(gold.trigger, predicted.trigger) > 0; }

bool is_at_later_mention(const CodedEvent& gold, const CodedEvent& predicted) { return overlap(gold.also, predicted.trigger) > 0; }

// Each condition outweighs all that follow it. 0 where the two are no pair.
double likeness(const CodedEvent& gold, const CodedEvent& predicted) {
  const bool at_trigger = is_at_trigger(gold, predicted);
  if (!at_trigger && !is_at_later_mention(gold, predicted)) return 0;
  double likeness = 1;
  for (const bool condition :
       {at_trigger, gold.type == predicted.type, agree_in_countries(gold, predicted), agree_in_status(gold, predicted)})
    likeness = 2 * likeness + (condition ? 1 : 0);
  return likeness;
}

enum class Types { any, equal };

struct Pairs {
  std::vector<MatchedPair> pairs;
  std::size_t repeats = 0;  // further events at later mentions of what is in a pair
};

Pairs pair(const Events& gold, const Events& predicted, Types types) {
  const auto may_pair = [&](std::size_t g, std::size_t p) { return types == Types::any || gold[g].type == predicted[p].type; };
  Pairs made{.pairs = match(gold.size(), predicted.size(),
                            [&](std::size_t g, std::size_t p) { return may_pair(g, p) ? likeness(gold[g], predicted[p]) : 0; })};
  for (std::size_t p = 0; p < predicted.size(); ++p) {
    const bool paired = std::any_of(made.pairs.begin(), made.pairs.end(), [&](const MatchedPair& one) { return one.predicted == p; });
    const bool repeats = std::any_of(made.pairs.begin(), made.pairs.end(), [&](const MatchedPair& one) {
      return may_pair(one.gold, p) && is_at_later_mention(gold[one.gold], predicted[p]);
    });
    if (!paired && repeats) ++made.repeats;
  }
  return made;
}

using Agree = bool (*)(const CodedEvent& gold, const CodedEvent& predicted);

bool always(const CodedEvent&, const CodedEvent&) { return true; }

bool has_date(const CodedEvent& gold, const CodedEvent&) { return gold.date.has_value(); }

bool agree_in_given_date(const CodedEvent& gold, const CodedEvent& predicted) { return gold.date && agree_in_date(gold, predicted); }

bool agree_in_countries_and_status(const CodedEvent& gold, const CodedEvent& predicted) {
  return agree_in_countries(gold, predicted) && agree_in_status(gold, predicted);
}

struct DocumentPairs {
  const Events* gold;
  const Events* predicted;
  Pairs pairs;
};

std::size_t pairs_that(Agree agree, const DocumentPairs& document) {
  return static_cast<std::size_t>(std::count_if(document.pairs.pairs.begin(), document.pairs.pairs.end(), [&](const MatchedPair& one) {
    return agree((*document.gold)[one.gold], (*document.predicted)[one.predicted]);
  }));
}

Score figure(std::string measure, Agree agree, const std::vector<DocumentPairs>& documents) {
  std::vector<Counts> units;
  for (const DocumentPairs& document : documents)
    units.push_back({.hits = pairs_that(agree, document),
                     .gold = document.gold->size(),
                     .predicted = document.predicted->size() - document.pairs.repeats});
  return counted_f1_score(std::move(measure), units);
}

Score share_of_pairs(std::string measure, Agree agree, const std::vector<DocumentPairs>& documents, Agree counts = always) {
  std::vector<Counts> units;
  for (const DocumentPairs& document : documents)
    units.push_back({.hits = pairs_that(agree, document), .gold = pairs_that(counts, document)});
  return counted_share_score(std::move(measure), units);
}

std::vector<DocumentPairs> pairs_of(const std::vector<EventDocument>& gold, const EventsById& predicted, Types types) {
  static const Events kNone;
  std::vector<DocumentPairs> documents;
  for (const EventDocument& document : gold) {
    const auto found = predicted.find(document.id);
    const Events& events = found == predicted.end() ? kNone : found->second;
    documents.push_back({&document.events, &events, pair(document.events, events, types)});
  }
  return documents;
}

}  // namespace

Result<std::vector<EventDocument>> read_event_documents(std::string_view text, std::string_view origin) {
  std::vector<EventDocument> documents;
  const auto error = for_each_object(text, origin, [&](const nlohmann::json& object) -> std::optional<Error> {
    auto events = coded_events_in(object.at("events"));
    if (!events) return events.error();
    const nlohmann::json& published = object.at("published");
    documents.push_back({.id = object.at("id").get<std::string>(),
                         .source = object.at("source").get<std::string>(),
                         .published = published.is_null() ? std::nullopt : std::optional(published.get<std::string>()),
                         .sha256 = object.at("sha256").get<std::string>(),
                         .read = object.at("read").get<std::size_t>(),
                         .events = *std::move(events)});
    return std::nullopt;
  });
  if (error) return *error;
  return documents;
}

DocumentEventScores score_document_events(const std::vector<EventDocument>& gold, const EventsById& predicted) {
  const auto of_any_type = pairs_of(gold, predicted, Types::any), of_one_type = pairs_of(gold, predicted, Types::equal);
  return {.figures = {figure("trigger", always, of_any_type), figure("type", always, of_one_type),
                      figure("type, countries", agree_in_countries, of_one_type),
                      figure("type, countries, status", agree_in_countries_and_status, of_one_type)},
          .shares = {share_of_pairs("actors", agree_in_actors, of_one_type), share_of_pairs("recipients", agree_in_recipients, of_one_type),
                     share_of_pairs("status", agree_in_status, of_one_type), share_of_pairs("mode", agree_in_mode, of_one_type),
                     share_of_pairs("date", agree_in_date, of_one_type),
                     share_of_pairs("date, where the gold has one", agree_in_given_date, of_one_type, has_date)}};
}

}  // namespace casus
