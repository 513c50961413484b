// Each match's standing is found first: how it is meant, and in whose content it stands. From the innermost outwards the drafts are then
// settled: an outer event takes up the inner one ("agreed to send aid"), and the future makes promises and threats.
#include "events/settling.h"

#include <algorithm>

#include "events/dating.h"
#include "events/viewpoint.h"

namespace casus {
namespace {

constexpr float kRatherHappened = 0.25F;  // three of four infinitives above it happened (UDS, dev), and less than half below

class Settler {
 public:
  Settler(const Given& given, const Matches& matches)
      : given_(given), matches_(matches), viewpoint_(given.statements, given.actors, given.dates) {}

  std::vector<EventDraft> settle() {
    make_drafts();
    for (const std::size_t index : inside_out()) settle(index);
    return std::move(drafts_);
  }

 private:
  void make_drafts() {
    const auto standings = find_standings(matches_, given_.grammar, given_.statements, given_.lexicon);
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

  // "demanded the resignation of the governor": a demand, and a resignation that is demanded. "Broke up a march": it happened as much as
  // what was done to it.
  void add_part(const Part& part) {
    const Match& match = part.match;
    const Match& whole = matches_.frames[part.whole];
    const auto embedding = given_.ontology.embed(whole.frame->type, match.frame->type, match.frame->mode);
    const bool demanded = embedding && embedding->status == Status::demanded;
    const bool met = embedding && embedding->status == Status::asserted;
    if ((!demanded && !met) || match.frame->type == whole.frame->type) return;
    EventDraft draft{.match = &match,
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
    if (demanded) draft.standing.govern({Status::demanded, ReasonKind::outer, whole.token});
    else draft.standing = drafts_[part.whole].standing;
    if (met) draft.standing.outer.reset();
    drafts_.push_back(std::move(draft));
  }

  bool is_cooperation(const std::string& type) const {
    const auto quad = given_.facts_of(type).quad;
    return quad && *quad <= 2;
  }

  bool is_material_conflict(const std::string& type) const {
    constexpr int kMaterialConflict = 4;
    return given_.facts_of(type).quad == kMaterialConflict;
  }

  int depth(std::size_t token) const {
    int levels = 0;
    for (std::size_t at = token; given_.tree.word(at).head != kRoot; at = given_.tree.word(at).head) ++levels;
    return levels;
  }

  bool is_of_any_verb(const EventDraft& draft) const { return draft.match->frame->predicates.front().lemma == "*"; }

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
    EventDraft& draft = drafts_[index];
    std::vector<EventDraft*> inner;
    for (EventDraft& other : drafts_)
      if (other.standing.outer == index) inner.push_back(&other);
    if (!inner.empty()) take_up(draft, inner);
    else if (draft.recipients.empty()) recipients_from_complement(draft);
    if (draft.recipients.empty() && !draft.match->reciprocal) recipients_within(draft);
    settle_witness(draft);
    settle_date(draft);
    settle_denial(draft);
    settle_accusation(draft);
    settle_own_word(draft);
    if (!draft.standing.outer) settle_future(draft);
    settle_silence(draft);
    // A promise or threat with a condition is still one; what would only happen under a condition has not.
    if (draft.standing.conditional && draft.standing.has(Status::future))
      draft.standing.add({Status::hypothetical, ReasonKind::grammar, draft.match->clause});
  }

  // The first inner event says what the outer one is about; all of them are absorbed, or stand as the outer one presents them.
  void take_up(EventDraft& outer, const std::vector<EventDraft*>& inner) {
    const std::string own_type = outer.type;
    const EventDraft& first = **std::min_element(inner.begin(), inner.end(), [&](const EventDraft* a, const EventDraft* b) {
      return depth(a->match->clause) < depth(b->match->clause);
    });
    for (EventDraft* each : inner) {
      const auto embedding = given_.ontology.embed(own_type, each->type, each->mode);
      if (!embedding) continue;
      if (each == &first) become(outer, *embedding, index_of(first));
      if (embedding->absorbed) each->absorbed_by = index_of(outer);
      if (embedding->status) each->standing.govern({*embedding->status, ReasonKind::outer, outer.match->token});
      if (embedding->absorbed) outer.trigger.insert(outer.trigger.end(), each->trigger.begin(), each->trigger.end());
    }
    if (!outer.recipients.empty() || outer.match->reciprocal) return;
    const FromComplement from = given_.facts_of(own_type).complement;
    if (from == FromComplement::none || from == FromComplement::purpose) return;
    const auto& wanted = from == FromComplement::actors ? first.actors : first.recipients;
    const auto& other = from == FromComplement::actors ? first.recipients : first.actors;
    add_recipients(outer, wanted);
    if (outer.recipients.empty()) add_recipients(outer, other);
    if (!outer.recipients.empty()) outer.recipients_inside = index_of(first);
  }

  std::size_t index_of(const EventDraft& draft) const { return static_cast<std::size_t>(&draft - drafts_.data()); }

  static void become(EventDraft& draft, const Embedding& embedding, std::optional<std::size_t> inner = {}) {
    draft.changes.push_back({.type = draft.type, .mode = draft.mode, .by = &embedding, .inner = inner});
    if (embedding.type != draft.type) {
      draft.mode.clear();
      draft.cameo.clear();
    }
    draft.type = embedding.type;
    if (!embedding.mode.empty()) draft.mode = embedding.mode;
    if (!embedding.cameo.empty()) draft.cameo = embedding.cameo;
  }

  static void add_recipients(EventDraft& draft, const std::vector<ActorId>& more) {
    for (const ActorId id : more) {
      const auto has = [&](const std::vector<ActorId>& list) { return std::find(list.begin(), list.end(), id) != list.end(); };
      if (!has(draft.actors) && !has(draft.recipients)) draft.recipients.push_back(id);
    }
  }

  // "demanded that the president abandon the policy": no event of ours inside, but somebody.
  void recipients_from_complement(EventDraft& draft) {
    const FromComplement from = given_.facts_of(draft.type).complement;
    if (from == FromComplement::none || draft.match->reciprocal) return;
    static constexpr std::string_view kTowards[] = {"to", "with", "against", "on", "in"};
    const std::size_t token = draft.match->token;
    for (const std::size_t clause : from == FromComplement::purpose ? given_.grammar.purposes(token) : given_.grammar.complements(token)) {
      Resolved found;
      const auto take = [&](const TokenList& heads) {
        if (found.actors.empty())
          for (const std::size_t head : heads) resolve(head, RoleKind::affected, given_.grammar, given_.actors, given_.lexicon, found);
        std::erase_if(found.actors,
                      [&](ActorId id) { return std::find(draft.actors.begin(), draft.actors.end(), id) != draft.actors.end(); });
      };
      if (from == FromComplement::actors) take(given_.grammar.subjects(clause));
      take(given_.grammar.objects(clause));
      for (const std::string_view preposition : kTowards) take(given_.grammar.prepositional({clause}, preposition));
      add_recipients(draft, found.actors);
      if (!found.actors.empty()) draft.complement.insert(draft.complement.end(), found.findings.begin(), found.findings.end());
    }
  }

  // "rejected calls by Chad to withdraw": somebody named deeper in what the predicate is about.
  void recipients_within(EventDraft& draft) {
    if (given_.facts_of(draft.type).complement == FromComplement::none) return;
    TokenList heads = given_.grammar.objects(draft.match->token);
    const TokenList clauses = given_.facts_of(draft.type).complement == FromComplement::purpose
                                  ? given_.grammar.purposes(draft.match->token)
                                  : given_.grammar.complements(draft.match->token);
    heads.insert(heads.end(), clauses.begin(), clauses.end());
    for (const std::size_t head : heads) {
      Resolved found;
      resolve_within(head, given_.grammar, given_.actors, given_.lexicon, found);
      add_recipients(draft, found.actors);
      if (draft.recipients.empty()) continue;
      draft.complement = found.findings;
      return;
    }
  }

  // PLOVER's "a type wins": who says that he will help agrees to, who says that he will strike threatens, who says he will not refuses.
  void settle_future(EventDraft& draft) const {
    Standing& standing = draft.standing;
    if (!standing.has(Status::future) || standing.has(Status::hypothetical) || standing.has(Status::demanded) ||
        standing.has(Status::denied) || standing.has(Status::alleged) || draft.actors.empty())
      return;
    const bool negated = standing.has(Status::negated);
    const auto embedding =
        negated ? given_.ontology.in_negated_future(draft.type, draft.mode) : given_.ontology.in_future(draft.type, draft.mode);
    if (!embedding || !announced(draft, embedding->type)) return;
    become(draft, *embedding);
    draft.changes.back().because = standing.because(Status::future);
    standing.retract(Status::future);
    standing.retract(Status::negated);
    draft.settled_future = true;
  }

  // Threats are the doer's own word, refusals also the report's; of help and visits the other side, and those who only report, may tell
  // too. What others say that courts, police or troops will do lies in the future.
  bool announced(const EventDraft& draft, const std::string& type) const {
    const Statement* statement = viewpoint_.told_by(draft.match->token);
    if (!statement) return is_cooperation(type) || draft.standing.has(Status::negated);
    if (viewpoint_.is_said_by(*statement, draft.actors)) return true;
    return is_cooperation(type) && (viewpoint_.is_said_by(*statement, draft.recipients) || viewpoint_.is_said_by_outsider(*statement));
  }

  // "was forced to withdraw": where the words are silent, the model says whether it happened.
  void settle_witness(EventDraft& draft) const {
    const auto says = given_.witness(draft.match->token);
    if (!draft.standing.is_unvouched() || !says || *says < kRatherHappened) return;
    draft.standing.retract(Status::hypothetical);
    draft.standing.add({Status::asserted, ReasonKind::witness, draft.match->token});
  }

  // "threw out the notion of admitting them": of what is not told by a finite verb, and the lexicon knows nothing that says it, the model
  // is believed where it is sure that it did not happen.
  void settle_silence(EventDraft& draft) const {
    const auto says = given_.witness(draft.match->token);
    const std::string& tag = given_.tree.word(draft.match->clause).xpos;
    if (tag == "VBD" || tag == "VBZ" || tag == "VBP" || draft.settled_future || is_of_any_verb(draft)) return;
    if (!draft.standing.reasons().empty() || !says || *says > kHardlyHappened) return;
    draft.standing.add({Status::hypothetical, ReasonKind::witness, draft.match->token});
  }

  // What is dated after the report and not told in the past has not happened; what is dated long before it is background. The past perfect
  // of days within the story is not.
  void settle_date(EventDraft& draft) const {
    const DateMention* mention = date_mention_of(draft, given_);
    if (!mention) return settle_by_sentence(draft);
    const std::string& date = mention->date.value;
    const std::size_t token = mention->range.first;
    if (viewpoint_.lies_ahead(date) && !is_told_in_the_past(draft)) draft.standing.add({Status::future, ReasonKind::date, token});
    if (viewpoint_.lies_close(date)) draft.standing.retract(Status::historical);
    if (viewpoint_.lies_long_before(date)) draft.standing.add({Status::historical, ReasonKind::date, token});
  }

  // "When the war began in 1990, they shelled ...": a sentence whose dates all lie long before tells of that time.
  void settle_by_sentence(EventDraft& draft) const {
    const std::string& tag = given_.tree.word(draft.match->clause).xpos;
    if (tag == "VBZ" || tag == "VBP") return;
    const DateMention* first = nullptr;
    const std::size_t sentence = given_.tokens.sentence_of(draft.match->token);
    for (const DateMention& mention : given_.dates.mentions) {
      if (given_.tokens.sentence_of(mention.range.first) != sentence || names_a_thing(mention, draft)) continue;
      if (!viewpoint_.lies_long_before(mention.date.value)) return;
      if (!first) first = &mention;
    }
    if (first) draft.standing.add({Status::historical, ReasonKind::date, first->range.first});
  }

  // "invoked the pact of 1993", "tore up the 2015 deal": the year is the pact's. What a clause beside it tells may be of that time too.
  bool names_a_thing(const DateMention& mention, const EventDraft& draft) const {
    const std::size_t year = mention.range.last - 1;
    const Word& word = given_.tree.word(year);
    if (mention.range.size() != 1 || word.upos != "NUM" || word.head == kRoot || given_.grammar.is_verb(word.head)) return false;
    const std::string preposition = given_.grammar.preposition_of(year);
    const bool part_of_name = (is_relation(word.relation, "nmod") && (preposition == "of" || preposition.empty())) ||
                              word.relation == "compound" || word.relation == "nummod";
    return part_of_name && given_.tree.word(draft.match->clause).head == kRoot;
  }

  bool is_told_in_the_past(const EventDraft& draft) const {
    std::size_t at = draft.match->clause;
    if (!given_.grammar.is_verb(at) && given_.tree.word(at).head != kRoot) at = given_.tree.word(at).head;
    const std::string& tag = given_.tree.word(at).xpos;
    return tag == "VBD" || tag == "VBN";
  }

  // A party that is charged with an act and says itself that it was not done denies it; one that has no plan for it does not.
  void settle_denial(EventDraft& draft) const {
    Standing& standing = draft.standing;
    if (standing.status() != Status::negated || standing.has(Status::future)) return;
    const auto said = cue_over(draft);
    if (!said) return;
    const bool answers = given_.lexicon.words("answering").lemmas.contains(given_.tree.word(*said).lemma);
    const Statement* statement = viewpoint_.told_by(draft.match->token);
    const bool of_own_hostility =
        statement && standing.is_negated_beside() && !is_cooperation(draft.type) && viewpoint_.is_said_by(*statement, draft.actors);
    if (answers || of_own_hostility) standing.govern({Status::denied, ReasonKind::speech, *said});
  }

  // A hostile deed of which only the other side tells.
  void settle_accusation(EventDraft& draft) const {
    if (draft.match->reciprocal || !is_material_conflict(draft.type)) return;
    const Statement* statement = viewpoint_.told_by(draft.match->token);
    if (statement && viewpoint_.is_said_by_accuser(*statement, draft.actors, draft.recipients))
      draft.standing.govern({Status::alleged, ReasonKind::speech, *cue_over(draft)});
  }

  // Who asks or orders is not asked: "I urge them to leave", he said.
  void settle_own_word(EventDraft& draft) const {
    const auto& reasons = draft.standing.reasons();
    const bool by_speech_alone = std::none_of(reasons.begin(), reasons.end(), [](const Reason& reason) {
      return reason.status == Status::demanded && reason.kind != ReasonKind::speech;
    });
    const Statement* statement = viewpoint_.told_by(draft.match->token);
    const auto is_speaker = [&](ActorId doer) {
      return std::find(statement->speakers.begin(), statement->speakers.end(), doer) != statement->speakers.end();
    };
    if (by_speech_alone && statement && given_.facts_of(draft.type).by_words &&
        std::any_of(draft.actors.begin(), draft.actors.end(), is_speaker))
      draft.standing.retract(Status::demanded);
  }

  // The cue of the statement that holds it, or the predicate itself where a quotation has none.
  std::optional<std::size_t> cue_over(const EventDraft& draft) const {
    const auto holding = given_.statements.holding(draft.match->token);
    if (!holding) return std::nullopt;
    const auto& cue = given_.statements.tokens[holding->index].cue;
    return cue ? cue->first : draft.match->token;
  }

  const Given& given_;
  const Matches& matches_;
  const Viewpoint viewpoint_;
  std::vector<EventDraft> drafts_;
};

}  // namespace

std::vector<EventDraft> settle(const Given& given, const Matches& matches) { return Settler(given, matches).settle(); }

}  // namespace casus
