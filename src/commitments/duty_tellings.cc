// A sentence is looked at only where one of its words is a cue. Who is bound and to what is taken from the tree; where that gives nothing,
// from the nearest party and the next duty in the sentence, as trees of long sentences often go wrong between a cue and its clause.
#include "commitments/duty_tellings.h"

#include <algorithm>
#include <utility>

namespace casus {
namespace {

constexpr std::string_view kAside = "as";  // "as the accord requires"
constexpr std::string_view kPerfect = "have";
constexpr std::string_view kWithin = "in";  // "undertook in the accord"
constexpr std::size_t kSentencesBack = 2;   // how far an instrument that a cue leaves unnamed is looked for

class TellingFinder {
 public:
  explicit TellingFinder(const ObligationText& text) : text_(text), tree_(text.tree), grammar_(text.grammar) {}

  std::vector<DutyTelling> find() {
    for (const TokenRange sentence : text_.tokens.sentences) read(sentence);
    std::stable_sort(tellings_.begin(), tellings_.end(), [](const DutyTelling& a, const DutyTelling& b) { return a.cue < b.cue; });
    return std::move(tellings_);
  }

 private:
  void read(TokenRange sentence) {
    told_.clear();
    introduced_.clear();
    if (!may_tell(sentence)) return;
    introduced_ = introduced_in(sentence, text_);
    for (std::size_t token = sentence.first; token < sentence.last; ++token) {
      const auto cues = text_.rules.cue_index.find(text_.lemma(token));
      if (cues == text_.rules.cue_index.end() || tree_.word(token).relation == "amod") continue;
      for (const std::size_t row : cues->second)
        if (text_.fits_one(token, text_.rules.cues[row].words) && read_cue(token, text_.rules.cues[row])) break;
    }
    for (std::size_t i = 0; i < text_.instruments.size(); ++i)
      if (sentence.contains(text_.instruments[i].head)) read_under(i);
    read_demands(sentence);
    if (text_.instruments.empty() && tellings_.empty()) return;
    for (std::size_t token = sentence.first; token < sentence.last; ++token) {
      read_reach(token);
      read_stance(token);
      read_absence(token);
    }
  }

  // Auxiliaries tell of obligations only where an instrument is named.
  bool is_cue(const std::string& lemma) const {
    const auto rows = text_.rules.cue_index.find(lemma);
    return rows != text_.rules.cue_index.end() &&
           (!text_.instruments.empty() || std::any_of(rows->second.begin(), rows->second.end(), [&](std::size_t row) {
             return text_.rules.cues[row].kind != ObligationKind::modal;
           }));
  }

  // Most sentences have no word of obligation.
  bool may_tell(TokenRange sentence) const {
    for (std::size_t token = sentence.first; token < sentence.last; ++token) {
      const std::string lemma = text_.lemma(token);
      const bool adds = text_.rules.scope_index.contains(lemma) || text_.rules.stance_index.contains(lemma) || text_.is("soil", token);
      if (is_cue(lemma) || (adds && (!text_.instruments.empty() || !tellings_.empty()))) return true;
    }
    return std::any_of(text_.instruments.begin(), text_.instruments.end(),
                       [&](const InstrumentMention& instrument) { return sentence.contains(instrument.head); });
  }

  bool read_cue(std::size_t token, const ObligationCue& cue) {
    switch (cue.kind) {
      case ObligationKind::binds:
        return read_binding(token, cue);
      case ObligationKind::modal:
        return read_modal(token, cue);
      case ObligationKind::provides:
      case ObligationKind::bars:
        return read_provision(token, cue);
      case ObligationKind::keeps:
      case ObligationKind::breaks:
        return read_observance(token, cue);
    }
    return false;
  }

  // --- kinds of cues

