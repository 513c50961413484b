// Grounds are weighed, the best claim takes the stance: the same event outweighs the accused's answer, that a pronoun or a noun such as
// "charge", that shared words; nearness decides between equals. An assertion that answers is a denial where the accused tells the contrary.
#include "ledgers/claim_links.h"

#include <algorithm>

#include "statements/proposals.h"

namespace casus {
namespace {

constexpr double kInside = 5, kSameEvent = 4, kSameWords = 3, kAnswers = 3, kRefers = 2.5, kPart = 2, kSomeWords = 1.5, kFollows = 1;
constexpr double kNear = 1, kToldBySomebody = 0.4, kAccusedRefers = 0.5;
constexpr double kShareOfWords = 0.5;  // of the matter with fewer
constexpr int kConflict = 3;           // quads 3 and 4
constexpr std::size_t kFewWords = 2;
constexpr std::size_t kReachOfReference = 1;  // sentences
constexpr std::size_t kReachOfAnswer = 2;

class Grounds {
 public:
  Grounds(const OpenClaim& claim, const TakenStance& taken, const ClaimInput& input)
      : claim_(claim),
        taken_(taken),
        in_(input),
        rules_(input.rules.claims),
        distance_(taken.sentence > claim.last_sentence ? taken.sentence - claim.last_sentence : 0),
        shared_(shared_words()) {}

  std::optional<ClaimLink> link() const {
    if (taken_.stance.empty() || taken_.matter.refers_elsewhere || is_unanswered_question()) return std::nullopt;
    if (stands_inside()) return made("refers", taken_.stance, kInside);
    if (taken_.accuses) return of_accusation();
    if (taken_.opens == ClaimOpening::answered && !taken_.agrees && taken_.stance != "doubts") return of_telling();
    return of_answer();
  }

 private:
  // "accuses Turkey of herding refugees, which Ankara disputes"
  bool stands_inside() const {
    if (!taken_.agrees && (taken_.stance == "asserts" || taken_.stance == "implies")) return false;
    return std::any_of(claim_.taken.begin(), claim_.taken.end(), [&](const TakenStance& earlier) {
      return earlier.at != taken_.at && earlier.sentence == taken_.sentence && !earlier.stance.empty() &&
             holds(earlier.matter.tokens, taken_.at) && !taken_.accuses;
    });
  }

  // Whoever will not speak of what is only asked speaks of no claim.
  bool is_unanswered_question() const {
    const bool silent = taken_.stance == "declines" || taken_.stance == "no-knowledge";
    return silent && claim_.taken.size() == 1 && claim_.taken.front().asks;
  }

  // "the charge, made by an admiral who cited pictures"
  bool is_inside_own_words() const {
    const TakenStance& first = claim_.taken.front();
    return !first.stance.empty() && first.at != taken_.at && holds(first.matter.tokens, taken_.at);
  }

  bool has_not_spoken() const {
    return std::none_of(claim_.taken.begin(), claim_.taken.end(),
                        [&](const TakenStance& earlier) { return any_same_side(earlier.speakers, taken_.speakers); });
  }

  // Of something hostile, in somebody's words.
  bool is_charge() const {
    const bool is_hostile = claim_.taken.front().accuses ||
                            std::any_of(claim_.matter.events.begin(), claim_.matter.events.end(),
                                        [&](EventId event) { return in_.events.events[event.index].quad.value_or(0) >= kConflict; });
    return is_hostile && !claim_.taken.front().stance.empty();
  }

  bool is_charged() const { return is_charge() && is_accused(); }

  // Whoever is charged and speaks next, of no other event, speaks of the charge.
  bool is_first_word() const {
    return taken_.matter.events.empty() && std::none_of(claim_.taken.begin(), claim_.taken.end(), [&](const TakenStance& earlier) {
             if (earlier.stance == "denies") return true;
             return any_same_side(earlier.speakers, taken_.speakers);
           });
  }

  // Two who accuse the same of the same.
  std::optional<ClaimLink> of_accusation() const {
    const bool is_told_by_report = claim_.taken.front().stance.empty();
    if (is_told_by_report || !overlap(claim_.matter.doers, taken_.matter.doers)) return std::nullopt;
    if (same_event()) return made("same-event", taken_.stance, kSameEvent);
    if (same_words()) return made("same-words", taken_.stance, kSameWords);
    return std::nullopt;
  }

