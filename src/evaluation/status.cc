#include "evaluation/status.h"

#include <tuple>

#include "evaluation/coded_event_json.h"
#include "evaluation/json_lines.h"

namespace casus {
namespace {

enum Verdict : std::size_t { kRight, kWrong, kNoEvent };

using Verdicts = std::vector<Verdict>;

Score share_of(std::string measure, const Verdicts& verdicts) {
  std::vector<Counts> units;
  std::vector<std::size_t> counts(kNoEvent + 1);
  for (const Verdict verdict : verdicts) {
    units.push_back({.hits = verdict == kRight ? 1u : 0u, .gold = 1});
    ++counts[verdict];
  }
  Score score = share_score(std::move(measure), units);
  score.counts = std::move(counts);
  return score;
}

Verdict verdict(const CodedEvent* event, bool right) {
  if (event == nullptr) return kNoEvent;
  return right ? kRight : kWrong;
}

}  // namespace

Result<std::vector<StatusSentence>> read_status_gold(std::string_view text, std::string_view origin) {
  std::vector<StatusSentence> sentences;
  const auto error = for_each_object(text, origin, [&](const nlohmann::json& object) -> std::optional<Error> {
    const auto type = event_type_in(object);
    if (!type) return type.error();
    const auto status = status_in(object);
    if (!status) return status.error();
    sentences.push_back({.id = object.at("id").get<std::string>(),
                         .text = object.at("text").get<std::string>(),
                         .trigger = span_in(object.at("trigger")),
                         .type = *type,
                         .status = *status});
    return std::nullopt;
  });
  if (error) return *error;
  return sentences;
}

const CodedEvent* judged_event(const StatusSentence& sentence, const std::vector<CodedEvent>& events) {
  using Rank = std::tuple<bool, std::size_t>;
  const CodedEvent* judged = nullptr;
  Rank highest;
  for (const CodedEvent& event : events) {
    const std::size_t shared = overlap({sentence.trigger}, event.trigger);
    const Rank rank = {event.type == sentence.type, shared};
    if (shared == 0 || (judged != nullptr && rank <= highest)) continue;
    judged = &event;
    highest = rank;
  }
  return judged;
}

std::vector<Score> score_status(const std::vector<StatusSentence>& gold, const EventsById& predicted) {
  std::map<Status, Verdicts> by_status;
  Verdicts all, types;
  for (const StatusSentence& sentence : gold) {
    const auto found = predicted.find(sentence.id);
    const CodedEvent* event = found == predicted.end() ? nullptr : judged_event(sentence, found->second);
    all.push_back(verdict(event, event != nullptr && event->status == sentence.status));
    types.push_back(verdict(event, event != nullptr && event->type == sentence.type));
    by_status[sentence.status].push_back(all.back());
  }
  std::vector<Score> scores;
  for (const auto& [status, verdicts] : by_status) scores.push_back(share_of(std::string(to_string(status)), verdicts));
  scores.push_back(share_of("status", all));
  scores.push_back(share_of("type", types));
  return scores;
}

}  // namespace casus
