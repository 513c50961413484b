#include "events/telling.h"

#include <algorithm>

#include "events/dating.h"
#include "events/details.h"
#include "events/meeting.h"
#include "events/placing.h"

namespace casus {
namespace {

// Confidence starts from what a frame that fits in all parts deserves, and falls with every thing that had to be guessed.
constexpr double kFull = 0.92;
constexpr double kBorneOut = 0.97;
constexpr double kIndirectRole = 0.9;
constexpr double kMissingActor = 0.85;
constexpr double kBareNoun = 0.85;
constexpr double kWitnessDisagrees = 0.7;
constexpr float kLikelyHappened = 1.2F;

class Teller {
 public:
  explicit Teller(const Given& given) : given_(given) {}

  ToldEvent tell(const EventDraft& draft) const {
    ToldEvent told{.event = event(draft), .deductions = {}};
    told.deductions = deductions(draft, told.event.status);
    told.event.confidence = confidence(*draft.match);
    for (const Deduction& deduction : told.deductions) *told.event.confidence *= deduction.factor;
    return told;
  }

 private:
  Event event(const EventDraft& draft) const {
    const Match& match = *draft.match;
    Event event;
    event.type = draft.type;
    if (!draft.mode.empty()) event.mode = draft.mode;
    if (!draft.cameo.empty()) event.cameo = draft.cameo;
    given_.ontology.complete(event);
    event.actors = draft.actors;
    event.recipients = draft.recipients;
    event.initiator = match.initiator;
    event.status = draft.standing.status();
    event.ordinal = find_ordinal(hosts_of(match), given_.tokens, given_.grammar, given_.dates, given_.lexicon);
    event.date = date_of(draft, given_);
    if (event.date && event.ordinal && counts_from(*event.ordinal, *event.date)) event.date.reset();
    event.place = place_of(draft, given_);
    event.attribution = given_.statements.holding(match.token);
    event.rule = rule(match);
    event.trigger = words(given_.document, spans_of(draft.trigger, given_.tokens));
    event.spans = evidence(draft);
    return event;
  }

  static TokenList hosts_of(const Match& match) {
    TokenList hosts = match.hosts;
    if (match.clause != match.token) hosts.push_back(match.clause);
    return hosts;
  }

  // "their first talks since 2017" were not held in 2017.
  static bool counts_from(const Ordinal& ordinal, const Date& date) {
    return std::any_of(date.spans.begin(), date.spans.end(), [&](Span day) {
      return std::any_of(ordinal.spans.begin(), ordinal.spans.end(), [&](Span span) { return span.contains(day); });
    });
  }

  static bool is_borne_out(const Match& match) { return match.probability && *match.probability >= kBearsOut; }

  static std::string rule(const Match& match) {
    if (match.frame->of_head) return match.frame->id;
    return "lexicon/" + match.frame->id + (is_borne_out(match) ? "+head" : "");
  }

  // Two that agree are wrong less often than one; what the head proposes alone is as sure as it is.
  static double confidence(const Match& match) {
    if (match.frame->of_head) return kFull * static_cast<double>(*match.probability);
    return is_borne_out(match) ? kBorneOut : kFull;
  }

  std::vector<Deduction> deductions(const EventDraft& draft, Status status) const {
    const Match& match = *draft.match;
    std::vector<Deduction> found;
    if (!match.actor.direct) found.push_back({Weakness::indirect_actor, kIndirectRole});
    if (!match.recipient.direct) found.push_back({Weakness::indirect_recipient, kIndirectRole});
    if (draft.actors.empty()) found.push_back({Weakness::no_actor, kMissingActor});
    if (!given_.grammar.is_verb(match.token) && match.clause == match.token) found.push_back({Weakness::bare_noun, kBareNoun});
    const auto says = given_.witness(draft.match->token);
    const bool denies = says && status == Status::asserted && !draft.settled_future && *says < kHardlyHappened;
    const bool affirms = says && (status == Status::negated || status == Status::hypothetical) && *says > kLikelyHappened;
    if (denies || affirms) found.push_back({Weakness::witness_disagrees, kWitnessDisagrees});
    return found;
  }

  Spans evidence(const EventDraft& draft) const {
    TokenList all = draft.trigger;
    for (const Resolved* role : {&draft.match->actor, &draft.match->recipient})
      for (const Finding& finding : role->findings) {
        const ActorMention* mention = given_.actors.headed_by(finding.mention);
        if (!mention) continue;
        for (std::size_t token = mention->range.first; token < mention->range.last; ++token) all.push_back(token);
      }
    return spans_of(all, given_.tokens);
  }

  const Given& given_;
};

}  // namespace

ToldEvent tell(const Given& given, const EventDraft& draft) { return Teller(given).tell(draft); }

}  // namespace casus
