#include "commitments/joining.h"

#include <algorithm>
#include <set>

#include "commitments/reactions.h"

namespace casus {
namespace {

constexpr std::size_t kSentencesApart = 3;  // of words without a duty of their own from the one that they tell of

// `tellings`: indices, the one that opened it first.
struct CommitmentDraft {
  std::vector<std::size_t> tellings;
  PartyList bound;
  PartyList beneficiaries;
  std::optional<std::size_t> instrument;
  bool carried = false;
  std::string duty;
  Owed owed = Owed::as_told;
};

class TellingJoiner {
 public:
  TellingJoiner(std::vector<DutyTelling> tellings, const ObligationText& text) : tellings_(std::move(tellings)), text_(text) {}

  std::vector<Commitment> join() {
    for (std::size_t i = 0; i < tellings_.size(); ++i)
      if (is_whole(tellings_[i])) take_whole(i);
    for (CommitmentDraft& draft : drafts_) take_instrument_after(draft);
    for (CommitmentDraft& draft : drafts_) find_beneficiaries(draft);
    for (std::size_t i = 0; i < tellings_.size(); ++i)
      if (!is_whole(tellings_[i])) take_part(i);
    for (CommitmentDraft& draft : drafts_) find_beneficiaries(draft);
    exchange();
    std::erase_if(drafts_, [&](const CommitmentDraft& draft) {
      return !draft.instrument && draft.beneficiaries.empty() && !text_.rules.is_in("alone", draft.duty);
    });
    std::vector<StatementId> told;
    for (const DutyTelling& telling : tellings_)
      for (const auto& statement : {telling.statement, telling.binding})
        if (statement) told.push_back(*statement);
    for (std::uint32_t i = 0; i < text_.statements.statements.size(); ++i)
      if (is_cue_of_telling(text_.statements.tokens[i])) told.push_back({i});
    for (CommitmentDraft& draft : drafts_) add_reactions(told, draft);
    std::vector<Commitment> commitments;
    for (const CommitmentDraft& draft : drafts_) commitments.push_back(commitment(draft));
    std::stable_sort(commitments.begin(), commitments.end(),
                     [](const Commitment& a, const Commitment& b) { return a.spans.front() < b.spans.front(); });
    return commitments;
  }

 private:
  // "undertook not to attack" takes no stand on a duty: it tells one.
  bool is_cue_of_telling(const StatementTokens& said) const {
    return said.cue &&
           std::any_of(tellings_.begin(), tellings_.end(), [&](const DutyTelling& telling) { return said.cue->contains(telling.cue); });
  }

  // Words for the duty are needed, and those bound or, where they are left untold, the treaty or deal.
  bool is_whole(const DutyTelling& telling) const {
    return telling.in_words && (!telling.bound.empty() || (telling.instrument && !telling.carried && is_contract(*telling.instrument)));
  }

  bool is_contract(std::size_t instrument) const {
    const InstrumentKind kind = text_.instruments[instrument].kind;
    return kind == InstrumentKind::treaty || kind == InstrumentKind::agreement || kind == InstrumentKind::truce;
  }

  // --- which belong together

  void take_whole(std::size_t index) {
    const DutyTelling& telling = tellings_[index];
    for (CommitmentDraft& draft : drafts_)
      if (telling.observes && draft.duty == telling.duty && is_within(telling.bound, draft.bound) &&
          may_be_same_instrument(draft.instrument, telling.instrument))
        return add(index, draft);
    for (CommitmentDraft& draft : drafts_)
      if (draft.duty == telling.duty && (telling.bound.empty() || same(draft.bound, telling.bound)) &&
          (may_be_same_instrument(draft.instrument, telling.instrument) || is_named_by(telling, draft)) &&
          (draft.beneficiaries.empty() || telling.beneficiaries.empty() || same(draft.beneficiaries, telling.beneficiaries)))
        return add(index, draft);
    CommitmentDraft draft;
    draft.bound = telling.bound;
    draft.duty = telling.duty;
    add(index, draft);
    drafts_.push_back(std::move(draft));
  }

