// Frames are matched first, then each match's standing is found: how it is meant, and in whose content it stands. From the innermost
// outwards the drafts are then settled: an outer event takes up the inner one ("agreed to send aid"), the future makes promises and
// threats, and what lacks a party that its type needs is left out. What remains becomes events, with all that is told beside them.
#include "events/events.h"

#include <algorithm>

#include "core/check.h"
#include "core/unicode.h"
#include "events/details.h"
#include "events/standing.h"
#include "events/trace.h"
#include "events/viewpoint.h"

namespace casus {
namespace {

struct Draft {
  const Match* match = nullptr;
  Standing standing;
  std::string type;
  std::string mode;
  std::string cameo;
  std::vector<ActorId> actors;
  std::vector<ActorId> recipients;
  TokenList trigger;
  std::optional<std::size_t> absorbed_by;
  std::vector<TypeChange> changes;
  std::vector<Finding> complement;
  std::optional<std::size_t> recipients_inside;
  bool settled_future = false;        // a promise or threat made of a future
  std::vector<const Match*> effects;  // told beside it, and no events of their own
};

struct Told {
  Event event;
  std::size_t draft = 0;
  std::vector<Deduction> deductions;
};

// Confidence starts from what a frame that fits in all parts deserves, and falls with every thing that had to be guessed.
constexpr double kFull = 0.92;
constexpr double kIndirectRole = 0.9;
constexpr double kMissingActor = 0.85;
constexpr double kBareNoun = 0.85;
constexpr double kWitnessDisagrees = 0.7;
constexpr float kHardlyHappened = -0.6F;  // on the factuality scale of -2 to 2; one of eight below it happened (UDS, dev)
constexpr float kRatherHappened = 0.25F;  // three of four infinitives above it happened (UDS, dev), and less than half below
constexpr float kLikelyHappened = 1.2F;

class Builder {
 public:
  Builder(const Document& document, const Tokens& tokens, const Parse& parse, const Factuality& factuality, const Actors& actors,
          const Dates& dates, const Statements& statements, const Lexicon& lexicon, const Ontology& ontology, EventsTrace* trace)
      : document_(document),
        tokens_(tokens),
        parse_(with_known_lemmas(tokens, parse, lexicon)),
        tree_(tokens, parse_),
        grammar_(tokens, tree_, lexicon),
        factuality_(factuality),
        actors_(actors),
        dates_(dates),
        statements_(statements),
        lexicon_(lexicon),
        ontology_(ontology),
        trace_(trace),
        viewpoint_(statements, actors, dates),
        matches_(find_matches(grammar_, actors, statements, lexicon, tokens.tokens.size(), trace ? &trace->attempts : nullptr)) {}

  Events build() {
    make_drafts();
    for (const std::size_t index : inside_out()) settle(index);
    if (trace_) begin_trace();
    std::vector<Told> told;
    for (const std::size_t index : kept()) told.push_back(tell(index));
    date_ordinals(told);
    std::stable_sort(told.begin(), told.end(), [](const Told& a, const Told& b) {
      const Span first = a.event.spans.front(), second = b.event.spans.front();
      return std::pair(first.start, first.end) < std::pair(second.start, second.end);
    });
    if (trace_) trace_events(told);
    Events events;
    for (Told& each : told) events.events.push_back(std::move(each.event));
    return events;
  }

 private:
  static Parse with_known_lemmas(const Tokens& tokens, Parse parse, const Lexicon& lexicon) {
    for (std::size_t i = 0; i < parse.words.size(); ++i)
      if (parse.words[i].upos != "PROPN") parse.words[i].lemma = lexicon.lemma(lower(tokens.tokens[i].form), parse.words[i]);
    return parse;
  }

  void make_drafts() {
    const auto standings = find_standings(matches_, grammar_, statements_, lexicon_);
    for (std::size_t i = 0; i < matches_.frames.size(); ++i) {
      const Match& match = matches_.frames[i];
      drafts_.push_back({.match = &match,
                         .standing = standings[i],
                         .type = match.frame->type,
                         .mode = match.frame->mode,
                         .cameo = match.frame->cameo,
                         .actors = match.actor.actors,
                         .recipients = match.recipient.actors,
                         .trigger = match.hosts});
    }
    for (const Part& part : matches_.parts) add_part(part);
  }

