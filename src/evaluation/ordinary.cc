#include "evaluation/ordinary.h"

#include <set>

#include "evaluation/coded_event_json.h"
#include "evaluation/json_lines.h"

namespace casus {
namespace {

using Types = std::set<std::string>;

Types types_in(const OrdinarySentence& sentence, const EventsById& predicted) {
  Types types;
  if (const auto found = predicted.find(id_of(sentence)); found != predicted.end())
    for (const CodedEvent& event : found->second) types.insert(event.type);
  return types;
}

template <class IsAlarm>
Score share_of(std::string measure, const std::vector<Types>& found, IsAlarm is_alarm) {
  std::vector<Counts> units;
  for (const Types& types : found) units.push_back({.hits = is_alarm(types) ? 1u : 0u, .gold = 1});
  return counted_share_score(std::move(measure), units);
}

}  // namespace

std::string id_of(const OrdinarySentence& sentence) {
  return sentence.document + ":" + std::to_string(sentence.span.start) + "-" + std::to_string(sentence.span.end);
}

Result<std::vector<OrdinarySentence>> read_ordinary_sentences(std::string_view text, std::string_view origin) {
  std::vector<OrdinarySentence> sentences;
  const auto error = for_each_object(text, origin, [&](const nlohmann::json& object) -> std::optional<Error> {
    sentences.push_back({.source = object.at("source").get<std::string>(),
                         .document = object.at("document").get<std::string>(),
                         .span = span_in(object.at("span")),
                         .sha256 = object.at("sha256").get<std::string>()});
    return std::nullopt;
  });
  if (error) return *error;
  return sentences;
}

std::vector<Score> score_false_alarms(const std::vector<OrdinarySentence>& sentences, const EventsById& predicted) {
  std::vector<Types> found;
  Types any;
  for (const OrdinarySentence& sentence : sentences) any.merge(Types(found.emplace_back(types_in(sentence, predicted))));
  std::vector<Score> scores;
  for (const std::string& type : any) scores.push_back(share_of(type, found, [&](const Types& types) { return types.contains(type); }));
  scores.push_back(share_of("any event", found, [](const Types& types) { return !types.empty(); }));
  return scores;
}

}  // namespace casus