  void take_part(std::size_t index) {
    const DutyTelling& telling = tellings_[index];
    CommitmentDraft* nearest = nullptr;
    int most = 0;
    for (CommitmentDraft& draft : drafts_) {
      const int nearness = nearness_of(telling, draft);
      if (nearness <= most) continue;
      most = nearness;
      nearest = &draft;
    }
    if (!nearest) return take_invoked(index);
    const PartyList bound = nearest->bound;
    const auto instrument = nearest->instrument;
    const std::size_t sentence = sentence_of(*nearest);
    for (CommitmentDraft& draft : drafts_)
      if (&draft == nearest ||
          (telling.bound.empty() && instrument && draft.instrument == instrument && draft.bound == bound && sentence_of(draft) == sentence))
        add(index, draft);
  }

  // "They are to confer at once. So it stands in their pact."
  void take_instrument_after(CommitmentDraft& draft) const {
    if (draft.instrument) return;
    const std::size_t next = sentence_of(draft) + 1;
    if (next >= text_.tokens.sentences.size()) return;
    const TokenRange sentence = text_.tokens.sentences[next];
    for (std::size_t i = 0; i < text_.instruments.size(); ++i) {
      const std::size_t head = text_.instruments[i].head;
      if (!sentence.contains(head) || !is_contract(i)) continue;
      for (std::size_t token = sentence.first; token < head; ++token)
        if (text_.is("pointer", token) || text_.is("so", token)) {
          draft.instrument = i;
          draft.carried = true;
          return;
        }
    }
  }

  // 0: not told of it.
  int nearness_of(const DutyTelling& telling, const CommitmentDraft& draft) const {
    if (!may_be_same_instrument(draft.instrument, telling.instrument) && !is_named_by(telling, draft)) return 0;
    if (telling.in_words && telling.duty != draft.duty) return 0;
    const bool of_members = !telling.in_words && is_body_of(telling.bound, draft);
    if (!telling.bound.empty() && !overlap(telling.bound, draft.bound) && !of_members) return 0;
    if (!telling.on_soil_of.empty() && !overlap(telling.on_soil_of, draft.beneficiaries)) return 0;
    const std::size_t here = text_.tokens.sentence_of(telling.cue), there = nearest_sentence_of(draft, here);
    const std::size_t apart = distance(here, there);
    const bool tells_another = !telling.duty.empty() && telling.duty != draft.duty;
    if (apart > kSentencesApart && (tells_another || (telling.bound.empty() && telling.on_soil_of.empty()))) return 0;
    const bool follows = there <= here;
    const bool named = telling.instrument && draft.instrument && is_same_instrument(*telling.instrument, *draft.instrument);
    return (telling.duty == draft.duty ? 80 : 0) + (named ? 40 : 0) + (follows ? 20 : 0) + std::max(1, 10 - static_cast<int>(2 * apart));
  }

  void add_reactions(const std::vector<StatementId>& told, CommitmentDraft& draft) {
    for (DutyTelling& reaction : find_reactions(draft.bound, draft.duty, told, sentence_of(draft), text_)) {
      draft.tellings.push_back(tellings_.size());
      tellings_.push_back(std::move(reaction));
    }
  }

  // The instrument's name alone tells the duty. "Invoked article 5": its other parties are bound. "The truce does not cover the north":
  // whoever they are.
  void take_invoked(std::size_t index) {
    const DutyTelling& telling = tellings_[index];
    if (!telling.instrument || telling.duty.empty()) return;
    if (telling.bound.empty() && telling.tells == Dueness::unknown && telling.condition.empty() && telling.scope.empty()) return;
    if (telling.bound.empty() && !is_contract(*telling.instrument)) return;
    PartyList bound = telling.bound.empty() ? parties_of_treaty(*telling.instrument) : telling.bound;
    std::erase_if(bound, [&](ActorId one) {
      return std::find(telling.beneficiaries.begin(), telling.beneficiaries.end(), one) != telling.beneficiaries.end();
    });
    if (!telling.beneficiaries.empty() && bound.empty()) return;
    CommitmentDraft draft;
    draft.bound = bound;
    draft.duty = telling.duty;
    add(index, draft);
    drafts_.push_back(std::move(draft));
  }

