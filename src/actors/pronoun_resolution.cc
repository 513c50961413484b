#include "actors/pronoun_resolution.h"

#include <algorithm>

#include "actors/sectors.h"

namespace casus {
namespace {

const std::vector<TokenRange> kNoWords;

bool holds(const std::vector<TokenRange>& ranges, std::size_t token) {
  return std::any_of(ranges.begin(), ranges.end(), [&](const TokenRange& range) { return range.contains(token); });
}

bool is_first_person(const Mark& mark) { return mark.thing == Thing::pronoun && (mark.lemma == "i" || mark.lemma == "we"); }

int gender_evidence(const Mark& mark, const Draft& draft) {
  if (mark.gender == Gender::unknown) return 0;
  if (draft.gender == mark.gender) return 1;
  return mark.gender == Gender::male ? draft.pronouns : -draft.pronouns;
}

}  // namespace

PronounResolution::PronounResolution(const ParsedReport& report, Drafts& drafts, const Quotations& quotations, const Speakers& speakers,
                                     const PronounGrammar& grammar, const LearnedAntecedents& learned)
    : report_(report), drafts_(drafts), quotations_(quotations), speakers_(speakers), grammar_(grammar), learned_(learned) {}

void PronounResolution::resolve(std::size_t m) {
  const Mark& mark = drafts_.mark(m);
  if (mark.lemma == "who") {
    relative(m);
    return;
  }
  if (is_first_person(mark)) {
    first_person(m);
    return;
  }
  const std::vector<Antecedent> antecedents = antecedents_of(m);
  if (const Antecedent* chosen = grammar_.choose(mark, antecedents))
    for (const DraftId d : chosen->means) drafts_.link(m, d);
}

// Its speaker may be named behind the quotation.
bool PronounResolution::waits_for_speaker(const Mark& mark) const {
  if (is_first_person(mark)) return true;
  const auto owner = mark.owner ? drafts_.mark_at(*mark.owner) : std::nullopt;
  return owner && is_first_person(drafts_.mark(*owner)) && !speakers_.quoted(mark.head).empty();
}

// In a quotation "I" is the speaker and "we" his side; elsewhere they are the writer, who is an actor only in a body's own statement.
void PronounResolution::first_person(std::size_t m) {
  const std::optional<DraftId> speaker = speaker_at(drafts_.mark(m).head);
  if (!speaker) {
    if (drafts_.mark(m).lemma == "we") drafts_.link(m, author_before(m));
    return;
  }
  if (drafts_.mark(m).lemma == "we") drafts_.link(m, side_of(*speaker));
  else if (is_human(drafts_[*speaker]) && !drafts_[*speaker].plural) drafts_.link(m, *speaker);
}

// "Norway condemns the attack. We extend our condolences.": a text without quotations in which a state or body does, in the present, what
// is done by saying so, is its statement.
DraftId PronounResolution::author_before(std::size_t m) const {
  if (!quotations_.all().empty()) return kNoDraft;
  return drafts_.look_back(m, report_.sentence_index(drafts_.mark(m).head), [&](const Mark& mark, DraftId d) {
    const Word& word = report_.word(mark.head);
    if (word.relation != "nsubj" || word.head == kRoot || report_.word(word.head).head != kRoot) return false;
    const std::string& tag = report_.word(word.head).xpos;
    return (tag == "VBZ" || tag == "VBP") && is_one_of(drafts_[d].thing, {Thing::state, Thing::organisation}) && !drafts_[d].only_place;
  });
}

// Who speaks in the quotation around the token, where that is one.
std::optional<DraftId> PronounResolution::speaker_at(std::size_t token) const {
  for (const TokenRange& source : speakers_.quoted(token)) {
    const std::vector<DraftId>* meant = nullptr;
    for (std::size_t i = source.first; i < source.last; ++i) {
      const auto* here = is_hidden(i) ? nullptr : drafts_.meant_at(i);
      const bool top = !source.contains(report_.word(i).head);
      if (here && (!meant || top)) meant = here;
      if (here && top) break;
    }
    if (meant && meant->size() == 1) return meant->front();
  }
  return std::nullopt;
}

bool PronounResolution::is_hidden(std::size_t token) const {
  const auto found = drafts_.mark_at(token);
  return found && drafts_.mark(*found).hidden;
}

// For whom a speaker says "we": a state's servant for his state, others for what they belong to.
DraftId PronounResolution::side_of(DraftId d) {
  if (!is_human(drafts_[d])) return d;
  const Actor& actor = drafts_[d].actor;
  if (actor.country) {
    if (actor.sectors.empty() || !speaks_for_state(actor.sectors.front())) return kNoDraft;
    const auto& states = drafts_.indexed("state " + *actor.country);
    if (!states.empty() && !drafts_[states.front()].marks.empty()) return states.front();
    const auto words = drafts_.affiliation_words(drafts_[d]);
    return words ? drafts_.found_state(*actor.country, *words) : kNoDraft;
  }
  if (!actor.member_of.empty()) return actor.member_of.front().index;
  if (is_whole_code(actor))
    for (const DraftId o : drafts_.indexed("code " + *actor.code))
      if (o != d) return o;
  return kNoDraft;
}

// Those that agree and stand near, and those that are learned to be likely.
std::vector<Antecedent> PronounResolution::antecedents_of(std::size_t m) const {
  constexpr float kLikely = 0.1F;
  const Mark& mark = drafts_.mark(m);
  const auto learned = learned_.of(mark.head, [&](std::size_t token) { return drafts_.meant_by(token); });
  std::size_t reach = mark.lemma == "it" ? 1 : 3;
  for (const LearnedAntecedent& one : learned)
    if (one.probability > kLikely)
      reach = std::max(reach, report_.sentence_index(mark.head) - report_.sentence_index(std::min(one.last_head, mark.head)));
  const auto probability = [&](const std::vector<DraftId>& means) {
    for (const LearnedAntecedent& one : learned)
      if (one.means == means) return one.probability;
    return 0.0F;
  };
  const std::vector<DraftId> excluded = excluded_from(mark);
  const std::optional<DraftId> speaker = mark.gender != Gender::unknown ? speaker_at(mark.head) : std::nullopt;
  const std::vector<TokenRange>& source = quotations_.of_token(mark.head) ? kNoWords : speakers_.told(mark.head);
  std::vector<Antecedent> found;
  const auto consider = [&](std::size_t k, const std::vector<DraftId>& means) {
    Antecedent antecedent{.means = means, .head = drafts_.mark(k).head};
    antecedent.is_pronoun = drafts_.mark(k).thing == Thing::pronoun;
    antecedent.is_coordination = means.size() > 1;
    antecedent.is_source = holds(source, drafts_.mark(k).head);
    antecedent.probability = probability(means);
    antecedent.agrees = antecedent.is_coordination || agrees(mark, means.front());
    if (!antecedent.agrees && (antecedent.probability < kLikely || !could_agree(mark, means.front()))) return;
    if (!antecedent.is_coordination) {
      antecedent.is_speaker = speaker == means.front();
      antecedent.gender_evidence = gender_evidence(mark, drafts_[means.front()]);
      if (antecedent.gender_evidence < 0 && antecedent.probability < kLikely) return;
      antecedent.mentions = drafts_[means.front()].marks.size();
    }
    found.push_back(std::move(antecedent));
  };
  for (std::size_t k = m; k-- > 0 && report_.sentence_index(drafts_.mark(k).head) + reach >= report_.sentence_index(mark.head);) {
    if (drafts_.mark(k).range.contains(mark.head)) continue;
    if (drafts_.mark(k).thing != Thing::set)
      for (const DraftId d : drafts_.links(k))
        if (std::find(excluded.begin(), excluded.end(), d) == excluded.end()) consider(k, {d});
    if (mark.plural && report_.sentence_index(drafts_.mark(k).head) + 1 >= report_.sentence_index(mark.head))
      if (const std::vector<DraftId> several = coordinated(k, mark.head); several.size() > 1) consider(k, several);
  }
  if (grammar_.is_possessive(mark.head))
    for (std::size_t k = m + 1; k < drafts_.marks() && report_.sentence_index(drafts_.mark(k).head) == report_.sentence_index(mark.head);
         ++k)
      if (drafts_.mark(k).form == MentionForm::name && grammar_.precedes_its_subject(mark.head, drafts_.mark(k).head))
        for (const DraftId d : drafts_.links(k))
          if (agrees(mark, d)) consider(k, {d});
  // "“It was the weather,” its spokesman said": what only the quotation speaks of is not meant outside of it.
  const auto only_quoted = [&](std::size_t token) { return quotations_.of_token(token) && !quotations_.of_token(mark.head); };
  for (const LearnedAntecedent& one : learned)
    if (one.means.empty() && one.probability > kLikely && agrees_in_form(mark, one.last_head) && !only_quoted(one.last_head))
      found.push_back({.head = one.last_head, .probability = one.probability});
  return found;
}

// "Kern thanked him" does not mean Kern.
std::vector<DraftId> PronounResolution::excluded_from(const Mark& pronoun) const {
  const auto subject = grammar_.disjoint_subject(pronoun);
  const std::vector<DraftId>* meant = subject ? drafts_.meant_at(*subject) : nullptr;
  return meant ? *meant : std::vector<DraftId>{};
}

// "Kern and Moss ... they": those who are named together at mark k, before the token.
std::vector<DraftId> PronounResolution::coordinated(std::size_t k, std::size_t before) const {
  std::vector<DraftId> all = drafts_.links(k);
  for (const std::size_t other : report_.tree().children(drafts_.mark(k).head, "conj")) {
    const auto at = drafts_.mark_at(other);
    if (!at || other > before) continue;
    for (const DraftId d : drafts_.links(*at))
      if (std::find(all.begin(), all.end(), d) == all.end()) all.push_back(d);
  }
  return all;
}

void PronounResolution::relative(std::size_t m) {
  std::size_t t = drafts_.mark(m).head;
  for (int steps = 0; steps < 8 && !is_relation(report_.word(t).relation, "acl:relcl"); ++steps) {
    if (report_.word(t).head == kRoot) return after_name(m);
    t = report_.word(t).head;
  }
  if (!is_relation(report_.word(t).relation, "acl:relcl") || report_.word(t).head == kRoot) return after_name(m);
  const auto found = drafts_.mark_at(report_.word(t).head);
  if (!found) return;
  for (const DraftId d : std::vector<DraftId>(drafts_.links(*found))) drafts_.link(m, d);
}

// "Kern, whose office said": where the tree does not tell, whom the words right before the comma name.
void PronounResolution::after_name(std::size_t m) {
  const std::size_t token = drafts_.mark(m).head;
  if (token < report_.sentence(token).first + 2 || report_.form(token - 1) != ",") return;
  for (std::size_t k = m; k-- > 0 && report_.sentence_index(drafts_.mark(k).head) == report_.sentence_index(token);) {
    if (drafts_.mark(k).range.last + 1 != token || drafts_.mark(k).form != MentionForm::name) continue;
    for (const DraftId d : std::vector<DraftId>(drafts_.links(k))) drafts_.link(m, d);
    return;
  }
}

bool PronounResolution::agrees(const Mark& mark, DraftId d) const {
  const Draft& draft = drafts_[d];
  if (mark.gender != Gender::unknown) return is_human(draft) && (draft.gender == Gender::unknown || draft.gender == mark.gender);
  if (mark.lemma == "it") return is_one_of(draft.thing, {Thing::state, Thing::organisation, Thing::body, Thing::place}) && !draft.plural;
  return is_one_of(draft.thing, {Thing::group, Thing::people}) || (draft.actor.kind == ActorKind::group);
}

// A pronoun goes on with one of its own kind, a noun has its number.
bool PronounResolution::agrees_in_form(const Mark& pronoun, std::size_t token) const {
  const std::string& xpos = report_.word(token).xpos;
  if (xpos == "PRP" || xpos == "PRP$") {
    const auto found = drafts_.mark_at(token);
    if (!found) return false;
    const Mark& other = drafts_.mark(*found);
    return other.gender == pronoun.gender && other.plural == pronoun.plural && (other.lemma == "it") == (pronoun.lemma == "it");
  }
  return xpos.ends_with("S") == pronoun.plural || !xpos.starts_with("NN");
}

// "the company ... they", "the group ... it": where more than grammar speaks for it.
bool PronounResolution::could_agree(const Mark& mark, DraftId d) const {
  if (mark.gender != Gender::unknown) return false;
  if (mark.plural) return is_one_of(drafts_[d].thing, {Thing::organisation, Thing::body});
  return is_one_of(drafts_[d].thing, {Thing::group, Thing::territory});
}

}  // namespace casus
