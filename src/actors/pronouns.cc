#include "actors/pronouns.h"

#include <algorithm>
#include <cmath>

namespace casus {
namespace {

// Fitted by hand on GUM train (casus eval --kind pronouns), news and interviews; flat around these values.
constexpr double kLearnedWeight = 0.7;
constexpr double kUnlearned = 0.02;  // the probability where the window ends before the antecedent
constexpr double kDisagreement = 3;
constexpr double kNobody = 3;  // persons in the news are mostly named
constexpr std::size_t kMentionsThatCount = 10;

}  // namespace

PronounGrammar::PronounGrammar(const ParsedReport& report, const Quotations& quotations) : report_(report), quotations_(quotations) {}

bool PronounGrammar::is_possessive(std::size_t token) const { return is_relation(word(token).relation, "nmod:poss"); }
bool PronounGrammar::is_subject(std::size_t head) const { return is_relation(word(head).relation, "nsubj"); }

// The verb of the clause that holds the token.
std::size_t PronounGrammar::clause_of(std::size_t token) const {
  std::size_t t = token;
  while (word(t).head != kRoot) {
    const std::string& r = word(t).relation;
    if (is_relation(r, "advcl") || is_relation(r, "ccomp") || is_relation(r, "xcomp") || is_relation(r, "acl") ||
        is_relation(r, "parataxis"))
      return t;
    if (is_relation(r, "conj") && word(t).upos == "VERB") return t;
    t = word(t).head;
  }
  return t;
}

// Who does what the clause says, also where the clause above says it: "called to thank her".
std::optional<std::size_t> PronounGrammar::subject_of(std::size_t verb) const {
  for (std::size_t v = verb;;) {
    const auto subjects = report_.tree().children(v, "nsubj");
    if (!subjects.empty()) return subjects.front();
    if (word(v).head == kRoot) return std::nullopt;
    const std::string& r = word(v).relation;
    if (!is_relation(r, "xcomp") && !is_relation(r, "advcl") && !is_relation(r, "conj")) return std::nullopt;
    v = word(v).head;
  }
}

bool PronounGrammar::is_reflexive(const Mark& pronoun) const {
  const std::string& lemma = word(pronoun.head).lemma;
  return lemma.ends_with("self") || lemma.ends_with("selves") || pronoun.lemma.ends_with("self") || pronoun.lemma.ends_with("selves");
}

std::optional<std::size_t> PronounGrammar::disjoint_subject(const Mark& pronoun) const {
  if (is_reflexive(pronoun) || is_possessive(pronoun.head) || is_subject(pronoun.head)) return std::nullopt;
  return subject_of(clause_of(pronoun.head));
}

bool PronounGrammar::precedes_its_subject(std::size_t pronoun, std::size_t subject) const {
  return is_possessive(pronoun) && is_subject(subject) && word(subject).head != kRoot &&
         report_.tree().is_ancestor(word(subject).head, pronoun);
}

// The weights follow what decides in news prose: the sentence, then the subject, then the clause, then the distance.
double PronounGrammar::salience(const Mark& pronoun, const Antecedent& antecedent) const {
  const std::size_t at = pronoun.head, head = antecedent.head;
  const double sentences = static_cast<double>(report_.sentence_index(std::max(at, head)) - report_.sentence_index(std::min(at, head)));
  const double distance = static_cast<double>(std::max(at, head) - std::min(at, head));
  double score = -2.0 * sentences - 0.02 * distance;
  if (antecedent.is_coordination) return score + (is_subject(head) ? 2.6 : 0.5);
  const bool object = !is_possessive(at) && !is_subject(at);
  if (is_subject(head)) score += object ? 1.0 : is_main(head) ? 2.5 : 2.0;
  if (possesses_around(head, at)) score += 4;
  if (head > at) score += 0.5;
  if (quotations_.of_token(head) && !quotations_.of_token(at)) score -= 1.5;
  if (is_reflexive(pronoun) && subject_of(clause_of(at)) == head) score += 5;
  if (antecedent.is_speaker) score -= 3;
  if (antecedent.is_source) score += 2;
  if (antecedent.gender_evidence > 0) score += 1;
  if (antecedent.gender_evidence < 0) score -= kDisagreement;
  if (is_possessive(at) && antecedent.is_pronoun && report_.sentence_index(head) == report_.sentence_index(at) &&
      clause_of(head) == clause_of(at))
    score += 2.5;
  if (is_possessive(head)) score -= 0.5;
  return score + 0.1 * static_cast<double>(std::min(antecedent.mentions, kMentionsThatCount));
}

const Antecedent* PronounGrammar::choose(const Mark& pronoun, const std::vector<Antecedent>& antecedents) const {
  const Antecedent* best = nullptr;
  double best_score = 0;
  for (const Antecedent& antecedent : antecedents) {
    double score = salience(pronoun, antecedent) + kLearnedWeight * std::log(antecedent.probability + kUnlearned);
    if (antecedent.means.empty() && pronoun.gender != Gender::unknown) score -= kNobody;
    if (!antecedent.agrees) score -= kDisagreement;
    if (best && score <= best_score) continue;
    best = &antecedent;
    best_score = score;
  }
  return best;
}

// "Kern's reading of his speech": the possessor of a phrase that the pronoun is in.
bool PronounGrammar::possesses_around(std::size_t possessor, std::size_t token) const {
  return is_possessive(possessor) && is_possessive(token) && word(possessor).head != word(token).head &&
         report_.tree().is_ancestor(word(possessor).head, token);
}

bool PronounGrammar::is_main(std::size_t subject) const { return word(subject).head != kRoot && word(word(subject).head).head == kRoot; }

}  // namespace casus