  bool read_binding(std::size_t token, const ObligationCue& cue) {
    if (grammar_.is_verb(token) && !may_go_on(token)) return false;
    TokenList phrases = first_filled(token, cue.content, text_);
    // "will send them doctors, as it promised in the pact"
    if (phrases.empty() && grammar_.preposition_of(token) == kAside && tree_.word(token).head != kRoot) phrases = {tree_.word(token).head};
    if (!phrases.empty() && std::all_of(phrases.begin(), phrases.end(), [&](std::size_t one) { return text_.is("judgement", one); }))
      return false;
    std::vector<DutyPhrase> duties;
    for (const std::size_t phrase : phrases) add(duties_in(phrase, Wording::straight, text_), duties);
    if (duties.empty() && cue.needs == CueNeed::duty && cue.tells == Dueness::unknown)
      duties = first_duties(up_to_condition(token), Wording::straight, text_);
    DutyTelling telling = begin(token, cue);
    telling.instrument = instrument_of(token, duties.empty() ? token : duties.front().head);
    if (!telling.instrument && !text_.is("promise", token)) carry_instrument(telling);
    const bool undertaken = text_.is("undertaking", token) && grammar_.is_verb(token) && !grammar_.is_passive(token);
    if (undertaken && is_backdrop(token)) return false;
    // What a court or a law imposes is not agreed to.
    if (undertaken && telling.carried && is_imposed(*telling.instrument)) {
      telling.instrument.reset();
      telling.carried = false;
    }
    if (cue.needs == CueNeed::instrument && (!telling.instrument || (telling.carried && cue.tells != Dueness::unknown))) return false;
    telling.bound = bound_by(token, cue);
    add_parties(parties_of(first_filled(token, cue.beneficiaries, text_), RoleKind::affected, text_), telling.beneficiaries);
    if (telling.bound.empty() && (!telling.instrument || telling.carried)) return false;
    const TokenList objects = grammar_.objects(token);
    if (std::any_of(objects.begin(), objects.end(), [&](std::size_t one) { return is_reciprocal(one, text_); }))
      telling.beneficiaries = telling.bound;
    if (text_.is_negated(token)) telling.tells = Dueness::undue;
    if (duties.empty()) {
      for (const std::size_t phrase : phrases)
        if (const auto instrument = text_.instrument_at(phrase)) telling.instrument = instrument;
      const bool named = telling.instrument && !telling.carried && cue.tells == Dueness::unknown && !text_.is("promise", token);
      return finish_without_words(telling, phrases.empty() || named || are_pronouns(phrases) || are_observed(phrases));
    }
    bool tells = false;
    for (const DutyPhrase& duty : duties) {
      if (undertaken && (!telling.instrument || telling.carried) && is_event(duty, telling)) continue;
      finish(telling, duty);
      tells = true;
    }
    return tells;
  }

  // "agreed to talks": what comes next, and owed to nobody.
  bool is_event(const DutyPhrase& duty, const DutyTelling& telling) const {
    return tree_.word(duty.head).upos == "NOUN" && !text_.rules.is_in("alone", duty.tells->duty) && telling.beneficiaries.empty() &&
           beneficiaries_of(duty, telling.bound).empty();
  }

  // "before the two agreed to a truce": what the report looks back on.
  bool is_backdrop(std::size_t verb) const {
    const Word& word = tree_.word(verb);
    return word.xpos == "VBD" && is_relation(word.relation, "advcl") && text_.is("backdrop", text_.extent(verb).first);
  }

  bool is_imposed(std::size_t instrument) const {
    const InstrumentKind kind = text_.instruments[instrument].kind;
    return kind == InstrumentKind::resolution || kind == InstrumentKind::law;
  }

  // "bound for Belgrade" binds to nothing.
  bool may_go_on(std::size_t token) const {
    const std::size_t next = token + 1;
    return next < text_.sentence(token).last && !text_.is("heading", next);
  }

  // "must withdraw", "has to withdraw"
  bool read_modal(std::size_t token, const ObligationCue& cue) {
    const bool auxiliary = is_relation(tree_.word(token).relation, "aux");
    TokenList verbs = auxiliary ? TokenList{tree_.word(token).head} : grammar_.complements(token);
    if (verbs.empty()) verbs = given_time_for(token);
    if (verbs.empty() || verbs.front() == kRoot) return false;
    if (text_.is("permitting", token) && !text_.is_negated(verbs.front())) return false;
    if (text_.is("arranging", token) && !grammar_.is_arranged(verbs.front())) return false;
    std::vector<DutyPhrase> duties;
    for (const std::size_t verb : verbs) add(duties_in(verb, Wording::straight, text_), duties);
    if (duties.empty()) return false;
    DutyTelling telling = begin(token, cue);
    telling.instrument = instrument_of(token, duties.front().head);
    if (!telling.instrument) carry_instrument(telling);
    if (cue.needs == CueNeed::instrument && !telling.instrument && !instrument_follows(token)) return false;
    telling.bound = parties_of(grammar_.subjects(verbs.front()), RoleKind::doer, text_);
    if (telling.bound.empty()) telling.bound = party_before(token, text_);
    for (const DutyPhrase& duty : duties) finish(telling, duty);
    return true;
  }

  // "has until Sunday to withdraw"
  TokenList given_time_for(std::size_t token) const {
    TokenList verbs;
    for (const std::size_t child : tree_.children(token)) {
      if (!text_.rules.is_in("deadline", grammar_.preposition_of(child))) continue;
      for (const std::size_t above : {token, child})
        for (const std::size_t verb : tree_.children(above))
          if (grammar_.is_infinitive(verb)) verbs.push_back(verb);
    }
    return verbs;
  }

