// Frames are matched first and meet what the event head says, then the matches are settled from the innermost outwards, what lacks a party
// that its type needs is left out, and what remains becomes events.
#include "events/events.h"

#include <algorithm>

#include "events/contexts.h"
#include "events/counting.h"
#include "events/dating.h"
#include "events/keeping.h"
#include "events/meeting.h"
#include "events/retelling.h"
#include "events/settling.h"
#include "events/telling.h"
#include "events/trace.h"

namespace casus {
namespace {

void trace_drafts(const std::vector<EventDraft>& drafts, const std::vector<Verdict>& verdicts, const Given& given, EventsTrace& trace) {
  for (std::size_t i = 0; i < drafts.size(); ++i)
    trace.matches.push_back({.match = *drafts[i].match,
                             .standing = drafts[i].standing,
                             .changes = drafts[i].changes,
                             .complement = drafts[i].complement,
                             .recipients_inside = drafts[i].recipients_inside,
                             .fate = verdicts[i].fate,
                             .other = verdicts[i].other,
                             .witness = given.witness(drafts[i].match->token)});
}

void trace_events(const std::vector<ToldEvent>& told, const std::vector<std::optional<std::size_t>>& event_of, EventsTrace& trace) {
  for (std::size_t i = 0; i < told.size(); ++i) {
    if (!event_of[i]) continue;
    TracedMatch& traced = trace.matches[told[i].draft];
    traced.fate = Fate::event;
    traced.event = EventId{static_cast<std::uint32_t>(*event_of[i])};
    traced.deductions = told[i].deductions;
  }
}

bool lacks_a_party(Fate fate) { return fate == Fate::without_parties || fate == Fate::without_actor || fate == Fate::without_recipient; }

}  // namespace

Events find_events(const EventInput& input, EventsTrace* trace) {
  const Parse lemmatised = with_known_lemmas(input.tokens, input.parse, input.lexicon);
  const Tree tree(input.tokens, lemmatised);
  const Grammar grammar(input.tokens, tree, input.lexicon);
  const Given given{input, tree, grammar};
  std::vector<Attempt>* attempts = trace ? &trace->attempts : nullptr;
  const Matches of_frames = find_matches(grammar, input.actors, input.statements, input.lexicon, input.tokens.tokens.size(), attempts);
  const Matches matches = meet(of_frames, input.proposals, grammar, input.actors, input.statements, input.lexicon, attempts);
  std::vector<EventDraft> drafts = settle(given, matches);
  const std::vector<Verdict> verdicts = keep(given, drafts);
  if (trace) {
    trace->parse = lemmatised;
    trace_drafts(drafts, verdicts, given, *trace);
  }
  std::vector<ToldEvent> told;
  for (std::size_t i = 0; i < drafts.size(); ++i)
    if (verdicts[i].fate == Fate::event || (lacks_a_party(verdicts[i].fate) && points_back(given, drafts[i]))) {
      told.push_back(tell(given, drafts[i]));
      told.back().draft = i;
      told.back().of_its_own = verdicts[i].fate == Fate::event;
    }
  add_contexts(given, drafts, told);
  std::stable_sort(told.begin(), told.end(), [](const ToldEvent& a, const ToldEvent& b) {
    const Span first = a.event.spans.front(), second = b.event.spans.front();
    return std::pair(first.start, first.end) < std::pair(second.start, second.end);
  });
  date_additions(given, drafts, told);
  add_numbers(given, drafts, told);
  const std::vector<ToldEvent> tellings = std::move(told);
  Retold retold = join_retellings(given, drafts, tellings);
  if (trace) trace_events(tellings, retold.event_of, *trace);
  Events events;
  for (ToldEvent& each : retold.events) events.events.push_back(std::move(each.event));
  return events;
}

}  // namespace casus
