#include "events/keeping.h"

#include <algorithm>

#include "events/viewpoint.h"

namespace casus {
namespace {

class Keeper {
 public:
  Keeper(const Given& given, std::vector<EventDraft>& drafts)
      : given_(given), drafts_(drafts), viewpoint_(given.statements, given.actors, given.dates) {}

  std::vector<Verdict> keep() {
    std::vector<Verdict> verdicts;
    std::vector<std::size_t> kept;
    for (std::size_t i = 0; i < drafts_.size(); ++i) {
      const EventDraft& draft = drafts_[i];
      const Fate fate = fate_alone(draft);
      const auto same = fate == Fate::event ? repeated(draft, kept) : std::nullopt;
      if (fate == Fate::event && !same) kept.push_back(i);
      if (same && is_effect(draft, drafts_[*same])) take_effect(drafts_[*same], draft);
      verdicts.push_back(same ? Verdict{Fate::repeated, same} : Verdict{fate, draft.absorbed_by});
    }
    return verdicts;
  }

 private:
  // "No journalist was arrested": what did not happen needs nobody.
  static bool nobody_did_it(const EventDraft& draft) {
    return draft.standing.has(Status::negated) && (draft.match->actor.named || draft.match->recipient.named);
  }

  Fate fate_alone(const EventDraft& draft) const {
    if (draft.absorbed_by) return Fate::absorbed;
    if (draft.match->frame->bare) return Fate::event;
    if (is_habit(draft)) return Fate::habit;
    const TypeFacts& facts = given_.facts_of(draft.type);
    if (draft.actors.empty() && draft.recipients.empty()) return nobody_did_it(draft) ? Fate::event : Fate::without_parties;
    if (draft.actors.empty() && (facts.actor == Need::needed || (facts.actor == Need::active && !draft.match->agentless)))
      return Fate::without_actor;
    if (facts.parties == Parties::political && !draft.actors.empty() && !is_political(draft)) return Fate::without_politics;
    const bool mutual = draft.match->reciprocal && draft.actors.size() > 1;
    if (facts.recipient == Need::needed && draft.recipients.empty() && !mutual) return Fate::without_recipient;
    return Fate::event;
  }

  // The simple present tells what happened in headlines and first sentences only; elsewhere, without a date, what holds or recurs.
  bool is_habit(const EventDraft& draft) const {
    const Status status = draft.standing.status();
    if (given_.facts_of(draft.type).told_in_present || (status != Status::asserted && status != Status::negated)) return false;
    if (!given_.grammar.is_simple_present(draft.match->clause)) return false;
    if (tells_of_now(draft.match->clause) || is_done_by_saying(draft)) return false;
    const TokenRange& sentence = given_.tokens.sentences[given_.tokens.sentence_of(draft.match->token)];
    const bool opens = sentence.first == 0;
    const bool headline = given_.tree.word(sentence.last - 1).upos != "PUNCT";
    return !opens && !headline && !given_.dates.of_predicate(draft.match->clause);
  }

  // "Oslo rejects the plan, its minister said"
  bool is_done_by_saying(const EventDraft& draft) const {
    const Statement* statement = viewpoint_.told_by(draft.match->token);
    return statement && given_.facts_of(draft.type).by_words && viewpoint_.is_said_by(*statement, draft.actors);
  }

  // "now supports", "now that it supports": of late, and no habit.
  bool tells_of_now(std::size_t clause) const {
    const WordTest& current = given_.lexicon.words("current");
    const auto says = [&](std::size_t token) { return current.lemmas.contains(given_.tree.word(token).lemma); };
    const auto adverbs = given_.tree.children(clause, "advmod");
    const std::size_t first = given_.tree.extent(clause).first;
    return std::any_of(adverbs.begin(), adverbs.end(), says) || (first > 0 && says(first - 1));
  }

  bool is_political(const EventDraft& draft) const {
    const auto among = [&](const std::vector<ActorId>& side) {
      return std::any_of(side.begin(), side.end(),
                         [&](ActorId id) { return given_.ontology.is_political(given_.actors.actors[id.index]); });
    };
    return among(draft.actors) || among(draft.recipients);
  }

  // The same event told twice in a sentence ("held talks ... the talks"), or an act and what it did ("killed ten men and destroyed a
  // truck"), is one: that of `earlier` which the draft repeats.
  std::optional<std::size_t> repeated(const EventDraft& draft, const std::vector<std::size_t>& earlier) const {
    const auto same = std::find_if(earlier.begin(), earlier.end(), [&](std::size_t index) {
      const EventDraft& other = drafts_[index];
      if (other.type != draft.type || other.actors != draft.actors || other.standing.status() != draft.standing.status() ||
          given_.tokens.sentence_of(other.match->token) != given_.tokens.sentence_of(draft.match->token))
        return false;
      return (other.mode == draft.mode && other.recipients == draft.recipients) || is_effect(draft, other);
    });
    return same == earlier.end() ? std::nullopt : std::optional(*same);
  }

  bool is_effect(const EventDraft& draft, const EventDraft& act) const {
    const Word& word = given_.tree.word(draft.match->clause);
    const bool shares = given_.grammar.is_verb(draft.match->token) && given_.grammar.is_verb(act.match->token) &&
                        (word.relation == "conj" || word.relation == "advcl") && !given_.grammar.has_own_subject(draft.match->clause) &&
                        !given_.grammar.is_infinitive(draft.match->clause);
    if (!shares || word.head != act.match->clause || !(draft.mode.empty() || act.mode.empty() || draft.mode == act.mode)) return false;
    return (draft.recipients.empty() && act.recipients.empty()) || share_a_host(draft, act) || hit_somebody_there(draft) ||
           std::any_of(draft.recipients.begin(), draft.recipients.end(), [&](ActorId one) {
             return std::any_of(act.recipients.begin(), act.recipients.end(), [&](ActorId other) {
               return same_side(given_.actors.actors[one.index], given_.actors.actors[other.index]);
             });
           });
  }

  // "The raids killed five and wounded nine": one noun brings both.
  static bool share_a_host(const EventDraft& one, const EventDraft& other) {
    const TokenList& hosts = one.match->hosts;
    return std::any_of(hosts.begin(), hosts.end(),
                       [&](std::size_t host) { return std::binary_search(other.match->hosts.begin(), other.match->hosts.end(), host); });
  }

  // "shelled the town, killing a teacher": of whom nothing else is told.
  bool hit_somebody_there(const EventDraft& effect) const {
    const Word& word = given_.tree.word(effect.match->clause);
    return word.relation == "advcl" && word.xpos == "VBG" &&
           std::none_of(effect.recipients.begin(), effect.recipients.end(),
                        [&](ActorId id) { return given_.actors.actors[id.index].country.has_value(); });
  }

  // How it was done may be told by either ("shot and killed").
  static void take_effect(EventDraft& act, const EventDraft& effect) {
    act.effects.push_back(effect.match);
    act.trigger.insert(act.trigger.end(), effect.trigger.begin(), effect.trigger.end());
    if (!act.mode.empty() || effect.mode.empty()) return;
    act.mode = effect.mode;
    act.cameo = effect.cameo;
  }

  const Given& given_;
  std::vector<EventDraft>& drafts_;
  const Viewpoint viewpoint_;
};

}  // namespace

std::vector<Verdict> keep(const Given& given, std::vector<EventDraft>& drafts) { return Keeper(given, drafts).keep(); }

}  // namespace casus