  // "the deal lays down that they free them", "as the accord requires"
  bool read_provision(std::size_t token, const ObligationCue& cue) {
    const TokenList subjects = grammar_.subjects(token);
    const auto subject =
        std::find_if(subjects.begin(), subjects.end(), [&](std::size_t one) { return text_.instrument_at(one).has_value(); });
    if (subject == subjects.end()) return false;
    TokenList contents = first_filled(token, cue.content, text_);
    const Word& word = tree_.word(token);
    const bool is_aside = word.relation == "parataxis" || grammar_.preposition_of(token) == kAside;
    if (contents.empty() && is_aside && word.head != kRoot) contents = {word.head};
    const Wording wording = cue.kind == ObligationKind::bars ? Wording::turned : Wording::straight;
    std::vector<DutyPhrase> duties;
    for (const std::size_t content : contents) add(duties_in(content, wording, text_), duties);
    const bool so = std::any_of(contents.begin(), contents.end(), [&](std::size_t content) { return text_.is("so", content); });
    if (duties.empty() && (is_aside || so)) duties = first_duties({text_.sentence(token).first, token}, wording, text_);
    DutyTelling telling = begin(token, cue);
    telling.instrument = text_.instrument_at(*subject);
    for (const DutyPhrase& duty : duties) {
      telling.bound = parties_of(first_filled(token, cue.bound, text_), RoleKind::doer, text_);
      if (telling.bound.empty()) telling.bound = doers_of(duty.head);
      if (is_aside && has_happened(duty.head)) telling.tells = Dueness::due;
      finish(telling, duty);
    }
    return !duties.empty();
  }

  // "honour the treaty", "in breach of the truce", "invoked article 5"
  bool read_observance(std::size_t token, const ObligationCue& cue) {
    const TokenList objects = first_filled(token, cue.content, text_);
    const auto object = std::find_if(objects.begin(), objects.end(), [&](std::size_t one) { return is_observed(one); });
    if (object == objects.end()) return false;
    DutyTelling telling = begin(token, cue);
    telling.instrument = instrument_within(*object);
    if (!telling.instrument) telling.instrument = text_.instrument_near(token);
    if (!telling.instrument) carry_instrument(telling);
    if (!is_pointed_at(*object)) telling.bound = bound_by(token, cue);
    add_parties(parties_of(first_filled(token, cue.beneficiaries, text_), RoleKind::doer, text_), telling.beneficiaries);
    if (!telling.beneficiaries.empty() && telling.bound.empty()) telling.bound = others(parties_below(*object), telling.beneficiaries);
    if (cue.kind == ObligationKind::breaks && is_contradicted(token)) telling.tells = contrary(telling.tells);
    if (telling.tells == Dueness::due && is_ahead(token) && !text_.is_negated(token)) telling.tells = Dueness::unknown;
    std::vector<DutyPhrase> duties = duties_in(*object, Wording::straight, text_);
    for (const std::size_t other : tree_.children(token, "conj"))
      if (const auto duty = duty_at(other, Wording::straight, text_)) duties.push_back(*duty);
    telling.observes = true;
    if (duties.empty()) return finish_without_words(telling, true);
    for (const DutyPhrase& duty : duties) finish(telling, duty);
    return true;
  }

  // "committed to the pact"
  bool are_observed(const TokenList& phrases) const {
    return std::all_of(phrases.begin(), phrases.end(), [&](std::size_t phrase) { return is_observed(phrase); });
  }

  // "binds them to scrap theirs"
  bool are_pronouns(const TokenList& phrases) const {
    return std::all_of(phrases.begin(), phrases.end(), [&](std::size_t phrase) {
      const TokenList objects = grammar_.objects(phrase);
      return !objects.empty() &&
             std::all_of(objects.begin(), objects.end(), [&](std::size_t object) { return tree_.word(object).upos == "PRON"; });
    });
  }

  // "demanded that Rwanda do what it signed and pull its soldiers out"
  void read_demands(TokenRange sentence) {
    for (std::uint32_t i = 0; i < text_.statements.statements.size(); ++i) {
      const StatementTokens& said = text_.statements.tokens[i];
      if (said.content.empty() || !sentence.contains(said.content.front().first) || !text_.is_in_act("demanding", StatementId{i})) continue;
      for (const TokenRange content : said.content) {
        const bool promised = text_.instrument_near(content.first) || has_promise(content);
        for (std::size_t token = content.first; promised && token < content.last; ++token) {
          const auto duty = grammar_.is_verb(token) ? duty_at(token, Wording::straight, text_) : std::nullopt;
          if (!duty || is_told(token)) continue;
          DutyTelling telling;
          telling.cue = token;
          telling.tells = Dueness::due;
          telling.instrument = text_.instrument_near(token);
          telling.bound = doers_of(token);
          if (!telling.bound.empty()) finish(telling, *duty);
        }
      }
    }
  }

  bool has_promise(TokenRange range) const {
    for (std::size_t token = range.first; token < range.last; ++token)
      if (text_.is("promised", token)) return true;
    return false;
  }