  // "demanded the resignation of the governor": a demand, and a resignation that is demanded.
  void add_part(const Part& part) {
    const Match& match = part.match;
    const Match& whole = matches_.frames[part.whole];
    const auto embedding = ontology_.embed(whole.frame->type, match.frame->type, match.frame->mode);
    if (!embedding || embedding->status != Status::demanded || match.frame->type == whole.frame->type) return;
    Draft draft{.match = &match,
                .standing = {},
                .type = match.frame->type,
                .mode = match.frame->mode,
                .cameo = match.frame->cameo,
                .actors = match.actor.actors,
                .recipients = match.recipient.actors,
                .trigger = match.hosts};
    // Who demands it is not to do it.
    std::erase_if(draft.actors, [&](ActorId id) {
      return std::find(whole.actor.actors.begin(), whole.actor.actors.end(), id) != whole.actor.actors.end();
    });
    draft.standing.govern({Status::demanded, ReasonKind::outer, whole.token});
    drafts_.push_back(std::move(draft));
  }

  // Frames and embeddings have types of the ontology alone.
  const TypeFacts& facts_of(const std::string& type) const {
    const TypeFacts* facts = ontology_.type(type);
    CASUS_CHECK(facts != nullptr);
    return *facts;
  }

  bool is_cooperation(const std::string& type) const {
    const auto quad = facts_of(type).quad;
    return quad && *quad <= 2;
  }

  int depth(std::size_t token) const {
    int levels = 0;
    for (std::size_t at = token; tree_.word(at).head != kRoot; at = tree_.word(at).head) ++levels;
    return levels;
  }

  bool is_of_any_verb(const Draft& draft) const { return draft.match->frame->predicates.front().lemma == "*"; }

  std::vector<std::size_t> inside_out() const {
    std::vector<std::pair<int, std::size_t>> order;
    for (std::size_t i = 0; i < drafts_.size(); ++i)
      order.emplace_back(-2 * depth(drafts_[i].match->clause) + (is_of_any_verb(drafts_[i]) ? 1 : 0), i);
    std::sort(order.begin(), order.end());
    std::vector<std::size_t> indices;
    for (const auto& [level, index] : order) indices.push_back(index);
    return indices;
  }

  void settle(std::size_t index) {
    Draft& draft = drafts_[index];
    std::vector<Draft*> inner;
    for (Draft& other : drafts_)
      if (other.standing.outer == index) inner.push_back(&other);
    if (!inner.empty()) take_up(draft, inner);
    else if (draft.recipients.empty()) recipients_from_complement(draft);
    if (draft.recipients.empty() && !draft.match->reciprocal) recipients_within(draft);
    settle_witness(draft);
    settle_date(draft);
    settle_denial(draft);
    if (!draft.standing.outer) settle_future(draft);
    settle_silence(draft);
    // A promise or threat with a condition is still one; what would only happen under a condition has not.
    if (draft.standing.conditional && draft.standing.has(Status::future))
      draft.standing.add({Status::hypothetical, ReasonKind::grammar, draft.match->clause});
  }

  // The first inner event says what the outer one is about; all of them are absorbed, or stand as the outer one presents them.
  void take_up(Draft& outer, const std::vector<Draft*>& inner) {
    const std::string own_type = outer.type;
    const Draft& first = **std::min_element(
        inner.begin(), inner.end(), [&](const Draft* a, const Draft* b) { return depth(a->match->clause) < depth(b->match->clause); });
    for (Draft* each : inner) {
      const auto embedding = ontology_.embed(own_type, each->type, each->mode);
      if (!embedding) continue;
      if (each == &first) become(outer, *embedding, index_of(first));
      if (embedding->absorbed) each->absorbed_by = index_of(outer);
      if (embedding->status) each->standing.govern({*embedding->status, ReasonKind::outer, outer.match->token});
      if (embedding->absorbed) outer.trigger.insert(outer.trigger.end(), each->trigger.begin(), each->trigger.end());
    }
    if (!outer.recipients.empty() || outer.match->reciprocal) return;
    const FromComplement from = facts_of(own_type).complement;
    if (from == FromComplement::none || from == FromComplement::purpose) return;
    const auto& wanted = from == FromComplement::actors ? first.actors : first.recipients;
    const auto& other = from == FromComplement::actors ? first.recipients : first.actors;
    add_recipients(outer, wanted);
    if (outer.recipients.empty()) add_recipients(outer, other);
    if (!outer.recipients.empty()) outer.recipients_inside = index_of(first);
  }

