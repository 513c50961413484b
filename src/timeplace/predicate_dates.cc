#include "timeplace/predicate_dates.h"

#include <algorithm>
#include <iterator>
#include <string_view>

namespace casus {
namespace {

constexpr std::string_view kDating[] = {"obl", "nmod", "advmod", "nummod", "compound", "appos", "dep"};

bool has_dating_relation(const Word& word) {
  return std::any_of(std::begin(kDating), std::end(kDating),
                     [&](std::string_view relation) { return is_relation(word.relation, relation); });
}

}  // namespace

PredicateDates::PredicateDates(const std::vector<TokenRange>& expressions, const Tree& tree, const TimeRules& rules)
    : tree_(tree), rules_(rules) {
  for (std::size_t i = 0; i < expressions.size(); ++i) {
    if (covering_.size() < expressions[i].last) covering_.resize(expressions[i].last, kRoot);
    std::fill(covering_.begin() + static_cast<std::ptrdiff_t>(expressions[i].first),
              covering_.begin() + static_cast<std::ptrdiff_t>(expressions[i].last), i);
  }
}

std::optional<std::size_t> PredicateDates::of(std::size_t token) const {
  if (const auto own = attached(token, Within::clause)) return own;
  const std::size_t sharing = shared_clause(token);
  return sharing == kRoot ? std::nullopt : of(sharing);
}

std::optional<std::size_t> PredicateDates::above(std::size_t token) const {
  for (std::size_t at = token; happens_with_head(at);) {
    at = tree_.word(at).head;
    if (const auto found = of(at)) return found;
  }
  return std::nullopt;
}

bool PredicateDates::has_word(std::size_t token, std::string_view relation, ClauseUse use) const {
  const auto words = tree_.children(token, relation);
  return std::any_of(words.begin(), words.end(), [&](std::size_t word) { return rules_.is(use, tree_.word(word).lemma); });
}

// "since Monday" and "before October" say when something else was.
bool PredicateDates::points_elsewhere(std::size_t token) const { return has_word(token, "case", ClauseUse::elsewhere); }

// Not what is said, asked or planned, nor what a noun points back to or "after" and "over" lead to.
bool PredicateDates::happens_with_head(std::size_t token) const {
  const Word& word = tree_.word(token);
  if (word.head == kRoot) return false;
  const bool verb = word.upos == "VERB" || word.upos == "AUX";
  const bool infinitive = word.xpos == "VB" && tree_.has_child(token, "mark");
  if (infinitive) return false;
  if (verb) {
    if (is_relation(word.relation, "advcl")) return !has_word(token, "mark", ClauseUse::apart);
    return word.relation == "acl" || is_relation(word.relation, "conj") || is_relation(word.relation, "xcomp");
  }
  if (frames_its_clause(token)) return true;
  if (is_relation(word.relation, "obj") && day_as_subject(word.head)) return true;
  if (has_word(token, "det", ClauseUse::pointing)) return false;
  if (is_relation(word.relation, "obj") || word.relation == "nsubj:pass" || is_relation(word.relation, "conj") ||
      is_relation(word.relation, "appos"))
    return true;
  return is_relation(word.relation, "obl") && has_word(token, "case", ClauseUse::within);
}

// "began in May with the arrest of ...": what something began or ended with was at that time.
bool PredicateDates::frames_its_clause(std::size_t token) const {
  const Word& word = tree_.word(token);
  return is_relation(word.relation, "obl") && rules_.is(ClauseUse::framing, tree_.word(word.head).lemma) &&
         has_word(token, "case", ClauseUse::framed);
}

// What stands before the "to" of an infinitive belongs to the predicate above: "called on them Monday to leave".
std::size_t PredicateDates::to_mark(std::size_t token) const {
  if (tree_.word(token).xpos != "VB") return 0;
  const auto marks = tree_.children(token, "mark");
  return marks.empty() ? 0 : marks.front();
}

std::optional<std::size_t> PredicateDates::attached(std::size_t token, Within within) const {
  for (const std::size_t child : tree_.children(token)) {
    if (const auto found = before_infinitive(child)) return found;
    if (child < to_mark(token) || !has_dating_relation(tree_.word(child)) || points_elsewhere(child)) continue;
    if (const std::size_t found = covering(child); found != kRoot) {
      if (found != covering(token)) return found;
    } else if (may_hold_date(child, within)) {
      if (const auto below = attached(child, Within::phrase)) return below;
    }
  }
  if (within == Within::phrase) return std::nullopt;
  if (const auto found = beside_subject(token)) return found;
  if (const auto found = day_as_subject(token)) return found;
  return of_time_clause(token);
}

// "Monday brought the first meeting", "October saw clashes"
std::optional<std::size_t> PredicateDates::day_as_subject(std::size_t token) const {
  if (tree_.word(token).upos != "VERB" || !tree_.has_child(token, "obj")) return std::nullopt;
  for (const std::size_t subject : tree_.children(token, "nsubj"))
    if (covering(subject) != kRoot) return covering(subject);
  return std::nullopt;
}

// "police on Tuesday broke up a march", where the tree has the day as the subject's.
std::optional<std::size_t> PredicateDates::beside_subject(std::size_t token) const {
  if (tree_.word(token).upos != "VERB") return std::nullopt;
  for (const std::size_t subject : tree_.children(token)) {
    if (tree_.word(subject).relation != "nsubj") continue;
    for (const std::size_t phrase : tree_.children(subject, "nmod"))
      if (covering(phrase) != kRoot && has_word(phrase, "case", ClauseUse::beside)) return covering(phrase);
  }
  return std::nullopt;
}

// "at the end of the month", "in a speech on Monday"; and what stands behind a name is the predicate's: "the deal with Iran in 2015".
bool PredicateDates::may_hold_date(std::size_t token, Within within) const {
  const Word& word = tree_.word(token);
  if (rules_.is(ClauseUse::part, word.lemma) || (within == Within::phrase && is_relation(word.relation, "nmod"))) return true;
  if (word.upos == "PROPN") return is_relation(word.relation, "nmod") || is_relation(word.relation, "obl");
  return is_relation(word.relation, "obl") && has_word(token, "case", ClauseUse::within);
}

std::size_t PredicateDates::covering(std::size_t token) const { return token < covering_.size() ? covering_[token] : kRoot; }

std::optional<std::size_t> PredicateDates::before_infinitive(std::size_t token) const {
  const std::size_t to = to_mark(token);
  for (const std::size_t below : tree_.children(token))
    if (below < to && has_dating_relation(tree_.word(below)) && covering(below) != kRoot) return covering(below);
  return std::nullopt;
}

// "When they revolted in 1956, he refused"
std::optional<std::size_t> PredicateDates::of_time_clause(std::size_t token) const {
  for (const std::size_t clause : tree_.children(token, "advcl"))
    if (has_word(clause, "mark", ClauseUse::simultaneous) || has_word(clause, "advmod", ClauseUse::simultaneous))
      if (const auto found = attached(clause, Within::phrase)) return found;
  return std::nullopt;
}

// The predicate above whose time is also that of `token`; kRoot where there is none.
std::size_t PredicateDates::shared_clause(std::size_t token) const {
  const Word& word = tree_.word(token);
  if (word.head == kRoot) return kRoot;
  const Word& above = tree_.word(word.head);
  const bool verb = word.upos == "VERB" || word.upos == "AUX";
  if (is_relation(word.relation, "conj")) return !verb || word.xpos == above.xpos ? word.head : kRoot;
  if (is_relation(word.relation, "xcomp")) return rules_.is(ClauseUse::ahead, above.lemma) ? kRoot : word.head;
  if (is_relation(word.relation, "advcl") && verb) {
    if (to_mark(token) != 0 && rules_.is(ClauseUse::ahead, above.lemma)) return kRoot;
    const bool finite = word.xpos == "VBD" || word.xpos == "VBZ" || word.xpos == "VBP";
    return finite ? kRoot : word.head;
  }
  if (is_relation(word.relation, "nsubj") && above.upos == "VERB" && !verb) return word.head;
  if (is_relation(word.relation, "obj") && rules_.is(ClauseUse::light, above.lemma)) return word.head;
  return kRoot;
}

}  // namespace casus