  // "Under the deal Russia withdraws", "a pact under which neither may bomb the other"
  void read_under(std::size_t instrument) {
    const auto clause = clause_under(text_.instruments[instrument]);
    if (!clause) return;
    const ObligationCue none{};
    std::vector<DutyPhrase> duties = duties_in(*clause, Wording::straight, text_);
    // "has not withdrawn under the deal", "will no longer admit them under it"
    const bool negated = duties.empty() && text_.is_negated(*clause);
    const bool left_undone = negated && has_happened(*clause);
    const bool refused = negated && is_ahead(*clause);
    if (left_undone || refused) duties = duties_in(*clause, Wording::turned, text_);
    for (const DutyPhrase& duty : duties) {
      if (is_told(duty.head) || grammar_.is_agentless(duty.head)) continue;
      DutyTelling telling = begin(duty.head, none);
      telling.instrument = instrument;
      telling.bound = doers_of(duty.head);
      if (telling.bound.empty()) continue;
      if (has_happened(duty.head) || left_undone) telling.tells = Dueness::due;
      if (refused) telling.tells = Dueness::undue;
      finish(telling, duty);
    }
  }

  // "released", "has released"
  bool has_happened(std::size_t verb) const {
    const Word& word = tree_.word(verb);
    const TokenList auxiliaries = tree_.children(verb, "aux");
    return word.xpos == "VBD" || (word.xpos == "VBN" && std::any_of(auxiliaries.begin(), auxiliaries.end(), [&](std::size_t auxiliary) {
                                    return text_.is("happened", auxiliary);
                                  }));
  }

  void read_reach(std::size_t token) {
    auto told = reach_told_at(token, text_);
    if (!told) return;
    DutyTelling telling;
    telling.cue = token;
    telling.statement = text_.statements.holding(token);
    telling.instrument = told->instrument;
    telling.scope = std::move(told->phrases);
    telling.of_scope = true;
    const bool leaves_out = std::any_of(telling.scope.begin(), telling.scope.end(),
                                        [](const ScopePhrase& phrase) { return phrase.reach == Reach::leaves_out; });
    const bool only = std::all_of(telling.scope.begin(), telling.scope.end(),
                                  [](const ScopePhrase& phrase) { return phrase.reach == Reach::leaves_out; });
    if (leaves_out && only && text_.is_negated(token)) {
      telling.tells = Dueness::undue;
      telling.reason = {clause_of(token)};
    }
    telling.words = {clause_of(token)};
    tellings_.push_back(std::move(telling));
  }

  void read_stance(std::size_t token) {
    const auto rows = text_.rules.stance_index.find(text_.lemma(token));
    if (rows == text_.rules.stance_index.end() || is_told(token)) return;
    for (const std::size_t row : rows->second) {
      const Stance& stance = text_.rules.stances[row];
      if (!text_.fits_one(token, stance.words)) continue;
      if (stance.negation != Negation::any && (stance.negation == Negation::negated) != is_negated_here(token)) continue;
      const TokenList subjects = grammar_.subjects(token);
      const auto subject = std::find_if(subjects.begin(), subjects.end(), [&](std::size_t one) { return is_observed(one); });
      if (stance.of_instrument && subject == subjects.end()) continue;
      DutyTelling telling;
      telling.cue = token;
      telling.statement = text_.statements.holding(token);
      telling.tells = stance.tells;
      if (subject != subjects.end()) telling.instrument = instrument_within(*subject);
      if (telling.instrument) telling.duty = duty_of_instrument(text_.instruments[*telling.instrument], text_);
      telling.condition = beside({token}, Introduces::condition, introduced_, text_);
      if (!telling.condition.empty() && is_ahead(token)) telling.tells = Dueness::unknown;
      telling.reason = reasons_at(token);
      if (telling.reason.empty() && telling.statement && telling.tells == Dueness::undue)
        telling.reason = text_.statements.tokens[telling.statement->index].content;
      if (telling.reason.empty()) telling.reason = {grounds_of(token)};
      telling.words = {clause_of(token)};
      tellings_.push_back(std::move(telling));
      return;
    }
  }

  // "The fighting does not go on on the territory of Armenia": so what is owed to Armenia is not due.
  void read_absence(std::size_t token) {
    if (!text_.is("soil", token) || grammar_.preposition_of(token).empty()) return;
    const std::size_t verb = verb_above(token);
    if (!text_.is_negated(verb) || is_told(verb)) return;
    DutyTelling telling;
    telling.cue = token;
    telling.statement = text_.statements.holding(token);
    telling.tells = Dueness::undue;
    telling.on_soil_of = parties_of(TokenList{token}, RoleKind::affected, text_);
    telling.scope = {{phrase_range(token, text_), Reach::covers}};
    telling.reason = {clause_of(verb)};
    telling.words = telling.reason;
    if (!telling.on_soil_of.empty()) tellings_.push_back(std::move(telling));
  }

  // --- parts of a telling

  DutyTelling begin(std::size_t token, const ObligationCue& cue) const {
    DutyTelling telling;
    telling.cue = token;
    telling.tells = cue.tells;
    return telling;
  }