  std::size_t index_of(const Draft& draft) const { return static_cast<std::size_t>(&draft - drafts_.data()); }

  static void become(Draft& draft, const Embedding& embedding, std::optional<std::size_t> inner = {}) {
    draft.changes.push_back({.type = draft.type, .mode = draft.mode, .by = &embedding, .inner = inner});
    if (embedding.type != draft.type) {
      draft.mode.clear();
      draft.cameo.clear();
    }
    draft.type = embedding.type;
    if (!embedding.mode.empty()) draft.mode = embedding.mode;
    if (!embedding.cameo.empty()) draft.cameo = embedding.cameo;
  }

  static void add_recipients(Draft& draft, const std::vector<ActorId>& more) {
    for (const ActorId id : more) {
      const auto has = [&](const std::vector<ActorId>& list) { return std::find(list.begin(), list.end(), id) != list.end(); };
      if (!has(draft.actors) && !has(draft.recipients)) draft.recipients.push_back(id);
    }
  }

  // "demanded that the president abandon the policy": no event of ours inside, but somebody.
  void recipients_from_complement(Draft& draft) {
    const FromComplement from = facts_of(draft.type).complement;
    if (from == FromComplement::none || draft.match->reciprocal) return;
    static constexpr std::string_view kTowards[] = {"to", "with", "against", "on", "in"};
    const std::size_t token = draft.match->token;
    for (const std::size_t clause : from == FromComplement::purpose ? grammar_.purposes(token) : grammar_.complements(token)) {
      Resolved found;
      const auto take = [&](const TokenList& heads) {
        if (found.actors.empty())
          for (const std::size_t head : heads) resolve(head, RoleKind::affected, grammar_, actors_, lexicon_, found);
        std::erase_if(found.actors,
                      [&](ActorId id) { return std::find(draft.actors.begin(), draft.actors.end(), id) != draft.actors.end(); });
      };
      if (from == FromComplement::actors) take(grammar_.subjects(clause));
      take(grammar_.objects(clause));
      for (const std::string_view preposition : kTowards) take(grammar_.prepositional({clause}, preposition));
      add_recipients(draft, found.actors);
      if (!found.actors.empty()) draft.complement.insert(draft.complement.end(), found.findings.begin(), found.findings.end());
    }
  }

  // "rejected calls by Chad to withdraw": somebody named deeper in what the predicate is about.
  void recipients_within(Draft& draft) {
    if (facts_of(draft.type).complement == FromComplement::none) return;
    TokenList heads = grammar_.objects(draft.match->token);
    const TokenList clauses = facts_of(draft.type).complement == FromComplement::purpose ? grammar_.purposes(draft.match->token)
                                                                                         : grammar_.complements(draft.match->token);
    heads.insert(heads.end(), clauses.begin(), clauses.end());
    for (const std::size_t head : heads) {
      Resolved found;
      resolve_within(head, grammar_, actors_, lexicon_, found);
      add_recipients(draft, found.actors);
      if (draft.recipients.empty()) continue;
      draft.complement = found.findings;
      return;
    }
  }

  // PLOVER's "a type wins": who says that he will help agrees to, who says that he will strike threatens, who says he will not refuses.
  void settle_future(Draft& draft) const {
    Standing& standing = draft.standing;
    if (!standing.has(Status::future) || standing.has(Status::hypothetical) || standing.has(Status::demanded) ||
        standing.has(Status::denied) || standing.has(Status::alleged) || draft.actors.empty())
      return;
    const bool negated = standing.has(Status::negated);
    const auto embedding = negated ? ontology_.in_negated_future(draft.type, draft.mode) : ontology_.in_future(draft.type, draft.mode);
    if (!embedding || !announced(draft, embedding->type)) return;
    become(draft, *embedding);
    draft.changes.back().because = standing.because(Status::future);
    standing.retract(Status::future);
    standing.retract(Status::negated);
    draft.settled_future = true;
  }