  std::optional<ClaimLink> of_telling() const {
    const bool by_claimant = asserts_it(taken_.speakers) || is_inside_own_words();
    const bool contrary = taken_.matter.is_negated != claim_.matter.is_negated;
    if (!by_claimant && !is_countercharge() && distance_ <= kReachOfReference && is_charged() &&
        (contrary || taken_.replies || shared_ > 0 || refers_by_pronoun() || is_first_word()))
      return made("answers", "denies", kAnswers);
    if (!by_claimant && is_accused() && contrary && distance_ <= kReachOfReference && (shared_ > 0 || shares_name() || taken_.replies))
      return made("answers", "denies", kAnswers);
    if (!by_claimant && !is_countercharge() && has_not_spoken() && is_told_by_somebody()) {
      if (is_charge() && contrary && speaks_of_himself() && is_first_word() && distance_ <= kReachOfAnswer)
        return made("answers", "denies", kPart);
      if ((taken_.contradicts || (taken_.replies && may_be_accused())) && distance_ <= kReachOfReference)
        return made("answers", "denies", kPart);
    }
    const bool all_shared = shared_ > 0 && shared_ == std::min(taken_.matter.lemmas.size(), claim_.matter.lemmas.size());
    if ((same_event() || same_words() || (all_shared && distance_ <= kReachOfAnswer)) && contrary && !by_claimant)
      return made("same-words", "denies", kSameWords);
    if (contrary) return std::nullopt;
    if (same_event() && same_words()) return made("same-event", taken_.stance, kSameEvent);
    if (same_words() && distance_ <= kReachOfAnswer) return made("same-words", taken_.stance, kSameWords);
    if (by_claimant && taken_.replies && distance_ <= kReachOfAnswer) return made("answers", taken_.stance, kPart);
    return std::nullopt;
  }

  std::optional<ClaimLink> of_answer() const {
    const bool against = taken_.stance == "denies" || taken_.stance == "doubts";
    const bool silent = taken_.stance == "declines" || taken_.stance == "no-knowledge";
    if ((against || silent) && is_own()) return std::nullopt;
    if (tells_another_deed()) return std::nullopt;
    const bool has_matter = !taken_.matter.lemmas.empty() || !taken_.matter.names.empty();
    if (same_event() && (shared_ > 0 || !has_matter)) return made("same-event", taken_.stance, kSameEvent);
    if (taken_.matter.refers && distance_ <= kReachOfReference)
      return made("refers", taken_.stance, kRefers + (is_accused() ? kAccusedRefers : 0));
    if (taken_.matter.refers && !has_matter) {
      if (!against || distance_ > kReachOfAnswer || !is_told_by_somebody()) return std::nullopt;
      return made("refers", taken_.stance, kFollows);
    }
    if (is_accused() && !taken_.agrees && distance_ <= (silent ? kReachOfReference : kReachOfAnswer))
      return made("answers", taken_.stance, kAnswers);
    if (names_claimant() && distance_ <= kReachOfAnswer) return made("refers", taken_.stance, kPart);
    if (same_words()) return made("same-words", taken_.stance, kSameWords);
    if (refers_by_pronoun()) return made("refers", taken_.stance, kRefers);
    if (against && shares_name() && distance_ <= kReachOfAnswer) return made("same-words", taken_.stance, kSomeWords);
    if (distance_ > kReachOfAnswer) return std::nullopt;
    if (shared_ > 0 || (shares_named() && distance_ <= kReachOfReference)) return made("same-words", taken_.stance, kSomeWords);
    if (taken_.matter.is_definite && (distance_ <= kReachOfReference || is_short_answer())) return made("refers", taken_.stance, kFollows);
    if (!has_matter || is_short_answer() || is_helpless(against)) return made("follows", taken_.stance, kFollows);
    return std::nullopt;
  }

  bool is_told_by_somebody() const {
    return std::any_of(claim_.taken.begin(), claim_.taken.end(), [](const TakenStance& one) { return !one.stance.empty(); });
  }