  void finish(DutyTelling telling, const DutyPhrase& duty) {
    if (is_told(duty.head)) return;
    told_.push_back(duty.head);
    telling.duty = duty.tells->duty;
    telling.in_words = true;
    telling.owed = duty.tells->owed;
    if (telling.beneficiaries.empty()) telling.beneficiaries = beneficiaries_of(duty, telling.bound);
    telling.scope = scope_of(duty, text_);
    if (is_bound_to_itself(telling, duty)) {
      PartyList bound = others(addressees_of(duty.head), telling.bound);
      if (bound.empty()) bound = others(party_before(telling.cue, text_), telling.bound);
      if (!bound.empty()) telling.beneficiaries = std::exchange(telling.bound, bound);
    }
    finish(telling, std::vector<std::size_t>{telling.cue, duty.head});
  }

  // Words for the duty are missing: the instrument's name may tell it.
  bool finish_without_words(DutyTelling& telling, bool silent) {
    if (!silent && telling.tells != Dueness::undue) return false;
    if (silent && !telling.instrument) return false;
    if (silent) take_duty_of_instrument(telling);
    finish(telling, std::vector<std::size_t>{telling.cue});
    return true;
  }

  void take_duty_of_instrument(DutyTelling& telling) const {
    const InstrumentMention& instrument = text_.instruments[*telling.instrument];
    telling.duty = duty_of_instrument(instrument, text_);
    const auto& rules = text_.rules.instrument_duties;
    const auto rule = std::find_if(rules.begin(), rules.end(), [&](const InstrumentDuty& one) { return one.duty == telling.duty; });
    if (rule == rules.end() || !rule->to_claimant || !telling.beneficiaries.empty()) return;
    const auto statement = text_.statements.holding(telling.cue);
    if (!statement || !text_.is_in_act("demanding", *statement)) return;
    telling.beneficiaries = parties_of(text_.statements.statements[statement->index].speakers, text_);
  }

  void finish(DutyTelling& telling, const std::vector<std::size_t>& obligation) {
    const std::size_t content = obligation.back();
    telling.statement = statement_of(telling.cue, content, telling.instrument.has_value());
    if (telling.statement && is_act_of_binding(*telling.statement, telling)) {
      telling.binding = telling.statement;
      const auto around = text_.statements.holding(telling.cue);
      telling.statement = around && !is_act_of_binding(*around, telling) ? around : std::nullopt;
    }
    telling.condition = beside(obligation, Introduces::condition, introduced_, text_);
    if (telling.tells == Dueness::unknown && (is_demanded(telling) || is_pressing(obligation))) telling.tells = Dueness::due;
    TokenRanges reasons = beside(obligation, Introduces::reason, introduced_, text_);
    if (telling.tells == Dueness::unknown && is_explained(reasons) && !is_ahead(telling.cue) && telling.condition.empty())
      telling.tells = Dueness::due;
    const TokenRanges occasions = beside(obligation, Introduces::occasion, introduced_, text_);
    TokenRanges& of_occasion = telling.tells == Dueness::unknown ? telling.condition : reasons;
    of_occasion.insert(of_occasion.end(), occasions.begin(), occasions.end());
    if (telling.tells == Dueness::unknown) take_clause_explained(telling);
    else telling.reason = reasons;
    if (telling.tells == Dueness::undue && telling.reason.empty()) take_reason_of_denial(telling);
    if (telling.tells == Dueness::due && tree_.word(telling.cue).upos == "NOUN" && telling.observes)
      telling.reason = {clause_of(verb_above(telling.cue))};
    telling.words = {words_of(obligation, telling)};
    for (std::size_t token = telling.words.front().first; !telling.statement && token < telling.words.front().last; ++token)
      if (const auto holding = text_.statements.holding(token); holding && !is_act_of_binding(*holding, telling))
        telling.statement = holding;
    tellings_.push_back(telling);
  }

  // By a clause that says why, and not only when.
  bool is_explained(const TokenRanges& reasons) const {
    return std::any_of(introduced_.begin(), introduced_.end(), [&](const IntroducedWords& words) {
      return words.by->what == Introduces::reason && words.by->before == Introduced::clause &&
             std::find(reasons.begin(), reasons.end(), words.range) != reasons.end();
    });
  }

  // "must now withdraw", "has yet to withdraw", "failed to withdraw"
  bool is_pressing(const std::vector<std::size_t>& obligation) const {
    return std::any_of(obligation.begin(), obligation.end(), [&](std::size_t token) {
      const auto& children = tree_.children(token);
      const std::size_t head = tree_.word(token).head;
      return std::any_of(children.begin(), children.end(), [&](std::size_t child) { return text_.is("now", child); }) ||
             (head != kRoot && tree_.word(token).relation == "xcomp" && text_.is("failing", head));
    });
  }