  // Threats are the doer's own word, refusals also the report's; of help and visits the other side, and those who only report, may tell
  // too. What others say that courts, police or troops will do lies in the future.
  bool announced(const Draft& draft, const std::string& type) const {
    const Statement* statement = viewpoint_.told_by(draft.match->token);
    if (!statement) return is_cooperation(type) || draft.standing.has(Status::negated);
    if (viewpoint_.is_said_by(*statement, draft.actors)) return true;
    return is_cooperation(type) && (viewpoint_.is_said_by(*statement, draft.recipients) || viewpoint_.is_said_by_outsider(*statement));
  }

  // "was forced to withdraw": where the words are silent, the model says whether it happened.
  void settle_witness(Draft& draft) const {
    const auto says = witness(draft);
    if (!draft.standing.is_unvouched() || !says || *says < kRatherHappened) return;
    draft.standing.retract(Status::hypothetical);
    draft.standing.add({Status::asserted, ReasonKind::witness, draft.match->token});
  }

  // "threw out the notion of admitting them": of what is not told by a finite verb, and the lexicon knows nothing that says it, the model
  // is believed where it is sure that it did not happen.
  void settle_silence(Draft& draft) const {
    const auto says = witness(draft);
    const std::string& tag = tree_.word(draft.match->clause).xpos;
    if (tag == "VBD" || tag == "VBZ" || tag == "VBP" || draft.settled_future || is_of_any_verb(draft)) return;
    if (!draft.standing.reasons().empty() || !says || *says > kHardlyHappened) return;
    draft.standing.add({Status::hypothetical, ReasonKind::witness, draft.match->token});
  }

  // What is dated after the report and not told in the past has not happened; what is dated long before it is background. The past perfect
  // of days within the story is not.
  void settle_date(Draft& draft) const {
    const DateMention* mention = mention_of(draft);
    if (!mention) return settle_by_sentence(draft);
    const std::string& date = mention->date.value;
    const std::size_t token = mention->range.first;
    if (viewpoint_.lies_ahead(date) && !is_told_in_the_past(draft)) draft.standing.add({Status::future, ReasonKind::date, token});
    if (viewpoint_.lies_close(date)) draft.standing.retract(Status::historical);
    if (viewpoint_.lies_long_before(date)) draft.standing.add({Status::historical, ReasonKind::date, token});
  }

  // "When the war began in 1990, they shelled ...": a sentence whose dates all lie long before tells of that time.
  void settle_by_sentence(Draft& draft) const {
    const std::string& tag = tree_.word(draft.match->clause).xpos;
    if (tag == "VBZ" || tag == "VBP") return;
    const DateMention* first = nullptr;
    const std::size_t sentence = tokens_.sentence_of(draft.match->token);
    for (const DateMention& mention : dates_.mentions) {
      if (tokens_.sentence_of(mention.range.first) != sentence) continue;
      if (!viewpoint_.lies_long_before(mention.date.value)) return;
      if (!first) first = &mention;
    }
    if (first) draft.standing.add({Status::historical, ReasonKind::date, first->range.first});
  }

  bool is_told_in_the_past(const Draft& draft) const {
    std::size_t at = draft.match->clause;
    if (!grammar_.is_verb(at) && tree_.word(at).head != kRoot) at = tree_.word(at).head;
    const std::string& tag = tree_.word(at).xpos;
    return tag == "VBD" || tag == "VBN";
  }

