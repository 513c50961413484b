#include "timeplace/tense.h"

#include <algorithm>
#include <optional>
#include <span>
#include <string_view>

namespace casus {
namespace {

bool is_one_of(std::span<const std::string_view> words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

constexpr std::string_view kAhead[] = {
    "plan",     "agree",     "expect", "schedule", "intend", "want",     "decide",    "vow",       "promise",    "pledge",    "ask",
    "urge",     "invite",    "order",  "demand",   "aim",    "hope",     "propose",   "offer",     "threaten",   "due",       "set",
    "likely",   "ready",     "slate",  "prepare",  "wish",   "request",  "call",      "appeal",    "pressure",   "instruct",  "oblige",
    "require",  "need",      "plead",  "choose",   "commit", "deadline", "ultimatum", "intention", "decision",   "agreement", "invitation",
    "proposal", "readiness", "right",  "pact",     "deal",   "willing",  "poise",     "arrange",   "anticipate", "undertake", "determine"};
constexpr std::string_view kScheduled[] = {"plan", "schedule", "expect", "due", "set", "slate", "anticipate", "tip", "arrange"};
constexpr std::string_view kModals[] = {"will", "shall", "would", "may", "might", "can", "could", "should", "must"};
constexpr std::string_view kPlainFuture[] = {"will", "shall"};

bool is_auxiliary(std::string_view relation) { return is_relation(relation, "aux") || is_relation(relation, "cop"); }

bool is_predicate(std::size_t token, const Tree& tree) {
  const Word& word = tree.word(token);
  return word.upos == "VERB" || word.upos == "AUX" || tree.has_child(token, "cop") || tree.has_child(token, "nsubj");
}

bool has_mark(std::size_t token, std::string_view lemma, const Tree& tree) {
  const auto marks = tree.children(token, "mark");
  return std::any_of(marks.begin(), marks.end(), [&](std::size_t mark) { return tree.word(mark).lemma == lemma; });
}

Tense of_predicate(std::size_t token, const Tree& tree);

// What a predicate takes from the one above it: only the future is handed down.
Tense inherited(std::size_t token, const Tree& tree) {
  for (std::size_t at = tree.word(token).head; at != kRoot; at = tree.word(at).head)
    if (is_predicate(at, tree)) {
      const Tense above = of_predicate(at, tree);
      return above == Tense::future ? above : Tense::past;
    }
  return Tense::unknown;
}

Tense of_infinitive(std::size_t token, const Tree& tree) {
  const Word& word = tree.word(token);
  if (word.head == kRoot) return Tense::future;
  const Word& governor = tree.word(word.head);
  if (is_relation(word.relation, "acl")) return Tense::future;
  if (looks_ahead(governor.lemma)) return Tense::future;
  if (governor.lemma == "go" && governor.xpos == "VBG") return Tense::future;
  return inherited(token, tree);
}

std::optional<Tense> of_auxiliaries(std::size_t token, const Tree& tree) {
  bool perfect = false, past = false, present = false, ahead = false;
  for (const std::size_t child : tree.children(token)) {
    const Word& word = tree.word(child);
    if (!is_auxiliary(word.relation)) continue;
    perfect |= word.lemma == "have";
    past |= word.xpos == "VBD";
    present |= word.xpos == "VBZ" || word.xpos == "VBP";
    ahead |= is_one_of(kModals, word.lemma);
    if (is_one_of(kPlainFuture, word.lemma)) return Tense::future;
  }
  if (ahead) return perfect ? Tense::past : Tense::future;
  if (past || perfect) return Tense::past;
  if (present) return Tense::present;
  return std::nullopt;
}

Tense of_predicate(std::size_t token, const Tree& tree) {
  const Word& word = tree.word(token);
  const auto auxiliaries = of_auxiliaries(token, tree);
  const bool scheduled = is_one_of(kScheduled, word.lemma) && word.xpos != "VBD";
  if (scheduled && auxiliaries != Tense::past) return Tense::future;
  if (auxiliaries) return *auxiliaries == Tense::present && word.xpos == "VBN" && !scheduled ? Tense::unknown : *auxiliaries;
  if (word.xpos == "VBD" || word.xpos == "VBN") return Tense::past;
  if (word.xpos == "VBZ" || word.xpos == "VBP") return Tense::present;
  if (word.xpos == "VB") return has_mark(token, "to", tree) ? of_infinitive(token, tree) : inherited(token, tree);
  if (word.xpos == "VBG") return inherited(token, tree);
  return Tense::unknown;
}

}  // namespace

bool looks_ahead(std::string_view lemma) { return is_one_of(kAhead, lemma); }

Tense tense_of_clause(std::size_t token, const Tree& tree) {
  bool nominal = false;
  for (std::size_t at = tree.word(token).head; at != kRoot; at = tree.word(at).head) {
    if (is_one_of(kScheduled, tree.word(at).lemma) && tree.word(at).upos == "ADJ") return Tense::future;
    if (is_predicate(at, tree)) {
      const Tense tense = of_predicate(at, tree);
      return nominal && tense != Tense::future ? Tense::unknown : tense;
    }
    nominal = true;
  }
  return Tense::unknown;
}

}  // namespace casus