  // "cannot open its skies because the pact binds it": what is explained by the obligation is why it is told.
  void take_clause_explained(DutyTelling& telling) const {
    for (const IntroducedWords& words : introduced_) {
      if (words.by->what != Introduces::reason || words.by->before != Introduced::clause || !words.range.contains(telling.cue)) continue;
      if (words.governor == kRoot || !grammar_.is_verb(words.governor) || words.governor > words.range.first || is_ahead(words.governor))
        continue;
      telling.tells = Dueness::due;
      telling.reason = {{text_.extent(words.governor).first, words.range.first}};
    }
  }

  // "was off course and no such case"; "owes nothing until they have left"
  void take_reason_of_denial(DutyTelling& telling) const {
    const TokenRange clause = clause_of(telling.cue), whole = whole_clause(telling.cue);
    if (!telling.condition.empty()) telling.reason = telling.condition;
    else if (whole.first < clause.first) telling.reason = {whole};
  }

  PartyList bound_by(std::size_t token, const ObligationCue& cue) const {
    for (const Slot& slot : cue.bound) {
      const bool sworn = slot.function == Function::subject && grammar_.is_passive(token);  // "is pledged to defend them"
      TokenList filled = sworn ? grammar_.objects(token) : grammar_.fill(token, {token}, slot);
      const bool itself = std::any_of(filled.begin(), filled.end(), [&](std::size_t one) { return text_.is("reflexive", one); });
      if (itself) filled = grammar_.subjects(token);
      std::erase_if(filled, [&](std::size_t one) { return text_.instrument_at(one).has_value(); });
      const PartyList parties = parties_of(filled, RoleKind::doer, text_);
      if (!parties.empty()) return parties;
      if (std::any_of(filled.begin(), filled.end(), [&](std::size_t one) { return text_.is("everyone", one); }))
        return parties_before(token, text_);
    }
    // "Bound by the pact to open it, Norway ..."
    const Word& word = tree_.word(token);
    const bool is_participle = !grammar_.is_verb(token) || word.xpos == "VBN";
    if (is_participle && word.head != kRoot && is_relation(word.relation, "advcl") && grammar_.subjects(token).empty()) {
      const PartyList parties = parties_of(grammar_.subjects(word.head), RoleKind::doer, text_);
      if (!parties.empty()) return parties;
    }
    if (const TokenRange clause = text_.extent(token); token == text_.sentence(token).first && clause.last < text_.sentence(token).last) {
      const PartyList parties = party_after(clause.last, text_);
      if (!parties.empty()) return parties;
    }
    for (const Slot& slot : cue.bound) {
      if (!grammar_.fill(token, {token}, slot).empty() || cue.tells != Dueness::unknown) continue;
      const PartyList nearest =
          slot.function == Function::object && tree_.word(token).xpos != "VBN" ? party_after(token, text_) : party_before(token, text_);
      if (!nearest.empty()) return nearest;
    }
    return {};
  }

  PartyList doers_of(std::size_t head) const {
    TokenList subjects = grammar_.subjects(head);
    std::erase_if(subjects, [&](std::size_t subject) { return text_.instrument_at(subject).has_value(); });
    const PartyList parties = parties_of(subjects, RoleKind::doer, text_);
    if (!parties.empty()) return parties;
    // "the withdrawal of Russian troops"
    if (tree_.word(head).upos == "NOUN") return parties_of(grammar_.prepositional({head}, "of"), RoleKind::doer, text_);
    const auto& children = tree_.children(head);
    const auto is_everyone = [&](std::size_t one) { return text_.is("everyone", one); };
    if (std::any_of(subjects.begin(), subjects.end(), is_everyone) || std::any_of(children.begin(), children.end(), is_everyone))
      return parties_before(head, text_);
    return subjects.empty() ? party_before(head, text_) : PartyList{};
  }

  // "reminded the alliance that it is bound to defend his country", where the pronoun was taken for the speaker's.
  bool is_bound_to_itself(const DutyTelling& telling, const DutyPhrase& duty) const {
    if (!telling.beneficiaries.empty() || telling.bound.size() != 1) return false;
    for (const Slot& slot : duty.tells->beneficiaries)
      if (sides_of(grammar_.fill(duty.head, clauses_of(duty.head, tree_), slot), text_) == telling.bound) return true;
    return false;
  }

  static PartyList others(PartyList parties, const PartyList& without) {
    std::erase_if(parties, [&](ActorId one) { return std::find(without.begin(), without.end(), one) != without.end(); });
    return parties;
  }

  PartyList addressees_of(std::size_t content) const {
    const auto statement = text_.statements.holding(content);
    if (!statement) return {};
    const PartyList addressees = parties_of(text_.statements.statements[statement->index].addressees, text_);
    const auto& said = text_.statements.tokens[statement->index].cue;
    if (!addressees.empty() || !said) return addressees;
    for (const std::size_t child : tree_.children(said->first))
      if (is_relation(tree_.word(child).relation, "iobj") || is_relation(tree_.word(child).relation, "obj"))
        return parties_of(TokenList{child}, RoleKind::doer, text_);
    return {};
  }