  // A party that is charged with an act and says itself that it was not done denies it.
  void settle_denial(Draft& draft) const {
    Standing& standing = draft.standing;
    if (standing.status() != Status::negated || standing.has(Status::future)) return;
    const auto holding = statements_.holding(draft.match->token);
    if (!holding) return;
    const auto& cue = statements_.tokens[holding->index].cue;
    const std::size_t said = cue ? cue->first : draft.match->token;
    const bool answers = cue && lexicon_.words("answering").lemmas.contains(tree_.word(said).lemma);
    const Statement* statement = viewpoint_.told_by(draft.match->token);
    const bool of_own_hostility = statement && !is_cooperation(draft.type) && viewpoint_.is_said_by(*statement, draft.actors);
    if (answers || of_own_hostility) standing.govern({Status::denied, ReasonKind::speech, said});
  }

  // "No journalist was arrested": what did not happen needs nobody.
  static bool nobody_did_it(const Draft& draft) {
    return draft.standing.has(Status::negated) && (draft.match->actor.named || draft.match->recipient.named);
  }

  Fate fate_alone(const Draft& draft) const {
    if (draft.absorbed_by) return Fate::absorbed;
    if (draft.match->frame->bare) return Fate::event;
    if (is_habit(draft)) return Fate::habit;
    const TypeFacts& facts = facts_of(draft.type);
    if (draft.actors.empty() && draft.recipients.empty()) return nobody_did_it(draft) ? Fate::event : Fate::without_parties;
    if (draft.actors.empty() && (facts.actor == Need::needed || (facts.actor == Need::active && !draft.match->agentless)))
      return Fate::without_actor;
    if (facts.parties == Parties::political && !draft.actors.empty() && !is_political(draft)) return Fate::without_politics;
    const bool mutual = draft.match->reciprocal && draft.actors.size() > 1;
    if (facts.recipient == Need::needed && draft.recipients.empty() && !mutual) return Fate::without_recipient;
    return Fate::event;
  }

  // The simple present tells what happened in headlines and first sentences only; elsewhere, without a date, what holds or recurs.
  bool is_habit(const Draft& draft) const {
    const Status status = draft.standing.status();
    if (facts_of(draft.type).told_in_present || (status != Status::asserted && status != Status::negated)) return false;
    if (!grammar_.is_simple_present(draft.match->clause)) return false;
    const TokenRange& sentence = tokens_.sentences[tokens_.sentence_of(draft.match->token)];
    const bool opens = sentence.first == 0;
    const bool headline = tree_.word(sentence.last - 1).upos != "PUNCT";
    return !opens && !headline && !dates_.of_predicate(draft.match->clause, tree_);
  }

  bool is_political(const Draft& draft) const {
    const auto among = [&](const std::vector<ActorId>& side) {
      return std::any_of(side.begin(), side.end(), [&](ActorId id) { return ontology_.is_political(actors_.actors[id.index]); });
    };
    return among(draft.actors) || among(draft.recipients);
  }

  // The same event told twice in a sentence ("held talks ... the talks"), or an act and what it did ("killed ten men and destroyed a
  // truck"), is one: that of `earlier` which the draft repeats.
  std::optional<std::size_t> repeated(const Draft& draft, const std::vector<std::size_t>& earlier) const {
    const auto same = std::find_if(earlier.begin(), earlier.end(), [&](std::size_t index) {
      const Draft& other = drafts_[index];
      if (other.type != draft.type || other.actors != draft.actors || other.standing.status() != draft.standing.status() ||
          tokens_.sentence_of(other.match->token) != tokens_.sentence_of(draft.match->token))
        return false;
      return (other.mode == draft.mode && other.recipients == draft.recipients) || is_effect(draft, other);
    });
    return same == earlier.end() ? std::nullopt : std::optional(*same);
  }

  bool is_effect(const Draft& draft, const Draft& act) const {
    const Word& word = tree_.word(draft.match->clause);
    const bool shares = grammar_.is_verb(draft.match->token) && grammar_.is_verb(act.match->token) &&
                        (word.relation == "conj" || word.relation == "advcl") && !grammar_.has_own_subject(draft.match->clause) &&
                        !grammar_.is_infinitive(draft.match->clause);
    if (!shares || word.head != act.match->clause || !(draft.mode.empty() || act.mode.empty() || draft.mode == act.mode)) return false;
    return (draft.recipients.empty() && act.recipients.empty()) ||
           std::any_of(draft.recipients.begin(), draft.recipients.end(), [&](ActorId one) {
             return std::any_of(act.recipients.begin(), act.recipients.end(),
                                [&](ActorId other) { return same_side(actors_.actors[one.index], actors_.actors[other.index]); });
           });
  }

