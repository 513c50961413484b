#include "timeplace/tense.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "core/unicode.h"

namespace casus {
namespace {

class Reader {
 public:
  Reader(const Tokens& tokens, const Tree& tree, const TimeRules& rules) : tokens_(tokens), tree_(tree), rules_(rules) {}

  Tense of_clause(std::size_t token) const {
    if (has_case(token, ClauseUse::aim)) return Tense::aimed;
    const bool goal = has_case(token, ClauseUse::goal);
    bool nominal = false;
    for (std::size_t at = tree_.word(token).head; at != kRoot; at = tree_.word(at).head) {
      const Word& word = tree_.word(at);
      if (stands_before_to(token, at)) continue;
      if (word.upos == "ADJ" && rules_.is(ClauseUse::scheduled, word.lemma)) return Tense::future;
      if (is_predicate(at)) {
        if (goal && rules_.is(ClauseUse::put_off, word.lemma)) return Tense::future;
        const Tense tense = of_predicate(at);
        return nominal && tense != Tense::future ? Tense::unknown : tense;
      }
      nominal = true;
    }
    return Tense::unknown;
  }

 private:
  // "announced for Friday", "postponed to Friday"
  bool has_case(std::size_t token, ClauseUse use) const {
    const auto cases = tree_.children(token, "case");
    return std::any_of(cases.begin(), cases.end(), [&](std::size_t word) { return rules_.is(use, tree_.word(word).lemma); });
  }

  // "called on them Monday to leave": the day of the call.
  bool stands_before_to(std::size_t token, std::size_t infinitive) const {
    if (tree_.word(infinitive).xpos != "VB") return false;
    const auto marks = tree_.children(infinitive, "mark");
    return !marks.empty() && token < marks.front();
  }

  static bool is_auxiliary(std::string_view relation) { return is_relation(relation, "aux") || is_relation(relation, "cop"); }

  bool is_predicate(std::size_t token) const {
    const Word& word = tree_.word(token);
    return word.upos == "VERB" || word.upos == "AUX" || tree_.has_child(token, "cop") || tree_.has_child(token, "nsubj");
  }

  bool has_mark(std::size_t token, std::string_view lemma) const {
    const auto marks = tree_.children(token, "mark");
    return std::any_of(marks.begin(), marks.end(), [&](std::size_t mark) { return tree_.word(mark).lemma == lemma; });
  }

  // What a predicate takes from the one above it: only the future is handed down.
  Tense inherited(std::size_t token) const {
    for (std::size_t at = tree_.word(token).head; at != kRoot; at = tree_.word(at).head)
      if (is_predicate(at)) {
        const Tense above = of_predicate(at);
        return above == Tense::future ? above : Tense::past;
      }
    return Tense::unknown;
  }

  Tense of_infinitive(std::size_t token) const {
    const Word& word = tree_.word(token);
    if (word.head == kRoot) return Tense::future;
    const Word& governor = tree_.word(word.head);
    if (is_relation(word.relation, "acl")) return Tense::future;
    if (rules_.is(ClauseUse::ahead, governor.lemma)) return Tense::future;
    if (governor.lemma == "go" && governor.xpos == "VBG") return Tense::future;
    return inherited(token);
  }

  std::optional<Tense> of_auxiliaries(std::size_t token) const {
    bool perfect = false, past = false, present = false, ahead = false;
    for (const std::size_t child : tree_.children(token)) {
      const Word& word = tree_.word(child);
      if (!is_auxiliary(word.relation)) continue;
      perfect |= word.lemma == "have";
      past |= word.xpos == "VBD";
      present |= word.xpos == "VBZ" || word.xpos == "VBP";
      ahead |= rules_.is(ClauseUse::modal, word.lemma);
      if (rules_.is(ClauseUse::future, word.lemma)) return Tense::future;
    }
    if (ahead) return perfect ? Tense::past : Tense::future;
    if (past || perfect) return Tense::past;
    if (present) return Tense::present;
    return std::nullopt;
  }

  // Pasts that are tagged as presents: "spoilt/VBP".
  bool has_past_form(std::size_t token) const {
    const std::string& form = tokens_.tokens[token].form;
    const Word& word = tree_.word(token);
    return !form.ends_with('s') && word.upos == "VERB" && word.lemma != lower(form);
  }

  Tense of_predicate(std::size_t token) const {
    const Word& word = tree_.word(token);
    const auto auxiliaries = of_auxiliaries(token);
    const bool scheduled = rules_.is(ClauseUse::scheduled, word.lemma) && word.xpos != "VBD";
    if (scheduled && auxiliaries != Tense::past) return Tense::future;
    if (auxiliaries) return *auxiliaries == Tense::present && word.xpos == "VBN" && !scheduled ? Tense::unknown : *auxiliaries;
    if (word.xpos == "VBD" || word.xpos == "VBN") return Tense::past;
    if (word.xpos == "VBZ" || word.xpos == "VBP") return has_past_form(token) ? Tense::past : Tense::present;
    if (word.xpos == "VB") return has_mark(token, "to") ? of_infinitive(token) : inherited(token);
    if (word.xpos == "VBG") return inherited(token);
    return Tense::unknown;
  }

  const Tokens& tokens_;
  const Tree& tree_;
  const TimeRules& rules_;
};

}  // namespace

Tense tense_of_clause(std::size_t token, const Tokens& tokens, const Tree& tree, const TimeRules& rules) {
  return Reader(tokens, tree, rules).of_clause(token);
}

}  // namespace casus