  PartyList beneficiaries_of(const DutyPhrase& duty, const PartyList& bound) const {
    for (const Slot& slot : duty.tells->beneficiaries) {
      const TokenList filled = grammar_.fill(duty.head, clauses_of(duty.head, tree_), slot);
      if (std::any_of(filled.begin(), filled.end(), [&](std::size_t one) { return is_reciprocal(one, text_); })) return bound;
      PartyList parties = sides_of(filled, text_);
      std::erase_if(parties, [&](ActorId one) { return std::find(bound.begin(), bound.end(), one) != bound.end(); });
      if (!parties.empty()) return parties;
    }
    return {};
  }

  // Named at the words themselves, else the nearest in the sentence.
  std::optional<std::size_t> instrument_of(std::size_t token, std::size_t content) const {
    for (const std::size_t at : {token, content})
      for (const std::size_t child : tree_.children(at))
        if (const auto instrument = instrument_within(child)) return instrument;
    return text_.instrument_near(token);
  }

  std::optional<std::size_t> instrument_within(std::size_t head) const {
    if (const auto instrument = text_.instrument_at(head)) return instrument;
    for (const std::size_t token : text_.own_subtree(head))
      if (const auto instrument = text_.instrument_at(token)) return instrument;
    return std::nullopt;
  }

  void carry_instrument(DutyTelling& telling) const {
    const std::size_t here = text_.tokens.sentence_of(telling.cue);
    for (std::size_t i = text_.instruments.size(); i-- > 0;) {
      const std::size_t there = text_.tokens.sentence_of(text_.instruments[i].head);
      if (there >= here || there + kSentencesBack < here) continue;
      telling.instrument = i;
      telling.carried = true;
      return;
    }
  }

  bool instrument_follows(std::size_t token) const {
    const std::size_t here = text_.tokens.sentence_of(token);
    return std::any_of(text_.instruments.begin(), text_.instruments.end(),
                       [&](const InstrumentMention& instrument) { return text_.tokens.sentence_of(instrument.head) == here + 1; });
  }

  // "that commitment": whose it is was told before.
  bool is_pointed_at(std::size_t object) const {
    const auto determiners = tree_.children(object, "det");
    return text_.is("obligation", object) &&
           std::any_of(determiners.begin(), determiners.end(), [&](std::size_t word) { return text_.is("pointer", word); });
  }

  // "its side of the bargain"
  bool has_obligation_below(std::size_t head) const {
    const auto below = text_.own_subtree(head);
    return std::any_of(below.begin(), below.end(), [&](std::size_t token) { return token != head && text_.is("obligation", token); });
  }

  // "it", where no party is meant.
  bool points_to_instrument(std::size_t object) const {
    if (!text_.is("pointer", object) || text_.instruments.empty()) return false;
    const ActorMention* mention = text_.actors.headed_by(object);
    return !mention || std::all_of(mention->actors.begin(), mention->actors.end(), [&](ActorId id) {
      return text_.actors.actors[id.index].kind == ActorKind::place || parties_of(std::vector<ActorId>{id}, text_).empty();
    });
  }

  bool is_observed(std::size_t object) const {
    return text_.instrument_at(object) || text_.is("obligation", object) ||
           (text_.is("part", object) && (instrument_within(object) || has_obligation_below(object))) || points_to_instrument(object);
  }

  // The verb that an instrument stands under: "under the deal", "the deal, by which".
  std::optional<std::size_t> clause_under(const InstrumentMention& instrument) const {
    for (const IntroducedWords& words : introduced_)
      if (words.by->what == Introduces::instrument && words.range.contains(instrument.head) && words.governor != kRoot &&
          instrument.head <= words.range.first + words.by->words.size() + 4)
        return verb_above(words.governor);
    for (std::size_t token = instrument.range.first; token < instrument.range.last; ++token)
      for (const std::size_t relative : tree_.children(token, "acl:relcl"))
        for (const std::size_t pronoun : tree_.children(relative, "obl"))
          if (text_.is("relative", pronoun)) return relative;
    return std::nullopt;
  }

  std::size_t verb_above(std::size_t token) const {
    std::size_t at = token;
    while (!grammar_.is_verb(at) && !tree_.has_child(at, "cop") && tree_.word(at).head != kRoot) at = tree_.word(at).head;
    return at;
  }

  // "the promise that France had made"
  PartyList parties_below(std::size_t head) const {
    PartyList parties;
    for (const std::size_t token : text_.own_subtree(head))
      if (const ActorMention* mention = text_.actors.headed_by(token); mention && mention->form != MentionForm::pronoun)
        add_parties(parties_of(mention->actors, text_), parties);
    return parties;
  }

  // --- whether it is due

  static Dueness contrary(Dueness tells) {
    if (tells == Dueness::unknown) return Dueness::due;
    return tells == Dueness::due ? Dueness::undue : Dueness::due;
  }

  // Negated, or denied by whoever says it.
  bool is_contradicted(std::size_t token) const {
    const auto statement = text_.statements.holding(token);
    const bool denied = statement && text_.is_in_act("denying", *statement);
    return text_.is_negated(token) != denied;
  }