  // How it was done may be told by either ("shot and killed").
  static void take_effect(Draft& act, const Draft& effect) {
    act.effects.push_back(effect.match);
    act.trigger.insert(act.trigger.end(), effect.trigger.begin(), effect.trigger.end());
    if (!act.mode.empty() || effect.mode.empty()) return;
    act.mode = effect.mode;
    act.cameo = effect.cameo;
  }

  // The drafts that are events.
  std::vector<std::size_t> kept() {
    std::vector<std::size_t> indices;
    for (std::size_t i = 0; i < drafts_.size(); ++i) {
      const Draft& draft = drafts_[i];
      const Fate fate = fate_alone(draft);
      const auto same = fate == Fate::event ? repeated(draft, indices) : std::nullopt;
      if (fate == Fate::event && !same) indices.push_back(i);
      if (same && is_effect(draft, drafts_[*same])) take_effect(drafts_[*same], draft);
      if (trace_) trace_->matches[i].fate = same ? Fate::repeated : fate;
      if (trace_) trace_->matches[i].other = same ? same : draft.absorbed_by;
    }
    return indices;
  }

  void begin_trace() const {
    trace_->parse = parse_;
    for (const Draft& draft : drafts_)
      trace_->matches.push_back({.match = *draft.match,
                                 .standing = draft.standing,
                                 .changes = draft.changes,
                                 .complement = draft.complement,
                                 .recipients_inside = draft.recipients_inside,
                                 .witness = witness(draft)});
  }

  void trace_events(const std::vector<Told>& told) const {
    for (std::size_t i = 0; i < told.size(); ++i) {
      TracedMatch& traced = trace_->matches[told[i].draft];
      traced.event = EventId{static_cast<std::uint32_t>(i)};
      traced.deductions = told[i].deductions;
    }
  }

  Told tell(std::size_t index) const {
    const Draft& draft = drafts_[index];
    Told told{.event = event(draft), .draft = index, .deductions = {}};
    told.deductions = deductions(draft, told.event.status);
    told.event.confidence = kFull;
    for (const Deduction& deduction : told.deductions) *told.event.confidence *= deduction.factor;
    return told;
  }

  Event event(const Draft& draft) const {
    const Match& match = *draft.match;
    Event event;
    event.type = draft.type;
    if (!draft.mode.empty()) event.mode = draft.mode;
    if (!draft.cameo.empty()) event.cameo = draft.cameo;
    ontology_.complete(event);
    event.actors = draft.actors;
    event.recipients = draft.recipients;
    event.initiator = match.initiator;
    event.status = draft.standing.status();
    event.date = date_of(draft);
    event.ordinal = find_ordinal(match, tokens_, grammar_, dates_, lexicon_);
    event.place = find_place(match, document_, tokens_, grammar_, actors_);
    event.numbers = find_numbers(match, document_, tokens_, grammar_, actors_, lexicon_);
    for (const Match* effect : draft.effects)
      for (Number& number : find_numbers(*effect, document_, tokens_, grammar_, actors_, lexicon_))
        event.numbers.push_back(std::move(number));
    event.casualties = casualties(event.numbers);
    event.contexts = find_contexts(match, grammar_, lexicon_);
    event.attribution = statements_.holding(match.token);
    event.rule = "lexicon/" + match.frame->id;
    event.trigger = words(document_, spans_of(draft.trigger, tokens_));
    event.spans = evidence(draft);
    return event;
  }

  const DateMention* mention_of(const Draft& draft) const {
    const DateMention* mention = dates_.of_predicate(draft.match->clause, tree_);
    return mention ? mention : dates_.of_predicate(draft.match->token, tree_);
  }