  // A deed that nobody is charged with and of which the claim has no word.
  bool tells_another_deed() const {
    const auto is_told = [&](EventId one) {
      return std::any_of(claim_.matter.events.begin(), claim_.matter.events.end(),
                         [&](EventId other) { return in_.events.events[one.index].type == in_.events.events[other.index].type; });
    };
    const auto& events = taken_.matter.events;
    return !events.empty() && !claim_.matter.events.empty() && shared_ == 0 && !taken_.matter.refers && !is_charged() &&
           std::none_of(events.begin(), events.end(), is_told);
  }

  // "We employ nobody but our own citizens", "its guns were silent"
  bool speaks_of_himself() const { return taken_.matter.is_first_person || overlap_of_speakers(taken_.matter.pronouns); }

  bool overlap_of_speakers(const std::set<ActorId>& actors) const {
    return std::any_of(taken_.speakers.begin(), taken_.speakers.end(), [&](ActorId speaker) { return actors.contains(speaker); });
  }

  // Of the country that the claim names; or of one that no words tell, next to a charge.
  bool may_be_accused() const {
    return std::any_of(taken_.speakers.begin(), taken_.speakers.end(), [&](ActorId speaker) {
      const auto& country = in_.actors.actors[speaker.index].country;
      if (!country) return is_charge();
      return std::any_of(claim_.matter.named.begin(), claim_.matter.named.end(),
                         [&](ActorId actor) { return in_.actors.actors[actor.index].country == country; });
    });
  }

  ClaimLink made(std::string_view why, std::string stance, double weight) const {
    return {why, std::move(stance), weight + kNear / static_cast<double>(1 + distance_) + (is_told_by_somebody() ? kToldBySomebody : 0)};
  }

  template <class Set>
  static bool overlap(const Set& one, const Set& other) {
    return std::any_of(one.begin(), one.end(), [&](const auto& item) { return other.contains(item); });
  }

  bool same_side(ActorId one, ActorId other) const {
    return one == other || rules_.same_side(in_.actors.actors[one.index], in_.actors.actors[other.index]);
  }

  bool is_accused() const {
    const std::set<ActorId>& accused = claim_.matter.doers.empty() ? claim_.matter.named : claim_.matter.doers;
    return std::any_of(taken_.speakers.begin(), taken_.speakers.end(), [&](ActorId speaker) {
      return std::any_of(accused.begin(), accused.end(),
                         [&](ActorId actor) { return same_side(speaker, actor) || may_answer_for(speaker, actor); });
    });
  }

  static bool has_only_sector(const Actor& actor) { return actor.code && actor.sectors.size() == 1 && actor.code == actor.sectors.front(); }

  // A "foreign ministry" whose country no words tell, next to a charge against a state.
  bool may_answer_for(ActorId speaker, ActorId accused) const {
    const Actor& one = in_.actors.actors[speaker.index];
    const Actor& other = in_.actors.actors[accused.index];
    return distance_ <= kReachOfReference && !one.country && has_only_sector(one) && rules_.answers_for_state(one) && other.country &&
           rules_.answers_for_state(other);
  }

  bool asserts_it(const std::vector<ActorId>& speakers) const {
    return std::any_of(claim_.taken.begin(), claim_.taken.end(), [&](const TakenStance& earlier) {
      return (earlier.stance == "asserts" || earlier.stance == "implies") && any_same_side(earlier.speakers, speakers);
    });
  }

  bool any_same_side(const std::vector<ActorId>& some, const std::vector<ActorId>& others) const {
    return std::any_of(some.begin(), some.end(), [&](ActorId one) {
      return std::any_of(others.begin(), others.end(), [&](ActorId other) { return same_side(one, other); });
    });
  }

  // "backed the account of Tokyo", "was not convinced by the Ruritanian version"
  bool names_claimant() const { return !is_own() && asserts_it({taken_.matter.named.begin(), taken_.matter.named.end()}); }