  PartyList parties_of_treaty(std::size_t instrument) const {
    PartyList parties;
    const KnownTreaty* treaty = text_.instruments[instrument].treaty;
    if (!treaty) return parties_in_phrase(text_.instruments[instrument], text_);
    for (std::uint32_t i = 0; i < text_.actors.actors.size(); ++i)
      if (is_party({i}, *treaty)) add_parties(parties_of(std::vector<ActorId>{ActorId{i}}, text_), parties);
    return parties;
  }

  bool is_party(ActorId one, const KnownTreaty& treaty) const {
    const auto names = party_names(text_.actors.actors[one.index]);
    return std::any_of(treaty.parties.begin(), treaty.parties.end(), [&](const TreatyParty& party) {
      return std::find(names.begin(), names.end(), std::string_view(party.party)) != names.end();
    });
  }

  bool are_parties(const PartyList& list, const KnownTreaty& treaty) const {
    return !list.empty() && std::all_of(list.begin(), list.end(), [&](ActorId one) { return is_party(one, treaty); });
  }

  // "its defence pact with Norway", and later the treaty by name, to which both are parties.
  bool is_named_by(const DutyTelling& telling, const CommitmentDraft& draft) const {
    if (!telling.instrument || !draft.instrument) return false;
    const InstrumentMention &unnamed = text_.instruments[*draft.instrument], &named = text_.instruments[*telling.instrument];
    const PartyList others = draft.beneficiaries.empty() ? parties_in_phrase(unnamed, text_) : draft.beneficiaries;
    return !unnamed.treaty && unnamed.kind == InstrumentKind::treaty && named.treaty && are_parties(draft.bound, *named.treaty) &&
           are_parties(others, *named.treaty);
  }

  // "The bloc's obligations do not extend to the isles": those of its members.
  bool is_body_of(const PartyList& bodies, const CommitmentDraft& draft) const {
    const KnownTreaty* treaty = draft.instrument ? text_.instruments[*draft.instrument].treaty : nullptr;
    return treaty && are_parties(draft.bound, *treaty) && are_parties(bodies, *treaty) &&
           std::all_of(bodies.begin(), bodies.end(),
                       [&](ActorId one) { return text_.actors.actors[one.index].kind == ActorKind::organisation; });
  }

  void add(std::size_t index, CommitmentDraft& draft) {
    const DutyTelling& telling = tellings_[index];
    draft.tellings.push_back(index);
    if (draft.beneficiaries.empty())
      for (const ActorId one : telling.beneficiaries)
        if (std::find(draft.bound.begin(), draft.bound.end(), one) == draft.bound.end() || telling.bound == telling.beneficiaries)
          add_parties({one}, draft.beneficiaries);
    if (telling.owed != Owed::as_told) draft.owed = telling.owed;
    const bool better =
        telling.instrument && (!draft.instrument || (draft.carried && !telling.carried) ||
                               (!text_.instruments[*draft.instrument].treaty && text_.instruments[*telling.instrument].treaty));
    if (!better) return;
    draft.instrument = telling.instrument;
    draft.carried = telling.carried;
  }

  bool is_same_instrument(std::size_t one, std::size_t other) const {
    const InstrumentMention &a = text_.instruments[one], &b = text_.instruments[other];
    return one == other || a.refers_to == other || b.refers_to == one || (a.treaty && a.treaty == b.treaty) ||
           (a.refers_to && a.refers_to == b.refers_to);
  }

  bool may_be_same_instrument(const std::optional<std::size_t>& one, const std::optional<std::size_t>& other) const {
    if (!one || !other || is_same_instrument(*one, *other)) return true;
    const InstrumentMention &a = text_.instruments[*one], &b = text_.instruments[*other];
    return !(a.treaty && b.treaty) && a.kind == b.kind && text_.lemma(a.head) == text_.lemma(b.head);
  }

  static bool same(const PartyList& one, const PartyList& other) {
    return std::set(one.begin(), one.end()) == std::set(other.begin(), other.end());
  }

  static bool is_within(const PartyList& fewer, const PartyList& more) {
    return std::all_of(fewer.begin(), fewer.end(), [&](ActorId id) { return std::find(more.begin(), more.end(), id) != more.end(); });
  }