  bool is_demanded(const DutyTelling& telling) const {
    return telling.statement && text_.is_in_act("demanding", *telling.statement) && (telling.instrument || telling.duty.empty());
  }

  // "will honour", "promised to honour"
  bool is_ahead(std::size_t token) const {
    const auto& children = tree_.children(token);
    if (std::any_of(children.begin(), children.end(), [&](std::size_t child) { return text_.is("future", child); })) return true;
    const Word& word = tree_.word(token);
    return word.head != kRoot && (word.relation == "xcomp" || word.relation == "ccomp") && text_.is("promise", word.head);
  }

  bool is_negated_here(std::size_t token) const {
    if (text_.is_negated(token)) return true;
    const auto& children = tree_.children(token);
    if (std::any_of(children.begin(), children.end(),
                    [&](std::size_t child) { return tree_.word(child).relation == "det" && text_.is("negation", child); }))
      return true;
    const std::size_t head = tree_.word(token).head;
    return head != kRoot && text_.is("negation", head);
  }

  TokenRanges reasons_at(std::size_t token) const { return beside({token}, Introduces::reason, introduced_, text_); }

  // --- words

  std::optional<StatementId> statement_of(std::size_t cue, std::size_t content, bool has_instrument) const {
    const auto inner = text_.statements.holding(content);
    if (!inner) return text_.statements.holding(cue);
    const auto& said = text_.statements.tokens[inner->index].cue;
    // "had undertaken in the pact to respect it" is no statement of its own.
    if (has_instrument && said && said->contains(cue) && !text_.is("promise", cue)) return text_.statements.holding(cue);
    return inner;
  }

  // "had promised to respect it", "undertook to leave", "promised in the pact to leave": told by the report; "promised to leave" is said.
  bool is_act_of_binding(StatementId id, const DutyTelling& telling) const {
    const auto& said = text_.statements.tokens[id.index].cue;
    if (!said || !said->contains(telling.cue) || telling.tells != Dueness::unknown) return false;
    if (!text_.is("promise", telling.cue)) return text_.is("undertaking", telling.cue);
    const auto auxiliaries = tree_.children(telling.cue, "aux");
    const bool perfect = std::any_of(auxiliaries.begin(), auxiliaries.end(), [&](std::size_t one) { return text_.lemma(one) == kPerfect; });
    const bool within =
        telling.instrument && !telling.carried && grammar_.preposition_of(text_.instruments[*telling.instrument].head) == kWithin;
    return perfect || within;
  }

  // The clause that the token stands in, up to its verb.
  TokenRange clause_of(std::size_t token) const { return text_.extent(token); }

  // With what it is coordinated with: "was off course and no such case".
  TokenRange whole_clause(std::size_t token) const {
    std::size_t top = verb_above(token);
    while (tree_.word(top).relation == "conj" && tree_.word(top).head != kRoot) top = tree_.word(top).head;
    return clause_of(top);
  }

  // "None have gone, so nothing is due": what stands before "so" is why.
  TokenRange grounds_of(std::size_t token) const {
    const TokenRange clause = whole_clause(token);
    const std::size_t first = text_.sentence(token).first;
    if (text_.is("hence", clause.first) && clause.first > first) return {first, clause.first - 1};
    return clause;
  }

  TokenRange words_of(const std::vector<std::size_t>& obligation, const DutyTelling& telling) const {
    TokenRange range{telling.cue, telling.cue + 1};
    for (const std::size_t token : obligation) {
      const TokenRange extent = clause_of(token);
      range.first = std::min(range.first, token == telling.cue ? token : extent.first);
      range.last = std::max(range.last, token == telling.cue ? token + 1 : extent.last);
    }
    return range;
  }

  // What stands in a condition or reason is not what somebody is bound to.
  TokenRange up_to_condition(std::size_t token) const {
    TokenRange range{token + 1, text_.sentence(token).last};
    for (const IntroducedWords& words : introduced_)
      if (words.by->what != Introduces::instrument && words.range.first > token) range.last = std::min(range.last, words.range.first);
    return {range.first, std::max(range.first, range.last)};
  }

  bool is_told(std::size_t head) const { return std::find(told_.begin(), told_.end(), head) != told_.end(); }

  static void add(const std::vector<DutyPhrase>& more, std::vector<DutyPhrase>& phrases) {
    phrases.insert(phrases.end(), more.begin(), more.end());
  }

  const ObligationText& text_;
  const Tree& tree_;
  const Grammar& grammar_;
  std::vector<std::size_t> told_;            // heads of duties that the sentence has told
  std::vector<IntroducedWords> introduced_;  // in the sentence
  std::vector<DutyTelling> tellings_;
};

}  // namespace

std::vector<DutyTelling> find_duty_tellings(const ObligationText& text) { return TellingFinder(text).find(); }

}  // namespace casus