  std::optional<Date> date_of(const Draft& draft) const {
    const DateMention* mention = mention_of(draft);
    if (!mention) return std::nullopt;
    // "will visit in June": June is when they meet, not when it was agreed.
    if (draft.settled_future && dates_.published && mention->date.value > dates_.published->value) return std::nullopt;
    return mention->date;
  }

  static Casualties casualties(const std::vector<Number>& numbers) {
    Casualties sum;
    const auto add = [](std::optional<int>& total, double more) { total = total.value_or(0) + static_cast<int>(more); };
    for (const Number& number : numbers) {
      const auto value = number.low ? number.low : number.high;
      if (!value || (number.what != "killed" && number.what != "injured")) continue;
      add(number.what == "killed" ? sum.killed : sum.injured, *value);
      sum.text = sum.text ? *sum.text + "; " + *number.text : number.text;
    }
    return sum;
  }

  std::optional<float> witness(const Draft& draft) const {
    const std::size_t token = draft.match->token;
    return token < factuality_.values.size() ? std::optional(factuality_.values[token]) : std::nullopt;
  }

  std::vector<Deduction> deductions(const Draft& draft, Status status) const {
    const Match& match = *draft.match;
    std::vector<Deduction> found;
    if (!match.actor.direct) found.push_back({Weakness::indirect_actor, kIndirectRole});
    if (!match.recipient.direct) found.push_back({Weakness::indirect_recipient, kIndirectRole});
    if (draft.actors.empty()) found.push_back({Weakness::no_actor, kMissingActor});
    if (!grammar_.is_verb(match.token) && match.clause == match.token) found.push_back({Weakness::bare_noun, kBareNoun});
    const auto says = witness(draft);
    const bool denies = says && status == Status::asserted && !draft.settled_future && *says < kHardlyHappened;
    const bool affirms = says && (status == Status::negated || status == Status::hypothetical) && *says > kLikelyHappened;
    if (denies || affirms) found.push_back({Weakness::witness_disagrees, kWitnessDisagrees});
    return found;
  }

  Spans evidence(const Draft& draft) const {
    TokenList all = draft.trigger;
    for (const Resolved* role : {&draft.match->actor, &draft.match->recipient})
      for (const Finding& finding : role->findings) {
        const ActorMention* mention = actors_.headed_by(finding.mention);
        if (!mention) continue;
        for (std::size_t token = mention->range.first; token < mention->range.last; ++token) all.push_back(token);
      }
    return spans_of(all, tokens_);
  }

  // "for the first time since the war began": the day is told elsewhere, where the report dates the outbreak.
  void date_ordinals(std::vector<Told>& told) const {
    std::optional<std::string> outbreak;
    for (const Told& each : told)
      if (drafts_[each.draft].match->frame->bare && each.event.date) {
        if (outbreak && *outbreak != each.event.date->value) return;
        outbreak = each.event.date->value;
      }
    if (!outbreak) return;
    const WordTest& beginnings = lexicon_.words("outbreak");
    for (Told& each : told) {
      Event& event = each.event;
      if (!event.ordinal || event.ordinal->since_date) continue;
      for (std::size_t token = 0; token < tokens_.tokens.size(); ++token)
        if (event.ordinal->spans.front().contains(tokens_.tokens[token].span) && beginnings.lemmas.contains(tree_.word(token).lemma))
          event.ordinal->since_date = outbreak;
    }
  }

  const Document& document_;
  const Tokens& tokens_;
  const Parse parse_;
  const Tree tree_;
  const Grammar grammar_;
  const Factuality& factuality_;
  const Actors& actors_;
  const Dates& dates_;
  const Statements& statements_;
  const Lexicon& lexicon_;
  const Ontology& ontology_;
  EventsTrace* trace_;
  const Viewpoint viewpoint_;
  const Matches matches_;
  std::vector<Draft> drafts_;
};

}  // namespace

Events find_events(const Document& document, const Tokens& tokens, const Parse& parse, const Factuality& factuality, const Actors& actors,
                   const Dates& dates, const Statements& statements, const Lexicon& lexicon, const Ontology& ontology, EventsTrace* trace) {
  return Builder(document, tokens, parse, factuality, actors, dates, statements, lexicon, ontology, trace).build();
}

}  // namespace casus
