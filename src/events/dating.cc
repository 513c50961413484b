#include "events/dating.h"

#include <algorithm>

#include "timeplace/calendar.h"

namespace casus {
namespace {

constexpr std::size_t kNear = 4;  // sentences

// "will visit in June": June is when they meet, not when it was agreed.
bool is_of_what_is_ahead(const EventDraft& draft, const Date& date, const std::optional<Date>& published) {
  if (!draft.settled_future || !published) return false;
  const auto days = days_of(date.value), today = days_of(published->value);
  return days && today && days->last > today->last;
}

bool is_addition(const Given& given, const EventDraft& draft) {
  const WordTest& also = given.lexicon.words("also");
  const auto modifiers = given.tree.children(draft.match->clause, "advmod");
  return std::any_of(modifiers.begin(), modifiers.end(),
                     [&](std::size_t word) { return also.lemmas.contains(given.tree.word(word).lemma); });
}

bool share_a_party(const Event& one, const Event& other) {
  const auto has = [&](ActorId id) {
    return std::find(other.actors.begin(), other.actors.end(), id) != other.actors.end() ||
           std::find(other.recipients.begin(), other.recipients.end(), id) != other.recipients.end();
  };
  return std::any_of(one.actors.begin(), one.actors.end(), has) || std::any_of(one.recipients.begin(), one.recipients.end(), has);
}

}  // namespace

const DateMention* date_mention_of(const EventDraft& draft, const Given& given) {
  const std::size_t clause = draft.match->clause, token = draft.match->token;
  if (const DateMention* own = given.dates.of_predicate(clause)) return own;
  if (const DateMention* own = given.dates.of_predicate(token)) return own;
  // "Monday's raid killed ten"
  for (const std::size_t host : draft.match->hosts)
    if (given.tree.word(host).relation == "nsubj")
      if (const DateMention* own = given.dates.of_predicate(host)) return own;
  return draft.standing.outer ? nullptr : given.dates.above_predicate(clause);
}

std::optional<Date> date_of(const EventDraft& draft, const Given& given) {
  const DateMention* mention = date_mention_of(draft, given);
  if (!mention || is_of_what_is_ahead(draft, mention->date, given.dates.published)) return std::nullopt;
  return mention->date;
}

void date_additions(const Given& given, const std::vector<EventDraft>& drafts, std::vector<ToldEvent>& told) {
  const auto sentence = [&](const ToldEvent& each) { return given.tokens.sentence_of(drafts[each.draft].match->token); };
  for (std::size_t i = 0; i < told.size(); ++i) {
    if (told[i].event.date || !is_addition(given, drafts[told[i].draft])) continue;
    for (std::size_t before = i; before-- > 0 && sentence(told[before]) + kNear >= sentence(told[i]);) {
      const Event& earlier = told[before].event;
      if (earlier.type != told[i].event.type || !earlier.date || !share_a_party(earlier, told[i].event)) continue;
      told[i].event.date = earlier.date;
      break;
    }
  }
}

}  // namespace casus
