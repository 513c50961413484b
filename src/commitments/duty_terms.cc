#include "commitments/duty_terms.h"

#include <algorithm>

#include "commitments/duty_parties.h"

namespace casus {
namespace {

bool stands_at(std::size_t token, const std::vector<std::string>& words, std::size_t end, const ObligationText& text) {
  if (token + words.size() > end) return false;
  for (std::size_t i = 0; i < words.size(); ++i)
    if (text.grammar.lower_form(token + i) != words[i]) return false;
  return true;
}

// The word of the introducer that hangs on none of its others.
std::size_t top_of(TokenRange words, const Tree& tree) {
  for (std::size_t token = words.first; token < words.last; ++token)
    if (const std::size_t head = tree.word(token).head; head == kRoot || !words.contains(head)) return token;
  return words.first;
}

bool is_clause(std::size_t head, const ObligationText& text) {
  return text.grammar.is_verb(head) || text.tree.has_child(head, "cop") || text.tree.has_child(head, "nsubj");
}

bool is_introducing(const Word& word) {
  return is_relation(word.relation, "mark") || is_relation(word.relation, "case") || is_relation(word.relation, "aux") ||
         is_relation(word.relation, "advmod") || is_relation(word.relation, "fixed") || is_relation(word.relation, "cc") ||
         is_relation(word.relation, "cop") || word.relation == "punct";
}

// What the words introduce: the clause or phrase that their last one marks, else that they belong to.
std::size_t introduced_head(TokenRange words, const Tree& tree) {
  const auto marked = [&](std::size_t token) {
    return is_introducing(tree.word(token)) && tree.word(token).head != kRoot && !words.contains(tree.word(token).head);
  };
  if (marked(words.last - 1) && tree.word(words.last - 1).head >= words.last) return tree.word(words.last - 1).head;
  const std::size_t top = top_of(words, tree);
  return marked(top) ? tree.word(top).head : top;
}

std::optional<IntroducedWords> introduced_at(std::size_t token, const Introducer& by, const ObligationText& text) {
  const TokenRange words{token, token + by.words.size()};
  const std::size_t head = introduced_head(words, text.tree);
  if (head < words.first && !text.grammar.is_verb(head)) return std::nullopt;
  const bool clause = is_clause(head, text) && head >= words.first;
  if ((by.before == Introduced::clause && !clause) || (by.before == Introduced::phrase && clause)) return std::nullopt;
  if (!text.has_company(head, by.company) && std::none_of(by.company.begin(), by.company.end(), [&](const Company& one) {
        return one.wanted && one.words.contains(text.lemma(head));
      }))
    return std::nullopt;
  const bool unwanted = std::any_of(by.company.begin(), by.company.end(),
                                    [&](const Company& one) { return !one.wanted && one.words.contains(text.lemma(head)); });
  if (unwanted) return std::nullopt;
  const TokenRange extent = text.extent(head);
  IntroducedWords found{.by = &by, .range = {words.first, std::max(extent.last, words.last)}, .governor = text.tree.word(head).head};
  while (found.governor != kRoot && words.contains(found.governor)) found.governor = text.tree.word(found.governor).head;
  return found;
}

// "should it be attacked": an auxiliary before its subject makes a condition.
bool is_inverted(std::size_t auxiliary, const Tree& tree) {
  const std::size_t verb = tree.word(auxiliary).head;
  const auto subjects = verb == kRoot ? std::vector<std::size_t>() : tree.children(verb, "nsubj");
  return !subjects.empty() && auxiliary < subjects.front() && !tree.has_child(verb, "mark") &&
         is_relation(tree.word(auxiliary).relation, "aux");
}

bool holds(TokenRange range, const std::vector<std::size_t>& tokens) {
  return std::any_of(tokens.begin(), tokens.end(), [&](std::size_t token) { return range.contains(token); });
}

bool names_place(std::size_t head, const ObligationText& text) {
  const auto below = text.own_subtree(head);
  return std::any_of(below.begin(), below.end(), [&](std::size_t token) { return text.is("territory", token) || text.is_place(token); });
}

TokenRange without_article(TokenRange range, const ObligationText& text) {
  while (range.size() > 1 && (text.tree.word(range.first).relation == "case" || text.tree.word(range.first).relation == "fixed" ||
                              text.tree.word(range.first).upos == "PUNCT" || text.tree.word(range.first).relation == "cc" ||
                              text.tree.word(range.first).relation == "advmod"))
    ++range.first;
  while (range.size() > 1 && text.tree.word(range.last - 1).upos == "PUNCT") --range.last;
  return range;
}

Reach turned(Reach reach) { return reach == Reach::covers ? Reach::leaves_out : Reach::covers; }

void add_phrase(std::size_t head, Reach reach, const ObligationText& text, std::vector<ScopePhrase>& phrases) {
  const TokenRange range = phrase_range(head, text);
  if (std::none_of(phrases.begin(), phrases.end(), [&](const ScopePhrase& other) { return other.range == range; }))
    phrases.push_back({range, reach});
}

// "covers Greek soil, but not the waters around it".
void add_contrasted(std::size_t head, Reach reach, const ObligationText& text, std::vector<ScopePhrase>& phrases) {
  for (const std::size_t other : text.tree.children(head, "conj"))
    if (!text.grammar.is_verb(other) && text.is_negated(other)) add_phrase(other, turned(reach), text, phrases);
}

// What the scope is of: an instrument, an obligation, or a pronoun for one of them.
bool is_bound_to_reach(std::size_t subject, const ObligationText& text) {
  if (text.instrument_at(subject) || text.is("obligation", subject) || text.is("pointer", subject)) return true;
  const auto below = text.own_subtree(subject);
  return std::any_of(below.begin(), below.end(),
                     [&](std::size_t token) { return text.instrument_at(token) || text.is("obligation", token); });
}

std::optional<std::size_t> instrument_in(std::size_t head, const ObligationText& text) {
  for (const std::size_t token : text.own_subtree(head))
    if (const auto instrument = text.instrument_at(token)) return instrument;
  return std::nullopt;
}

}  // namespace

TokenRange phrase_range(std::size_t head, const ObligationText& text) {
  TokenRange range = text.extent(head);
  for (const std::size_t child : text.tree.children(head))
    if ((text.tree.word(child).relation == "conj" && text.is_negated(child)) || text.tree.word(child).relation.starts_with("acl") ||
        text.tree.word(child).relation == "advcl" || text.tree.word(child).relation == "parataxis")
      if (const TokenRange other = text.extent(child); other.first > head) range.last = std::min(range.last, other.first);
  while (range.last > head + 1 && (text.tree.word(range.last - 1).relation == "cc" || text.tree.word(range.last - 1).upos == "PUNCT"))
    --range.last;
  return without_article(range, text);
}

std::vector<IntroducedWords> introduced_in(TokenRange sentence, const ObligationText& text) {
  std::vector<IntroducedWords> found;
  for (std::size_t token = sentence.first; token < sentence.last; ++token) {
    const auto rows = text.rules.introducer_index.find(text.grammar.lower_form(token));
    if (rows == text.rules.introducer_index.end()) continue;
    for (const std::size_t row : rows->second) {
      const Introducer& by = text.rules.introducers[row];
      if (!stands_at(token, by.words, sentence.last, text)) continue;
      if (by.before == Introduced::inverted && !is_inverted(token, text.tree)) continue;
      if (const auto words = introduced_at(token, by, text)) {
        found.push_back(*words);
        break;
      }
    }
  }
  return found;
}

TokenRanges beside(const std::vector<std::size_t>& obligation, Introduces what, const std::vector<IntroducedWords>& introduced,
                   const ObligationText& text) {
  TokenRanges ranges;
  for (const IntroducedWords& words : introduced) {
    if (words.by->what != what || holds(words.range, obligation)) continue;
    const bool near = words.governor == kRoot || std::any_of(obligation.begin(), obligation.end(), [&](std::size_t token) {
                        return text.tree.is_ancestor(words.governor, token) || text.tree.is_ancestor(token, words.governor);
                      });
    const bool within = std::any_of(ranges.begin(), ranges.end(), [&](TokenRange range) { return range.contains(words.range.first); });
    if (near && !within) ranges.push_back(words.range);
  }
  return ranges;
}

std::optional<ToldReach> reach_told_at(std::size_t token, const ObligationText& text) {
  const auto rows = text.rules.scope_index.find(text.lemma(token));
  if (rows == text.rules.scope_index.end()) return std::nullopt;
  for (const std::size_t row : rows->second) {
    const ScopeCue& cue = text.rules.scopes[row];
    if (!text.fits_one(token, cue.words)) continue;
    const TokenList of = cue.instrument.empty() ? text.grammar.subjects(token) : first_filled(token, cue.instrument, text);
    const auto bound = std::find_if(of.begin(), of.end(), [&](std::size_t subject) { return is_bound_to_reach(subject, text); });
    const TokenList covered = first_filled(token, cue.slots, text);
    if (bound == of.end() || covered.empty()) continue;
    ToldReach told{.cue = token, .instrument = instrument_in(*bound, text), .phrases = {}};
    const Reach reach = text.is_negated(token) ? turned(cue.reach) : cue.reach;
    for (const std::size_t head : covered) {
      add_phrase(head, reach, text, told.phrases);
      add_contrasted(head, reach, text, told.phrases);
    }
    add_contrasted(token, reach, text, told.phrases);
    return told;
  }
  return std::nullopt;
}

std::vector<ScopePhrase> scope_of(const DutyPhrase& duty, const ObligationText& text) {
  std::vector<ScopePhrase> phrases;
  for (const Slot& slot : duty.tells->includes)
    for (const std::size_t head : text.grammar.fill(duty.head, clauses_of(duty.head, text.tree), slot))
      if (phrases.empty() && !text.grammar.is_verb(head) && names_place(head, text)) add_phrase(head, Reach::covers, text, phrases);
  return phrases;
}

Scope scope(TokenRange range, const ObligationText& text) {
  Scope told{.code = {}, .actor = {}, .text = slice(text.document, text.tokens.span(range))};
  for (std::size_t token = range.first; token < range.last && !told.code; ++token) {
    const ActorMention* mention = text.actors.headed_by(token);
    if (mention && mention->actors.size() == 1) {
      told.actor = mention->actors.front();
      const Actor& actor = text.actors.actors[told.actor->index];
      told.code = actor.kind == ActorKind::state || actor.kind == ActorKind::place ? actor.code : actor.country;
    }
    if (const PlaceMention* place = text.places.headed_by(token); place && !told.code) told.code = place->place.country;
  }
  return told;
}

}  // namespace casus