  static bool overlap(const PartyList& one, const PartyList& other) {
    return std::any_of(one.begin(), one.end(), [&](ActorId id) { return std::find(other.begin(), other.end(), id) != other.end(); });
  }

  static std::size_t distance(std::size_t one, std::size_t other) { return one < other ? other - one : one - other; }

  // Of the sentences that tell it, the one nearest to `sentence`.
  std::size_t nearest_sentence_of(const CommitmentDraft& draft, std::size_t sentence) const {
    std::size_t nearest = sentence_of(draft);
    for (const std::size_t index : draft.tellings)
      if (const std::size_t told = text_.tokens.sentence_of(tellings_[index].cue); distance(told, sentence) < distance(nearest, sentence))
        nearest = told;
    return nearest;
  }

  std::size_t sentence_of(const CommitmentDraft& draft) const { return text_.tokens.sentence_of(tellings_[draft.tellings.front()].cue); }

  // --- to whom

  void find_beneficiaries(CommitmentDraft& draft) const {
    if (!draft.beneficiaries.empty()) return;
    if (draft.owed == Owed::each_other && draft.bound.size() > 1) {
      draft.beneficiaries = draft.bound;
      return;
    }
    if (draft.instrument && draft.bound.size() == 1) {
      PartyList others = parties_in_phrase(text_.instruments[*draft.instrument], text_);
      std::erase(others, draft.bound.front());
      if (!others.empty()) {
        draft.beneficiaries = others;
        return;
      }
    }
    if (draft.owed == Owed::owner_of_place) draft.beneficiaries = owners_of_places(draft);
    if (draft.beneficiaries.empty() && draft.instrument) draft.beneficiaries = owed_by_two(draft);
    if (draft.beneficiaries.empty() && draft.owed == Owed::each_other && draft.instrument) draft.beneficiaries = accusers_of(draft);
  }

  // A treaty of two parties binds each towards the other.
  PartyList owed_by_two(const CommitmentDraft& draft) const {
    const KnownTreaty* treaty = text_.instruments[*draft.instrument].treaty;
    if (!treaty || treaty->parties.size() != 2) return {};
    const PartyList parties = parties_of_treaty(*draft.instrument);
    if (parties.size() != 2 || !is_within(draft.bound, parties)) return {};
    if (draft.bound.size() == 2) return draft.bound;
    PartyList others = parties;
    std::erase_if(others, [&](ActorId one) { return is_within({one}, draft.bound); });
    return others;
  }

  // Who accuses the other side of breaking what both owe.
  PartyList accusers_of(const CommitmentDraft& draft) const {
    PartyList accusers;
    for (const std::size_t index : draft.tellings)
      if (const DutyTelling& telling = tellings_[index];
          telling.observes && telling.tells == Dueness::due && telling.statement && text_.is_in_act("accusing", *telling.statement))
        add_parties(parties_of(text_.statements.statements[telling.statement->index].speakers, text_), accusers);
    std::erase_if(accusers, [&](ActorId one) { return is_within({one}, draft.bound); });
    return accusers;
  }

  PartyList owners_of_places(const CommitmentDraft& draft) const {
    PartyList owners;
    for (const std::size_t index : draft.tellings)
      for (const ScopePhrase& phrase : tellings_[index].scope)
        for (std::size_t token = phrase.range.first; token < phrase.range.last; ++token)
          if (const ActorMention* mention = text_.actors.headed_by(token)) add_parties(parties_of(mention->actors, text_), owners);
    std::erase_if(owners, [&](ActorId one) { return std::find(draft.bound.begin(), draft.bound.end(), one) != draft.bound.end(); });
    return owners;
  }

  // Two parties that each owe something by one deal owe it to one another; what a treaty asks of its parties may be owed to all.
  void exchange() {
    for (CommitmentDraft& one : drafts_)
      for (CommitmentDraft& other : drafts_)
        if (are_exchanged(one, other)) one.beneficiaries = other.bound;
  }

