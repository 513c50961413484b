#include "events/dating.h"

namespace casus {

const DateMention* date_mention_of(const EventDraft& draft, const Given& given) {
  const DateMention* mention = given.dates.of_predicate(draft.match->clause, given.tree);
  return mention ? mention : given.dates.of_predicate(draft.match->token, given.tree);
}

std::optional<Date> date_of(const EventDraft& draft, const Given& given) {
  const DateMention* mention = date_mention_of(draft, given);
  if (!mention) return std::nullopt;
  // "will visit in June": June is when they meet, not when it was agreed.
  const auto& published = given.dates.published;
  if (draft.settled_future && published && mention->date.value > published->value) return std::nullopt;
  return mention->date;
}

}  // namespace casus
