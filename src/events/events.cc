// Frames are matched first, then each match's standing is found: how it is meant, and in whose content it stands. From the innermost
// outwards the drafts are then settled: an outer event takes up the inner one ("agreed to send aid"), the future makes promises and
// threats, and what lacks a party that its type needs is left out. What remains becomes events, with all that is told beside them.
#include "events/events.h"

#include <algorithm>

#include "core/check.h"
#include "core/unicode.h"
#include "events/details.h"
#include "events/standing.h"
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
  bool absorbed = false;
  bool settled_future = false;  // a promise or threat made of a future
};

// Confidence starts from what a frame that fits in all parts deserves, and falls with every thing that had to be guessed.
constexpr double kFull = 0.92;
constexpr double kIndirectRole = 0.9;
constexpr double kMissingActor = 0.85;
constexpr double kBareNoun = 0.85;
constexpr double kWitnessDisagrees = 0.7;
constexpr float kHardlyHappened = -0.6F;  // on the factuality scale of -2 to 2
constexpr float kRatherHappened = 0.25F;  // of infinitives with a status marked by hand, those above mostly happened
constexpr float kLikelyHappened = 1.2F;

class Builder {
 public:
  Builder(const Document& document, const Tokens& tokens, const Parse& parse, const Factuality& factuality, const Actors& actors,
          const Dates& dates, const Statements& statements, const Lexicon& lexicon, const Ontology& ontology)
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
        viewpoint_(statements, actors, dates),
        matches_(find_matches(grammar_, actors, statements, lexicon, tokens.tokens.size())) {}

  Events build() {
    make_drafts();
    for (const std::size_t index : inside_out()) settle(index);
    Events events;
    std::vector<const Draft*> sources;
    for (const Draft& draft : drafts_)
      if (is_event(draft) && !repeats(draft, sources)) sources.push_back(&draft);
    for (const Draft* draft : sources) events.events.push_back(event(*draft));
    date_ordinals(events, sources);
    std::stable_sort(events.events.begin(), events.events.end(), [](const Event& a, const Event& b) {
      return std::pair(a.spans.front().start, a.spans.front().end) < std::pair(b.spans.front().start, b.spans.front().end);
    });
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
    settle_witness(draft);
    settle_date(draft);
    settle_denial(draft);
    if (!draft.standing.outer) settle_future(draft);
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
      if (each == &first) become(outer, *embedding);
      each->absorbed = embedding->absorbed;
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
  }

  static void become(Draft& draft, const Embedding& embedding) {
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
    const std::size_t token = draft.match->token;
    if (!draft.standing.is_unvouched() || token >= factuality_.values.size() || factuality_.values[token] < kRatherHappened) return;
    draft.standing.retract(Status::hypothetical);
    draft.standing.add({Status::asserted, ReasonKind::witness, token});
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
    const auto sentence = tokens_.sentence_of(draft.match->token);
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

  bool is_event(const Draft& draft) const {
    if (draft.absorbed) return false;
    if (draft.match->frame->bare) return true;
    const TypeFacts& facts = facts_of(draft.type);
    if (draft.actors.empty() && draft.recipients.empty()) return false;
    if (facts.actor == Need::needed && draft.actors.empty()) return false;
    const bool mutual = draft.match->reciprocal && draft.actors.size() > 1;
    return facts.recipient != Need::needed || !draft.recipients.empty() || mutual;
  }

  // The same event told twice in a sentence ("held talks ... the talks") is one.
  bool repeats(const Draft& draft, const std::vector<const Draft*>& earlier) const {
    return std::any_of(earlier.begin(), earlier.end(), [&](const Draft* other) {
      return other->type == draft.type && other->mode == draft.mode && other->actors == draft.actors &&
             other->recipients == draft.recipients && other->standing.status() == draft.standing.status() &&
             tokens_.sentence_of(other->match->token) == tokens_.sentence_of(draft.match->token);
    });
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
    event.casualties = casualties(event.numbers);
    event.contexts = find_contexts(match, grammar_, lexicon_);
    event.attribution = statements_.holding(match.token);
    event.confidence = confidence(draft, event.status);
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

  double confidence(const Draft& draft, Status status) const {
    const Match& match = *draft.match;
    double value = kFull;
    if (!match.actor.direct) value *= kIndirectRole;
    if (!match.recipient.direct) value *= kIndirectRole;
    if (draft.actors.empty()) value *= kMissingActor;
    if (!grammar_.is_verb(match.token) && match.clause == match.token) value *= kBareNoun;
    if (match.token < factuality_.values.size()) {
      const float witness = factuality_.values[match.token];
      const bool denies = status == Status::asserted && !draft.settled_future && witness < kHardlyHappened;
      const bool affirms = (status == Status::negated || status == Status::hypothetical) && witness > kLikelyHappened;
      if (denies || affirms) value *= kWitnessDisagrees;
    }
    return value;
  }

  Spans evidence(const Draft& draft) const {
    TokenList all = draft.trigger;
    for (const Resolved* role : {&draft.match->actor, &draft.match->recipient})
      for (const std::size_t head : role->tokens) {
        const ActorMention* mention = actors_.headed_by(head);
        if (!mention) continue;
        for (std::size_t token = mention->range.first; token < mention->range.last; ++token) all.push_back(token);
      }
    return spans_of(all, tokens_);
  }

  // "for the first time since the war began": the day is told elsewhere, where the report dates the outbreak.
  void date_ordinals(Events& events, const std::vector<const Draft*>& sources) const {
    std::optional<std::string> outbreak;
    for (std::size_t i = 0; i < sources.size(); ++i)
      if (sources[i]->match->frame->bare && events.events[i].date) {
        if (outbreak && *outbreak != events.events[i].date->value) return;
        outbreak = events.events[i].date->value;
      }
    if (!outbreak) return;
    const WordTest& beginnings = lexicon_.words("outbreak");
    for (Event& event : events.events) {
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
  const Viewpoint viewpoint_;
  const Matches matches_;
  std::vector<Draft> drafts_;
};

}  // namespace

Events find_events(const Document& document, const Tokens& tokens, const Parse& parse, const Factuality& factuality, const Actors& actors,
                   const Dates& dates, const Statements& statements, const Lexicon& lexicon, const Ontology& ontology) {
  return Builder(document, tokens, parse, factuality, actors, dates, statements, lexicon, ontology).build();
}

}  // namespace casus