  // Nobody denies, or knows nothing of, what he has just asserted.
  bool is_own() const {
    return std::any_of(claim_.taken.begin(), claim_.taken.end(), [&](const TakenStance& earlier) {
      return earlier.stance == "asserts" && std::any_of(earlier.speakers.begin(), earlier.speakers.end(), [&](ActorId speaker) {
               return std::find(taken_.speakers.begin(), taken_.speakers.end(), speaker) != taken_.speakers.end();
             });
    });
  }

  // Whoever accused is said to have done something himself.
  bool is_countercharge() const {
    return std::any_of(taken_.matter.events.begin(), taken_.matter.events.end(),
                       [&](EventId event) { return asserts_it(in_.events.events[event.index].actors); });
  }

  bool same_event() const {
    return std::any_of(taken_.matter.events.begin(), taken_.matter.events.end(), [&](EventId one) {
      return std::any_of(claim_.matter.events.begin(), claim_.matter.events.end(), [&](EventId other) {
        return one == other || is_told_again(in_.events.events[one.index], in_.events.events[other.index]);
      });
    });
  }

  bool is_told_again(const Event& one, const Event& other) const {
    const auto meet = [&](const std::vector<ActorId>& some, const std::vector<ActorId>& others) {
      return some.empty() || others.empty() || any_same_side(some, others);
    };
    return one.type == other.type && meet(one.actors, other.actors) && meet(one.recipients, other.recipients) && shared_ > 0;
  }

  std::size_t shared_words() const {
    const auto& lemmas = claim_.matter.lemmas;
    return static_cast<std::size_t>(std::count_if(taken_.matter.lemmas.begin(), taken_.matter.lemmas.end(), [&](const std::string& lemma) {
      return std::any_of(lemmas.begin(), lemmas.end(), [&](const std::string& other) { return same_family(lemma, other); });
    }));
  }

  bool same_words() const {
    const std::size_t fewer = std::min(taken_.matter.lemmas.size(), claim_.matter.lemmas.size());
    return fewer >= 2 && shared_ >= 2 && static_cast<double>(shared_) >= kShareOfWords * static_cast<double>(fewer);
  }

  // "denied any role"; an answer that tells its matter at length has a matter of its own.
  bool is_short_answer() const {
    return !taken_.agrees && is_told_by_somebody() && taken_.matter.events.empty() && taken_.matter.lemmas.size() <= kFewWords &&
           !asserts_it(taken_.speakers);
  }

  // A denial without a clause of its own ("scoffed") is of what has just been told.
  bool is_helpless(bool against) const {
    return against && taken_.opens == ClaimOpening::never && is_told_by_somebody() && taken_.matter.events.empty() &&
           distance_ <= kReachOfReference && !asserts_it(taken_.speakers);
  }

  bool shares_name() const {
    return std::any_of(taken_.matter.names.begin(), taken_.matter.names.end(), [&](const std::string& name) {
      return std::find(claim_.matter.names.begin(), claim_.matter.names.end(), name) != claim_.matter.names.end();
    });
  }

  // "its" that means whoever speaks refers to nothing else.
  bool refers_by_pronoun() const {
    return distance_ <= kReachOfAnswer && std::any_of(taken_.matter.pronouns.begin(), taken_.matter.pronouns.end(), [&](ActorId actor) {
             const auto& speakers = taken_.speakers;
             return std::find(speakers.begin(), speakers.end(), actor) == speakers.end() && claim_.matter.named.contains(actor);
           });
  }
  bool shares_named() const { return overlap(taken_.matter.named, claim_.matter.named); }

  const OpenClaim& claim_;
  const TakenStance& taken_;
  const ClaimInput& in_;
  const ClaimRules& rules_;
  const std::size_t distance_;  // sentences since the claim was last spoken of
  const std::size_t shared_;
};

}  // namespace

std::optional<ClaimLink> link_to(const OpenClaim& claim, const TakenStance& taken, const ClaimInput& input) {
  return Grounds(claim, taken, input).link();
}

bool same_family(std::string_view one, std::string_view other) {
  constexpr std::size_t kShortest = 4;
  const std::size_t shorter = std::min(one.size(), other.size());
  std::size_t common = 0;
  while (common < shorter && one[common] == other[common]) ++common;
  return one == other || (common >= kShortest && common + 1 >= shorter);
}

}  // namespace casus
