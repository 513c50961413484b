#include "commitments/duty_contents.h"

#include <algorithm>
#include <array>

#include "knowledge/duties.h"

namespace casus {
namespace {

constexpr int kDeepest = 3;
constexpr std::string_view kNoDuty = "-";
constexpr std::array<std::string_view, 8> kBelow = {"xcomp", "ccomp", "advcl", "acl", "obj", "nmod", "obl", "conj"};

// What a relative clause tells has a cue of its own; other clauses beside the verb are conditions and the like.
bool is_below(std::size_t child, const ObligationText& text) {
  const std::string& relation = text.tree.word(child).relation;
  if (relation == "acl:relcl" || (relation == "advcl" && !text.grammar.is_infinitive(child))) return false;
  return std::any_of(kBelow.begin(), kBelow.end(), [&](std::string_view one) { return is_relation(relation, one); });
}

// What a noun before another tells is of that one.
bool is_part_of_name(const Word& word) {
  return is_relation(word.relation, "compound") || is_relation(word.relation, "flat") || is_relation(word.relation, "amod");
}

void add(const std::vector<DutyPhrase>& more, std::vector<DutyPhrase>& phrases) {
  for (const DutyPhrase& phrase : more)
    if (std::none_of(phrases.begin(), phrases.end(), [&](const DutyPhrase& other) { return other.head == phrase.head; }))
      phrases.push_back(phrase);
}

// "withdraw from the treaty"
bool is_of_instrument(std::size_t head, const DutyContent& duty, const ObligationText& text) {
  return std::any_of(duty.includes.begin(), duty.includes.end(), [&](const Slot& slot) {
    const TokenList filled = text.grammar.fill(head, {head}, slot);
    return std::any_of(filled.begin(), filled.end(), [&](std::size_t one) { return text.instrument_at(one).has_value(); });
  });
}

std::vector<DutyPhrase> duties_in(std::size_t head, Wording wording, const ObligationText& text, int depth) {
  std::vector<DutyPhrase> found;
  for (const std::size_t one : text.tree.conjuncts(head))
    if (const auto phrase = duty_at(one, wording, text)) add({*phrase}, found);
  if (!found.empty() || depth == kDeepest) return found;
  for (const std::size_t child : text.tree.children(head))
    if (is_below(child, text)) add(duties_in(child, wording, text, depth + 1), found);
  return found;
}

}  // namespace

std::optional<DutyPhrase> duty_at(std::size_t head, Wording wording, const ObligationText& text) {
  const auto rows = text.rules.duty_index.find(text.lemma(head));
  if (rows == text.rules.duty_index.end() || is_part_of_name(text.tree.word(head)) || text.instrument_at(head)) return std::nullopt;
  const bool negated = text.is_negated(head) != (wording == Wording::turned);
  for (const std::size_t row : rows->second) {
    const DutyContent& duty = text.rules.duties[row];
    if (duty.negation != Negation::any && (duty.negation == Negation::negated) != negated) continue;
    if (text.fits_one(head, duty.heads) && text.has_company(head, duty.company) && !is_of_instrument(head, duty, text))
      return DutyPhrase{&duty, head};
  }
  return std::nullopt;
}

std::vector<DutyPhrase> duties_in(std::size_t head, Wording wording, const ObligationText& text) {
  return duties_in(head, wording, text, 0);
}

std::vector<DutyPhrase> first_duties(TokenRange range, Wording wording, const ObligationText& text) {
  for (std::size_t at = range.first; at < range.last; ++at)
    if (duty_at(at, wording, text)) return duties_in(at, wording, text);
  return {};
}

TokenList clauses_of(std::size_t head, const Tree& tree) {
  TokenList clauses = {head};
  for (const std::string_view relation : {"xcomp", "ccomp", "advcl", "acl"})
    for (const std::size_t clause : tree.children(head, relation)) clauses.push_back(clause);
  return clauses;
}

std::string duty_of_instrument(const InstrumentMention& instrument, const ObligationText& text) {
  for (const InstrumentDuty& rule : text.rules.instrument_duties)
    for (std::size_t token = instrument.range.first; token < instrument.range.last; ++token)
      if (rule.words.contains(text.lemma(token)) || rule.words.contains(text.grammar.lower_form(token)))
        return rule.duty == kNoDuty ? std::string() : rule.duty;
  if (!instrument.treaty || instrument.treaty->kind == Duty::assurance) return {};
  return std::string(name_of(instrument.treaty->kind));
}

}  // namespace casus
