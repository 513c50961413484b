#include "evaluation/contexts.h"

#include <algorithm>

#include "evaluation/coded_event_json.h"
#include "evaluation/json_lines.h"

namespace casus {
namespace {

using Names = std::vector<std::string>;

bool has(const Names& names, const std::string& name) { return std::find(names.begin(), names.end(), name) != names.end(); }

// The first of those that overlap most; null where none does.
const CodedEvent* event_at(Span trigger, const std::vector<CodedEvent>& events) {
  const CodedEvent* nearest = nullptr;
  std::size_t most = 0;
  for (const CodedEvent& event : events) {
    const std::size_t shared = overlap({trigger}, event.trigger);
    if (shared <= most) continue;
    most = shared;
    nearest = &event;
  }
  return nearest;
}

Counts counts_of(const ContextSentence& sentence, const Names& found) {
  Counts counts{.gold = sentence.contexts.size()};
  for (const std::string& context : found) {
    if (has(sentence.doubtful, context)) continue;
    ++counts.predicted;
    if (has(sentence.contexts, context)) ++counts.hits;
  }
  return counts;
}

}  // namespace

Result<std::vector<ContextSentence>> read_context_gold(std::string_view text, std::string_view origin) {
  std::vector<ContextSentence> sentences;
  const auto error = for_each_object(text, origin, [&](const nlohmann::json& object) -> std::optional<Error> {
    sentences.push_back({.id = object.at("id").get<std::string>(),
                         .published = object.at("published").get<std::string>(),
                         .text = object.at("text").get<std::string>(),
                         .trigger = span_in(object.at("trigger")),
                         .contexts = object.at("contexts").get<Names>(),
                         .doubtful = object.at("doubtful").get<Names>()});
    return std::nullopt;
  });
  if (error) return *error;
  return sentences;
}

ContextScores score_contexts(const std::vector<ContextSentence>& gold, const EventsById& predicted) {
  std::vector<Counts> all, with_event;
  for (const ContextSentence& sentence : gold) {
    const auto found = predicted.find(sentence.id);
    const CodedEvent* event = found == predicted.end() ? nullptr : event_at(sentence.trigger, found->second);
    all.push_back(counts_of(sentence, event ? event->contexts : Names{}));
    if (event) with_event.push_back(all.back());
  }
  return {.scores = {counted_f1_score("contexts, given an event", with_event), counted_f1_score("contexts", all)},
          .without_event = gold.size() - with_event.size()};
}

}  // namespace casus