  bool are_exchanged(const CommitmentDraft& one, const CommitmentDraft& other) const {
    if (!one.instrument || one.instrument != other.instrument || one.bound.empty() || other.bound.empty()) return false;
    return text_.instruments[*one.instrument].kind != InstrumentKind::treaty && !overlap(one.bound, other.bound) &&
           one.beneficiaries.empty() && (other.beneficiaries.empty() || other.beneficiaries == one.bound);
  }

  // --- what is told of it

  Words words_of(std::vector<TokenRange> ranges) const {
    std::sort(ranges.begin(), ranges.end());
    Spans spans;
    for (const TokenRange range : ranges) {
      const Span span = text_.tokens.span(range);
      if (!spans.empty() && span.start <= spans.back().end) spans.back().end = std::max(spans.back().end, span.end);
      else spans.push_back(span);
    }
    return words(text_.document, std::move(spans));
  }

  std::optional<Words> words_told(const CommitmentDraft& draft, TokenRanges DutyTelling::*part) const {
    TokenRanges ranges;
    for (const std::size_t index : draft.tellings)
      ranges.insert(ranges.end(), (tellings_[index].*part).begin(), (tellings_[index].*part).end());
    return ranges.empty() ? std::nullopt : std::optional(words_of(std::move(ranges)));
  }

  std::string triggered(const CommitmentDraft& draft) const {
    std::optional<std::size_t> due, undue;
    for (const std::size_t index : draft.tellings) {
      if (tellings_[index].tells == Dueness::due) due = index;
      if (tellings_[index].tells == Dueness::undue) undue = index;
    }
    // Who says that something is left out does not deny what is due.
    if (due && undue && tellings_[*undue].of_scope && speakers_of(*due) == speakers_of(*undue)) return "yes";
    if (due && undue) return "disputed";
    return due ? "yes" : undue ? "no" : "unknown";
  }

  std::vector<ActorId> speakers_of(std::size_t telling) const {
    const auto& statement = tellings_[telling].statement;
    return statement ? text_.statements.statements[statement->index].speakers : std::vector<ActorId>{};
  }

  Commitment commitment(const CommitmentDraft& draft) const {
    Commitment told;
    told.bound = draft.bound;
    told.beneficiaries = draft.beneficiaries;
    told.duty = draft.duty;
    TokenRanges ranges;
    if (draft.instrument) {
      const InstrumentMention& instrument = text_.instruments[*draft.instrument];
      told.instrument = Instrument{.name = text_.instruments[instrument.refers_to.value_or(*draft.instrument)].name,
                                   .knowledge_id = {},
                                   .article = instrument.article};
      if (instrument.treaty) told.instrument->knowledge_id = std::string(instrument.treaty->id);
      if (!draft.carried) ranges.push_back(instrument.range);
    }
    told.condition = words_told(draft, &DutyTelling::condition);
    told.triggered = triggered(draft);
    if (told.triggered != "unknown") told.because = words_told(draft, &DutyTelling::reason);
    for (const std::size_t index : draft.tellings) {
      const DutyTelling& telling = tellings_[index];
      for (const ScopePhrase& phrase : telling.scope) add_scope(phrase, told);
      if (telling.statement && std::find(told.statements.begin(), told.statements.end(), *telling.statement) == told.statements.end())
        told.statements.push_back(*telling.statement);
      ranges.insert(ranges.end(), telling.words.begin(), telling.words.end());
    }
    std::sort(told.statements.begin(), told.statements.end());
    told.spans = words_of(std::move(ranges)).spans;
    return told;
  }

  void add_scope(const ScopePhrase& phrase, Commitment& told) const {
    auto& scopes = phrase.reach == Reach::covers ? told.includes : told.excludes;
    Scope found = scope(phrase.range, text_);
    if (std::none_of(scopes.begin(), scopes.end(), [&](const Scope& other) { return other.text == found.text; }))
      scopes.push_back(std::move(found));
  }

  std::vector<DutyTelling> tellings_;
  const ObligationText& text_;
  std::vector<CommitmentDraft> drafts_;
};

}  // namespace

std::vector<Commitment> join(std::vector<DutyTelling> tellings, const ObligationText& text) {
  return TellingJoiner(std::move(tellings), text).join();
}

}  // namespace casus
